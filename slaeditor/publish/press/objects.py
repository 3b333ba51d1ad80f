"""The objects of a PDF in the making: plain ones packed together, streams by themselves.

Source of the forms: ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass, field

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 200
_LEVEL = 6
_ROW = struct.Struct(">BIH")


@dataclass
class Objects:
    """Collects objects by their numbers and writes them as one file."""

    _plain: dict[int, bytes] = field(default_factory=dict)
    _streams: dict[int, bytes] = field(default_factory=dict)
    _next: int = 1

    def number(self) -> int:
        """Return a number that nobody has."""
        return self.numbers(1)

    def numbers(self, count: int) -> int:
        """Return the first of so many numbers in a row that nobody has."""
        first, self._next = self._next, self._next + count
        return first

    def put(self, number: int, words: bytes) -> None:
        """Keep an object that is no stream."""
        self._plain[number] = words

    def put_stream(self, number: int, words: bytes, content: bytes) -> None:
        """Keep a stream whose content is what the inside of its dictionary says of it."""
        head = b"<<" + words + b" /Length %d>>\nstream\n" % len(content)
        self._streams[number] = head + content + b"\nendstream"

    def put_packed(self, number: int, words: bytes, content: bytes, level: int = 9) -> None:
        """Keep a stream and compress it."""
        packed = zlib.compress(content, level)
        self.put_stream(number, words + b" /Filter /FlateDecode", packed)

    def file(self, catalog: int, information: int) -> bytes:
        """Return the whole file; the same objects give the same bytes."""
        rows: dict[int, bytes] = {0: _ROW.pack(0, 0, 65535)}
        self._pack(rows)
        made, at = [_HEAD], len(_HEAD)
        for number, words in sorted(self._streams.items()):
            rows[number] = _ROW.pack(1, at, 0)
            made.append(b"%d 0 obj\n%b\nendobj\n" % (number, words))
            at += len(made[-1])
        number = self.number()
        rows[number] = _ROW.pack(1, at, 0)
        digest = hashlib.sha256(b"".join(made)).hexdigest()[:32].encode()
        words = (
            b"/Type /XRef /W [1 4 2] /Index [%b] /Size %d /Root %d 0 R /Info %d 0 R /ID [<%b><%b>]"
            % (_ranges(rows), number + 1, catalog, information, digest, digest)
        )
        packed = zlib.compress(b"".join(row for _, row in sorted(rows.items())), 9)
        made.append(
            b"%d 0 obj\n<<%b /Filter /FlateDecode /Length %d>>\nstream\n%b\nendstream\nendobj\n"
            % (number, words, len(packed), packed)
        )
        made.append(b"startxref\n%d\n%%%%EOF\n" % at)
        return b"".join(made)

    def _pack(self, rows: dict[int, bytes]) -> None:
        """Put the plain objects into streams of many."""
        every = sorted(self._plain.items())
        for begun in range(0, len(every), _PACKED):
            part = every[begun : begun + _PACKED]
            holder = self.number()
            index, inside, at = [], [], 0
            for place, (number, words) in enumerate(part):
                rows[number] = _ROW.pack(2, holder, place)
                index.append(b"%d %d" % (number, at))
                inside.append(words)
                at += len(words) + 1
            head = b" ".join(index) + b"\n"
            words = b"/Type /ObjStm /N %d /First %d" % (len(part), len(head))
            self.put_packed(holder, words, head + b"\n".join(inside), _LEVEL)


def _ranges(rows: dict[int, bytes]) -> bytes:
    """Return the numbers as pairs: where a range begins and how long it is."""
    pairs: list[list[int]] = []
    for number in sorted(rows):
        if pairs and number == sum(pairs[-1]):
            pairs[-1][1] += 1
        else:
            pairs.append([number, 1])
    return b" ".join(b"%d %d" % (begun, length) for begun, length in pairs)


def text(words: str) -> bytes:
    """Return a text string: as it is where that is safe, else in UTF-16."""
    if words.isascii() and words.isprintable():
        safe = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(" + safe.encode() + b")"
    return b"<FEFF" + words.encode("utf-16-be", "surrogatepass").hex().upper().encode() + b">"


def array(*references: int) -> bytes:
    """Return an array of references."""
    return b"[" + b" ".join(b"%d 0 R" % each for each in references) + b"]"
