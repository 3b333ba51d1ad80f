"""Fonts as objects of a PDF: what ISO 32000-1, 9.7, asks of one whose glyphs have numbers."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache

from slaeditor.publish.fragment import Face
from slaeditor.publish.press.objects import Objects

_SYMBOLIC = 4


def put_font(objects: Objects, face: Face) -> int:
    """Put a font with its widths, letters and file among the objects; return its number."""
    font, descendant, descriptor, file, letters = (objects.number() for _ in range(5))
    name = face.name.encode()
    widest = _number(max(face.widths.values(), default=0))
    measures = dict(re.findall(rb"/(Ascent|Descent) (-?\d+)", face.descriptor))
    box = b"[0 %b %b %b]" % (measures[b"Descent"], widest, measures[b"Ascent"])
    put = objects.put
    put(
        font,
        b"<</Type /Font /Subtype /Type0 /BaseFont %b /Encoding /Identity-H"
        b" /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>" % (name, descendant, letters),
    )
    put(
        descendant,
        b"<</Type /Font /Subtype /CIDFontType2 /BaseFont %b /CIDToGIDMap /Identity"
        b" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"
        b" /W [%b] /FontDescriptor %d 0 R>>" % (name, _widths(face.widths), descriptor),
    )
    put(
        descriptor,
        b"<<%b /Flags %d /FontName %b /FontBBox %b /FontFile2 %d 0 R>>"
        % (face.descriptor, _flags(face), name, box, file),
    )
    objects.put_stream(
        file, b"/Length1 %d /Filter /FlateDecode" % len(face.file), _packed(face.file)
    )
    objects.put_packed(letters, b"", _letters(face.letters))
    return font


@lru_cache(maxsize=48)
def _packed(file: bytes) -> bytes:
    return zlib.compress(file, 9)


def _flags(face: Face) -> int:
    """Return what kind of font it is: with signs of its own, and whether all are equally wide."""
    return _SYMBOLIC + (len(face.widths) > 1 and len(set(face.widths.values())) == 1)


def _number(value: float) -> bytes:
    return b"%d" % value if float(value).is_integer() else b"%.3f" % value


def _widths(widths: dict[int, float]) -> bytes:
    """Return the widths in ranges of glyphs that follow each other."""
    parts: list[bytes] = []
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            parts.append((b"] " if parts else b"") + b"%d [" % glyph)
        parts.append(_number(widths[glyph]))
    return b" ".join(parts) + b"]" if parts else b""


def _letters(letters: dict[int, str]) -> bytes:
    """Return the program that tells which letters each glyph stands for."""
    lines = [
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo",
        b"<< /Registry (Adobe)\n/Ordering (UCS)\n/Supplement 0\n>> def",
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange",
        b"<0000> <ffff>\nendcodespacerange",
    ]
    every = sorted(letters.items())
    for begun in range(0, len(every), 100):
        part = every[begun : begun + 100]
        lines.append(b"%d beginbfchar" % len(part))
        lines += [
            b"<%04x> <%b>" % (glyph, words.encode("utf-16-be").hex().encode())
            for glyph, words in part
        ]
        lines.append(b"endbfchar")
    lines.append(b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
    return b"\n".join(lines)
