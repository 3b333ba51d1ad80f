"""Which words of a text are to be spelled right, and which the project knows by itself.

Code, addresses, pictures, numbers and abbreviations in capitals are left alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.model.table import Table

LONGEST = 48
"""Letters of a word that is looked up; anything longer is no word."""
NAMED = (
    *("services", "service_levels", "roles", "departments", "channels", "severities", "measures"),
    *("clients", "suppliers", "people", "teams", "calendars", "entitlements", "competitors"),
)
"""Tables whose names are words of the project."""

_SKIPPED = re.compile(
    r"`[^`\n]*`|(?:https?://|www\.|mailto:|asset:)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\]\([^)\n]*\)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")


class Word(NamedTuple):
    """A word of a text and where it begins."""

    start: int
    letters: str


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text that are to be spelled right.

    >>> [word.letters for word in words_in("See `x1`, the SLA of a@b.de isn't in **bold** 4th")]
    ['See', 'the', 'of', "isn't", 'in', 'bold']
    """
    plain = _SKIPPED.sub(lambda found: " " * len(found[0]), text)
    for found in _WORD.finditer(plain):
        if _is_plain(plain, found) and not _is_abbreviation(found[0]):
            yield Word(found.start(), found[0])


def own_words(project: Project) -> frozenset[str]:
    """Return the words the project knows: those added by hand, of its names and its glossary."""
    known: set[str] = set(project.the(Document).own_words.split())
    for name in NAMED:
        known.update(getattr(project, name).derived(_names))
    known.update(project.glossary.derived(_terms))
    document = project.the(Document)
    known.update(_letters(f"{document.organisation} {document.department} {document.keeper}"))
    return frozenset(known)


def with_own_word(project: Project, word: str) -> Project:
    """Return the project that knows a word from now on, in the order of the alphabet."""
    document = project.the(Document)
    words = sorted({*document.own_words.split(), word}, key=str.casefold)
    row = document.but(own_words="\n".join(words))
    known = project.find(Document, document.id) is not None
    return project.put(row) if known else project.add(row)


def knows(own: frozenset[str], word: str) -> bool:
    """Return whether a word, or each part of one joined by hyphens, is among the own words."""
    if word in own or word.casefold() in own or _singular(word) in own:
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(part in own for part in parts)


def about(words: frozenset[str], word: str) -> bool:
    """Return whether it may depend on one of these words whether a word is known."""
    return knows(words, word) or any(part in words for part in word.split("-"))


def _singular(word: str) -> str:
    """A word without the mark of the owner, such as Meyer for Meyer's."""
    return re.sub(r"['’]s?$", "", word)


def _names(table: Table[Any]) -> frozenset[str]:
    return frozenset(word for row in table for word in _letters(row.name))


def _terms(table: Table[Any]) -> frozenset[str]:
    return frozenset(word for one in table for word in _letters(f"{one.name} {one.aliases}"))


@functools.lru_cache(maxsize=32_768)
def _letters(words: str) -> tuple[str, ...]:
    return tuple(found[0] for found in _WORD.finditer(words))


def _is_plain(text: str, found: re.Match[str]) -> bool:
    """Whether a word stands by itself: no figure or sign of code touches it."""
    before = text[found.start() - 1 : found.start()] if found.start() else ""
    after = text[found.end() : found.end() + 1]
    touched = any(sign.isdigit() or sign == "_" for sign in (before, after))
    return not touched and 1 < len(found[0]) <= LONGEST


def _is_abbreviation(word: str) -> bool:
    """Whether a word is in capitals, or has some inside: SLAs, GmbH, OpenSLO."""
    inner = word[1:].replace("-", "")
    return any(letter.isupper() for letter in inner) and "-" not in word
