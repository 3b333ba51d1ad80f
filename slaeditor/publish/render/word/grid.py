"""The bare grid of a table in Word: widths, lines, heads that repeat, rows that stay whole."""

from __future__ import annotations

from collections.abc import Sequence

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from slaeditor.publish.render.word.flow import wear
from slaeditor.publish.render.word.markup import border, element, with_children
from slaeditor.publish.render.word.styles import INK

_TWENTIETHS = 20


def set_up(made: WordTable, widths: Sequence[float], colour: str, *, head: bool = True) -> None:
    """Fix the widths and draw hairlines between the rows."""
    made.alignment = WD_TABLE_ALIGNMENT.LEFT
    made.autofit = False
    properties = made._tbl.tblPr
    for old in properties.findall(qn("w:tblW")):
        properties.remove(old)
    total = str(round(sum(widths) * _TWENTIETHS))
    style = properties.find(qn("w:tblStyle"))
    if style is not None:
        properties.remove(style)
    properties.insert(0, element("w:tblW", w=total, type="dxa"))
    lines = border("w:tblBorders", colour, 0.5, "bottom", "insideH")
    if head:
        lines.insert(0, border("w:x", INK, 1, "top")[0])
    layout = properties.find(qn("w:tblLayout"))
    place = list(properties).index(layout) if layout is not None else len(properties)
    properties.insert(place, lines)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Pt(width)


def begin(cell: _Cell, style: str) -> Paragraph:
    """Return the first paragraph of a cell in a style."""
    words: Paragraph = cell.paragraphs[0]
    wear(words, style)
    return words


def repeat(row: _Row) -> None:
    """Let a row stand at the top of every page of its table."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def whole(row: _Row) -> None:
    """Keep a row on one page."""
    with_children(row._tr.get_or_add_trPr(), element("w:cantSplit"))
