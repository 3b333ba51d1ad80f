"""Fragments as they are put into handbooks, and kept so for the next time.

Where a fragment stands and what it shows there decide the bytes that it becomes. An edit elsewhere
changes neither, so that its objects stand packed already when the handbook is made again.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from slaeditor.publish.fragment import APART, DOCUMENT, FONTS, PAGES, PROFILE, Fragment
from slaeditor.publish.fragment import fragment_from_bytes as _read
from slaeditor.publish.late import Numbering
from slaeditor.publish.press.numbers import renumbered
from slaeditor.publish.press.objects import (
    Block,
    array,
    block,
    block_bytes,
    block_from_bytes,
    room,
    stream,
    text,
)
from slaeditor.publish.press.recalled import Recalled, afresh

ROOT = {PAGES: 1, DOCUMENT: 2, FONTS: 3, PROFILE: 4}
"""The numbers of what all fragments refer to; they are the same in each handbook."""
BEFORE = 5
"""The number of what stands before the words of each page."""
MOST = 48_000_000
"""Bytes of fragments that are kept as sheaves; the ones used longest ago go first."""
_SEATS = 4
_TOKEN = re.compile(rb"([\x01\x04])(-?\d+)\x02")
_MINUS = ord("-")

Digits = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a fragment stands in a handbook, and what it shows there.

    `base` is the number of its first object, `key` its first in the parent tree; `titles` are
    those of what its links lead to, in order, `digits` the glyphs of 0 to 9 by font. The first
    page of one that `begins` the handbook has no foot.
    """

    base: int
    key: int
    numbers: Numbering
    titles: tuple[str, ...]
    digits: Digits
    begins: bool


class Sheaf:
    """A fragment with what was lately made of it."""

    def __init__(self, fragment: Fragment, key: str = "", recalled: Recalled = afresh) -> None:
        """Take the fragment of a key; what is made of it may be `recalled` instead."""
        self.fragment = fragment
        self._key, self._recalled = key, recalled
        self.size = self._own + room(_plain(fragment) + 1)
        """How many numbers its block takes, those of the feet of its pages included."""
        self._turn = threading.Lock()
        self._blocks: OrderedDict[Seat, Block] = OrderedDict()

    @property
    def _own(self) -> int:
        return self.fragment.size + len(self.fragment.leaves) + 1

    def foot(self, base: int, leaf: int) -> int:
        """Return the number of the foot of a page, counted from 0."""
        return base + self.fragment.size + leaf

    def parents(self, base: int) -> int:
        """Return the number of its part of the parent tree."""
        return base + self._own - 1

    def block(self, seat: Seat) -> Block:
        """Return its objects at a place; raises Mismatch where a number does not fit."""
        with self._turn:
            if seat not in self._blocks:
                made = self._recalled(
                    f"{self._key} {seat!r}", lambda: block_bytes(self._made(seat))
                )
                self._blocks[seat] = block_from_bytes(made)
            self._blocks.move_to_end(seat)
            while len(self._blocks) > _SEATS:
                self._blocks.popitem(last=False)
            return self._blocks[seat]

    def _made(self, seat: Seat) -> Block:
        one, base = self.fragment, seat.base
        plain: dict[int, bytes] = {}
        streams: dict[int, bytes] = {}
        changed = renumbered(one, seat.numbers, dict(seat.digits))
        words = _relocated(_words(one), base, seat.key)
        for body in one.bodies:
            if body.stream is None:
                plain[base + body.number] = next(words)
            else:
                content = changed.get(body.number, body.stream)
                streams[base + body.number] = stream(next(words), content)
        for link, title in zip(one.links, seat.titles, strict=True):
            late = b"/Dest %b /Contents %b" % (text(link.target), text(title))
            plain[base + link.number] = b"<<%b %b>>" % (next(words), late)
        for at, leaf in enumerate(one.leaves):
            plain[base + leaf.number] = self._page(seat, at, next(words))
        if one.parents:
            plain[self.parents(base)] = _parents(seat.key, list(words))
        return block(base, self._own, plain, streams)

    def _page(self, seat: Seat, at: int, inside: bytes) -> bytes:
        contents = [seat.base + each for each in self.fragment.leaves[at].contents]
        if at or not seat.begins:
            contents = [BEFORE, *contents, self.foot(seat.base, at)]
        listed = array(*contents) if len(contents) > 1 else b"%d 0 R" % contents[0]
        words = b"<</Type /Page /Parent %d 0 R /Contents %b %b>>"
        return words % (ROOT[PAGES], listed, inside)


class Sheaves:
    """Keeps the sheaves of fragments by their keys; usable from any thread."""

    def __init__(self, most: int = MOST, recalled: Recalled = afresh) -> None:
        """Keep those of at most so many bytes of fragments; what they made may be `recalled`."""
        self._most, self._recalled = most, recalled
        self._kept: OrderedDict[str, tuple[Sheaf, int]] = OrderedDict()
        self._size = 0
        self._turn = threading.Lock()

    def of(self, key: str, content: bytes) -> Sheaf:
        """Return the sheaf of the fragment that is kept under a key.

        Raises ValueError, KeyError or TypeError where the bytes are none.
        """
        with self._turn:
            found = self._kept.get(key)
        sheaf = found[0] if found is not None else Sheaf(_read(content), key, self._recalled)
        with self._turn:
            self._remember(key, sheaf, len(content))
        return sheaf

    def forget(self) -> None:
        """Keep none any more."""
        with self._turn:
            self._kept.clear()
            self._size = 0

    def _remember(self, key: str, sheaf: Sheaf, size: int) -> None:
        self._size += size - self._kept.pop(key, (sheaf, 0))[1]
        self._kept[key] = sheaf, size
        while self._size > self._most and len(self._kept) > 1:
            self._size -= self._kept.popitem(last=False)[1][1]


def _plain(fragment: Fragment) -> int:
    """Return how many objects of a fragment are no streams."""
    bodies = sum(body.stream is None for body in fragment.bodies)
    return bodies + len(fragment.links) + len(fragment.leaves)


def _parents(key: int, entries: list[bytes]) -> bytes:
    """Return a part of the parent tree, whose keys follow one another."""
    pairs = b" ".join(b"%d %b" % each for each in enumerate(entries, key))
    return b"<</Limits [%d %d] /Nums [%b]>>" % (key, key + len(entries) - 1, pairs)


def _words(fragment: Fragment) -> list[bytes]:
    """Return all that refers to objects: bodies, links, leaves, entries of the parent tree."""
    return [
        *(one.words for one in fragment.bodies),
        *(one.body for one in fragment.links),
        *(one.words for one in fragment.leaves),
        *fragment.parents,
    ]


def _relocated(every: list[bytes], base: int, key: int) -> Iterator[bytes]:
    """Yield words of a fragment whose references have their numbers in the handbook."""
    parts = _TOKEN.split(APART.join(every))
    parts[2::3] = [
        b"%d" % (key + int(number))
        if kind == b"\x04"
        else b"%d 0 R" % (ROOT[int(number)] if number[0] == _MINUS else base + int(number))
        for kind, number in zip(parts[1::3], parts[2::3], strict=True)
    ]
    del parts[1::3]
    yield from b"".join(parts).split(APART) if every else ()
