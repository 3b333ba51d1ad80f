"""What must not stand in a file: the project's own confidential words, numbers and dates.

Only what is distinctive counts: rows of words, long words, numbers of four digits and more, dates.
What the edition says by itself is no secret, since the edition is shown to be the same whatever
the confidential values are (`independence`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from slaeditor.model.document import Document
from slaeditor.model.project import Project, table_name
from slaeditor.model.readers import Reader
from slaeditor.publish.edition.strings import strings
from slaeditor.publish.gate.pixels import mark
from slaeditor.publish.gate.wording import (
    LONGEST_RUN,
    canonical_numbers,
    compact,
    dates,
    numbers,
    runs,
    tokens,
)
from slaeditor.rules.confidential import Confidence, confidences, hidden_records
from slaeditor.rules.visible import View

SHORTEST = 6
"""Letters from which a word or a row of words is distinctive."""

_LEAST_NUMBER = 1000
_FEWEST_DIGITS = 4
_MANY_DIGITS = 6
_YEARS = range(1900, 2101)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Source:
    """The field of a record from which something confidential comes, and its words."""

    table: str
    row: str
    field: str
    words: str


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words that the manager never wants to be read, and the field that says so."""

    tokens: tuple[str, ...]
    words: str
    field: str


@dataclass(slots=True)
class Secrets:
    """What is looked for, each with where it comes from; `count` values are confidential."""

    phrases: dict[str, Source] = field(default_factory=dict)
    numbers: dict[Decimal, Source] = field(default_factory=dict)
    dates: dict[date, Source] = field(default_factory=dict)
    pictures: dict[str, Source] = field(default_factory=dict)
    blobs: dict[bytes, Source] = field(default_factory=dict)
    forbidden: tuple[Forbidden, ...] = ()
    count: int = 0
    excused: str = ""
    """All words of the edition without gaps, for what is found without regard to gaps."""
    edges: frozenset[str] = frozenset()
    """Each passage of the edition without gaps: on a page any two may stand one after the other."""

    def is_said(self, plain: str) -> bool:
        """Whether the edition says letters itself, within a passage or where two meet."""
        return plain in self.excused or any(
            _ends(self.edges, plain[:at]) and _begins(self.edges, plain[at:])
            for at in range(1, len(plain))
        )


def secrets_of(project: Project, view: View, edition: Any) -> Secrets:
    """Return what a handbook for a reader must not hold; `edition` is what it may hold."""
    found = Secrets(forbidden=forbidden(project, view.reader))
    for one in confidences(project, view.reader, view.client, view.on):
        found.count += 1
        _add(found, one)
    for row in hidden_records(project, view.reader, view.client, view.on):
        name = table_name(type(row))
        for key in (row.id, hashlib.sha256(row.id.encode()).hexdigest()[:16]):
            found.phrases[" ".join(tokens(key))] = Source(name, row.id, "", "its key")
    _excuse(found, edition)
    return found


def forbidden(project: Project, reader: Reader) -> tuple[Forbidden, ...]:
    """Return the words that the manager's lists forbid to a reader."""
    document = project.the(Document)
    lists = {"never_for_others": document.never_for_others}
    if reader is Reader.CLIENT:
        lists["never_for_clients"] = document.never_for_clients
    return tuple(
        Forbidden(tuple(tokens(line)), line.strip(" \t-*•"), name)
        for name, words in lists.items()
        for line in words.splitlines()
        if tokens(line)
    )


def _ends(passages: frozenset[str], letters: str) -> bool:
    return any(one.endswith(letters) for one in passages)


def _begins(passages: frozenset[str], letters: str) -> bool:
    return any(one.startswith(letters) for one in passages)


def _add(found: Secrets, one: Confidence) -> None:
    source = Source(one.table, one.row, one.field, one.words)
    if isinstance(one.value, bytes):
        _add_bytes(found, one.value, source)
    elif isinstance(one.value, date):
        day = one.value.date() if isinstance(one.value, datetime) else one.value
        found.dates.setdefault(day, source)
    elif isinstance(one.value, str):
        for phrase in distinctive_phrases(one.value):
            found.phrases.setdefault(phrase, source)
        long = (one for one in numbers(one.value) if len(one.as_tuple().digits) >= _MANY_DIGITS)
        _add_numbers(found, long, source)
    else:
        _add_numbers(found, canonical_numbers(one.words), source)


