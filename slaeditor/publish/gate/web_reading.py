"""All that a web page says: what is read, and every attribute, script, style and remark in it."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from slaeditor.publish.gate.passages import Passage, Reading, Sort, passages_of
from slaeditor.publish.gate.pdf_bytes import words_of_picture
from slaeditor.publish.gate.pixels import mark

_EMBEDDED = re.compile(r"data:[\w/+.-]+;base64,([A-Za-z0-9+/=\s]+)")
_FOREIGN = re.compile(r"(?:https?:|file:|//)", re.IGNORECASE)
_LOADED = frozenset({"src", "srcset", "data", "poster", "background", "action", "formaction"})
_BLOCKS = frozenset(
    {
        *("p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section"),
        *("dt", "dd", "br", "caption", "figcaption", "title", "text"),
    }
)
_MEASURES = frozenset(
    {
        *("d", "points", "viewbox", "transform", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy"),
        *("r", "rx", "ry", "dx", "dy", "width", "height", "stroke-width", "font-size", "style"),
    }
)
"""Attributes whose numbers are places and sizes."""
_SILENT = frozenset({"script", "style"})


def web_reading(content: bytes) -> Reading:
    """Return all that a web page says, and what it would load from elsewhere."""
    words = content.decode("utf-8", "replace")
    page = _Page()
    page.feed(_EMBEDDED.sub("", words))
    page.close()
    pictures = tuple(_pictures(words))
    passages: list[Passage] = [
        *passages_of("the page", ["".join(page.read)]),
        *passages_of("an attribute of the page", page.attributes),
        *passages_of("a measure of the page", page.measures, Sort.NAMED),
        *passages_of("a remark in the page", page.remarks),
        *passages_of("a script or style of the page", page.silent, Sort.NAMED),
        *(one for picture in pictures for one in words_of_picture(picture)),
    ]
    text = ("".join(page.read),)
    marks = tuple(filter(None, map(mark, pictures)))
    return Reading(tuple(passages), text, pictures, marks, (), tuple(page.faults))


def _pictures(words: str) -> Iterator[bytes]:
    for found in _EMBEDDED.finditer(words):
        try:
            yield base64.b64decode(found[1])
        except (binascii.Error, ValueError):
            continue


class _Page(HTMLParser):
    """Reads a page into the words that are read and those that are not."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read: list[str] = []
        self.silent: list[str] = []
        self.attributes: list[str] = []
        self.measures: list[str] = []
        self.remarks: list[str] = []
        self.faults: list[str] = []
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the attributes; a block begins a line."""
        if tag in _SILENT:
            self._within.append(tag)
        if tag in _BLOCKS:
            self.read.append("\n")
        for name, value in attrs:
            kept = self.measures if name in _MEASURES else self.attributes
            kept += [name, value or ""]
            if name in _LOADED and _FOREIGN.match(value or ""):
                self.faults.append(f"The page loads “{value}” from elsewhere.")

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        if self._within and self._within[-1] == tag:
            self._within.pop()
        if tag in _BLOCKS:
            self.read.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep words."""
        (self.silent if self._within else self.read).append(data)

    def handle_comment(self, data: str) -> None:
        """Keep a remark."""
        self.remarks.append(data)

    def handle_decl(self, decl: str) -> None:
        """Keep a declaration."""
        self.remarks.append(decl)

    def handle_pi(self, data: str) -> None:
        """Keep an instruction."""
        self.remarks.append(data)

    def unknown_decl(self, data: str) -> None:
        """Keep what is of no known kind."""
        self.remarks.append(data)
