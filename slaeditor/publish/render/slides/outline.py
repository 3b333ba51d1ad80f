"""What stands on which slide: chosen from the edition, before anything is drawn.

A slide holds a title and either lines or a table; what is said beside it stands in its notes, in
the full wording of the handbook. Only what the edition holds can be here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from slaeditor.publish.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Chapter,
    Edition,
    Facts,
    Paragraph,
    Prose,
    RowGroup,
    Section,
    Table,
)
from slaeditor.publish.render import columns
from slaeditor.publish.render.columns import WHOLE
from slaeditor.publish.render.figures.lettering import wrapped
from slaeditor.publish.render.frame import Frame
from slaeditor.publish.render.office.markup import plain_lines

LINE_SIZES = (24.0, 20.0, 18.0, 16.0, 14.0)
ROOM, HEIGHT = 850.0, 350.0
TABLE_SIZES, TABLE_LEADING, CELL_PADDING, ROW_PADDING = (14.0, 12.5, 11.0), 1.2, 14.0, 6.0
_LEADING = 1.35
_GLANCE = "s-side-by-side"
_SUMMARY = "c-summary"
_POINTS = "s-talking-points"
_COMPETITORS = "s-competitors"
_PROMISES = "s-promise-"
_QUESTIONS = "s-questions-"
_DISCOUNTS = "s-discounts"
_MOST_COLUMNS = 7
_TableRow = tuple[str, tuple[Cell, ...]]  # the title of its group, its cells
_LABELLED = re.compile(r"\*\*([^*\n]+)\*\*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a slide; `label` stands in bold before it, `level` indents it."""

    words: str
    label: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: lines or a table below its title, and what the speaker reads."""

    title: str
    kicker: str = ""
    lead: str = ""
    lines: tuple[Line, ...] = ()
    table: Table | None = None
    notes: tuple[str, ...] = ()


def slides(edition: Edition, frame: Frame) -> tuple[Slide, ...]:
    """Return the slides of an edition in the order in which one talks of them."""
    chapters = {chapter.id: chapter for chapter in edition.chapters}
    found = [
        *_service(edition.front, frame),
        *_levels(chapters.get("c-levels"), frame),
        *_prices(chapters.get("c-prices"), frame),
        *_selling(chapters.get("c-selling"), frame),
        *_talking(chapters.get("c-talking"), frame),
        *_contact(edition.front, frame),
    ]
    return tuple(part for slide in found for part in _fitting(slide, frame))


def _service(front: Iterable[Chapter], frame: Frame) -> Iterator[Slide]:
    """A client's service: what it has, how fast it is answered, who helps."""
    for chapter in front:
        for section in chapter.sections if chapter.id == _SUMMARY else ():
            lines = tuple(_summed(section.blocks))
            if lines:
                yield Slide(section.title, chapter.title, lines=lines)
            yield from _tables(section, chapter.title, frame)


