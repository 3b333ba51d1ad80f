"""An edition as one Word document."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph as WordParagraph

from slaeditor.publish.document import (
    Block,
    Chapter,
    Edition,
    Paragraph,
    Prose,
    Section,
    Steps,
    Table,
)
from slaeditor.publish.figures import Chain, Curve, SwimLanes, Timeline, WeekPicture
from slaeditor.publish.pagination import pages_begun, shares_contents
from slaeditor.publish.render.chapters import opaque
from slaeditor.publish.render.contents import numbered_chapters
from slaeditor.publish.render.frame import Frame, Numbers
from slaeditor.publish.render.html import frame_of
from slaeditor.publish.render.office.package import packed, say_who
from slaeditor.publish.render.office.raster import Painter
from slaeditor.publish.render.pictures import picture_bytes
from slaeditor.publish.render.word.blocks import write_block
from slaeditor.publish.render.word.flow import Flow, Surroundings, run_on, say
from slaeditor.publish.render.word.furniture import write_contents, write_cover, write_furniture
from slaeditor.publish.render.word.markup import bookmarked
from slaeditor.publish.render.word.numbering import Numbering, number
from slaeditor.publish.render.word.styles import add_styles

_WIDE, _HIGH = Mm(210), Mm(297)
_SIDE, _TOP, _BOTTOM = Mm(25), Mm(24), Mm(22)
_ROOM, _LANDSCAPE_ROOM = 453.5, 700.0  # points
_DEEPEST = 3
_SHOWN = (Table, Steps, Timeline, WeekPicture, Curve, SwimLanes, Chain)
_SUPERFLUOUS = ("thumbnail", "stylesWithEffects", "customXml")


def word_bytes(edition: Edition) -> bytes:
    """Return the Word document of an edition; raises PublishTrouble.

    Equal editions give equal bytes.
    """
    for asset in edition.assets:
        picture_bytes(asset)
    document = docx.Document()
    _lighten(document)
    around = _surroundings(document, edition)
    add_styles(document, edition, around.frame.palette)
    around.numbering = _numbered_headings(document)
    _measure(document)
    write_cover(around, edition)
    write_furniture(around, edition)
    _write_chapters(around, edition)
    cover = edition.cover
    say_who(document.core_properties, cover.title, cover.organisation, edition.language)
    out = BytesIO()
    document.save(out)
    return packed(out.getvalue())


def _surroundings(document: Document, edition: Edition) -> Surroundings:
    pictures = {asset.id: f"asset:{asset.id}" for asset in edition.assets}
    return Surroundings(
        document=document,
        frame=frame_of(edition, pictures),
        painter=Painter(edition),
        numbering=Numbering(document),
        assets={asset.id: asset for asset in edition.assets},
        room=_ROOM,
    )


def _lighten(document: Document) -> None:
    """Leave out what the template brings along and no handbook needs."""
    for holder in (document.part.package, document.part):
        for key, relation in list(holder.rels.items()):
            if any(word in relation.reltype for word in _SUPERFLUOUS):
                del holder.rels[key]


def _numbered_headings(document: Document) -> Numbering:
    """Let Word count chapters and sections by their styles."""
    numbering = Numbering(document)
    for level in range(2):
        properties = document.styles[f"Heading {level + 1}"].element.get_or_add_pPr()
        numbers = properties.get_or_add_numPr()
        numbers.get_or_add_ilvl().val = level
        numbers.get_or_add_numId().val = numbering.headings
    return numbering


def _measure(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = _WIDE, _HIGH
    section.left_margin = section.right_margin = _SIDE
    section.top_margin, section.bottom_margin = _TOP, _BOTTOM
    section.header_distance = section.footer_distance = Mm(11)


def _write_chapters(around: Surroundings, edition: Edition) -> None:
    """Write front matter, contents and chapters in order."""
    chapters = numbered_chapters(edition)
    front = list(edition.front)
    for chapter in front[:1]:
        _chapter(around, chapter, "")
    write_contents(around, chapters, runs_on=shares_contents(edition))
    for chapter in front[1:]:
        _chapter(around, chapter, "")
    following = pages_begun(edition).running_on
    for numeral, chapter in chapters:
        _chapter(around, chapter, numeral, runs_on=chapter.id in following)


def _chapter(
    around: Surroundings, chapter: Chapter, numeral: str, *, runs_on: bool = False
) -> None:
    before = around.frame
    around.frame = replace(before, numbers=Numbers(numeral), level=1)
    flow = Flow(around, around.document)
    title = _title(flow, chapter, 1, numbered=bool(numeral))
    if runs_on:
        run_on(title)
    if chapter.lead:
        say(flow.paragraph("Lead"), around.frame.words(chapter.lead).strip())
    _blocks(around, chapter.blocks, around.frame)
    for section in chapter.sections:
        _section(around, section, 2, numbered=bool(numeral))
    _stand_upright(around)
    around.frame = before


def _section(around: Surroundings, section: Section, level: int, *, numbered: bool) -> None:
    starts_wide = bool(section.blocks) and _is_wide(section.blocks[0])
    if starts_wide:
        _lie_down(around)
    flow = Flow(around, around.document)
    _title(flow, section, level, numbered=numbered, new_page=section.opener)
    if section.lead:
        told = flow.within(flow.style, changed=section.changed)
        say(told.paragraph("Lead"), around.frame.words(section.lead).strip())
    if section.removed:
        say(flow.paragraph("Muted"), around.frame.words(section.removed).strip())
    if section.margin:
        say(flow.paragraph("Muted"), around.frame.words(section.margin).strip())
    inner = replace(around.frame, level=level)
    _blocks(around, section.blocks, inner)
    for part in section.sections:
        _section(around, part, min(level + 1, _DEEPEST), numbered=False)


def _title(
    flow: Flow, part: Chapter | Section, level: int, *, numbered: bool, new_page: bool = False
) -> WordParagraph:
    paragraph = flow.paragraph(f"Heading {level}")
    if not numbered:
        number(paragraph, 0)
    if new_page:
        paragraph.paragraph_format.page_break_before = True
    say(paragraph, flow.frame.words(part.title).strip())
    bookmarked(paragraph, opaque(part.id), flow.around.next_bookmark())
    return paragraph


def _blocks(around: Surroundings, blocks: tuple[Block, ...], frame: Frame) -> None:
    """Write blocks at a level; wide tables stand on landscape pages."""
    kept, around.frame = around.frame, frame
    for at, block in enumerate(blocks):
        if _is_wide(block):
            _lie_down(around)
        else:
            _stand_upright(around)
        write_block(block, Flow(around, around.document))
        if at == 0 and _introduces(block, blocks[1:2]):
            _keep_with_next(around)
    around.frame = kept


def _introduces(block: Block, following: tuple[Block, ...]) -> bool:
    """Whether words at the top of a section lead to a picture or a table."""
    words = isinstance(block, Paragraph | Prose)
    return words and any(isinstance(one, _SHOWN) and not _is_wide(one) for one in following)


def _keep_with_next(around: Surroundings) -> None:
    """Keep the last paragraph on the page of what follows it."""
    last = around.document.element.body.findall(qn("w:p"))[-1]
    WordParagraph(last, around.document).paragraph_format.keep_with_next = True


def _is_wide(block: Block) -> bool:
    return isinstance(block, Table) and block.wide


def _lie_down(around: Surroundings) -> None:
    """Go on on landscape pages."""
    if not around.turned:
        _turn(around, landscape=True)


def _stand_upright(around: Surroundings) -> None:
    """Go on on upright pages."""
    if around.turned:
        _turn(around, landscape=False)


def _turn(around: Surroundings, *, landscape: bool) -> None:
    section = around.document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    sides = (_HIGH, _WIDE) if landscape else (_WIDE, _HIGH)
    section.page_width, section.page_height = sides
    section.different_first_page_header_footer = False
    around.turned = landscape
    around.room = _LANDSCAPE_ROOM if landscape else _ROOM
