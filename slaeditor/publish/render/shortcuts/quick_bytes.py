"""Parts of a PDF that are written without asking of each what it is."""

from __future__ import annotations

from typing import Any

import pydyf

_to_bytes = pydyf._to_bytes  # noqa: SLF001 - it has no other name


def to_bytes(item: Any) -> bytes:
    """Return a part of an object as bytes, as `pydyf` writes it."""
    kind = type(item)
    if kind is bytes:
        return bytes(item)
    if kind is str:
        return str(item).encode("ascii")
    if kind is int:
        return b"%d" % item
    made: bytes = _to_bytes(item)
    return made


def writing() -> dict[Any, Any]:
    """Return the functions of the engine with those for them."""
    return {_to_bytes: to_bytes}
