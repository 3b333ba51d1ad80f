"""HTML read and PDF written in fewer steps: each is small and taken half a million times."""

from __future__ import annotations

import re
from typing import Any

import pydyf
from tinyhtml5 import inputstream
from tinyhtml5.inputstream import HTMLUnicodeInputStream
from weasyprint.pdf import fonts
from weasyprint.text.ffi import ffi

_to_bytes = pydyf._to_bytes  # noqa: SLF001 - it has no other name
_chars_until = HTMLUnicodeInputStream.chars_until
_expressions = inputstream.characters_until_regex
_LENGTH = re.compile(r"\[\d+\]$")


def to_bytes(item: Any) -> bytes:
    """Return a part of an object as bytes, as `pydyf` writes it."""
    kind = type(item)
    if kind is bytes:
        return bytes(item)
    if kind is str:
        return str(item).encode("ascii")
    if kind is int:
        return b"%d" % item
    if kind is float:
        return b"%d" % item if item.is_integer() else f"{item:f}".rstrip("0").encode("ascii")
    made: bytes = _to_bytes(item)
    return made


def chars_until(stream: Any, characters: Any, opposite: bool = False) -> Any:  # noqa: FBT001, FBT002 - as the parser asks
    """Return the letters up to some; what finds them is made once.

    The parser keeps it too, but under another key than the one it looks for.
    """
    if (characters, opposite) not in _expressions:
        listed = "".join(f"\\x{ord(one):02x}" for one in characters)
        found = re.compile(f"[{'' if opposite else '^'}{listed}]+")
        _expressions[characters, opposite] = found
    return _chars_until(stream, characters, opposite)


class Arrays:
    """What the engine calls the system's libraries with, for arrays that tell their contents.

    The engine names a kind of array by its length, and each length is read as C and kept for good.
    """

    def __init__(self) -> None:
        """Give on all else."""
        self.__dict__.update({name: getattr(ffi, name) for name in ("gc", "string", "NULL")})

    def __getattr__(self, name: str) -> Any:
        """Return anything else that is there."""
        return getattr(ffi, name)

    def new(self, kind: str, *contents: Any) -> Any:
        """Return new memory of a kind, with some contents if they are given."""
        return ffi.new(_LENGTH.sub("[]", kind) if contents else kind, *contents)


def measure_in_arrays() -> None:
    """Let fonts be cut to size by arrays of one kind."""
    fonts.ffi = Arrays()


def fewer_steps() -> dict[Any, Any]:
    """Return the functions of the engine with those for them."""
    return {_to_bytes: to_bytes, _chars_until: chars_until}
