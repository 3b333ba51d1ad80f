"""A place in the document into which paragraphs and tables are written one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from slaeditor.publish.document import Asset
from slaeditor.publish.render.direction import is_right_to_left
from slaeditor.publish.render.frame import Frame
from slaeditor.publish.render.office.raster import Painter
from slaeditor.publish.render.word.markup import bar, bookmark_name, element
from slaeditor.publish.render.word.numbering import Numbering

_LINK = "#0b5c8a"
_BELOW_ANOTHER = Pt(42)


@dataclass
class Surroundings:
    """What everything that is written shares: words, pictures, numbers, bookmarks."""

    document: Document
    frame: Frame
    painter: Painter
    numbering: Numbering
    assets: Mapping[str, Asset]
    room: float  # points between the margins
    bookmarks: int = 0
    turned: bool = False  # whether pages are landscape just now

    def next_bookmark(self) -> int:
        """Return the number of the next bookmark."""
        self.bookmarks += 1
        return self.bookmarks


@dataclass
class Flow:
    """A document or cell being written; `style` is what plain paragraphs get."""

    around: Surroundings
    target: Document | _Cell
    style: str = "Normal"
    changed: bool = False
    _begun: bool = field(default=False)

    @property
    def frame(self) -> Frame:
        """How words are set."""
        return self.around.frame

    def paragraph(self, style: str = "") -> Paragraph:
        """Return a new paragraph; the first of a cell is the one that is there already."""
        made = self._first() or self.target.add_paragraph()
        wear(made, style or self.style)
        self._begun = True
        if self.changed:
            bar(made, self.frame.palette.mark, side="right")
        return made

    def _first(self) -> Paragraph | None:
        is_cell = isinstance(self.target, _Cell)
        return self.target.paragraphs[0] if is_cell and not self._begun else None

    def table(self, rows: int, columns: int) -> Table:
        """Return a new table of plain cells as wide as the page."""
        self._begun = True
        made: Table = self.target.add_table(rows, columns)
        return made

    def within(self, style: str, *, changed: bool = False) -> Flow:
        """Return the same place with another style for plain paragraphs."""
        return Flow(self.around, self.target, style, self.changed or changed, self._begun)


def wear(paragraph: Paragraph, style: str) -> None:
    """Give a paragraph a style of ours by its name, whose key is the name without spaces."""
    paragraph._p.style = style.replace(" ", "")


def say(paragraph: Paragraph, words: str, *, bold: bool = False, colour: str = "") -> Run:
    """Add words to a paragraph; words that are read from the right turn it round."""
    if is_right_to_left(words):
        turn(paragraph)
    run = paragraph.add_run(words)
    run.bold = bold or None
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())
    if is_right_to_left(words):
        run.font.rtl = True
    return run


def turn(paragraph: Paragraph) -> None:
    """Let a paragraph be read from the right."""
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(
            element("w:bidi"),
            *("w:adjustRightInd", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc"),
            *("w:textAlignment", "w:outlineLvl", "w:rPr"),
        )


def link_inside(paragraph: Paragraph, identifier: str, words: str) -> None:
    """Add words that lead to a chapter or section of the document."""
    link = element("w:hyperlink", anchor=bookmark_name(identifier), history="1")
    _linked(paragraph, link, words)


def link_outside(paragraph: Paragraph, address: str, words: str) -> None:
    """Add words that lead to a web page or mail address."""
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    _linked(paragraph, link, words, marked=True)


def _linked(paragraph: Paragraph, link: object, words: str, *, marked: bool = False) -> None:
    run = say(paragraph, words, colour=_LINK if marked else "")
    run.underline = marked or None
    link.append(run._r)  # type: ignore[attr-defined]
    paragraph._p.append(link)


def run_on(title: Paragraph) -> None:
    """Let a chapter begin below the one before it, with room above its title."""
    title.paragraph_format.page_break_before = False
    title.paragraph_format.space_before = _BELOW_ANOTHER
