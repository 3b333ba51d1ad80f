"""The foot of each page: words that all pages share, and the page's own number.

The pattern was laid out with the words; a number takes the place of the pattern's, digit for
digit. Digits are equally wide there, which is looked at first.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

from slaeditor.publish.fragment import Fragment
from slaeditor.publish.press.trouble import Mismatch

_NUMBER = re.compile(
    rb"BT\n1 0 0 -1 (?P<x>[\d.]+) (?P<y>[\d.]+) Tm\n/(?P<face>\w+) (?P<size>[\d.]+) Tf\n"
    rb"\[(?P<glyphs>(?:<[0-9a-f]+>0?)+)\] TJ\nET"
)
_GLYPH = re.compile(rb"[0-9a-f]{4}")
_ALPHA = b"/a1.0 gs\n"
_DIGITS, _BETWEEN = 10, 3
_BEFORE_BREAK = 5
"""How many digits of the pattern stand before what is between the numbers."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is printed at the foot of pages of one shape."""

    before: bytes
    after: bytes
    digits: tuple[bytes, ...]
    between: tuple[bytes, ...]
    right: float
    height: bytes
    font: bytes
    digit_width: float
    between_width: float

    def content(self, page: int, pages: int) -> bytes:
        """Return the content stream of a page's foot, which closes what stood open before it."""
        left, right = str(page), str(pages)
        glyphs = [self.digits[int(each)] for each in left]
        glyphs += [*self.between, *(self.digits[int(each)] for each in right)]
        width = len(left + right) * self.digit_width + self.between_width
        number = b"BT\n1 0 0 -1 %b %b Tm\n%b\n[%b] TJ\nET" % (
            f"{self.right - width:.6f}".rstrip("0").rstrip(".").encode(),
            self.height,
            self.font,
            b"".join(b"<%b>0" % each for each in glyphs),
        )
        return b"Q\n" + self.before + number + self.after

    def packed(self, page: int, pages: int) -> bytes:
        """Return that stream compressed."""
        return _packed(self, page, pages)


@lru_cache(maxsize=4096)
def _packed(one: Stamp, page: int, pages: int) -> bytes:
    return zlib.compress(one.content(page, pages))


def stamp(feet: Fragment, *, broad: bool) -> Stamp:
    """Return the stamp for upright or broad pages; raises Mismatch where the feet are strange."""
    leaf = next((one for one in feet.leaves if one.broad == broad), None)
    streams = {body.number: body.stream for body in feet.bodies if body.stream is not None}
    if leaf is None or any(each not in streams for each in leaf.contents):
        raise Mismatch("The feet of the pages have another shape.")
    content = b"\n".join(zlib.decompress(streams[each]) for each in leaf.contents)
    content = content.replace(_ALPHA, b"")
    found = list(_NUMBER.finditer(content))
    if not found or b" gs\n" in content or b"MCID" in content:
        raise Mismatch("The feet of the pages hold something else.")
    return _read(feet, content, found[-1])


def _read(feet: Fragment, content: bytes, found: re.Match[bytes]) -> Stamp:
    glyphs = _GLYPH.findall(found["glyphs"].replace(b">0<", b""))
    digits = (*glyphs[:_BEFORE_BREAK], *glyphs[_BEFORE_BREAK + _BETWEEN :])
    between = tuple(glyphs[_BEFORE_BREAK : _BEFORE_BREAK + _BETWEEN])
    widths = feet.faces[found["face"].decode()].widths
    wide = {widths[int(each, 16)] for each in digits}
    if len(digits) != _DIGITS or len(set(digits)) != _DIGITS or len(wide) != 1:
        raise Mismatch("The digits of the page numbers are not equally wide.")
    size = float(found["size"])
    digit = wide.pop() * size / 1000
    gap = sum(widths[int(each, 16)] for each in between) * size / 1000
    return Stamp(
        content[: found.start()],
        content[found.end() :],
        digits,
        between,
        float(found["x"]) + _DIGITS * digit + gap,
        found["y"],
        b"/%b %b Tf" % (found["face"], found["size"]),
        digit,
        gap,
    )
