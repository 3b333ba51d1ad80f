"""Whether a word is spelled right, by the dictionaries that come with the program.

A dictionary is read when it is first asked for, in about a tenth of a second in which other
threads go on; a word is looked up in microseconds, an unknown long German one in up to five
milliseconds.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

from slaeditor.bundled import bundled

MOST_SUGGESTIONS = 6
LONG_PATHS = "\\\\?\\"
"""What Windows wants before paths with letters beyond its own code page."""


class Dictionary:
    """The words of one language, such as "de-DE"; knows nothing wrong while it cannot be read."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._read: Any = _hunspell(language)
        self._trade = trade_words()

    @property
    def is_there(self) -> bool:
        """Whether words of this language can be looked up on this machine."""
        return self._read is not None

    def knows(self, word: str) -> bool:
        """Return whether a word is spelled right; True for all where there is no dictionary."""
        if self._read is None or word in self._trade:
            return True
        plain = word.replace("’", "'")
        if self._read.spell(plain):
            return True
        parts = plain.split("-")
        return len(parts) > 1 and all(not part or self._read.spell(part) for part in parts)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first; takes up to 0.2 seconds."""
        if self._read is None:
            return ()
        return tuple(self._read.suggest(word.replace("’", "'")))[:MOST_SUGGESTIONS]


@cache
def dictionary(language: str) -> Dictionary:
    """Return the dictionary of a language, read the first time it is asked for."""
    return Dictionary(language)


@cache
def trade_words() -> frozenset[str]:
    """Return the words of the trade that no dictionary knows."""
    try:
        return frozenset(bundled("spelling", "trade.txt").read_text(encoding="utf-8").split())
    except FileNotFoundError:
        return frozenset()


def _hunspell(language: str) -> Any:
    """The reader of a dictionary, None where it or its files did not come with the program."""
    try:
        from hunspell import Hunspell

        folder = bundled("spelling", f"{language}.dic").parent
    except (ImportError, FileNotFoundError):
        return None
    encoding = "utf-8" if sys.platform == "win32" else None
    return Hunspell(language, hunspell_data_dir=str(folder), system_encoding=encoding)
