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
    Facts,
    Index,
    Paragraph,
    Prose,
    Section,
    SignOff,
    Step,
    Steps,
    Table,
    Terms,
)
from slaeditor.publish.figures import Chain, Curve, Moment, SwimLanes, Timeline
from slaeditor.publish.table_lengths import table_lines

_LINE, _SMALL_LINE, _FACT, _OVERVIEW_LETTERS, _INDEX, _TABLE = 78, 92, 60, 33, 40, 84
"""Letters of a line: of text, small text, a fact beside its label, the overview, the index."""
TITLE, TITLE_WITHIN = 2.9, 1.9
_OPENER, _OVERVIEW, _OVERVIEW_LINE, _UNNUMBERED = 6.7, 1.0, 1.0, 1.5
_PROMISE, _PROMISE_LETTERS = 1.27, 64
_TITLE_LETTERS, _BROKEN_TITLE, _HEADING_LETTERS, _BROKEN_HEADING = 26, 2.1, 46, 1.1
_LEAD, _LEAD_GAP, _LEAD_LETTERS = 1.1, 0.3, 74
_GAP, _ITEM_GAP = 0.42, 0.17
_SMALL = 0.86
_CELL, _ROW = 0.79, 0.46
_AROUND_BOX = 2.9
_STEP, _STEP_TOP, _ASIDE, _ASIDE_LETTERS = 2.0, 0.6, 0.75, 20
_FIGURE, _PICTURE = 11.0, 15.0
_CURVE, _MARKS, _LANES, _LANE = 12.9, 0.8, 2.3, 3.8
_TIMELINE, _NUMBERED, _MOMENT, _IN_PICTURE, _PICTURE_LETTERS = 5.5, 7.0, 0.95, 6, 110
_CHAIN, _LINK = 5.0, 2.6
_AROUND_FACTS, _SIGNED, _SIGNATURE, _ENTRY = 1.2, 3.0, 2.6, 0.09
"""More than so many moments of a timeline are numbered and listed below it."""
_IMAGE = re.compile(r"!\[")
_BEGINS_A_LINE = re.compile(r"\s*([-*+|>#]|\d+[.)])\s")
_MARKS_OF_PROSE = re.compile(r"[*_`]|\]\([^)]*\)|\[")


def chapter_lines(chapter: Chapter) -> float:
    """Return about how many lines a chapter takes."""
    parts = sum(section_lines(one) for one in chapter.sections)
    return opening_lines(chapter) + parts


def opening_lines(chapter: Chapter) -> float:
    """Return about how many lines stand before the first section of a chapter."""
    return head_lines(chapter) + blocks_lines(chapter.blocks)


def head_lines(chapter: Chapter) -> float:
    """Return about how many lines the title of a chapter takes, with its promise and overview."""
    count = len(chapter.sections) if chapter.numbered else 0
    listed = sum(_wrapped(one.title, _OVERVIEW_LETTERS) for one in chapter.sections)
    overview = _OVERVIEW + _OVERVIEW_LINE * ceil(listed / 2) if count > 1 else 0.0
    promise = _PROMISE * _wrapped(chapter.lead, _PROMISE_LETTERS)
    broken = _BROKEN_TITLE * (_wrapped(chapter.title, _TITLE_LETTERS) - 1)
    return _OPENER - _UNNUMBERED * (not chapter.numbered) + broken + promise + overview


def section_lines(section: Section, title: float = TITLE) -> float:
    """Return about how many lines a section takes; `title` is the room of its heading."""
    parts = sum(section_lines(one, TITLE_WITHIN) for one in section.sections)
    return title_lines(section, title) + blocks_lines(section.blocks) + parts


def title_lines(section: Section, title: float = TITLE) -> float:
    """Return about how many lines the title of a section takes, with its lead."""
    lead = _wrapped(section.lead, _LEAD_LETTERS)
    title += _BROKEN_HEADING * (_wrapped(section.title, _HEADING_LETTERS) - 1)
    return title + (_LEAD_GAP + _LEAD * lead if lead else 0.0)


