"""How long the parts of a printed handbook are going to be, told from their words.

Lengths are in lines of 14.2 pt in the classic look. They are found without laying anything out, so
that both ways to a handbook agree; measured against the pages of the starters they are right
within a tenth for most chapters. Sections and chapters of tables differ most.
"""

from __future__ import annotations

import re
from functools import singledispatch
from math import ceil

from slaeditor.publish.document import (
    Bullets,
    Callout,
    Chapter,
    Column,
    Facts,
    Index,
    Paragraph,
    Prose,
    RowGroup,
    Section,
    SignOff,
    Step,
    Steps,
    Table,
    Terms,
)
from slaeditor.publish.figures import Curve, SwimLanes, Timeline

_LINE, _SMALL_LINE, _FACT = 78, 92, 60
_BROAD, _TEXT, _LANDSCAPE = 108, 84, 170
"""Letters of a line: of text, small text, a fact beside its label; of the width of tables."""
_NARROW_COLUMNS = 3
_TITLE, _TITLE_WITHIN = 2.9, 1.9
_OPENER, _OVERVIEW, _OVERVIEW_LINE = 6.6, 1.6, 0.9
_GAP = 0.42
_SMALL = 0.86
_CELL, _ROW, _GROUP = 0.79, 0.38, 1.6
_AROUND_TABLE, _AROUND_BOX = 3.8, 3.3
_STEP, _ASIDE, _ASIDE_LETTERS = 2.0, 0.75, 20
_FIGURE, _PICTURE = 13.0, 15.0
_CURVE, _LANE, _TURNED = 16.0, 2.9, 7.0
_TIMELINE, _NUMBERED, _MOMENT, _IN_PICTURE = 10.5, 7.0, 0.95, 6
"""More than so many moments of a timeline are numbered and listed below it."""
_IMAGE = re.compile(r"!\[")


def chapter_lines(chapter: Chapter) -> float:
    """Return about how many lines a chapter takes."""
    count = len(chapter.sections)
    overview = _OVERVIEW + _OVERVIEW_LINE * ceil(count / 2) if count > 1 else 0.0
    parts = sum(section_lines(one) for one in chapter.sections)
    return opening_lines(chapter) + overview + parts


def opening_lines(chapter: Chapter) -> float:
    """Return about how many lines stand before the first section of a chapter."""
    return _OPENER + _wrapped(chapter.lead, _LINE) + blocks_lines(chapter.blocks)


def section_lines(section: Section, title: float = _TITLE) -> float:
    """Return about how many lines a section takes; `title` is the room of its heading."""
    lead = _wrapped(section.lead, _LINE)
    parts = sum(section_lines(one, _TITLE_WITHIN) for one in section.sections)
    return title + lead + blocks_lines(section.blocks) + parts


def blocks_lines(blocks: tuple[object, ...]) -> float:
    """Return about how many lines blocks take one below the other."""
    return sum(_lines(one) for one in blocks)


def _wrapped(words: str, letters: int) -> int:
    return sum(1 + len(one) // letters for one in words.splitlines() if one.strip())


def _text(words: str) -> float:
    """Return the lines of a text with its paragraphs and pictures."""
    paragraphs = sum(1 for one in words.split("\n\n") if one.strip())
    pictures = len(_IMAGE.findall(words))
    return _wrapped(words, _LINE) + _GAP * paragraphs + _PICTURE * pictures


@singledispatch
def _lines(_block: object) -> float:
    """Return about how many lines a block takes; a figure, unless told otherwise."""
    return _FIGURE


@_lines.register
def _(block: Paragraph) -> float:
    return _text(block.text)


@_lines.register
def _(block: Prose) -> float:
    return _text(block.markdown)


@_lines.register
def _(block: Bullets) -> float:
    return sum(_wrapped(one, _LINE) + _GAP / 2 for one in block.items)


@_lines.register
def _(block: Facts) -> float:
    if block.run_in:
        said = " · ".join(f"{label}: {words}" for label, words in block.pairs)
        return _SMALL * _wrapped(said, _SMALL_LINE) + _GAP
    rows = (_CELL * max(_wrapped(words, _FACT), 1) + _ROW for _, words in block.pairs)
    return sum(rows) + 1


@_lines.register
def _(block: Terms) -> float:
    return sum(max(_wrapped(words, _LINE), 1) + _ROW for _, words in block.entries)


@_lines.register
def _(block: Callout) -> float:
    return _AROUND_BOX + _text(block.body)


@_lines.register
def _(block: Steps) -> float:
    title = _TITLE_WITHIN if block.title else 0.0
    return title + sum(_step_lines(step) for step in block.steps)


def _step_lines(step: Step) -> float:
    beside = sum(
        _ASIDE * ceil((len(name) + len(words)) / _ASIDE_LETTERS) + _GAP / 2
        for name, words in step.margin
    )
    below = sum(_wrapped(f"{name} {words}", _LINE) + _GAP / 2 for name, words in step.extras)
    return max(_STEP + _text(step.body), beside) + below


@_lines.register
def _(block: Table) -> float:
    broad = len(block.columns) > _NARROW_COLUMNS
    letters = _LANDSCAPE if block.wide else _BROAD if broad else _TEXT
    titles = sum(bool(group.title) for group in block.groups)
    rows = sum(_rows_lines(group, block.columns, letters) for group in block.groups)
    turned = _TURNED * any(column.turned for column in block.columns)
    return _AROUND_TABLE + turned + rows + titles * _GROUP + _CELL * len(block.notes)


def _rows_lines(group: RowGroup, columns: tuple[Column, ...], letters: int) -> float:
    whole = sum(max(one.weight, 1) for one in columns)
    room = [max(letters * max(one.weight, 1) // whole - 2, 4) for one in columns]
    return sum(
        _CELL * max(_wrapped(cell.text, width) for cell, width in zip(row, room, strict=True))
        + _ROW
        for row in group.rows
    )


@_lines.register
def _(block: SignOff) -> float:
    return 3 + 2.2 * len(block.names)


@_lines.register
def _(block: Index) -> float:
    return len(block.entries) / 3


@_lines.register
def _(_block: Curve) -> float:
    return _CURVE


@_lines.register
def _(block: Timeline) -> float:
    moments = len(block.moments)
    return _TIMELINE if moments <= _IN_PICTURE else _NUMBERED + _MOMENT * moments


@_lines.register
def _(block: SwimLanes) -> float:
    return 3 + _LANE * len(block.lanes)
