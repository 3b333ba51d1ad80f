"""Looking into office files: their parts, and every word in them."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO


def parts(content: bytes) -> dict[str, bytes]:
    """Return the parts of an office file by their names."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def words(content: bytes) -> str:
    """Return all markup of an office file in one string."""
    return "\n".join(
        part.decode("utf-8")
        for name, part in parts(content).items()
        if name.endswith((".xml", ".rels"))
    )


def times(content: bytes) -> set[tuple[int, ...]]:
    """Return the times that the package gives for its parts."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {entry.date_time for entry in package.infolist()}


def own_words(content: bytes) -> str:
    """Return what an office file says of itself, as plain words."""
    found = parts(content)
    told = b" ".join(found.get(f"docProps/{name}.xml", b"") for name in ("core", "app", "custom"))
    return re.sub(r"<[^>]*>", " ", told.decode())
