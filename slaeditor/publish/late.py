"""Numbers that are put into pages after they were laid out.

A piece is laid out with numbers of the same length as its own, so that one fragment serves
wherever the same words stand under other numbers. On its pages such a number is found by its
colour, which nothing else has; its digits are then kept where they can be replaced without
packing the page anew: in stored blocks of the Deflate stream (RFC 1951, 3.2.4), whose checksum
(RFC 1950, 8.2) is a sum that is mended digit by digit.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

_PRIME = 65521
_MOST_STORED = 65535
_HEAD = b"\x78\xda"
_PLACES = 256
_TURN = 2048
"""Numbers of a kind that a chapter of a piece can have; one with more goes the plain way."""


class Kind(IntEnum):
    """What a late number counts; the value is the red of the colour by which it is found."""

    CHAPTER = 1
    OVERVIEW = 2
    SECTION = 3
    TABLE = 4
    FIGURE = 5
    PAGE = 6
    HEAD = 7
    DIGITS = 8


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of a piece in one handbook.

    `chapter` is empty for one without a number, `first` the number of the first section within
    it; `tables` and `figures` are counted before the piece begins. `pages` are the page numbers
    that contents or index show, in order. `then` are those of the chapters that follow in the
    same piece.
    """

    chapter: str = ""
    first: int = 1
    tables: int = 0
    figures: int = 0
    pages: tuple[str, ...] = ()
    then: tuple[Numbering, ...] = ()

    def printed(self, kind: Kind, at: int) -> str:
        """Return the number of the thing that stands at a place of the piece, from 0."""
        if kind is Kind.PAGE:
            return self.pages[at]
        turn, at = divmod(at, _TURN)
        own = (self, *self.then)[turn]
        if kind is Kind.CHAPTER:
            return own.chapter
        before = {Kind.TABLE: own.tables, Kind.FIGURE: own.figures, Kind.OVERVIEW: 0}
        return f"{own.chapter}.{before.get(kind, own.first - 1) + at + 1}"


@dataclass(frozen=True, slots=True)
class Digit:
    """A digit on a page: where its glyph stands in the packed stream, and how far from the end.

    `behind` is counted in bytes of the stream when it is unpacked, the glyph's first included.
    """

    packed: int
    behind: int


@dataclass(frozen=True, slots=True)
class Late:
    """A late number on a page: what it counts, in which stream it stands, and as what.

    `printed` is what stands there now; each digit is a glyph of the font `face`.
    """

    kind: int
    at: int
    stream: int
    face: str
    printed: str
    digits: tuple[Digit, ...]


def colour(kind: Kind, at: int) -> str:
    """Return the colour by which a late number is found, as CSS.

    >>> colour(Kind.SECTION, 300)
    '#03012c'
    """
    return f"#{kind:02x}{at // _PLACES % _PLACES:02x}{at % _PLACES:02x}"


def place(turn: int, at: int) -> int:
    """Return the place in a piece of what stands at a place of one of its chapters, from 0."""
    return turn * _TURN + at


def place_of(parts: Sequence[float]) -> tuple[Kind, int] | None:
    """Return which late number has a colour, given as red, green and blue up to 1."""
    red, green, blue = (round(each * 255) for each in parts)
    return (Kind(red), green * _PLACES + blue) if red in set(Kind) else None


def alike(first: int, count: int) -> int:
    """Return the number from which to count so that each has as many digits as from `first`.

    >>> alike(3, 2), alike(17, 4), alike(8, 4)
    (1, 10, 8)
    """
    last = first + max(count, 1) - 1
    shortest = 10 ** (len(str(first)) - 1)
    return (
        shortest
        if len(str(last)) == len(str(shortest + last - first)) == len(str(first))
        else first
    )


def like(number: str) -> str:
    """Return the number that stands for all of as many digits: "10" for "42"."""
    return str(alike(int(number), 1)) if number else ""


def packed(content: bytes, places: Iterable[int], length: int) -> tuple[bytes, list[int]]:
    """Return a stream compressed but for what stands at some places, and where that is now."""
    made, found, at = bytearray(_HEAD), [], 0
    for place in sorted(places):
        made += _deflated(content[at:place], zlib.Z_FULL_FLUSH)
        made += struct.pack("<BHH", 0, length, length ^ _MOST_STORED)
        found.append(len(made))
        at = place + length
        made += content[place:at]
    made += _deflated(content[at:], zlib.Z_FINISH)
    return bytes(made + struct.pack(">L", zlib.adler32(content))), found


def _deflated(content: bytes, flush: int) -> bytes:
    press = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return press.compress(content) + press.flush(flush)


def replaced(stream: bytes, changes: Iterable[tuple[Digit, bytes]]) -> bytes:
    """Return a packed stream with other bytes, as many, at some of its places."""
    made = bytearray(stream)
    (checked,) = struct.unpack(">L", stream[-4:])
    one, other = checked & 0xFFFF, checked >> 16
    for digit, words in changes:
        for step, byte in enumerate(words):
            more = byte - made[digit.packed + step]
            one += more
            other += more * (digit.behind - step)
        made[digit.packed : digit.packed + len(words)] = words
    made[-4:] = struct.pack(">L", (other % _PRIME) << 16 | one % _PRIME)
    return bytes(made)
