"""One table on one sheet: head frozen, numbers as numbers, ready to print.

Every word is written as text, whatever it begins with; nothing becomes a formula or a link.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from slaeditor.publish.document import Align, Cell, Column, RowGroup, Table
from slaeditor.publish.render.frame import Frame
from slaeditor.publish.render.office.markup import plain_lines
from slaeditor.publish.render.typography import NO_BREAK
from slaeditor.publish.render.workbook.amounts import amount
from slaeditor.publish.render.workbook.looks import Looks

_NARROWEST, _WIDEST, _WIDEST_FIRST = 9, 46, 42
_HEAD_ROW = 2
_A4 = 9
_UPRIGHT_COLUMNS = 5
_LINE = 15.0
_NARROW_LETTERS = 0.95  # of the width of a digit, by which columns are measured
_LONGEST_CELL = 32_000


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a table: its number and caption, and the chapter it is from."""

    caption: str
    chapter: str


def write_sheet(sheet: Any, table: Table, heading: Heading, looks: Looks, frame: Frame) -> None:
    """Write a table on an empty sheet of an XlsxWriter workbook."""
    widths = _widths(table, frame)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    sheet.write_string(0, 0, heading.caption, looks.caption)
    sheet.write_string(1, 0, heading.chapter, looks.muted)
    _head(sheet, table.columns, looks, frame)
    row = _HEAD_ROW + 1
    for group in table.groups:
        row = _group(sheet, row, group, _Context(table.columns, widths, looks, frame))
    for mark, note in table.notes:
        words = f"{mark} {frame.words(note).strip()}".strip()
        sheet.write_string(row + 1, 0, words, looks.note)
        row += 1
    _set_up(sheet, len(table.columns))


@dataclass(frozen=True, slots=True)
class _Context:
    columns: Sequence[Column]
    widths: Sequence[float]
    looks: Looks
    frame: Frame


def _head(sheet: Any, columns: Sequence[Column], looks: Looks, frame: Frame) -> None:
    for at, column in enumerate(columns):
        unit = f",{NO_BREAK}{column.unit}" if column.unit else ""
        look = looks.head_right if column.align is Align.RIGHT else looks.head
        sheet.write_string(_HEAD_ROW, at, frame.words(column.title + unit), look)


def _group(sheet: Any, row: int, group: RowGroup, context: _Context) -> int:
    """Write a group of rows and return the row after it."""
    if group.title:
        for at in range(len(context.columns)):
            words = context.frame.words(group.title) if at == 0 else ""
            sheet.write_string(row, at, words, context.looks.group)
        row += 1
    for cells in group.rows:
        lines = 1
        for at, cell in enumerate(cells):
            words = _words(cell, context.frame)
            _write(sheet, (row, at), words, cell, context)
            lines = max(lines, _lines(words, context.widths[at]))
        sheet.set_row(row, lines * _LINE)
        row += 1
    return row


def _write(sheet: Any, place: tuple[int, int], words: str, cell: Cell, context: _Context) -> None:
    looks, column = context.looks, place[1]
    found = None if column == 0 or cell.marks else amount(words, context.frame.language)
    if found is not None:
        sheet.write_number(*place, float(found.value), looks.number(found.form))
    else:
        look = looks.row_head if column == 0 else looks.cell(cell.tone)
        sheet.write_string(*place, words, look)


def _words(cell: Cell, frame: Frame) -> str:
    """Return the words of a cell as plain lines, with its footnote marks."""
    plain = (
        "\n".join(plain_lines(frame.inline(cell.text)))
        if cell.markdown
        else frame.words(cell.text).strip()
    )
    marks = f" [{cell.marks}]" if cell.marks else ""
    return (plain + marks)[:_LONGEST_CELL]


def _lines(words: str, width: float) -> int:
    lines = (len(line) * _NARROW_LETTERS // max(width, 1) for line in words.split("\n"))
    return sum(1 + int(more) for more in lines)


def _widths(table: Table, frame: Frame) -> list[float]:
    """Return the width of each column in letters: as its words ask, within bounds."""
    found = []
    for at, column in enumerate(table.columns):
        lengths = [
            len(line)
            for group in table.groups
            for cells in group.rows
            for line in _words(cells[at], frame).split("\n")
        ]
        most = _WIDEST if at else _WIDEST_FIRST
        wanted = max([*lengths, len(column.title) + len(column.unit) + 2]) + 2
        found.append(float(min(max(wanted, _NARROWEST), most)))
    return found


def _set_up(sheet: Any, columns: int) -> None:
    """Freeze the head and the first column; print on as many A4 pages as the rows need."""
    sheet.freeze_panes(_HEAD_ROW + 1, 1)
    sheet.repeat_rows(_HEAD_ROW)
    sheet.set_paper(_A4)
    if columns > _UPRIGHT_COLUMNS:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.hide_gridlines(2)


def footer(words: Mapping[str, str]) -> str:
    """Return the foot of printed pages; what a sheet would read as a code is doubled."""
    left = words["left"].replace("&", "&&")[:180]
    return f"&L&8{' ' if left[:1].isdigit() else ''}{left}&R&8&P / &N"
