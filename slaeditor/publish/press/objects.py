"""The objects of a PDF in the making: plain ones packed together, streams by themselves.

Source of the forms: ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED = 200
_LEVEL = 6
_QUICK = 1
"""Rows of where objects are become as small by this as by more."""
_ROW = struct.Struct(">BIH")
_FREE = _ROW.pack(0, 0, 65535)
_APART = 256
"""Blocks begin at multiples of this, so that one that grows does not move those behind it."""


@dataclass(frozen=True, slots=True)
class Block:
    """Objects whose numbers follow one another, written as they stand in a file.

    `rows` tell where each is; those of streams are filled in with the file, for which `places`
    say which number a stream has within the block and where in `written` it begins.
    """

    first: int
    rows: bytes
    written: bytes
    places: tuple[tuple[int, int], ...]


_COUNT = struct.Struct(">I")


def block_bytes(made: Block) -> bytes:
    """Return a block as bytes for a file."""
    head = json.dumps([made.first, len(made.rows), made.places]).encode()
    return b"".join((_COUNT.pack(len(head)), head, made.rows, made.written))


def block_from_bytes(content: bytes) -> Block:
    """Return the block that was written as these bytes."""
    (length,) = _COUNT.unpack_from(content)
    begun = _COUNT.size + length
    first, rows, places = json.loads(content[_COUNT.size : begun])
    written = content[begun + rows :]
    return Block(first, content[begun : begun + rows], written, tuple(map(tuple, places)))


def room(plain: int) -> int:
    """Return how many numbers it takes beyond their own to pack so many plain objects."""
    return -(-plain // _PACKED)


def block(first: int, size: int, plain: Mapping[int, bytes], streams: Mapping[int, bytes]) -> Block:
    """Return objects as a block; `size` of its numbers are theirs, then come `room` more."""
    rows = bytearray(_FREE * (size + room(len(plain))))
    holders = {}
    for holder, part in enumerate(_parts(plain), first + size):
        for place, number in enumerate(part):
            _ROW.pack_into(rows, (number - first) * _ROW.size, 2, holder, place)
        holders[holder] = _together(part)
    written, places, at = [], [], 0
    for number, words in sorted({**streams, **holders}.items()):
        places.append((number - first, at))
        written.append(_object(number, words))
        at += len(written[-1])
    return Block(first, bytes(rows), b"".join(written), tuple(places))


@dataclass
class Objects:
    """Collects objects by their numbers and writes them as one file."""

    _plain: dict[int, bytes] = field(default_factory=dict)
    _streams: dict[int, bytes] = field(default_factory=dict)
    _blocks: list[Block] = field(default_factory=list)
    _next: int = 1

    def number(self) -> int:
        """Return a number that nobody has."""
        return self.numbers(1)

    def numbers(self, count: int) -> int:
        """Return the first of so many numbers in a row that nobody has."""
        first, self._next = self._next, self._next + count
        return first

    def block_numbers(self, count: int) -> int:
        """Return the first of so many numbers for a block, which begins at a round one."""
        self._next += -self._next % _APART
        return self.numbers(count)

    def put(self, number: int, words: bytes) -> None:
        """Keep an object that is no stream."""
        self._plain[number] = words

    def put_stream(self, number: int, words: bytes, content: bytes) -> None:
        """Keep a stream whose content is what the inside of its dictionary says of it."""
        self._streams[number] = stream(words, content)

    def put_packed(self, number: int, words: bytes, content: bytes, level: int = 9) -> None:
        """Keep a stream and compress it."""
        self._streams[number] = packed(words, content, level)

    def put_block(self, made: Block) -> None:
        """Keep the objects of a block."""
        self._blocks.append(made)

    def file(self, catalog: int, information: int) -> bytes:
        """Return the whole file; the same objects give the same bytes."""
        rows = self._packed_rows()
        made, at = [_HEAD], len(_HEAD)
        table = bytearray(_FREE * (self._next + 1))
        for one in self._blocks:
            begun = one.first * _ROW.size
            table[begun : begun + len(one.rows)] = one.rows
            rows |= {
                one.first + number: _ROW.pack(1, at + place, 0) for number, place in one.places
            }
            made.append(one.written)
            at += len(one.written)
        for number, words in sorted(self._streams.items()):
            rows[number] = _ROW.pack(1, at, 0)
            made.append(_object(number, words))
            at += len(made[-1])
        rows[self._next] = _ROW.pack(1, at, 0)
        for number, row in rows.items():
            table[number * _ROW.size : (number + 1) * _ROW.size] = row
        made.append(
            _index(made, bytes(table), self._next, b"%d 0 R /Info %d 0 R" % (catalog, information))
        )
        made.append(b"startxref\n%d\n%%%%EOF\n" % at)
        return b"".join(made)

    def _packed_rows(self) -> dict[int, bytes]:
        """Put the plain objects into streams of many; return where each is."""
        rows: dict[int, bytes] = {}
        for part in _parts(self._plain):
            holder = self.number()
            self._streams[holder] = _together(part)
            rows |= {number: _ROW.pack(2, holder, place) for place, number in enumerate(part)}
        return rows


def _index(made: list[bytes], table: bytes, number: int, ends: bytes) -> bytes:
    """Return the object that tells where all are, itself the last of them."""
    whole = hashlib.sha256()
    for part in made:
        whole.update(part)
    digest = whole.hexdigest()[:32].encode()
    words = b"/Type /XRef /W [1 4 2] /Size %d /Root %b /ID [<%b><%b>]" % (
        number + 1,
        ends,
        digest,
        digest,
    )
    return _object(number, packed(words, table, _QUICK))


def _parts(plain: Mapping[int, bytes]) -> Iterator[dict[int, bytes]]:
    every = sorted(plain.items())
    for begun in range(0, len(every), _PACKED):
        yield dict(every[begun : begun + _PACKED])


def _together(plain: Mapping[int, bytes]) -> bytes:
    """Return the stream of a few plain objects."""
    index, at = [], 0
    for number, words in plain.items():
        index.append(b"%d %d" % (number, at))
        at += len(words) + 1
    head = b" ".join(index) + b"\n"
    words = b"/Type /ObjStm /N %d /First %d" % (len(plain), len(head))
    return packed(words, head + b"\n".join(plain.values()), _LEVEL)


def packed(words: bytes, content: bytes, level: int = 9) -> bytes:
    """Return a stream that is compressed; `words` are the inside of its dictionary."""
    return stream(words + b" /Filter /FlateDecode", zlib.compress(content, level))


def stream(words: bytes, content: bytes) -> bytes:
    """Return a stream whose content is what the inside of its dictionary says of it."""
    return b"<<%b /Length %d>>\nstream\n%b\nendstream" % (words, len(content), content)


def _object(number: int, words: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, words)


def text(words: str) -> bytes:
    """Return a text string: as it is where that is safe, else in UTF-16."""
    if words.isascii() and words.isprintable():
        safe = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(" + safe.encode() + b")"
    return b"<FEFF" + words.encode("utf-16-be", "surrogatepass").hex().upper().encode() + b">"


def array(*references: int) -> bytes:
    """Return an array of references."""
    return b"[" + b" ".join(b"%d 0 R" % each for each in references) + b"]"
