"""The words that a file holds, and where in it: what the search for leaks reads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """How a passage is to be read.

    TEXT is read by people: words, numbers and dates count. NAMED are words among the marks of the
    format. RAW are letters found among bytes, of which only what cannot be chance counts.
    """

    TEXT = "text"
    NAMED = "named"
    RAW = "raw"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words with their place in the file, such as "page 3" or "the document's properties"."""

    place: str
    text: str
    sort: Sort = Sort.TEXT


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a file says: its passages, its pictures as bytes and as marks, and what is wrong.

    `pages` are the words of what is read, in order, for the check that nothing is missing;
    `outside` are words that lie beyond the edge of a page, with the page.
    """

    passages: tuple[Passage, ...]
    pages: tuple[str, ...] = ()
    pictures: tuple[bytes, ...] = ()
    marks: tuple[str, ...] = ()
    outside: tuple[tuple[int, str], ...] = ()
    faults: tuple[str, ...] = ()


APART = "\x1e"
"""Stands between strings that are not read one after the other."""


def passages_of(place: str, words: Iterable[str], sort: Sort = Sort.TEXT) -> tuple[Passage, ...]:
    """Return one passage for a place, its words apart, or none where there are no words."""
    text = f"\n{APART}".join(one for one in words if one.strip())
    return (Passage(place, text, sort),) if text else ()
