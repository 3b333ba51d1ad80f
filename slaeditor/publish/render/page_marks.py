"""Heads, feet and repeated table heads, marked as furniture of the page.

Marked content that no structure element leads to (margin boxes, the repeated head of a table
that was joined) becomes an artifact, so that a screen reader passes over it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from pikepdf import Array, Dictionary, Pdf

_MARK = re.compile(rb"/\w+\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC")
_FURNITURE = b"/Artifact <</Type /Pagination>> BDC"


def mark_furniture(pdf: Pdf) -> None:
    """Mark what the structure tree does not reach, and forget it in the parent tree."""
    reached = _reached(pdf)
    for page in pdf.pages:
        before = page.Contents.read_bytes()
        after = _MARK.sub(partial(_kept, reached[page.obj.objgen]), before)
        if after != before:
            page.Contents = pdf.make_stream(after)
    _forget(pdf, reached)


def elements(pdf: Pdf) -> Iterator[Dictionary]:
    """Yield every structure element of the file."""
    waiting = _list(pdf.Root.StructTreeRoot.get("/K"))
    while waiting:
        element = waiting.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            yield element
            waiting.extend(_list(element.get("/K")))


def _reached(pdf: Pdf) -> dict[tuple[int, int], set[int]]:
    """Return the marks of each page that the structure tree leads to."""
    marks: dict[tuple[int, int], set[int]] = defaultdict(set)
    for element in elements(pdf):
        page = element.get("/Pg")
        numbers = {kid for kid in _list(element.get("/K")) if isinstance(kid, int)}
        if numbers and page is not None:
            marks[page.objgen] |= numbers
    return marks


def _list(kids: object) -> list[object]:
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _kept(marks: set[int], found: re.Match[bytes]) -> bytes:
    return found.group() if int(found.group(1)) in marks else _FURNITURE


def _forget(pdf: Pdf, reached: dict[tuple[int, int], set[int]]) -> None:
    """Leave no entry in the parent tree for what is furniture now."""
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    trees = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page in pdf.pages:
        parents = trees.get(page.obj.StructParents)
        if isinstance(parents, Array):
            marks = reached[page.obj.objgen]
            for at in range(len(parents)):
                if at not in marks:
                    parents[at] = None
