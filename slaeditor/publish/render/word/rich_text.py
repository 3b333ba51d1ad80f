"""The manager's prose, clean HTML by now, as Word paragraphs, lists and tables."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from io import BytesIO
from xml.etree.ElementTree import Element

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from slaeditor.publish.render.office.markup import tree, words_of
from slaeditor.publish.render.word.flow import Flow, link_outside, say
from slaeditor.publish.render.word.grid import begin, repeat, set_up, whole
from slaeditor.publish.render.word.numbering import number

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_INLINE = {"strong", "em", "code", "a", "sup", "sub", "br", "img"}
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class _Marks:
    """How words inside a paragraph are set."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    raised: bool = False
    lowered: bool = False


def write(flow: Flow, html: str, opening: str = "") -> None:
    """Write clean HTML; `opening` stands in bold before the first words."""
    root = tree(html)
    if opening:
        first = root[0] if len(root) else None
        if first is None or first.tag != "p":
            say(flow.paragraph(), opening, bold=True)
        else:
            paragraph = flow.paragraph()
            say(paragraph, f"{opening} ", bold=True)
            _inline(flow, paragraph, first, _Marks())
            root.remove(first)
    _blocks(flow, root)


def write_inline(flow: Flow, paragraph: Paragraph, html: str) -> None:
    """Write clean HTML of a cell: one paragraph of words, or several blocks."""
    root = tree(html)
    if all(child.tag in _INLINE for child in root):
        _inline(flow, paragraph, root, _Marks())
    else:
        _blocks(flow, root)


def _blocks(flow: Flow, parent: Element) -> None:
    for child in parent:
        _block(flow, child)


def _block(flow: Flow, part: Element) -> None:
    if part.tag in _HEADINGS:
        level = min(int(part.tag[1]), _DEEPEST)
        _inline(flow, _unnumbered(flow, level), part, _Marks())
    elif part.tag in {"ul", "ol"}:
        _list(flow, part, 0)
    elif part.tag == "table":
        _table(flow, part)
    elif part.tag == "pre":
        say(flow.paragraph("Code"), words_of(part).rstrip("\n"))
    elif part.tag in {"blockquote", "div"}:
        _quoted(flow, part)
    elif part.tag != "hr":
        _inline(flow, flow.paragraph(), part, _Marks())


def _unnumbered(flow: Flow, level: int) -> Paragraph:
    paragraph = flow.paragraph(f"Heading {level}")
    number(paragraph, 0)
    return paragraph


def _quoted(flow: Flow, part: Element) -> None:
    """Write what a quotation or a meaning holds, indented."""
    inner = flow.within("Extra")
    if len(part) and part[0].tag not in _INLINE:
        _blocks(inner, part)
    else:
        _inline(inner, inner.paragraph(), part, _Marks())


def _list(flow: Flow, part: Element, level: int) -> None:
    start = int(part.get("start", "1"))
    is_ordered = part.tag == "ol"
    numbering = flow.around.numbering
    key = numbering.ordered(start) if is_ordered else numbering.bullets
    for item in part:
        _item(flow, item, key, level)


def _item(flow: Flow, item: Element, key: int, level: int) -> None:
    """Write one entry: its words, further paragraphs under them, lists inside it."""
    paragraph = flow.paragraph()
    number(paragraph, key, level)
    paragraph.paragraph_format.space_after = Pt(2)
    nested = [child for child in item if child.tag in {"ul", "ol"}]
    for child in nested:
        tail, child.tail = child.tail, None
        item.remove(child)
        if tail and tail.strip():
            item.append(_words(tail))
    _inline(flow, paragraph, item, _Marks())
    for child in nested:
        _list(flow, child, level + 1)


def _words(text: str) -> Element:
    made = Element("span")
    made.text = text
    return made


def _table(flow: Flow, part: Element) -> None:
    """Write a table that the manager drew in a text."""
    rows = list(part.iter("tr"))
    columns = max((len(row) for row in rows), default=0)
    if not columns:
        return
    made = flow.table(0, columns)
    room = flow.around.room
    set_up(made, [room / columns] * columns, flow.frame.palette.line)
    for at, row in enumerate(rows):
        new = made.add_row()
        style = "Table Text" if at else "Table Head"
        for cell, words in zip(new.cells, row, strict=False):
            _inline(flow, begin(cell, style), words, _Marks(bold=at == 0))
        whole(new)
    repeat(made.rows[0])
    flow.paragraph("Table End")


def _inline(flow: Flow, paragraph: Paragraph, part: Element, marks: _Marks) -> None:
    _say(paragraph, part.text, marks)
    for child in part:
        _child(flow, paragraph, child, marks)
        _say(paragraph, child.tail, marks)


def _child(flow: Flow, paragraph: Paragraph, child: Element, marks: _Marks) -> None:
    if child.tag == "br":
        paragraph.add_run().add_break()
    elif child.tag == "img":
        _picture(flow, paragraph, child)
    elif child.tag == "a":
        link_outside(paragraph, child.get("href", ""), words_of(child))
    elif child.tag == "p":
        _gap(paragraph)
        _inline(flow, paragraph, child, marks)
    else:
        _inline(flow, paragraph, child, _marked(child.tag, marks))


def _gap(paragraph: Paragraph) -> None:
    """Begin a new line where words stand already."""
    if paragraph.text.strip():
        paragraph.add_run().add_break()


def _marked(tag: str, marks: _Marks) -> _Marks:
    changes = {
        "strong": {"bold": True},
        "em": {"italic": True},
        "code": {"code": True},
        "sup": {"raised": True},
        "sub": {"lowered": True},
    }
    return replace(marks, **changes.get(tag, {}))


def _say(paragraph: Paragraph, text: str | None, marks: _Marks) -> None:
    words = " ".join((text or "").split("\n"))
    if not words or (not paragraph.text and not words.strip()):
        return
    run = say(paragraph, words if paragraph.text else words.lstrip(), bold=marks.bold)
    run.italic = marks.italic or None
    run.font.superscript = marks.raised or None
    run.font.subscript = marks.lowered or None
    if marks.code:
        run.font.name = "Consolas"


def _picture(flow: Flow, paragraph: Paragraph, child: Element) -> None:
    """Put a picture of the edition into the line, no wider than the page."""
    asset = flow.around.assets[child.get("src", "").removeprefix("asset:")]
    run = paragraph.add_run()
    shape = run.add_picture(BytesIO(base64.b64decode(asset.content)))
    most = Pt(flow.around.room)
    if shape.width > most:
        shape.height = round(shape.height * most / shape.width)
        shape.width = most
    describe(shape._inline.docPr, child.get("alt") or asset.alternative)


def describe(properties: object, words: str) -> None:
    """Say what a picture shows, for people who cannot see it."""
    properties.set("descr", words)  # type: ignore[attr-defined]
    properties.set("name", "")  # type: ignore[attr-defined]
