"""Slides drawn: titles that programs know as titles, lines, tables, notes, feet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation
from pptx.text.text import _Paragraph
from pptx.util import Pt

from slaeditor.publish.document import Align, Cell, Column, Table
from slaeditor.publish.render.colour import INK
from slaeditor.publish.render.direction import is_right_to_left
from slaeditor.publish.render.frame import Frame
from slaeditor.publish.render.slides.outline import (
    HEIGHT,
    LINE_SIZES,
    ROOM,
    TABLE_SIZES,
    Line,
    Slide,
    cell_words,
    lead_height,
    lines_height,
    row_height,
    shares,
    table_height,
)

WIDTH, SLIDE_HEIGHT = 960.0, 540.0
_LEFT, _TOP = 54.0, 122.0
_TITLE_ONLY = 5
_BEHIND_ALL = 2  # after the two properties of the group of shapes
_LONG_TITLE, _COVER_LETTERS = 58, 80
_COVER_SIZE, _LONG_COVER_SIZE = 44, 30
_MUTED = "#56606b"
_ALIGNED = {Align.LEFT: PP_ALIGN.LEFT, Align.RIGHT: PP_ALIGN.RIGHT, Align.CENTRE: PP_ALIGN.CENTER}


@dataclass(frozen=True, slots=True)
class Deck:
    """What all slides of a presentation share."""

    presentation: Presentation
    frame: Frame
    family: str
    foot: str

    def colour(self, colour: str) -> RGBColor:
        """Return a colour as the library wants it."""
        found: RGBColor = RGBColor.from_string(colour.removeprefix("#").upper())
        return found


@dataclass(frozen=True, slots=True)
class Lettering:
    """How words are set: size in points, colour, weight."""

    size: float
    colour: str = INK
    bold: bool = False


def draw(deck: Deck, slide: Slide) -> None:
    """Draw a slide with its title, what stands below it, its foot and its notes."""
    palette = deck.frame.palette
    drawn = _empty(deck)
    bar = drawn.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(0), Pt(0), Pt(12), Pt(SLIDE_HEIGHT))
    _fill(deck, bar, palette.cover)
    _title(deck, drawn, slide.title, (_LEFT, 44.0, ROOM, 62.0), Lettering(30, bold=True))
    if slide.kicker:
        kicker = Lettering(13, palette.accent, bold=True)
        _say(deck, _box(drawn, _LEFT, 24.0, ROOM, 22.0), slide.kicker, kicker)
    if slide.table is not None:
        _table(deck, drawn, slide.table)
    else:
        _lines(deck, drawn, slide)
    _foot(deck, drawn)
    if slide.notes:
        _notes(deck, drawn, slide)


def draw_cover(deck: Deck, title: str, lines: tuple[tuple[str, Lettering], ...]) -> None:
    """Draw the first slide: a field of colour with the title and what the lines say."""
    palette = deck.frame.palette
    drawn = _empty(deck)
    field = drawn.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(0), Pt(0), Pt(WIDTH), Pt(SLIDE_HEIGHT))
    _fill(deck, field, palette.cover)
    size = _COVER_SIZE if len(title) <= _LONG_TITLE else _LONG_COVER_SIZE
    _title(
        deck, drawn, title, (72.0, 150.0, 800.0, 120.0), Lettering(size, palette.cover_ink, True)
    )
    top = 290.0
    for words, look in lines:
        if words:
            _say(deck, _box(drawn, 72.0, top, 800.0, look.size * 2), words, look)
            top += look.size * (1 + len(words) // _COVER_LETTERS) + 16


def _empty(deck: Deck) -> Any:
    layout = deck.presentation.slide_layouts[_TITLE_ONLY]
    drawn = deck.presentation.slides.add_slide(layout)
    for shape in list(drawn.placeholders):
        if shape != drawn.shapes.title:
            shape.element.getparent().remove(shape.element)
    return drawn


def _fill(deck: Deck, shape: Any, colour: str) -> None:
    """Fill a shape that is mere decoration: it has no outline, shadow or words."""
    shape.fill.solid()
    shape.fill.fore_color.rgb = deck.colour(colour)
    shape.line.fill.background()
    shape.shadow.inherit = False
    tree = shape.element.getparent()
    tree.remove(shape.element)
    tree.insert(_BEHIND_ALL, shape.element)


def _title(
    deck: Deck,
    drawn: Any,
    words: str,
    place: tuple[float, float, float, float],
    lettering: Lettering,
) -> None:
    title = drawn.shapes.title
    title.left, title.top, title.width, title.height = (Pt(one) for one in place)
    frame = title.text_frame
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame.word_wrap = True
    frame.margin_left = 0
    size = lettering.size if len(words) <= _LONG_TITLE else max(lettering.size - 8, 20)
    _say(deck, frame, words, Lettering(size, lettering.colour, lettering.bold))


def _box(drawn: Any, left: float, top: float, width: float, height: float) -> Any:
    frame = drawn.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    return frame


def _say(deck: Deck, frame: Any, words: str, lettering: Lettering) -> None:
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    _run(deck, paragraph, deck.frame.words(words).strip(), lettering)


def _run(deck: Deck, paragraph: _Paragraph, words: str, lettering: Lettering) -> None:
    if is_right_to_left(words):
        paragraph._p.get_or_add_pPr().set("rtl", "1")
        paragraph.alignment = PP_ALIGN.RIGHT
    run = paragraph.add_run()
    run.text = words
    run.font.name = deck.family
    run.font.size = Pt(lettering.size)
    run.font.bold = lettering.bold
    run.font.color.rgb = deck.colour(lettering.colour)
    run.font._element.set("lang", deck.frame.language)


def _lines(deck: Deck, drawn: Any, slide: Slide) -> None:
    """Draw the lead and the lines in the largest size in which they fit."""
    top = _TOP
    if slide.lead:
        high = lead_height(slide.lead)
        lead = Lettering(18, _MUTED)
        _say(deck, _box(drawn, _LEFT, top, ROOM, high), slide.lead, lead)
        top += high
    if not slide.lines:
        return
    room = HEIGHT - (top - _TOP)
    size = next(
        (size for size in LINE_SIZES if lines_height(slide.lines, size) <= room), LINE_SIZES[-1]
    )
    frame = _box(drawn, _LEFT, top, ROOM, room)
    for at, line in enumerate(slide.lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size * 0.45)
        _line(deck, paragraph, line, size)


def _line(deck: Deck, paragraph: _Paragraph, line: Line, size: float) -> None:
    if line.label:
        label = deck.frame.words(line.label).strip()
        head = Lettering(size, deck.frame.palette.accent, bold=True)
        _run(deck, paragraph, f"{label}:  ", head)
    _run(deck, paragraph, deck.frame.words(line.words).strip(), Lettering(size))


def _table(deck: Deck, drawn: Any, table: Table) -> None:
    count = 1 + sum(len(group.rows) + bool(group.title) for group in table.groups)
    shape = drawn.shapes.add_table(
        count, len(table.columns), Pt(_LEFT), Pt(_TOP), Pt(ROOM), Pt(20.0 * count)
    )
    shape.name = deck.frame.words(table.caption)
    made = shape.table
    size = _table_size(deck, table)
    _plain_style(made)
    for column, share in zip(made.columns, shares(table), strict=True):
        column.width = Pt(ROOM * share)
    _head(deck, made, table.columns, size)
    row = 1
    for group in table.groups:
        if group.title:
            _group_head(deck, made, row, group.title, size)
            row += 1
        for cells in group.rows:
            _row(deck, _Row(made, row, size), cells, table)
            row += 1


def _plain_style(made: Any) -> None:
    """Leave only the lines and colours that are set here."""
    made.horz_banding = False
    properties = made._tbl.tblPr
    for style in list(properties):
        properties.remove(style)


def _head(deck: Deck, made: Any, columns: tuple[Column, ...], size: float) -> None:
    palette = deck.frame.palette
    for cell, column in zip(made.rows[0].cells, columns, strict=True):
        unit = f", {column.unit}" if column.unit else ""
        _fill_cell(deck, cell, palette.cover)
        words = deck.frame.words(column.title + unit)
        lettering = Lettering(size, palette.cover_ink, bold=True)
        _write(deck, cell, words, lettering, column.align)


def _group_head(deck: Deck, made: Any, row: int, title: str, size: float) -> None:
    cells = list(made.rows[row].cells)
    if len(cells) > 1:
        cells[0].merge(cells[-1])
    _fill_cell(deck, cells[0], deck.frame.palette.tint)
    lettering = Lettering(size, deck.frame.palette.accent, bold=True)
    _write(deck, cells[0], deck.frame.words(title), lettering, Align.LEFT)
    made.rows[row].height = Pt(row_height(("",), (1.0,), size))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a drawn table, and the size of its letters in points."""

    table: Any
    place: int
    size: float


