r"""A laid out piece: the objects of its PDF with their numbers and late words left open.

In the bodies of objects `\x01n\x02` stands for a reference to the fragment's own object n, or to
one of the handbook's where n is negative, and `\x04n\x02` for a key of the parent tree. Such
bytes occur nowhere else in them, and `\x03` not at all: strings are written with escapes.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, field, fields
from typing import Any

from slaeditor.publish.late import Digit, Late

PAGES, DOCUMENT, FONTS, PROFILE = -1, -2, -3, -4
"""What is referred to outside a fragment: page tree, structure root, fonts, colour profile."""
APART = b"\x03"
"""Stands between entries that are kept together."""
_HEAD = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Face:
    """A font as far as a fragment uses it.

    `widths` and `letters` are by glyph; `descriptor` and `descendant` are PDF dictionaries
    without what depends on the glyphs.
    """

    name: str
    file: bytes
    widths: dict[int, float]
    letters: dict[int, str]
    descriptor: bytes


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a part of the handbook: object number, id of the part, body without words."""

    number: int
    target: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Place:
    """A named place: page from 0 within the fragment, and the rest of a destination."""

    name: str
    page: int
    view: str


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the outline: its level from 1, and where it leads.

    The title of one that heads a `section` of the piece, counted from 0, begins with the number
    that the piece was laid out with, which is put in late.
    """

    level: int
    title: str
    page: int
    view: str
    section: int = -1


@dataclass(frozen=True, slots=True)
class Body:
    """An object without a stream (`stream` is None) or the dictionary of one with it."""

    number: int
    words: bytes
    stream: bytes | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its object, what is in its dictionary, its content streams, and its shape."""

    number: int
    words: bytes
    contents: tuple[int, ...]
    broad: bool


@dataclass(frozen=True, slots=True)
class Fragment:
    """Pages of a handbook, ready to be put together with others.

    `parents` are the entries of the parent tree in order of their keys, from 0 to `keys` - 1,
    `late` the numbers that are put in late, `digits` the glyphs of 0 to 9 by font, each four
    hexadecimal digits.
    """

    size: int
    leaves: tuple[Leaf, ...]
    bodies: tuple[Body, ...]
    links: tuple[Link, ...]
    kids: tuple[int, ...]
    parents: tuple[bytes, ...]
    places: tuple[Place, ...]
    headings: tuple[Heading, ...]
    faces: dict[str, Face]
    profile: bytes = b""
    late: tuple[Late, ...] = ()
    digits: dict[str, tuple[str, ...]] = field(default_factory=dict)


def fragment_bytes(fragment: Fragment) -> bytes:
    """Return a fragment as bytes for a pipe or a file; equal fragments give equal bytes."""
    blobs: list[bytes] = []
    tree = json.dumps(_written(fragment, blobs), sort_keys=True, separators=(",", ":")).encode()
    return b"".join((_HEAD.pack(len(tree)), tree, *blobs))


def fragment_from_bytes(content: bytes) -> Fragment:
    """Return the fragment; raises ValueError, KeyError or TypeError where it is none."""
    (length,) = _HEAD.unpack_from(content)
    tree = json.loads(content[_HEAD.size : _HEAD.size + length])
    return _Reading(content, _HEAD.size + length).fragment(tree)


def _written(value: Any, blobs: list[bytes]) -> Any:
    """Return a value as JSON can hold it; bytes go to `blobs`, their length stays."""
    if isinstance(value, bytes):
        blobs.append(value)
        return len(value)
    if isinstance(value, tuple):
        return [_written(item, blobs) for item in value]
    if isinstance(value, dict):
        return [[key, _written(value[key], blobs)] for key in sorted(value)]
    if isinstance(value, (Face, Link, Place, Heading, Body, Leaf, Late, Digit)):
        return [_written(getattr(value, one.name), blobs) for one in fields(value)]
    if isinstance(value, Fragment):
        together = {"parents": APART.join(value.parents)}
        names = (one.name for one in fields(value))
        return [_written(together.get(one, getattr(value, one)), blobs) for one in names]
    return value


@dataclass
class _Reading:
    """Reads a fragment in the order in which it was written."""

    content: bytes
    at: int

    def fragment(self, tree: list[Any]) -> Fragment:
        size, leaves, bodies, links, kids, parents, places, headings, faces, profile, *more = tree
        late, digits = more
        return Fragment(
            size,
            tuple(
                Leaf(n, self.bytes(words), tuple(inner), broad) for n, words, inner, broad in leaves
            ),
            tuple(Body(n, self.bytes(words), self.some(stream)) for n, words, stream in bodies),
            tuple(Link(n, target, self.bytes(body)) for n, target, body in links),
            tuple(kids),
            tuple(_apart(self.bytes(parents))),
            tuple(Place(*each) for each in places),
            tuple(Heading(*each) for each in headings),
            {key: self.face(face) for key, face in faces},
            self.bytes(profile),
            tuple(_late(each) for each in late),
            {key: tuple(glyphs) for key, glyphs in digits},
        )

    def face(self, tree: list[Any]) -> Face:
        name, file, widths, letters, descriptor = tree
        content = self.bytes(file)
        return Face(name, content, dict(widths), dict(letters), self.bytes(descriptor))

    def some(self, length: int | None) -> bytes | None:
        return None if length is None else self.bytes(length)

    def bytes(self, length: int) -> bytes:
        begun, self.at = self.at, self.at + length
        if type(length) is not int or length < 0 or self.at > len(self.content):
            raise ValueError("The fragment ends too early.")
        return self.content[begun : self.at]


def _apart(entries: bytes) -> list[bytes]:
    """Return the entries of the parent tree, of which there are thousands, in one step."""
    return entries.split(APART) if entries else []


def _late(tree: list[Any]) -> Late:
    kind, at, stream, face, printed, digits = tree
    return Late(kind, at, stream, face, printed, tuple(Digit(*each) for each in digits))
