"""Where the sections of a long chapter begin a page: a rule of the printed handbook.

A section of a page and a half or more stands by itself, so that it can be found, handed out and
renewed alone; what follows it begins a page too. Short sections run on, but not for ever, and the
parts of a section of many pages are treated like sections. How long
something is going to be is told from its words, in lines, without laying it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from slaeditor.publish.document import (
    Bullets,
    Callout,
    Chapter,
    Facts,
    Index,
    Paragraph,
    Prose,
    Section,
    SignOff,
    Steps,
    Table,
    Terms,
)

PAGE = 50
"""Lines of a page."""
LONG_CHAPTER = 6 * PAGE
LONG_SECTION = PAGE * 3 // 2
LONGEST_RUN = 4 * PAGE
_LINE, _CELL_LINE = 78, 110
_HEAD, _FIGURE, _GAP = 4, 16, 1


def first_on_page(chapter: Chapter) -> frozenset[int]:
    """Return which sections of a chapter begin a page whatever comes before them, from 0."""
    lengths = [section_lines(one) for one in chapter.sections]
    own = frozenset(at for at, one in enumerate(chapter.sections) if one.opener)
    before = _blocks(chapter.blocks)
    if before + sum(lengths) < LONG_CHAPTER:
        return own
    return own | frozenset(_breaks(before, lengths))


def first_within(section: Section) -> frozenset[int]:
    """Return which parts of a very long section begin a page, from 0; the first never does."""
    if section_lines(section) < LONGEST_RUN:
        return frozenset()
    lengths = [section_lines(one) for one in section.sections]
    return frozenset(_breaks(_HEAD + _blocks(section.blocks), lengths)) - {0}


def _breaks(run: int, lengths: list[int]) -> Iterator[int]:
    """Yield the places of sections before which a page ends; `run` lines stand before the first."""
    after_long = False
    for at, length in enumerate(lengths):
        is_long = length >= LONG_SECTION
        if run > PAGE // 2 and (is_long or after_long or run >= LONGEST_RUN):
            yield at
            run = 0
        run += length
        after_long = is_long


def section_lines(section: Section) -> int:
    """Return about how many lines a section takes."""
    return _HEAD + _blocks(section.blocks) + sum(section_lines(one) for one in section.sections)


def _blocks(blocks: tuple[object, ...]) -> int:
    return sum(_lines(one) + _GAP for one in blocks)


def _wrapped(words: str, line: int = _LINE) -> int:
    return sum(1 + len(one) // line for one in words.splitlines() if one)


@singledispatch
def _lines(_block: object) -> int:
    """Return about how many lines a block takes; a figure, unless told otherwise."""
    return _FIGURE


@_lines.register
def _(block: Paragraph) -> int:
    return _wrapped(block.text)


@_lines.register
def _(block: Prose) -> int:
    return _wrapped(block.markdown)


@_lines.register
def _(block: Bullets) -> int:
    return sum(_wrapped(one) for one in block.items)


@_lines.register
def _(block: Facts) -> int:
    if block.run_in:
        return _wrapped(" · ".join(f"{label}: {words}" for label, words in block.pairs))
    return sum(_wrapped(words) for _, words in block.pairs)


@_lines.register
def _(block: Terms) -> int:
    return sum(_wrapped(words) for _, words in block.entries)


@_lines.register
def _(block: Callout) -> int:
    return 2 + _wrapped(block.body)


@_lines.register
def _(block: Steps) -> int:
    return sum(
        2
        + max(_wrapped(step.body), 2 * len(step.margin))
        + sum(_wrapped(words) for _, words in step.extras)
        for step in block.steps
    )


@_lines.register
def _(block: Table) -> int:
    rows = [row for group in block.groups for row in group.rows]
    cells = sum(1 + sum(len(cell.text) for cell in row) // _CELL_LINE for row in rows)
    return 3 + cells + len(block.groups) + len(block.notes)


@_lines.register
def _(block: SignOff) -> int:
    return 3 + 2 * len(block.names)


@_lines.register
def _(block: Index) -> int:
    return len(block.entries) // 3
