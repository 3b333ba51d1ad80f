"""Tables of the Word document: heads that repeat, fixed widths, rows that stay whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.run import Run

from slaeditor.publish.document import Align, Cell, Column, RowGroup, Table
from slaeditor.publish.render.columns import WHOLE
from slaeditor.publish.render.tables import column_shares
from slaeditor.publish.render.typography import NO_BREAK
from slaeditor.publish.render.word.flow import Flow, link_inside, say
from slaeditor.publish.render.word.grid import begin, repeat, set_up, whole
from slaeditor.publish.render.word.markup import bar, border, element, shade
from slaeditor.publish.render.word.rich_text import write_inline
from slaeditor.publish.render.word.styles import INK, MUTED

_ALIGNED = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
}


def write_table(flow: Flow, table: Table, room: float) -> None:
    """Write a table with its caption above and its notes below; `room` is its width in points."""
    frame = flow.frame
    caption = flow.paragraph("Caption")
    if number := frame.numbered(frame.labels.table, frame.numbers.next_table()):
        say(caption, f"{number}\u2002", bold=True, colour=frame.palette.accent)
    say(caption, frame.words(table.caption))
    made = flow.table(1, len(table.columns))
    set_up(made, [share * room / WHOLE for share in column_shares(table)], frame.palette.line)
    _head(flow, made.rows[0], table.columns)
    for group in table.groups:
        _group(flow, made, group, table.columns)
    _finish(made)
    for mark, note in table.notes:
        words = flow.paragraph("Table Note")
        say(words, f"{mark} ").font.superscript = True
        say(words, frame.words(note).strip())
    flow.paragraph("Table End")


_LETTERS = 3
_LETTER, _LABEL = 0.08, 0.3
"""The share of the width of labels that are no more than letters, and of any other."""


def pairs(flow: Flow, entries: Iterable[tuple[str, str]], room: float) -> None:
    """Write names with their words in two columns."""
    told = list(entries)
    made = flow.table(len(told), 2)
    label = _LETTER if all(len(name) <= _LETTERS for name, _ in told) else _LABEL
    set_up(made, [room * label, room * (1 - label)], flow.frame.palette.line, head=False)
    for row, (name, words) in zip(made.rows, told, strict=True):
        head = begin(row.cells[0], "Table Head")
        head.paragraph_format.keep_with_next = False  # or all rows would stay on one page
        say(head, flow.frame.words(name).strip())
        say(begin(row.cells[1], "Table Text"), flow.frame.words(words).strip())
        whole(row)
    flow.paragraph("Table End")


def lines_to_sign(flow: Flow, columns: Sequence[str], names: Sequence[str], room: float) -> None:
    """Write rows with a name and empty places to sign in."""
    made = flow.table(1, len(columns))
    set_up(made, [room / len(columns)] * len(columns), MUTED)
    for cell, words in zip(made.rows[0].cells, columns, strict=True):
        say(begin(cell, "Table Head"), flow.frame.words(words))
    repeat(made.rows[0])
    whole(made.rows[0])
    for name in names:
        row = made.add_row()
        row.height = Pt(30)
        say(begin(row.cells[0], "Table Text"), flow.frame.words(name))
        whole(row)
    flow.paragraph("Table End")


def _finish(made: WordTable) -> None:
    """Give each cell the width of its column, as older readers need it."""
    widths = [column.width for column in made.columns]
    for row in made.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            if cell._tc.grid_span == 1 and width is not None:
                cell.width = width


def _head(flow: Flow, row: _Row, columns: Sequence[Column]) -> None:
    for cell, column in zip(row.cells, columns, strict=True):
        words = begin(cell, "Table Head")
        words.alignment = _ALIGNED[column.align]
        say(words, flow.frame.words(column.title))
        if column.unit:
            say(words, f",{NO_BREAK}{flow.frame.words(column.unit)}", colour=MUTED).bold = False
        properties = cell._tc.get_or_add_tcPr()
        properties.append(border("w:tcBorders", INK, 0.75, "bottom"))
        if column.turned:
            properties.append(element("w:textDirection", val="btLr"))
    if any(column.turned for column in columns):
        row.height = Pt(110)
    repeat(row)
    whole(row)


def _group(flow: Flow, made: WordTable, group: RowGroup, columns: Sequence[Column]) -> None:
    if group.title:
        row = made.add_row()
        cell = row.cells[0].merge(row.cells[-1])
        words = begin(cell, "Table Head")
        say(words, flow.frame.words(group.title), colour=flow.frame.palette.accent)
        shade(cell._tc.get_or_add_tcPr(), flow.frame.palette.tint)
        whole(row)
    for cells in group.rows:
        row = made.add_row()
        for at, (place, cell) in enumerate(zip(row.cells, cells, strict=True)):
            _cell(flow, place, cell, columns[at], is_head=at == 0)
        whole(row)


def _cell(flow: Flow, place: _Cell, cell: Cell, column: Column, *, is_head: bool) -> None:
    frame = flow.frame
    words = begin(place, "Table Text")
    words.alignment = _ALIGNED[column.align]
    if cell.markdown:
        write_inline(Flow(flow.around, place, "Table Text"), words, frame.inline(cell.text))
    elif cell.link and frame.address(cell.link):
        link_inside(words, cell.link, frame.words(cell.text).strip())
    else:
        say(words, frame.words(cell.text).strip(), bold=is_head or cell.tone == "strong")
    _tone(words.runs, cell.tone, frame.palette.accent)
    if cell.marks:
        say(words, cell.marks.replace(", ", ",")).font.superscript = True
    if cell.changed:
        bar(words, frame.palette.mark, side="right")


def _tone(runs: Iterable[Run], tone: str, accent: str) -> None:
    colour = {"yes": accent, "no": MUTED, "muted": MUTED}.get(tone, "")
    for run in runs if colour else ():
        run.font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())
