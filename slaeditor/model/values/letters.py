"""The letters of a responsibility matrix."""

import re
from dataclasses import dataclass
from typing import Final, Self

from slaeditor.model.values.unreadable import Unreadable, ambiguous, unreadable
from slaeditor.model.values.words import is_tidy, quoted, tidy, uniform, unquoted

ORDER: Final = "RASCI"
"""Letters that every legend has, in the order they are written."""

_NOTHING: Final = {"", "-", "n/a", "n.a."}
"""How people write that a role has no part, in which no letters are meant."""

_MARK: Final = r"\*+|†|‡|\([0-9a-z]{1,3}\)"
_CELL: Final = re.compile(rf"(?P<words>.*?)(?P<marks>(?: ?(?:{_MARK}))*)")
_SEPARATED: Final = re.compile(r"[A-Za-z](?: ?[/,;+&] ?[A-Za-z]| [A-Za-z])*")


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of a matrix cell in the order R A S C I, then others; or text; with footnote marks.

    >>> Letters.parse("A/R*")
    Letters(letters=('R', 'A'), marks=('*',), text='')
    >>> str(Letters.parse("RA(1)"))
    'R A (1)'
    """

    letters: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    text: str = ""

    def __post_init__(self) -> None:
        """Order the letters, each once; raise `Unreadable` for what is no letter, mark, text."""
        for letter in self.letters:
            if not re.fullmatch("[A-Z]", letter):
                raise _not_letters(letter)
        for mark in self.marks:
            if not re.fullmatch(_MARK, mark):
                raise unreadable(mark, "a footnote mark", "*", "(1)")
        if self.text and (self.letters or not is_tidy(str(self))):
            raise _not_letters(str(self))
        object.__setattr__(self, "letters", tuple(sorted(set(self.letters), key=_place)))

    @classmethod
    def parse(cls, words: str) -> Self:
        """Return the cell that is typed; nothing, a dash and n/a have no letters.

        Raises `Unreadable`, also for capitals that may be letters or a word.
        """
        plain = tidy(words)
        found = _CELL.fullmatch(plain)
        cell = found["words"].strip() if found else plain
        marks = tuple(re.findall(_MARK, found["marks"])) if found else ()
        text = unquoted(cell)
        return cls((), marks, text) if text else cls(_letters(words, uniform(cell)), marks)

    def __str__(self) -> str:
        """Return the canonical words, such as "R A (1)"."""
        cell = (quoted(self.text),) if self.text else self.letters
        return " ".join((*cell, *self.marks))

    @property
    def is_empty(self) -> bool:
        """Whether the cell has neither letters nor text."""
        return not self.letters and not self.text

    def __contains__(self, letter: str) -> bool:
        """Return whether the cell has the letter."""
        return letter in self.letters


def _letters(words: str, cell: str) -> tuple[str, ...]:
    if cell.casefold() in _NOTHING:
        return ()
    if _SEPARATED.fullmatch(cell):
        return tuple(letter.upper() for letter in cell if letter.isalpha())
    joined = re.sub(r" ?[/,;+&] ?| ", "", cell)
    is_one_case = cell.isupper() or cell.islower()
    if joined.isalpha() and is_one_case and set(joined.upper()) <= set(ORDER):
        return tuple(joined.upper())
    if re.fullmatch("[A-Z]{2,6}", cell):
        raise ambiguous(words, (" ".join(cell), "letters"), (f'"{cell}"', "a word, in quotes"))
    raise _not_letters(words)


def _place(letter: str) -> tuple[int, str]:
    place = ORDER.find(letter)
    return (place if place >= 0 else len(ORDER), letter)


def _not_letters(words: str) -> Unreadable:
    return unreadable(words, "a cell of responsibility letters", "R", "A R", "C (1)", '"SoW"')
