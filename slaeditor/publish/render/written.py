"""Objects of the layout engine's PDF in the words of a PDF, with references as one wants them.

Nothing is written that no handbook may hold: the names for it and foreign addresses are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pydyf

from slaeditor.publish.render.assertions import FORBIDDEN, assert_address, unsafe
from slaeditor.publish.render.objects_made import Thing

_LATE = {"StructParents", "StructParent"}
_REFERENCE = re.compile(rb"\d+ \d+ R")
_TO_ESCAPE = re.compile(rb"[\\()\x00-\x1f\x7f]")
_FORBIDDEN = frozenset(name.encode() for name in FORBIDDEN)

Refer = Callable[[bytes], bytes]
"""Returns what is written for a reference."""


def value(thing: Any, refer: Refer) -> bytes:
    """Return anything that can stand in an object; raises UnsafeFile for what may not."""
    kind = type(thing)
    if kind is bytes:
        return _words(thing, refer)
    if kind is int:
        return b"%d" % thing
    if kind is str:
        return _words(thing.encode("ascii"), refer)
    return _compound(thing, refer)


def _compound(thing: Any, refer: Refer) -> bytes:
    if isinstance(thing, dict):
        return b"<<" + pairs(thing, refer) + b">>"
    if isinstance(thing, list):
        return b"[" + b" ".join([value(each, refer) for each in thing]) + b"]"
    if isinstance(thing, pydyf.String):
        return text(thing.string)
    return _number(thing)


def pairs(thing: Thing, refer: Refer, hidden: frozenset[str] = frozenset()) -> bytes:
    """Return what stands in a dictionary but for hidden keys; raises UnsafeFile.

    Keys of the parent tree are left open, as a fragment has them.
    """
    parts = []
    for key, inner in thing.items():
        if key in hidden:
            continue
        name = b"/" + key.encode("ascii")
        if name in _FORBIDDEN:
            raise unsafe(f"holds {name.decode()}")
        if key == "URI":
            assert_address(inner.string)
        parts.append(name + b" " + (_late(inner) if key in _LATE else value(inner, refer)))
    return b" ".join(parts)


def content(thing: Thing) -> bytes:
    """Return what a stream holds, as the engine would write it."""
    parts = (part if type(part) is bytes else pydyf._to_bytes(part) for part in thing.stream)  # noqa: SLF001 - it has no other name
    return b"\n".join(parts)


def is_packed(thing: Thing) -> bool:
    """Return whether a stream is packed already, as pictures are."""
    return "Filter" in thing.extra


def text(words: str | bytes) -> bytes:
    """Return a string: as it is with escapes, or in hexadecimal digits where it is not ASCII."""
    try:
        plain = words if isinstance(words, bytes) else words.encode("ascii")
    except UnicodeEncodeError:
        return b"<feff" + str(words).encode("utf-16-be").hex().encode() + b">"
    return b"(" + _TO_ESCAPE.sub(lambda found: b"\\%03o" % ord(found[0]), plain) + b")"


def _words(words: bytes, refer: Refer) -> bytes:
    if words.endswith(b" R") and _REFERENCE.fullmatch(words):
        return refer(words)
    if words in _FORBIDDEN:
        raise unsafe(f"holds {words.decode()}")
    return words


def _late(key: int) -> bytes:
    return b"\x04%d\x02" % key


def _number(thing: float) -> bytes:
    return f"{thing:f}".rstrip("0").rstrip(".").encode("ascii")
