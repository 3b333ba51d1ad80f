"""Where chapters and the sections of a long chapter begin a page: a rule of the printed handbook.

A chapter begins a page unless it is short, or the one before it ends with a page of a few lines:
then it runs on below it. What is handed out by itself stands alone.

A long section of a long chapter stands by itself, so that it can be found, handed out and renewed
alone; what follows it begins a page too. Where that would leave most of a page empty it runs on,
but not for ever. The parts of a section of many pages are treated like sections.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from math import ceil

from slaeditor.publish.document import Chapter, Edition, Index, Section
from slaeditor.publish.lengths import chapter_lines, opening_lines, section_lines
from slaeditor.publish.once import Once, at_once

PAGE = 47
"""Lines of a page, less what is lost where a page ends before something that is not torn."""
LONG_CHAPTER = 3 * PAGE
LONG_SECTION = PAGE
LONGISH_RUN, LONGEST_RUN = PAGE, 3 * PAGE
LONGEST_SHARED = 4 * PAGE
SHORT_CHAPTER = 2 * PAGE
BRIEF_CHAPTER = PAGE * 2 // 3
_FULL = 0.5
"""How much of a page is to be filled before the next one is begun, unless a run gets too long."""
_BARE = 0.4
"""A page of which less is filled is not left for the next chapter."""
_SHARED_PAGE = 40
_CONTENTS, _ENTRY, _ENTRY_WITHIN = 7.0, 1.3, 0.9
_CLOSER = 0.16
"""Contents that are longer than their pages by so much of a page are set closer."""


def running_on(edition: Edition, once: Once = at_once) -> dict[str, float]:
    """Return the chapters that run on below the one before them, by their ids.

    Each with about how many lines stand before it since a page was begun.
    """
    return dict(_running_on(edition.chapters + edition.back, once))


def _running_on(chapters: tuple[Chapter, ...], once: Once) -> Iterator[tuple[str, float]]:
    run: float = LONGEST_SHARED  # the first chapter begins a page
    for one in chapters:
        follows, after = once(("run", run), (one,), partial(_following, one, run))
        if follows:
            yield one.id, run
        run = after


def _following(chapter: Chapter, run: float) -> tuple[bool, float]:
    """Return whether a chapter runs on below so many lines, and how many stand below it then."""
    follows = _may_follow(chapter) and run + _first_run(chapter, run) <= LONGEST_SHARED
    follows = follows and (chapter_lines(chapter) <= SHORT_CHAPTER or _is_bare(run))
    after = LONGEST_SHARED if chapter.alone else _last_run(chapter, run if follows else 0)
    return follows, after


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


def first_on_page(chapter: Chapter, run: float = 0) -> frozenset[int]:
    """Return which sections of a chapter begin a page whatever comes before them, from 0.

    About `run` lines of other chapters stand before it since a page was begun.
    """
    lengths = [section_lines(one) for one in chapter.sections]
    own = frozenset(at for at, one in enumerate(chapter.sections) if one.opener)
    before = opening_lines(chapter)
    if before + sum(lengths) < LONG_CHAPTER:
        return own
    return own | frozenset(_breaks(run + before, lengths, own))


def first_within(section: Section) -> frozenset[int]:
    """Return which parts of a very long section begin a page, from 0; the first never does."""
    if section_lines(section) < LONGEST_RUN:
        return frozenset()
    lengths = [section_lines(one) for one in section.sections]
    before = section_lines(replace(section, sections=()))
    return frozenset(_breaks(before, lengths)) - {0}


def _breaks(run: float, lengths: list[float], own: frozenset[int] = frozenset()) -> Iterator[int]:
    """Yield the places of sections before which a page ends; `run` lines stand before the first.

    Before those of `own` one ends anyway.
    """
    after_long, rest = False, sum(lengths)
    for at, length in enumerate(lengths):
        is_long = length >= LONG_SECTION
        wanted = is_long or after_long or run >= LONGISH_RUN
        ends = (wanted and _is_full(run)) or run >= LONGEST_RUN
        if at in own or (ends and rest > PAGE * _FULL):
            yield at
            run = 0
        run, rest = run + length, rest - length
        after_long = is_long


def _is_full(lines: float) -> bool:
    """Return whether so many lines leave less than half of their last page empty."""
    return lines % PAGE > PAGE * _FULL


def _is_bare(lines: float) -> bool:
    """Return whether so many lines leave most of their last page empty."""
    return lines % PAGE < PAGE * _BARE


def _first_run(chapter: Chapter, run: float) -> float:
    """Return about how many lines a chapter takes up to the first place where a page begins."""
    begun = min(first_on_page(chapter, run), default=len(chapter.sections))
    return chapter_lines(replace(chapter, sections=chapter.sections[:begun]))


def _last_run(chapter: Chapter, run: float) -> float:
    """Return about how many lines follow the last place where a page begins.

    That is in the chapter, or `run` lines before it.
    """
    begun = max(first_on_page(chapter, run), default=-1)
    if begun < 0:
        return run + chapter_lines(chapter)
    within = first_within(chapter.sections[begun])
    parts = chapter.sections[begun:]
    before = sum(section_lines(one) for one in parts[0].sections[: max(within, default=0)])
    return sum(section_lines(one) for one in parts) - before
