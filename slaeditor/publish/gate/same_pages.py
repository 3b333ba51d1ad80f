"""By what a page of a PDF is known: all that decides which words are read on it.

That are its drawing, byte by byte, with the filters it is unpacked by, everything that its
resources lead to, and its edges. Two pages with one digest are read alike by any reader.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import pikepdf

_EDGES = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit")
_ELSEWHERE = ("/OCProperties", "/AcroForm")
"""What of a file can change how all its pages are read."""
_REFERENCE = b" R"

Digests = dict[tuple[int, int], bytes]


class _Loop(Exception):
    """Something leads back to itself; it is not told by what it is made of."""


def page_digests(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    """Yield for each page by what it is known; empty for one that is to be read in any case."""
    known: Digests = {}
    strange = any(name in pdf.Root for name in _ELSEWHERE)
    for page in pdf.pages:
        yield b"" if strange else _page(page.obj, known)


def thing_digest(thing: Any) -> bytes:
    """Return by what a thing with all that it refers to is known."""
    return hashlib.sha256(_written(thing, {})).digest()


def _page(page: Any, known: Digests) -> bytes:
    """The digest of a page that has its resources and edges itself."""
    if "/Resources" not in page or "/MediaBox" not in page or "/Contents" not in page:
        return b""
    edges = b" ".join(_written(page.get(name), known) for name in _EDGES)
    try:
        parts = (_written(page.Resources, known), _written(page.Contents, known), edges)
    except _Loop:
        return b""
    return hashlib.sha256(b"\0".join(parts)).digest()


def _written(thing: Any, known: Digests) -> bytes:
    """A thing with all that it refers to; objects that have a number by their digests."""
    if not isinstance(thing, pikepdf.Object) or not thing.is_indirect:
        return _inside(thing, known)
    place = thing.objgen
    if place not in known:
        known[place] = b""
        known[place] = hashlib.sha256(_inside(thing, known)).digest()
    if not known[place]:
        raise _Loop
    return known[place]


def _inside(thing: Any, known: Digests) -> bytes:
    if isinstance(thing, pikepdf.Stream):
        words = _entries(thing.items(), known)
        return b"stream " + words + hashlib.sha256(thing.read_raw_bytes()).digest()
    if not isinstance(thing, pikepdf.Array | pikepdf.Dictionary):
        return repr(thing).encode()
    plain = bytes(thing.unparse(resolved=True))
    if _REFERENCE not in plain:
        return plain
    if isinstance(thing, pikepdf.Array):
        return b"[" + b" ".join(_written(one, known) for one in thing) + b"]"
    return _entries(thing.items(), known)


def _entries(items: Any, known: Digests) -> bytes:
    every = sorted((str(name), value) for name, value in items)
    return b"<<" + b" ".join(name.encode() + b" " + _written(v, known) for name, v in every) + b">>"