def _row(deck: Deck, row: _Row, cells: tuple[Cell, ...], table: Table) -> None:
    told = [cell_words(cell, deck.frame) for cell in cells]
    drawn = row.table.rows[row.place]
    drawn.height = Pt(row_height(told, shares(table), row.size))
    for at, (place, cell) in enumerate(zip(drawn.cells, cells, strict=True)):
        place.fill.background()
        is_strong = at == 0 or cell.tone in {"yes", "strong"}
        colour = {"yes": deck.frame.palette.accent, "no": _MUTED}.get(cell.tone, INK)
        marks = f" [{cell.marks}]" if cell.marks else ""
        lettering = Lettering(row.size, colour, bold=is_strong)
        _write(deck, place, told[at] + marks, lettering, table.columns[at].align)


def _table_size(deck: Deck, table: Table) -> float:
    """Return the largest size in which a table fits on the slide."""
    fitting = (size for size in TABLE_SIZES if table_height(table, deck.frame, size) <= HEIGHT)
    return next(fitting, TABLE_SIZES[-1])


def _write(deck: Deck, cell: Any, words: str, lettering: Lettering, align: Align) -> None:
    cell.margin_top = cell.margin_bottom = Pt(2)
    cell.margin_left = cell.margin_right = Pt(6)
    cell.vertical_anchor = MSO_ANCHOR.TOP
    for at, line in enumerate(words.split("\n")):
        frame = cell.text_frame
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = _ALIGNED[align]
        _run(deck, paragraph, line, lettering)


def _fill_cell(deck: Deck, cell: Any, colour: str) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = deck.colour(colour)


def _foot(deck: Deck, drawn: Any) -> None:
    """Draw the line at the bottom: title, edition, issue, and the number of the slide."""
    number = len(deck.presentation.slides)
    lettering = Lettering(10, _MUTED)
    _say(deck, _box(drawn, _LEFT, 508.0, 760.0, 20.0), deck.foot, lettering)
    frame = _box(drawn, 850.0, 508.0, 54.0, 20.0)
    frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    _run(deck, frame.paragraphs[0], str(number), lettering)


def _notes(deck: Deck, drawn: Any, slide: Slide) -> None:
    """Write what the speaker reads, a paragraph for each passage."""
    frame = drawn.notes_slide.notes_text_frame
    if frame is None:
        return
    for at, words in enumerate(slide.notes):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.add_run().text = deck.frame.words(words)
