"""Tables as HTML: fixed widths from weights, heads that repeat, notes below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import htpy as h
from htpy import Element, Node

from slaeditor.publish.document import Cell, Column, RowGroup, Table
from slaeditor.publish.late import Kind
from slaeditor.publish.render.columns import shares
from slaeditor.publish.render.direction import direction
from slaeditor.publish.render.figures.lettering import width
from slaeditor.publish.render.frame import Frame
from slaeditor.publish.render.typography import NO_BREAK
from slaeditor.publish.strips import SMALL_TABLE
from slaeditor.publish.table_lengths import is_broad, table_lines

MOST_ROWS = 500
_TALL_CELL = 600
_BREAKABLE_ROWS = 4  # a shorter run of rows is not held together at its ends
_WITH_THE_LAST = 2
_ZEBRA_COLUMNS = 6
_TEXT, _BROAD, _LANDSCAPE = 362.8, 464.8, 728.5  # points
_SIZE, _DENSE_SIZE = 8.5, 7.5
_LARGER = {"Atkinson Hyperlegible Next": (9.5, 8.2)}  # as in readable.css
_TURNED_ROOM = 8
_WIDEST_FAMILY = 1.1  # letters of the readable look are larger than those that are measured


_Row = tuple[str, tuple[Cell, ...]]  # title of the group that starts here, cells


def table_html(table: Table, frame: Frame) -> Node:
    """Return a table with its caption and notes; a very long one in several parts."""
    number = frame.numbered(frame.labels.table, frame.numbers.next_table())
    parts = list(_parts(table.groups))
    last = len(parts) - 1
    shown = [
        h.div(class_=["tabular", {"broad": is_broad(table), "small": _is_small(table)}])[
            _grid(table, groups, frame, _caption(table, number, frame, continued=at > 0)),
            at == last and _notes(table, frame),
        ]
        for at, groups in enumerate(parts)
    ]
    return h.div(".wide")[shown] if table.wide else shown


def _longest(table: Table, at: int) -> int:
    return max((len(row[at].text) for row in _rows(table)), default=0)


def column_shares(table: Table, family: str = "") -> list[int]:
    """Return the width of each column in hundredths of a percent of the table's width.

    `family` is that of the letters: some are set larger.
    """
    room = _LANDSCAPE if table.wide else _BROAD if is_broad(table) else _TEXT
    size, dense = _LARGER.get(family, (_SIZE, _DENSE_SIZE))
    return shares(table, room, dense if _is_dense(table) else size)


def _is_dense(table: Table) -> bool:
    turned = any(column.turned for column in table.columns)
    return len(table.columns) > _ZEBRA_COLUMNS + 2 and not turned


def _rows(table: Table) -> list[tuple[Cell, ...]]:
    return [row for group in table.groups for row in group.rows]


def _is_small(table: Table) -> bool:
    """Return whether the table is so small that it stays on one page."""
    return table_lines(table) <= SMALL_TABLE


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
    return h.caption(dir=direction(table.caption))[
        number
        and [
            h.strong(style=frame.late_colour(Kind.TABLE, frame.numbers.table_place))[number],
            "\u2002",
        ],
        frame.words(table.caption),
        continued and f" ({frame.labels.continued})",
    ]


def _grid(table: Table, groups: tuple[RowGroup, ...], frame: Frame, caption: Node) -> Element:
    longest = max((_longest(table, at) for at in range(len(table.columns))), default=0)
    widths = column_shares(table, frame.family)
    styles = {
        "whole-rows": longest <= _TALL_CELL,
        "zebra": len(table.columns) > _ZEBRA_COLUMNS,
        "dense": _is_dense(table),
    }
    return h.table(class_=["grid", styles])[
        caption,
        h.colgroup[(h.col(style=f"width:{share / 100:.2f}%") for share in widths)],
        h.thead[h.tr(style=_room(table))[(_head(column, frame) for column in table.columns)]],
        (_group(group, table.columns, frame) for group in groups),
    ]


def _room(table: Table) -> str | None:
    """Return the height of a head in which titles read upwards."""
    turned = [width(column.title, _SIZE, bold=True) for column in table.columns if column.turned]
    return f"height:{max(turned) * _WIDEST_FAMILY + _TURNED_ROOM:.0f}pt" if turned else None


def _head(column: Column, frame: Frame) -> Element:
    if column.turned:
        return h.th(".turned", scope="col")[h.span[frame.words(column.title)]]
    return h.th(scope="col", class_=column.align.value, dir=direction(column.title))[
        frame.words(column.title),
        column.unit and [",", h.span(".unit")[NO_BREAK, frame.words(column.unit)]],
    ]


def _group(group: RowGroup, columns: tuple[Column, ...], frame: Frame) -> Element:
    kept = {0, len(group.rows) - _WITH_THE_LAST} if len(group.rows) >= _BREAKABLE_ROWS else set()
    return h.tbody[
        group.title
        and h.tr(".group")[h.th(scope="rowgroup", colspan=len(columns))[frame.words(group.title)]],
        (
            _row(row, columns, frame, {"odd": at % 2 == 0, "kept": at in kept})
            for at, row in enumerate(group.rows)
        ),
    ]


def _row(
    row: tuple[Cell, ...], columns: tuple[Column, ...], frame: Frame, styles: dict[str, bool]
) -> Element:
    """Return a row; one that is kept stays on the page of the row after it."""
    changed = any(cell.changed for cell in row)
    return h.tr(class_=[{"changed": changed}, styles])[
        (
            _cell(cell, column, frame, is_head=at == 0)
            for at, (cell, column) in enumerate(zip(row, columns, strict=True))
        )
    ]


def _cell(cell: Cell, column: Column, frame: Frame, *, is_head: bool) -> Element:
    words: Node = frame.inline(cell.text) if cell.markdown else frame.words(cell.text).strip()
    address = frame.address(cell.link) if cell.link else ""
    if address:
        words = h.a(href=address)[words]
    content = [words, cell.marks and h.sup[cell.marks.replace(", ", ",")]]
    classes = [column.align.value, cell.tone, {"tight": column.turned}]
    if is_head:
        return h.th(scope="row", class_=classes, dir=direction(cell.text))[content]
    return h.td(class_=classes, dir=direction(cell.text))[content]


def _notes(table: Table, frame: Frame) -> Node:
    return [
        h.p(".table-note")[mark and [h.sup[mark], " "], frame.words(note).strip()]
        for mark, note in table.notes
    ]
