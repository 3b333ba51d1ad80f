"""Whether a drawing (SVG) may be drawn: it has to hold all it shows, and to come to an end.

Qt's own reader follows the address of a picture in a drawing to any file of this computer, and
draws a shape that repeats a shape that repeats a shape for as long as that takes.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

MOST_SHAPES = 20_000
"""Shapes that a drawing may come to, each repetition counted."""
LARGEST = 4_000_000
_OUTSIDE = re.compile(
    rb"""<!ENTITY|<\?xml-stylesheet|<script|<foreignObject|@import"""
    rb"""|(?:href|src)\s*=\s*["']\s*(?!\#|data:image/(?:png|jpeg);)[^"'\s]"""
    rb"""|url\(\s*["']?\s*(?!\#)[^)\s]""",
    re.IGNORECASE,
)
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")


def refusal(content: bytes) -> str:
    """Return why a drawing is not drawn, as the rest of a sentence; nothing where it may be."""
    if len(content) > LARGEST:
        return "is a drawing of more than 4 MB; choose a smaller one, or a PNG"
    if b"\x00" in content or _OUTSIDE.search(content):
        return "is a drawing that shows something from outside itself; choose a PNG of it"
    try:
        shapes = _Shapes(ET.fromstring(content))  # noqa: S314 - it declares no entities
        is_endless = shapes.count(shapes.root) > MOST_SHAPES
    except (ET.ParseError, RecursionError):
        return "is a drawing that cannot be read; choose a PNG of it"
    return "is a drawing of too many shapes; choose a PNG of it" if is_endless else ""


class _Shapes:
    """Counts what a drawing comes to; a shape that repeats itself comes to more than any number."""

    def __init__(self, root: ET.Element) -> None:
        self.root = root
        self.named = {one.get("id", ""): one for one in root.iter()}
        self.counted: dict[int, int] = {}

    def count(self, shape: ET.Element) -> int:
        """Return how many shapes one is, with those in it and those it repeats."""
        if id(shape) not in self.counted:
            self.counted[id(shape)] = MOST_SHAPES + 1  # what it repeats while it is being counted
            inside = sum(self.count(one) for one in shape)
            self.counted[id(shape)] = min(MOST_SHAPES + 1, 1 + inside + self._repeated(shape))
        return self.counted[id(shape)]

    def _repeated(self, shape: ET.Element) -> int:
        if not shape.tag.endswith("use"):
            return 0
        address = next((shape.get(name, "") for name in _HREFS if shape.get(name)), "")
        target = self.named.get(address.removeprefix("#"))
        return self.count(target) if target is not None else 0
