"""Cover, contents, heads and feet of the Word document."""

from __future__ import annotations

import base64
from io import BytesIO

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from slaeditor.publish.document import Edition
from slaeditor.publish.render.contents import CONTENTS_ID, NumberedChapter
from slaeditor.publish.render.figures.lettering import width
from slaeditor.publish.render.word.flow import Flow, Surroundings, link_inside, run_on, say
from slaeditor.publish.render.word.markup import bookmarked, element, field, shade

_LOGO_HEIGHT = Mm(16)
_COVER_ROOM = 400.0
_TITLE_SIZE, _LONG_TITLE_SIZE, _LONGEST_TITLE_SIZE = 34, 26, 20
_LONG, _LONGEST = 60, 140
_WATERMARK = """<w:r {names}><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
 path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t" o:connecttype="rect"/>
<v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="SlaWatermark" type="#_x0000_t136" alt="" style="position:absolute;margin-left:0;
margin-top:0;width:{width}pt;height:{height}pt;rotation:315;z-index:-251658752;
mso-position-horizontal:center;mso-position-horizontal-relative:margin;
mso-position-vertical:center;mso-position-vertical-relative:margin"
 fillcolor="#d9dce0" stroked="f"><v:textpath style="font-family:&quot;Calibri&quot;;font-size:1pt"
 string=""/></v:shape></w:pict></w:r>"""
