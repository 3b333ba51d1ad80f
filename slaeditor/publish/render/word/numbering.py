"""Numbers that Word counts itself: headings through the document, lists each from one."""

from __future__ import annotations

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from slaeditor.publish.render.word.markup import element, with_children

_HEADINGS, _BULLETS, _STEPS = 90, 91, 92
_DEPTH = 6
_INDENT = 360  # twentieths of a point a level
_DOTS = "•–•–•–"
_FORMS = ("decimal", "lowerLetter", "lowerRoman")


class Numbering:
    """The numbering of one document."""

    def __init__(self, document: Document) -> None:
        """Write the three kinds of numbers: headings, bullets, ordered lists."""
        self._root = document.part.numbering_part.element
        self._next = 100
        for old in list(self._root):
            self._root.remove(old)
        self._kind(_HEADINGS, [_heading_level(level) for level in range(2)])
        self._kind(_BULLETS, [_bullet(level) for level in range(_DEPTH)])
        self._kind(_STEPS, [_ordered(level) for level in range(_DEPTH)])
        self.headings = self._new(_HEADINGS)
        self.bullets = self._new(_BULLETS)

    def ordered(self, start: int = 1) -> int:
        """Return a list of numbers of its own, which begins with `start`."""
        return self._new(_STEPS, start)

    def _kind(self, key: int, levels: list[BaseOxmlElement]) -> None:
        made = element("w:abstractNum", abstractNumId=str(key))
        self._root.append(
            with_children(made, element("w:multiLevelType", val="multilevel"), *levels)
        )

    def _new(self, kind: int, start: int = 0) -> int:
        self._next += 1
        made = element("w:num", numId=str(self._next))
        made.append(element("w:abstractNumId", val=str(kind)))
        if start:
            override = element("w:lvlOverride", ilvl="0")
            made.append(with_children(override, element("w:startOverride", val=str(start))))
        self._root.append(made)
        return self._next


def number(paragraph: Paragraph, key: int, level: int = 0) -> None:
    """Give a paragraph its place in a list; key 0 takes it out of the one of its style."""
    properties = paragraph._p.get_or_add_pPr()
    numbers = properties.get_or_add_numPr()
    numbers.get_or_add_ilvl().val = min(level, _DEPTH - 1)
    numbers.get_or_add_numId().val = key


def _level(level: int, form: str, words: str, left: int, hanging: int) -> BaseOxmlElement:
    made = element("w:lvl", ilvl=str(level))
    indent = with_children(
        OxmlElement("w:pPr"), element("w:ind", left=str(left), hanging=str(hanging))
    )
    return with_children(
        made,
        element("w:start", val="1"),
        element("w:numFmt", val=form),
        element("w:lvlText", val=words),
        element("w:lvlJc", val="left"),
        indent,
    )


def _heading_level(level: int) -> BaseOxmlElement:
    """A heading's number: "1" of a chapter, "1.1" of a section."""
    words = "%1" if level == 0 else "%1.%2"
    made = _level(level, "decimal", words, 0, 0)
    style = element("w:pStyle", val=f"Heading{level + 1}")
    made.insert(2, style)
    made.insert(list(made).index(made.find(qn("w:lvlText"))), element("w:suff", val="space"))
    return made


def _bullet(level: int) -> BaseOxmlElement:
    return _level(level, "bullet", _DOTS[level], _INDENT * (level + 1), _INDENT)


def _ordered(level: int) -> BaseOxmlElement:
    form = _FORMS[level % len(_FORMS)]
    return _level(level, form, f"%{level + 1}.", _INDENT * (level + 1), _INDENT)