def _add_bytes(found: Secrets, content: bytes, source: Source) -> None:
    shown = mark(content)
    if shown:
        found.pictures.setdefault(shown, source)
    middle = content[len(content) // 2 :][:64]
    if len(set(middle)) > SHORTEST:
        found.blobs.setdefault(middle, source)


def _add_numbers(found: Secrets, said: Iterable[Decimal], source: Source) -> None:
    for number in said:
        if is_distinctive(number):
            for form in _forms(number):
                found.numbers.setdefault(form, source)


def distinctive_phrases(words: str) -> Iterator[str]:
    """Yield the rows of words by which a text is known: all of five, or all it has.

    >>> list(distinctive_phrases("Never below cost"))
    ['never below cost']
    """
    said = tokens(words)
    if len(said) >= LONGEST_RUN:
        yield from runs(said, LONGEST_RUN)
    elif len("".join(said)) >= SHORTEST and not "".join(said).isdigit():
        yield " ".join(said)
    for address in _ADDRESS.findall(words):
        yield from runs(tokens(address), min(len(tokens(address)), LONGEST_RUN))


def is_distinctive(number: Decimal) -> bool:
    """Whether a number is long enough to be no chance, and no year."""
    number = abs(number)
    if number == number.to_integral_value() and int(number) in _YEARS:
        return False
    return number >= _LEAST_NUMBER or len(number.normalize().as_tuple().digits) >= _FEWEST_DIGITS


def _forms(number: Decimal) -> Iterator[Decimal]:
    """The number, and for a long one also rounded, and in the smaller and the larger unit."""
    number = abs(number).normalize()
    yield number
    if len(number.as_tuple().digits) >= _MANY_DIGITS:
        for other in (number.to_integral_value(), number * 100, number / 100):
            yield other.normalize()


def _excuse(found: Secrets, edition: Any) -> None:
    """Take away what the edition says by itself."""
    said = list(strings(edition))
    read = {text: tuple(tokens(text)) for text in dict.fromkeys(said)}
    words = [token for text in said for token in read[text]]
    _excuse_runs(found, words)
    _excuse_seams(found, read.values())
    text = "\n".join(said)
    for number in (*numbers(text), *_whole_numbers(edition)):
        found.numbers.pop(number, None)
    for day in dates(text):
        found.dates.pop(day, None)
    found.excused = compact(text)
    found.edges = frozenset("".join(one) for one in read.values())


def _excuse_runs(found: Secrets, words: list[str]) -> None:
    """Take away what stands anywhere in these words."""
    starts = first_words(found.phrases)
    for at in [at for at, word in enumerate(words) if word in starts]:
        for length in starts[words[at]]:
            found.phrases.pop(" ".join(words[at : at + length]), None)


def _excuse_seams(found: Secrets, said: Iterable[tuple[str, ...]]) -> None:
    """Take away rows of words that are the end of one passage and the beginning of another.

    On a page the two may stand one after the other.
    """
    ends, begins = set(), set()
    for words in set(said):
        for length in range(1, min(len(words), LONGEST_RUN - 1) + 1):
            ends.add(" ".join(words[-length:]))
            begins.add(" ".join(words[:length]))
    for phrase in list(found.phrases):
        words = tuple(phrase.split(" "))
        seams = range(1, len(words))
        if any(" ".join(words[:at]) in ends and " ".join(words[at:]) in begins for at in seams):
            del found.phrases[phrase]


def _whole_numbers(value: Any) -> Iterator[Decimal]:
    """The numbers of the figures, as they stand and in thousandths."""
    if isinstance(value, bool):
        return
    if isinstance(value, int):
        yield Decimal(value).normalize()
        yield (Decimal(value) / 1000).normalize()
    elif isinstance(value, tuple):
        for part in value:
            yield from _whole_numbers(part)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _whole_numbers(getattr(value, one.name))


def first_words(phrases: Iterable[str]) -> Mapping[str, frozenset[int]]:
    """Return for each first word of a phrase how long the phrases are that begin with it."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        said = phrase.split(" ")
        found.setdefault(said[0], set()).add(len(said))
    return {word: frozenset(lengths) for word, lengths in found.items()}
