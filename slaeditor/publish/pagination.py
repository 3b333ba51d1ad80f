"""Where chapters and their sections begin a page: a rule of the printed handbook.

Pages begin so that few are left half empty and no run of pages gets long, by what is foreseen of
lengths (`beginnings`); a long chapter rather begins one than a short one. What is handed out by
itself stands alone. A section can begin a page, and so can the parts of a section of many pages.
What begins a page is laid out, found and renewed by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from math import ceil

from slaeditor.publish.beginnings import Begins, Stretch, beginnings
from slaeditor.publish.document import Chapter, Edition, Index, Section, Theme
from slaeditor.publish.lengths import TITLE_WITHIN, chapter_lines
from slaeditor.publish.once import Once, at_once
from slaeditor.publish.strips import PAGE, Strip, opening_strips, section_strips

SHORT_CHAPTER = 2 * PAGE
BRIEF_CHAPTER = PAGE * 2 / 3
LONG_SECTION = 3 * PAGE
LONG_OPENING = PAGE / 2
_LONG_BELOW, _SHORT_BELOW = 0.4, 0.15
"""What it costs in pages that a long chapter, or a short one, begins below another one."""
_BETWEEN_CHAPTERS = Strip(2.4, 2.4)
_LARGER = {Theme.READABLE: 1.13}
_SHARED_PAGE = 40
_CONTENTS, _ENTRY, _ENTRY_WITHIN = 7.0, 1.3, 0.9
_CLOSER = 0.16
"""Contents that are longer than their pages by so much of a page are set closer."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The ids of the chapters that run on below others, and of the sections that begin a page."""

    running_on: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()

    def begun_in(self, chapter: Chapter) -> frozenset[str]:
        """Return the ids of the sections of a chapter, and of their parts, that begin a page."""
        parts = (part for one in chapter.sections for part in (one, *one.sections))
        return self.begun & {part.id for part in parts}


@dataclass(frozen=True, slots=True)
class _Part:
    """A chapter, or a section, before which a page may begin."""

    id: str
    stretch: Stretch
    is_chapter: bool = False


def pages_begun(edition: Edition, once: Once = at_once) -> Pages:
    """Return where the chapters and the back matter of an edition begin pages."""
    chapters, scale = edition.chapters + edition.back, _LARGER.get(edition.brand.theme, 1.0)
    return once(("pages", scale), chapters, partial(_pages, chapters, scale, once))


def pages_within(chapter: Chapter, theme: Theme) -> Pages:
    """Return where a chapter that stands by itself begins pages."""
    return _pages((chapter,), _LARGER.get(theme, 1.0), at_once)


def _pages(chapters: tuple[Chapter, ...], scale: float, once: Once) -> Pages:
    parts = list(_parts(chapters, once))
    first = beginnings([one.stretch for one in parts], scale)
    below = (one.id for at, one in enumerate(parts) if one.is_chapter and at not in first)
    begun = (one.id for at, one in enumerate(parts) if not one.is_chapter and at in first)
    return Pages(frozenset(below), frozenset(begun))


def _parts(chapters: tuple[Chapter, ...], once: Once = at_once) -> Iterator[_Part]:
    after_alone = True  # the first chapter begins a page
    for one in chapters:
        yield from once(("parts", after_alone), (one,), partial(_parted, one, begins=after_alone))
        after_alone = one.alone


def _parted(chapter: Chapter, *, begins: bool) -> tuple[_Part, ...]:
    """Return a chapter and its sections; whether or not it `begins` a page by what precedes it."""
    if not begins and _may_follow(chapter):
        return tuple(_whole(chapter) if is_brief(chapter) else _following(chapter))
    opening = Stretch(opening_strips(chapter), Begins.ALWAYS)
    return (_Part(chapter.id, opening, is_chapter=True), *_sections(chapter))


def _whole(chapter: Chapter) -> Iterator[_Part]:
    """Yield a brief chapter that may run on: it stays on one page."""
    lines = chapter_lines(chapter)
    strips = (_BETWEEN_CHAPTERS, Strip(lines, lines))
    yield _Part(chapter.id, Stretch(strips, below=_SHORT_BELOW), is_chapter=True)
    yield from (_Part(one.id, Stretch((), Begins.NEVER)) for one in chapter.sections)


def _following(chapter: Chapter) -> Iterator[_Part]:
    """Yield a chapter that may run on; where it does, its first pages begin after a good part."""
    sections = list(_sections(chapter))
    strips = (_BETWEEN_CHAPTERS, *opening_strips(chapter))
    bare = opening_strips(replace(chapter, sections=()))
    heights = accumulate(_lines(one) for one in (bare, *(one.stretch.strips for one in sections)))
    together = min(sum(height <= BRIEF_CHAPTER for height in heights), len(sections))
    cost = _SHORT_BELOW if chapter_lines(chapter) <= SHORT_CHAPTER else _LONG_BELOW
    yield _Part(chapter.id, Stretch(strips, below=cost, together=together), is_chapter=True)
    yield from sections


def _sections(chapter: Chapter) -> Iterator[_Part]:
    is_short = _lines(opening_strips(chapter)) < LONG_OPENING
    begins = Begins.NEVER if is_short else Begins.PERHAPS
    for one in chapter.sections:
        yield from _section_parts(one, Begins.ALWAYS if one.opener else begins)
        begins = Begins.PERHAPS


def _section_parts(section: Section, begins: Begins) -> Iterator[_Part]:
    """Yield a section, or the parts of one of many pages; its first part stays below its title."""
    strips = section_strips(section)
    if not section.sections or _lines(strips) < LONG_SECTION:
        yield _Part(section.id, Stretch(strips, begins))
        return
    first, *others = section.sections
    yield _Part(section.id, Stretch(section_strips(replace(section, sections=(first,))), begins))
    for part in others:
        yield _Part(part.id, Stretch(section_strips(part, TITLE_WITHIN)))


def _lines(strips: tuple[Strip, ...]) -> float:
    return sum(one.lines for one in strips)


def _may_follow(chapter: Chapter) -> bool:
    """Return whether a chapter may begin below another one."""
    opens = chapter.alone or any(one.opener for one in chapter.sections[:1])
    return not opens and not any(isinstance(one, Index) for one in chapter.blocks)


def shares_contents(edition: Edition) -> bool:
    """Return whether the table of contents stands below the first chapter of the front matter.

    So it is in a small handbook, where each of them would leave most of its page empty.
    """
    if not edition.front:
        return False
    return chapter_lines(edition.front[0]) + _contents_lines(edition) <= _SHARED_PAGE


def contents_pages(edition: Edition) -> int:
    """Return about how many pages the table of contents takes, at least one."""
    return max(1, ceil(_contents_lines(edition) / PAGE - _CLOSER))


def _contents_lines(edition: Edition) -> float:
    listed = edition.chapters + edition.back
    sections = sum(len(one.sections) for one in listed if one.numbered)
    return _CONTENTS + (len(listed) * _ENTRY + sections * _ENTRY_WITHIN) / 2


def is_brief(chapter: Chapter) -> bool:
    """Return whether a chapter that runs on stays on one page."""
    return chapter_lines(chapter) <= BRIEF_CHAPTER