def blocks_lines(blocks: tuple[object, ...]) -> float:
    """Return about how many lines blocks take one below the other."""
    return sum(_lines(one) for one in blocks)


def _wrapped(words: str, letters: int) -> int:
    return sum(ceil(len(one) / letters) for one in words.splitlines() if one.strip())


def _text(words: str) -> float:
    """Return the lines of a text with its paragraphs, lists and pictures."""
    paragraphs = [_joined(one) for one in words.split("\n\n") if one.strip()]
    items = sum(len(one) - 1 for one in paragraphs)
    lines = sum(_line(line) for one in paragraphs for line in one)
    pictures = len(_IMAGE.findall(words))
    return lines + _GAP * len(paragraphs) + _ITEM_GAP * items + _PICTURE * pictures


def _line(words: str) -> float:
    """Return the lines of a line of a text; of a row of a table those of its highest cell."""
    if not words.startswith("|"):
        return _wrapped(words, _LINE)
    cells = words.strip("|").split("|")
    return _CELL * max(_wrapped(one, _TABLE // len(cells)) for one in cells) + _ROW - _ITEM_GAP


def _joined(paragraph: str) -> list[str]:
    """Return the lines that a paragraph begins, or the items of a list, without marks."""
    found: list[str] = []
    for line in _MARKS_OF_PROSE.sub("", paragraph).splitlines():
        if found and not _BEGINS_A_LINE.match(line):
            found[-1] += f" {line.strip()}"
        elif line.strip():
            found.append(line.strip())
    return found


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
    return sum(rows) + _AROUND_FACTS


@_lines.register
def _(block: Terms) -> float:
    return sum(max(_wrapped(words, _LINE), 1) + _ROW for _, words in block.entries)


@_lines.register
def _(block: Callout) -> float:
    return _AROUND_BOX + _text(block.body)


@_lines.register
def _(block: Steps) -> float:
    title = TITLE_WITHIN if block.title else 0.0
    return title + sum(step_lines(step) for step in block.steps)


def step_lines(step: Step) -> float:
    """Return about how many lines a step takes."""
    below = sum(_wrapped(f"{name} {words}", _LINE) + _GAP / 2 for name, words in step.extras)
    return max(_STEP + _text(step.body) + below, step_start_lines(step))


def step_start_lines(step: Step) -> float:
    """Return how many lines of a step at least stay together: those beside its facts."""
    beside = sum(
        _ASIDE * ceil((len(name) + len(words)) / _ASIDE_LETTERS) + _GAP / 2
        for name, words in step.margin
    )
    return _STEP_TOP + beside


@_lines.register
def _(block: Table) -> float:
    return table_lines(block)


@_lines.register
def _(block: SignOff) -> float:
    return _SIGNED + _SIGNATURE * len(block.names)


@_lines.register
def _(block: Index) -> float:
    entries = (
        _wrapped(f"{one.term} {' '.join(f'{each.label} (00),' for each in one.places)}", _INDEX)
        for one in block.entries
    )
    return (_CELL * sum(entries) + len(block.entries) * _ENTRY) / 3


@_lines.register
def _(block: Curve) -> float:
    return _CURVE + _MARKS * bool(block.marks)


@_lines.register
def _(block: Timeline) -> float:
    moments = len(block.moments)
    if moments > _IN_PICTURE:
        return _NUMBERED + _MOMENT * moments
    columns = (_moment_lines(one, _PICTURE_LETTERS // moments) for one in block.moments)
    return _TIMELINE + _CELL * max(columns, default=0) + _CELL * bool(block.pauses)


def _moment_lines(moment: Moment, letters: int) -> int:
    """Return how many lines the words of a moment take in a column of so many letters."""
    return sum(_wrapped(words, letters) for words in (moment.label, moment.title, moment.detail))


@_lines.register
def _(block: Chain) -> float:
    return _CHAIN + _LINK * len(block.links)


@_lines.register
def _(block: SwimLanes) -> float:
    return _LANES + _LANE * len(block.lanes)
