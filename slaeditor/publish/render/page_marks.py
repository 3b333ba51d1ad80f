"""Heads, feet and repeated table heads, marked as furniture of the page.

Marked content that no structure element leads to (margin boxes, the repeated head of a table
that was joined) becomes an artifact, so that a screen reader passes over it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from slaeditor.publish.render.objects_made import Objects

_FURNITURE = (b"/Artifact", b"<</Type /Pagination>>")


def mark_furniture(made: Objects) -> None:
    """Mark what the structure tree does not reach, and forget it in the parent tree."""
    reached = _reached(made)
    numbers = made.parents
    trees = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in made.pages:
        marks = reached[page.reference]
        _mark(made.at(page["Contents"]).stream, marks)
        parents = trees.get(page["StructParents"])
        if isinstance(parents, list):
            parents[:] = [one if at in marks else "null" for at, one in enumerate(parents)]


def _reached(made: Objects) -> dict[bytes, set[int]]:
    """Return the marks of each page that the structure tree leads to."""
    marks: dict[bytes, set[int]] = defaultdict(set)
    for element in made.below(made.tree):
        numbers = [kid for kid in element.get("K", ()) if type(kid) is int]
        if numbers:
            marks[element["Pg"]].update(numbers)
    return marks


def _mark(parts: list[Any], marks: set[int]) -> None:
    """Turn marks that nothing leads to into furniture: a tag, and behind it its number."""
    for at, part in enumerate(parts):
        if isinstance(part, dict) and "MCID" in part and part["MCID"] not in marks:
            parts[at - 1 : at + 1] = _FURNITURE
