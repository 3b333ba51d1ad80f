"""Small pieces of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_BORDER_EIGHTHS = 8


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """Return an element such as `w:shd`; attributes stand in the namespace w."""
    made = OxmlElement(tag)
    for name, words in attributes.items():
        made.set(qn(f"w:{name}"), words)
    return made


def with_children(parent: BaseOxmlElement, *children: BaseOxmlElement) -> BaseOxmlElement:
    """Return `parent` after the children were put at its end."""
    for child in children:
        parent.append(child)
    return parent


def hexadecimal(colour: str) -> str:
    """Return "#0b5c8a" as Word writes it.

    >>> hexadecimal("#0b5c8a")
    '0B5C8A'
    """
    return colour.removeprefix("#").upper()


def shade(properties: BaseOxmlElement, colour: str) -> None:
    """Give a cell or paragraph a background, by its properties."""
    for old in properties.findall(qn("w:shd")):
        properties.remove(old)
    shading = element("w:shd", val="clear", color="auto", fill=hexadecimal(colour))
    properties.insert_element_before(
        shading,
        *("w:tabs", "w:suppressAutoHyphens", "w:bidi", "w:spacing", "w:ind", "w:jc"),
        *("w:outlineLvl", "w:rPr", "w:noWrap", "w:tcMar", "w:textDirection", "w:vAlign"),
    )


def border(parent: str, colour: str, points: float, *sides: str, space: int = 0) -> BaseOxmlElement:
    """Return borders (`w:pBdr`, `w:tblBorders` …) of some sides."""
    size = str(round(points * _BORDER_EIGHTHS))
    return with_children(
        element(parent),
        *(
            element(f"w:{side}", val="single", sz=size, space=str(space), color=hexadecimal(colour))
            for side in sides
        ),
    )


def bar(paragraph: Paragraph, colour: str, points: float = 2.25, side: str = "left") -> None:
    """Draw a bar beside a paragraph."""
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:pBdr")) is None:
        made = border("w:pBdr", colour, points, side, space=8)
        properties.insert_element_before(
            made,
            *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:bidi", "w:spacing", "w:ind"),
            *("w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr"),
        )


def field(paragraph: Paragraph, code: str, shown: str = "") -> Run:
    """Add a field such as PAGE, which Word fills in; return the run of its words."""
    _part(paragraph, "begin")
    paragraph.add_run()._r.append(_instruction(code))
    _part(paragraph, "separate")
    run = paragraph.add_run(shown)
    _part(paragraph, "end")
    return run


def _part(paragraph: Paragraph, kind: str) -> None:
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType=kind))


def _instruction(code: str) -> BaseOxmlElement:
    words = element("w:instrText")
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    words.text = f" {code} "
    return words


def bookmark_name(identifier: str) -> str:
    """Return the name of the bookmark of a chapter or section.

    >>> bookmark_name("s-side-by-side")
    's_side_by_side'
    """
    return identifier.replace("-", "_")[:40]


def bookmarked(paragraph: Paragraph, identifier: str, number: int) -> None:
    """Let links lead to a paragraph; `number` is the running number of the bookmark."""
    start = element("w:bookmarkStart", id=str(number), name=bookmark_name(identifier))
    inner = paragraph._p
    place = 0 if inner.pPr is None else 1
    inner.insert(place, start)
    inner.append(element("w:bookmarkEnd", id=str(number)))
