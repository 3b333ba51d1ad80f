"""The PDF of the layout engine before it is written: its objects, pages and structure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Thing = Any
"""A dictionary or a stream of the engine, which knows its number and its reference."""


class Objects:
    """The objects of a PDF of the engine by their references, such as b"12 0 R"."""

    def __init__(self, pdf: Any) -> None:
        """Look into a PDF that the engine has made."""
        self._objects = pdf.objects
        self.catalog = pdf.catalog
        self.page_tree = pdf.pages
        self.pages = [self._objects[number] for number in pdf.pages["Kids"][::3]]
        self.tree = self.at(pdf.catalog["StructTreeRoot"])
        self.document = self.at(self.tree["K"][0])

    @property
    def parents(self) -> list[Any]:
        """The parent tree: keys, and behind each of them what belongs to it."""
        found: list[Any] = self.at(self.tree["ParentTree"])["Nums"]
        return found

    def at(self, reference: bytes) -> Thing:
        """Return the object of a reference."""
        return self._objects[number_of(reference)]

    def kids(self, element: Thing) -> list[Thing]:
        """Return the structure elements directly below one."""
        kids = [self.at(kid) for kid in element.get("K", ()) if type(kid) is bytes]
        return [kid for kid in kids if "S" in kid]

    def below(self, element: Thing) -> Iterator[Thing]:
        """Yield every structure element below one in reading order."""
        for kid in self.kids(element):
            yield kid
            yield from self.below(kid)


def number_of(reference: bytes) -> int:
    """Return the number of an object in a reference to it."""
    return int(reference[: reference.index(b" ")])