_NAMES = (
    f'{nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_VML = "{urn:schemas-microsoft-com:vml}"
_WATERMARK_WIDTH = 420.0


def write_cover(around: Surroundings, edition: Edition) -> None:
    """Write the cover: a field of colour with the title, then edition, issue and owner."""
    cover, frame = edition.cover, around.frame
    box = around.document.add_table(1, 1)
    cell = box.rows[0].cells[0]
    shade(cell._tc.get_or_add_tcPr(), frame.palette.cover)
    _inset(cell._tc.get_or_add_tcPr())
    flow = Flow(around, cell, "Cover Text")
    ink = frame.palette.cover_ink
    _logo(flow, edition)
    say(flow.paragraph(), frame.words(cover.organisation), colour=ink)
    title = flow.paragraph("Cover Title")
    say(title, frame.words(cover.title), colour=ink).font.size = Pt(_title_size(cover.title))
    say(
        flow.paragraph("Cover Subtitle"),
        frame.words(cover.subtitle),
        colour=frame.palette.cover_soft,
    )
    _issue(Flow(around, around.document, "Cover Text"), edition)


def _title_size(title: str) -> int:
    longest = max((width(word, _TITLE_SIZE, bold=True) for word in title.split()), default=0.0)
    if len(title) > _LONGEST or longest > _COVER_ROOM * 1.3:
        return _LONGEST_TITLE_SIZE
    return _LONG_TITLE_SIZE if len(title) > _LONG or longest > _COVER_ROOM else _TITLE_SIZE


def _inset(properties: object) -> None:
    """Keep the words away from the edge of the coloured field."""
    margins = element("w:tcMar")
    for side in ("top", "left", "bottom", "right"):
        margins.append(element(f"w:{side}", w="400", type="dxa"))
    properties.append(margins)  # type: ignore[attr-defined]


def _logo(flow: Flow, edition: Edition) -> None:
    asset = flow.around.assets.get(edition.brand.logo)
    if asset is None:
        return
    run = flow.paragraph().add_run()
    shape = run.add_picture(BytesIO(base64.b64decode(asset.content)), height=_LOGO_HEIGHT)
    shape._inline.docPr.set("descr", asset.alternative or edition.cover.organisation)


def _issue(flow: Flow, edition: Edition) -> None:
    cover, frame = edition.cover, flow.frame
    flow.paragraph()
    name = say(flow.paragraph(), frame.words(cover.edition_name), bold=True)
    name.font.size = Pt(16)
    if cover.watermark:
        say(flow.paragraph(), frame.words(cover.watermark), bold=True, colour=frame.palette.mark)
    issue = " · ".join(filter(None, (cover.version, cover.date)))
    for words in (cover.recipient, issue, cover.owner, cover.confidentiality):
        if words:
            say(flow.paragraph(), frame.words(words))


def write_contents(
    around: Surroundings, chapters: list[NumberedChapter], *, runs_on: bool = False
) -> None:
    """Write the table of contents: a field that Word renews, with the titles already in it.

    Contents that run on begin no page.
    """
    flow = Flow(around, around.document)
    head = flow.paragraph("Contents Title")
    if runs_on:
        run_on(head)
    say(head, around.frame.words(around.frame.labels.contents))
    bookmarked(head, CONTENTS_ID, around.next_bookmark())
    entries = list(_entries(flow, chapters))
    if entries:
        _as_field(entries, 'TOC \\o "1-2" \\h \\z \\u')


def _entries(flow: Flow, chapters: list[NumberedChapter]) -> list[Paragraph]:
    made: list[Paragraph] = []
    for number, chapter in chapters:
        made.append(_entry(flow, "toc 1", number, chapter.title, chapter.id))
        made += [
            _entry(flow, "toc 2", f"{number}.{at}", section.title, section.id)
            for at, section in enumerate(chapter.sections, 1)
            if number
        ]
    return made


def _entry(flow: Flow, style: str, number: str, title: str, target: str) -> Paragraph:
    paragraph = flow.paragraph(style)
    words = flow.frame.words(title).strip()
    link_inside(paragraph, target, f"{number}\u2002{words}" if number else words)
    return paragraph


def _as_field(entries: list[Paragraph], code: str) -> None:
    """Put paragraphs into a field: its beginning before the first, its end after the last."""
    scratch = entries[0].insert_paragraph_before("")
    field(scratch, code)
    runs = list(scratch._p.iterchildren(qn("w:r")))
    begin, end = runs[:3], runs[-1]
    begin[0].find(qn("w:fldChar")).set(qn("w:dirty"), "true")
    first = entries[0]._p
    place = 1 if first.pPr is not None else 0
    for at, run in enumerate(begin):
        first.insert(place + at, run)
    entries[-1]._p.append(end)
    scratch._p.getparent().remove(scratch._p)


def write_furniture(around: Surroundings, edition: Edition) -> None:
    """Write heads, feet and the watermark; the cover has none but the watermark."""
    section = around.document.sections[0]
    section.different_first_page_header_footer = True
    cover, frame = edition.cover, around.frame
    head = section.header.paragraphs[0]
    _ends(head, around.room)
    say(head, frame.words(cover.title))
    say(head, f"\t{frame.words(cover.foot)}", bold=True, colour=frame.palette.mark)
    foot = section.footer.paragraphs[0]
    _ends(foot, around.room)
    issue = (cover.version, cover.date, cover.confidentiality)
    say(foot, frame.words(" · ".join(filter(None, issue))))
    say(foot, "\t")
    field(foot, "PAGE", "1")
    say(foot, " / ")
    field(foot, "NUMPAGES", "1")
    if cover.watermark:
        _watermark(head, frame.words(cover.watermark))
        _watermark(section.first_page_header.paragraphs[0], frame.words(cover.watermark))


def _ends(paragraph: Paragraph, room: float) -> None:
    """Let what follows a tabulator stand at the right margin."""
    stops = paragraph.paragraph_format.tab_stops
    for stop in list(paragraph.style.paragraph_format.tab_stops if paragraph.style else ()):
        stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(Pt(room), WD_TAB_ALIGNMENT.RIGHT)


def _watermark(paragraph: Paragraph, words: str) -> None:
    size = _WATERMARK_WIDTH / max(width(words, 1, bold=True), 1.0)
    shape = parse_xml(
        _WATERMARK.format(names=_NAMES, width=round(_WATERMARK_WIDTH), height=round(min(size, 110)))
    )
    for drawn in shape.iter(f"{_VML}textpath"):
        if drawn.get("string") is not None:
            drawn.set("string", words)
    paragraph._p.append(shape)
