"""Tables as HTML: fixed widths from weights, heads that repeat, notes below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import htpy as h
from htpy import Element, Node

from slaeditor.publish.document import Cell, Column, RowGroup, Table
from slaeditor.publish.render.frame import Frame
from slaeditor.publish.render.typography import NO_BREAK

MOST_ROWS = 500
_SMALL_ROWS = 12
_SMALL_CELL = 90
_TEXT_COLUMNS = 4
_TEXT_LETTERS = 80
_COMFORTABLE = 40
_TALL_CELL = 600
_ZEBRA_COLUMNS = 6
_PERCENT = 10_000

_Row = tuple[str, tuple[Cell, ...]]  # title of the group that starts here, cells


def table_html(table: Table, frame: Frame) -> Node:
    """Return a table with its caption and notes; a very long one in several parts."""
    number = frame.numbered(frame.labels.table, frame.numbers.next_table())
    parts = list(_parts(table.groups))
    last = len(parts) - 1
    shown = [
        h.div(class_=["tabular", _extent(table)])[
            _grid(table, groups, frame, _caption(table, number, frame, continued=at > 0)),
            at == last and _notes(table, frame),
        ]
        for at, groups in enumerate(parts)
    ]
    return h.div(".wide")[shown] if table.wide else shown


def _extent(table: Table) -> str:
    """Return "broad" where the table needs the width of the note column too."""
    widest = [
        max((len(row[at].text) for group in table.groups for row in group.rows), default=0)
        for at in range(len(table.columns))
    ]
    needed = sum(min(wide, _COMFORTABLE) for wide in widest)
    broad = len(table.columns) > _TEXT_COLUMNS or needed > _TEXT_LETTERS or table.wide
    return "broad" if broad else ""


def _parts(groups: tuple[RowGroup, ...]) -> Iterator[tuple[RowGroup, ...]]:
    """Yield the groups in parts of at most MOST_ROWS rows; there is always one part."""
    rows = iter([(group.title, row) for group in groups for row in group.rows])
    part = tuple(islice(rows, MOST_ROWS))
    if sum(len(group.rows) for group in groups) <= MOST_ROWS:
        yield groups
        return
    while part:
        yield _regrouped(part)
        part = tuple(islice(rows, MOST_ROWS))


def _regrouped(rows: tuple[_Row, ...]) -> tuple[RowGroup, ...]:
    groups: list[tuple[str, list[tuple[Cell, ...]]]] = []
    for title, row in rows:
        if not groups or groups[-1][0] != title:
            groups.append((title, []))
        groups[-1][1].append(row)
    return tuple(RowGroup(tuple(found), title) for title, found in groups)


def _caption(table: Table, number: str, frame: Frame, *, continued: bool) -> Node:
    return h.caption[
        number and [h.strong[number], "\u2002"],
        frame.words(table.caption),
        continued and f" ({frame.labels.continued})",
    ]


def _grid(table: Table, groups: tuple[RowGroup, ...], frame: Frame, caption: Node) -> Element:
    rows = [row for group in groups for row in group.rows]
    longest = max((len(cell.text) for row in rows for cell in row), default=0)
    styles = {
        "whole-rows": longest <= _TALL_CELL,
        "small": len(rows) <= _SMALL_ROWS and longest <= _SMALL_CELL,
        "zebra": len(table.columns) > _ZEBRA_COLUMNS,
        "dense": len(table.columns) > _ZEBRA_COLUMNS + 2,
    }
    return h.table(class_=["grid", styles])[
        caption,
        _widths(table.columns),
        h.thead[h.tr[(_head(column, frame) for column in table.columns)]],
        (_group(group, table.columns, frame) for group in groups),
    ]


def _widths(columns: tuple[Column, ...]) -> Element:
    whole = sum(max(column.weight, 1) for column in columns)
    shares = (max(column.weight, 1) * _PERCENT // whole for column in columns)
    return h.colgroup[(h.col(style=f"width:{share / 100:.2f}%") for share in shares)]


def _head(column: Column, frame: Frame) -> Element:
    return h.th(scope="col", class_=column.align.value)[
        frame.words(column.title),
        column.unit and [",", h.span(".unit")[NO_BREAK, frame.words(column.unit)]],
    ]


def _group(group: RowGroup, columns: tuple[Column, ...], frame: Frame) -> Element:
    return h.tbody[
        group.title
        and h.tr(".group")[h.th(scope="rowgroup", colspan=len(columns))[frame.words(group.title)]],
        (_row(row, columns, frame, odd=at % 2 == 0) for at, row in enumerate(group.rows)),
    ]


def _row(row: tuple[Cell, ...], columns: tuple[Column, ...], frame: Frame, *, odd: bool) -> Element:
    changed = any(cell.changed for cell in row)
    return h.tr(class_={"changed": changed, "odd": odd})[
        (
            _cell(cell, column, frame, is_head=at == 0)
            for at, (cell, column) in enumerate(zip(row, columns, strict=True))
        )
    ]


def _cell(cell: Cell, column: Column, frame: Frame, *, is_head: bool) -> Element:
    words: Node = frame.inline(cell.text) if cell.markdown else frame.words(cell.text).strip()
    if cell.link:
        words = h.a(href=frame.address(cell.link))[words]
    content = [words, cell.marks and h.sup[cell.marks]]
    classes = [column.align.value, cell.tone]
    if is_head:
        return h.th(scope="row", class_=classes)[content]
    return h.td(class_=classes)[content]


def _notes(table: Table, frame: Frame) -> Node:
    return [
        h.p(".table-note")[h.sup[mark], " ", frame.words(note).strip()]
        for mark, note in table.notes
    ]
