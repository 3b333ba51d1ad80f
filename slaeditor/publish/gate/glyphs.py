"""The words that a PDF draws, read from the drawing itself.

A second reader beside pdfium's: it follows neither position nor visibility, so text that is
transparent, clipped or beyond the page's edge is read like any other.
"""

from __future__ import annotations

import re
import struct
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pikepdf

_SHOWN = re.compile(
    rb"[/\[(<ET](?:"
    rb"(?<=/)([^\s/<>\[\]()]+)\s+[-\d.]+\s+Tf"
    rb"|(?<=\[)([^\]()]*)\]\s*TJ"
    rb"|(?<=\[)((?:\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>|[^\]])*)\]\s*TJ"
    rb"|(?<=\()((?:\\.|[^\\()])*)\)\s*(?:Tj|'|\")"
    rb"|(?<=<)([0-9A-Fa-f\s]*)>\s*(?:Tj|'|\")"
    rb"|(?<=E)(?<![A-Za-z]E)(T)(?![A-Za-z])"
    rb"|(?<=T)(?<![A-Za-z]T)([*dDm])(?![A-Za-z]))",
    re.DOTALL,
)
"""What chooses a font, shows a row or a string, or ends a line.

It begins with a set of signs, so that all that draws lines is passed over quickly.
"""
_PIECE = re.compile(rb"\(((?:\\.|[^\\()])*)\)|<([0-9A-Fa-f\s]*)>|(-?[\d.]+)", re.DOTALL)
_LINE = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CODES = re.compile(rb"<([0-9A-Fa-f\s]*)>|\[([^\]]*)\]")
_DEEPEST = 12
_WIDE = 2
_NO_GAP = b">0<"
"""What the layout engine writes between two glyphs that stand as the font has them."""
_WORD_GAP = 180
"""Thousandths of the type size from which a gap inside a row of glyphs parts words."""

Letters = dict[int, str]


@dataclass(slots=True)
class _Font:
    """The letters of a font by their codes, how many bytes a code has, and the rows read so far.

    The same words stand on many pages and in many cells.
    """

    letters: Letters = field(default_factory=dict)
    width: int = 1
    read: dict[bytes, str] = field(default_factory=dict)

    def row(self, row: bytes) -> str:
        """Return the letters of glyphs that stand in a row, with its gaps between words."""
        if row not in self.read:
            self.read[row] = "".join(_row(row, self.letters, self.width))
        return self.read[row]


_Fonts = dict[tuple[int, int], _Font]


def drawn(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield the words drawn on each page."""
    yield from (read() for read in drawings(pdf))


def drawings(pdf: pikepdf.Pdf) -> Iterator[Callable[[], str]]:
    """Yield what reads the words drawn on each page."""
    fonts: _Fonts = {}
    for page in pdf.pages:
        yield partial(_words, page.obj, fonts)


def _words(page: Any, fonts: _Fonts) -> str:
    """The words drawn on a page; a drawing that it shows several times is read once."""
    return "".join(_drawn(page, fonts, set(), 0))


def _drawn(thing: Any, fonts: _Fonts, seen: Any, depth: int) -> Iterator[str]:
    resources = thing.get("/Resources", {})
    named = {str(name): font for name, font in dict(resources.get("/Font", {})).items()}
    yield from _told(_content(thing), named, fonts)
    for inner in dict(resources.get("/XObject", {})).values():
        if inner.objgen in seen or depth >= _DEEPEST:
            continue
        seen.add(inner.objgen)
        if inner.get("/Subtype") == "/Form":
            yield "\n"
            yield from _drawn(inner, fonts, seen, depth + 1)


def _content(thing: Any) -> bytes:
    if isinstance(thing, pikepdf.Stream):
        return bytes(thing.read_bytes())
    content = thing.get("/Contents")
    if content is None:
        return b""
    parts = content if isinstance(content, pikepdf.Array) else [content]
    return b"\n".join(bytes(part.read_bytes()) for part in parts)


def _told(content: bytes, named: dict[str, Any], fonts: _Fonts) -> Iterator[str]:
    chosen: dict[bytes, _Font] = {}
    font = _Font()
    for name, plain, mixed, literal, hexed, *ends in _SHOWN.findall(content):
        if name:
            if name not in chosen:
                chosen[name] = _font(named.get(f"/{name.decode('latin-1')}"), fonts)
            font = chosen[name]
        elif any(ends):
            yield "\n"
        elif literal:
            yield font.row(b"(%b)" % literal)
        else:
            yield font.row(b"<%b>" % hexed if hexed else plain or mixed)


def _row(row: bytes, letters: Letters, width: int) -> Iterator[str]:
    if width == _WIDE and b"(" not in row:
        row = row.replace(_NO_GAP, b"")
    for literal, hexed, gap in _PIECE.findall(row):
        if gap:
            if -float(gap) > _WORD_GAP:
                yield " "
        elif hexed:
            yield _glyphs(
                bytes.fromhex(hexed.decode("ascii").ljust(width * 2, "0")), letters, width
            )
        else:
            yield _glyphs(re.sub(rb"\\(.)", rb"\1", literal, flags=re.DOTALL), letters, width)


def _glyphs(string: bytes, letters: Letters, width: int) -> str:
    if width == 1:
        return "".join([letters.get(code, chr(code)) for code in string])
    codes = struct.unpack(f">{len(string) // 2}H", string[: len(string) // 2 * 2])
    return "".join([letters.get(code, "") for code in codes])


def _font(font: Any, fonts: _Fonts) -> _Font:
    if font is None:
        return _Font()
    if font.objgen not in fonts:
        table = font.get("/ToUnicode")
        letters = _letters(bytes(table.read_bytes())) if isinstance(table, pikepdf.Stream) else {}
        fonts[font.objgen] = _Font(letters, 2 if font.get("/Subtype") == "/Type0" else 1)
    return fonts[font.objgen]


def _letters(table: bytes) -> Letters:
    letters: Letters = {}
    for found in _LINE.finditer(table):
        codes = [one[1] if one[1] is not None else one[2] for one in _CODES.finditer(found[2])]
        if found[1] == b"char":
            pairs = zip(codes[::2], codes[1::2], strict=False)
            letters.update({int(code, 16): _text(word) for code, word in pairs})
        else:
            for first, last, word in zip(codes[::3], codes[1::3], codes[2::3], strict=False):
                letters.update(_range(int(first, 16), int(last, 16), word))
    return letters


def _range(first: int, last: int, word: bytes) -> Iterator[tuple[int, str]]:
    listed = [one[1] for one in _CODES.finditer(word)]
    if listed:
        yield from ((first + at, _text(one)) for at, one in enumerate(listed))
        return
    start = int(b"".join(word.split()), 16)
    for at in range(min(last - first, 0xFFFF) + 1):
        yield first + at, chr(start + at) if start + at <= sys.maxunicode else ""


def _text(digits: bytes) -> str:
    plain = b"".join(digits.split()).decode("ascii")
    return bytes.fromhex(plain).decode("utf-16-be", "ignore")