def _summed(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield facts as lines; those of a block that begins with what they are about in one."""
    for block in blocks:
        pairs = block.pairs if isinstance(block, Facts) else ()
        if pairs and not pairs[0][1]:
            told = (f"{label}: {words}" for label, words in pairs[1:])
            yield Line(" · ".join(told), pairs[0][0])
        else:
            yield from (Line(words, label) for label, words in pairs)


def _levels(chapter: Chapter | None, frame: Frame) -> Iterator[Slide]:
    """The levels side by side, then one slide for each."""
    if chapter is None:
        return
    for section in chapter.sections:
        if section.id == _GLANCE:
            yield from _tables(section, chapter.title, frame)
        elif section.id.startswith("r-"):
            yield _level(section, chapter.title, frame)


def _level(section: Section, kicker: str, frame: Frame) -> Slide:
    facts = [Line(words, label) for label, words in _facts(section.blocks) if words]
    notes = _prose(section.blocks, frame)
    return Slide(section.title, kicker, section.lead, tuple(facts), notes=notes)


def _facts(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Facts):
            yield from block.pairs


def _prices(chapter: Chapter | None, frame: Frame) -> Iterator[Slide]:
    """What each level costs, then what is included."""
    if chapter is None:
        return
    for block in chapter.blocks:
        if isinstance(block, Table):
            yield Slide(block.caption, chapter.title, table=block, notes=_notes(block, frame))
    for section in chapter.sections:
        if section.id == "s-allowances":
            yield from _tables(section, chapter.title, frame)


def _selling(chapter: Chapter | None, frame: Frame) -> Iterator[Slide]:
    """What may be promised and granted; the approved wording whole in the notes."""
    for section in chapter.sections if chapter else ():
        if section.id.startswith(_PROMISES) or section.id == _DISCOUNTS:
            yield from _tables(section, chapter.title if chapter else "", frame)


def _talking(chapter: Chapter | None, frame: Frame) -> Iterator[Slide]:
    """Talking points, then objections: questions with answers, and what others claim."""
    sections = chapter.sections if chapter else ()
    kicker = chapter.title if chapter else ""
    for section in sections:
        if section.id == _POINTS:
            yield from (_point(part, section.title, frame) for part in section.sections)
    for section in sections:
        if section.id.startswith(_QUESTIONS):
            yield from (_point(part, section.title, frame) for part in section.sections)
        elif section.id == _COMPETITORS:
            yield from _tables(section, kicker, frame)


def _point(section: Section, kicker: str, frame: Frame) -> Slide:
    """A point or question: each sentence or entry a line, the wording whole in the notes."""
    facts = tuple(Line(words, label) for label, words in _facts(section.blocks) if words)
    lines = tuple(line for block in section.blocks for line in _told(block, frame))
    notes = _prose(section.blocks, frame)
    return Slide(section.title, kicker, section.lead, (*lines, *facts), notes=notes)


def _told(block: Block, frame: Frame) -> Iterator[Line]:
    """Yield the lines of a block: of a labelled passage one, of others each sentence."""
    labelled = _LABELLED.match(block.markdown) if isinstance(block, Prose) else None
    passages = _prose((block,), frame)
    if labelled and passages:
        label = labelled[1].rstrip(".")
        yield Line(" ".join(passages)[len(labelled[1]) :].strip(), label)
        return
    for passage in passages:
        yield from (Line(words) for words in _sentences(passage))


def _contact(front: Iterable[Chapter], frame: Frame) -> Iterator[Slide]:
    """How to reach us, from the first pages."""
    for chapter in front:
        tables = [block for block in chapter.blocks if isinstance(block, Table)]
        for table in tables:
            yield Slide(table.caption, table=table, notes=_notes(table, frame))


def _tables(section: Section, kicker: str, frame: Frame) -> Iterator[Slide]:
    for block in section.blocks:
        if isinstance(block, Table):
            title = section.title if block.caption == section.title else block.caption
            yield Slide(title, kicker, table=_narrow(block), notes=_notes(block, frame))


def _narrow(table: Table) -> Table:
    """Return a table with no more columns than a slide can show; the notes hold them all."""
    if len(table.columns) <= _MOST_COLUMNS:
        return table
    groups = tuple(
        replace(group, rows=tuple(row[:_MOST_COLUMNS] for row in group.rows))
        for group in table.groups
    )
    return replace(table, columns=table.columns[:_MOST_COLUMNS], groups=groups)


def _notes(table: Table, frame: Frame) -> tuple[str, ...]:
    """Return each row of a table in words: its name, then every column with its title."""
    told = []
    for group in table.groups:
        for row in group.rows:
            cells = [
                f"{frame.words(column.title)}: {words}"
                for column, cell in zip(table.columns[1:], row[1:], strict=True)
                if (words := cell_words(cell, frame))
            ]
            told.append(" ".join((f"{cell_words(row[0], frame)}.", *(f"{one}." for one in cells))))
    return (*told, *(frame.words(f"{mark} {note}".strip()) for mark, note in table.notes))


def cell_words(cell: Cell, frame: Frame) -> str:
    """Return the words of a cell as plain lines."""
    if cell.markdown:
        return "\n".join(plain_lines(frame.inline(cell.text)))
    return frame.words(cell.text).strip()


def _prose(blocks: Iterable[Block], frame: Frame) -> tuple[str, ...]:
    """Return what is written in paragraphs, as plain lines."""
    told: list[str] = []
    for block in blocks:
        if isinstance(block, Prose):
            told += plain_lines(frame.prose(block.markdown, block.source))
        elif isinstance(block, Callout):
            told += plain_lines(frame.prose(block.body, block.source))
        elif isinstance(block, Paragraph):
            told.append(frame.words(block.text).strip())
        elif isinstance(block, Bullets):
            told += [frame.words(item).strip() for item in block.items]
    return tuple(told)


def _sentences(passage: str) -> Iterator[str]:
    """Yield the sentences of a passage, each of which can stand alone on a line."""
    begun = ""
    for word in passage.split():
        begun = f"{begun} {word}".strip()
        if word.endswith((".", "!", "?", ".”", "!”", "?”", ".“")) and len(word) > len("Dr."):
            yield begun
            begun = ""
    if begun:
        yield begun


def _fitting(slide: Slide, frame: Frame) -> Iterator[Slide]:
    """Yield a slide in as many parts as its content needs."""
    if slide.table is not None:
        for at, part in enumerate(_table_parts(slide.table, frame)):
            yield replace(slide, table=part, notes=slide.notes if at == 0 else ())
        return
    lines = list(slide.lines)
    first = True
    while lines or first:
        count = _that_fit(lines, slide.lead if first else "")
        notes, lead = (slide.notes, slide.lead) if first else ((), "")
        yield replace(slide, lines=tuple(lines[:count]), notes=notes, lead=lead)
        lines, first = lines[count:], False


def lines_height(lines: Iterable[Line], size: float) -> float:
    """Return how high lines are in points when set in a size."""
    told = (f"{line.label} {line.words}".strip() for line in lines)
    return sum(len(wrapped(words, ROOM, size)) * size * _LEADING + size * 0.45 for words in told)


def lead_height(lead: str) -> float:
    """Return how high a lead is in points."""
    return len(wrapped(lead, ROOM, 18)) * 18 * _LEADING + 12 if lead else 0.0


def _that_fit(lines: list[Line], lead: str) -> int:
    """Return how many of the lines fit on a slide in the smallest size; at least one."""
    room = HEIGHT - lead_height(lead)
    count = 0
    while count < len(lines) and lines_height(lines[: count + 1], LINE_SIZES[-1]) <= room:
        count += 1
    return max(count, 1)


def _table_parts(table: Table, frame: Frame) -> list[Table]:
    """Return a table in parts that fit on a slide, about equally long where that fits too."""
    rows = [(group.title, row) for group in table.groups for row in group.rows]
    filled = _filled(table, rows, frame)
    share = -(-len(rows) // max(len(filled), 1))
    even = [_of(table, rows[at : at + share]) for at in range(0, len(rows), max(share, 1))]
    return even if all(_fits(one, frame) for one in even) else filled


def _filled(table: Table, rows: list[_TableRow], frame: Frame) -> list[Table]:
    """The parts of a table of which each holds as many rows as fit."""
    parts: list[Table] = []
    part: list[_TableRow] = []
    for entry in rows:
        if part and not _fits(_of(table, [*part, entry]), frame):
            parts.append(_of(table, part))
            part = []
        part.append(entry)
    return [*parts, _of(table, part)] if part else parts


def _fits(table: Table, frame: Frame) -> bool:
    return table_height(table, frame, TABLE_SIZES[-1]) <= HEIGHT


def _of(table: Table, rows: list[_TableRow]) -> Table:
    """Return a table of rows, each with the title of its group."""
    groups = [
        RowGroup(tuple(row for _, row in members), title)
        for title, members in groupby(rows, key=itemgetter(0))
    ]
    return replace(table, groups=tuple(groups), notes=())


def table_height(table: Table, frame: Frame, size: float) -> float:
    """Return how high a table is in points when set in a size."""
    widths = shares(table)
    heads = 1 + sum(bool(group.title) for group in table.groups)
    rows = (row for group in table.groups for row in group.rows)
    told = ([cell_words(cell, frame) for cell in row] for row in rows)
    return heads * row_height(("",), (1.0,), size) + sum(
        row_height(words, widths, size) for words in told
    )


def shares(table: Table) -> tuple[float, ...]:
    """Return the share of the width of each column, 0 to 1."""
    if table.fitted:
        return tuple(share / WHOLE for share in columns.shares(table, ROOM, TABLE_SIZES[0]))
    weights = [max(column.weight, 4) for column in table.columns]
    return tuple(weight / sum(weights) for weight in weights)


def row_height(words: Iterable[str], widths: Iterable[float], size: float) -> float:
    """Return how high a row of a table is in points when set in a size."""
    most = max(
        sum(
            max(len(wrapped(line, ROOM * share - CELL_PADDING, size)), 1)
            for line in text.split("\n")
        )
        for text, share in zip(words, widths, strict=True)
    )
    return most * size * TABLE_LEADING + ROW_PADDING
