"""Which chapter of a handbook, or section of a long one, speaks of the place being edited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slaeditor.publish.document import Chapter, Edition, Section

_NAMED, _TITLED, _SAID, _MENTIONED = 1000, 100, 10, 1
"""What it counts that a title is the chapter's, a section's, a whole cell, or part of a text."""
_LONG = 2500
"""Letters from which on a chapter is long: about a page and a half."""
_ORDER = 100
"""How much more each title counts than the one behind it."""


def excerpt(edition: Edition, titles: tuple[str, ...], before: Edition | None = None) -> Edition:
    """Return the edition with only the chapter or section laid out that speaks of the titles.

    The titles are in order of their weight. Where none is found it is the chapter that differs
    from the edition before, else the first one.
    """
    chapters = (*edition.front, *edition.chapters, *edition.back)
    if not chapters:
        return edition
    best = max(chapters, key=lambda one: weight(one, titles))
    if not weight(best, titles):
        best = _changed(edition, before) or (*edition.chapters, *chapters)[0]
    return replace(edition, shown=(_within(best, titles).id,))


def chapter_shown(edition: Edition) -> str:
    """Return the id of the chapter that an excerpt shows, or a section of."""
    for one in (*edition.front, *edition.chapters, *edition.back):
        if {one.id, *(part.id for part in one.sections)} & set(edition.shown):
            return one.id
    return ""


def with_chapter(edition: Edition, chapter: Chapter, titles: tuple[str, ...]) -> Edition:
    """Return the edition with another state of one of its chapters, of which alone is shown.

    Of a long chapter it is the section that speaks of the titles.
    """
    front, chapters, back = (
        tuple(chapter if one.id == chapter.id else one for one in part)
        for part in (edition.front, edition.chapters, edition.back)
    )
    shown = (_within(chapter, titles).id,)
    return replace(edition, front=front, chapters=chapters, back=back, shown=shown)


def _within(chapter: Chapter, titles: tuple[str, ...]) -> Chapter | Section:
    """Return the section of a long chapter that speaks of the titles, else the chapter."""
    if not chapter.sections or sum(map(len, _strings(chapter.blocks, chapter.sections))) < _LONG:
        return chapter
    best = max(chapter.sections, key=lambda one: weight(one, titles))
    return best if weight(best, titles) else chapter


def weight(part: Chapter | Section, titles: tuple[str, ...]) -> int:
    """Return how much a chapter or section speaks of some titles; an earlier one weighs more."""
    wanted = [title.casefold() for title in titles if title]
    names = {one.casefold() for one in _names(part)}
    words = [one.casefold() for one in _strings(part.blocks, part.sections)]
    total = 0
    for place, title in enumerate(wanted):
        share = (
            _NAMED * (title == part.title.casefold())
            + _TITLED * (title in names)
            + _SAID * (title in words)
            + _MENTIONED * any(title in one for one in words)
        )
        total += share * _ORDER ** (len(wanted) - place)
    return total


def _names(part: Chapter | Section) -> Iterator[str]:
    for section in part.sections:
        yield section.title
        yield from _names(section)


def _strings(*parts: object) -> Iterator[str]:
    from slaeditor.publish.edition.strings import strings

    return strings(parts)


def _changed(edition: Edition, before: Edition | None) -> Chapter | None:
    """Return the first chapter that is not as it was; titles tell chapters of editions apart."""
    if before is None:
        return None
    earlier = {one.title: one for one in (*before.front, *before.chapters, *before.back)}
    for one in (*edition.front, *edition.chapters, *edition.back):
        known = earlier.get(one.title)
        if known is None or [*_strings(known.blocks)] != [*_strings(one.blocks)]:
            return one
        if [*_strings(known.sections)] != [*_strings(one.sections)]:
            return one
    return None
