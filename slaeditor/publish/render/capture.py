"""The laid out pages of a piece, taken apart into a fragment."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf

from slaeditor.publish.fragment import (
    DOCUMENT,
    FONTS,
    PAGES,
    PROFILE,
    Body,
    Face,
    Fragment,
    Heading,
    Leaf,
    Link,
    Place,
)
from slaeditor.publish.late import Late
from slaeditor.publish.render.frame import ELSEWHERE
from slaeditor.publish.render.late_numbers import LateNumbers
from slaeditor.publish.render.objects_made import Objects, Thing, number_of
from slaeditor.publish.render.written import content, is_packed, pairs, value
from slaeditor.publish.trouble import NotApart

_PACKED = b" /Filter /FlateDecode"
_LEFT_OUT = frozenset({"Flags", "FontBBox", "FontFile2", "FontName", "CIDSet"})
_HEAD_OF_STREAM = frozenset({"Length", "Filter", "DecodeParms"})
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lettering:
    """What the layout engine tells of a font: glyphs with their widths and letters."""

    widths: dict[int, float]
    letters: dict[int, str]


def captured(
    pdf: Any,
    fonts: dict[str, Lettering],
    headings: tuple[Heading, ...],
    numbers: LateNumbers,
    *,
    is_feet: bool,
) -> Fragment:
    """Return the pages of a PDF of the engine, which is not written yet, as a fragment.

    The one of the feet keeps the colour profile and the digits too. Raises NotApart for a strange
    one, and UnsafeFile where it holds what no handbook may hold.
    """
    made = Objects(pdf)
    _point_elsewhere(made)
    return _Capture(made, fonts, numbers).fragment(headings, is_feet=is_feet)


def _point_elsewhere(made: Objects) -> None:
    """Turn links to parts in other pieces into links within the handbook."""
    for page in made.pages:
        for annotation in map(made.at, page.get("Annots", ())):
            address = annotation["A"]["URI"].string if "A" in annotation else ""
            if address.startswith(ELSEWHERE):
                del annotation["A"]
                annotation["Dest"] = pydyf.String(address.removeprefix(ELSEWHERE))


@dataclass
class _Capture:
    made: Objects
    fonts: dict[str, Lettering]
    late_numbers: LateNumbers
    count: int = 0
    numbers: dict[int, int] = field(default_factory=dict)
    waiting: list[int] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    printed: set[int] = field(default_factory=set)
    late: list[Late] = field(default_factory=list)

    def fragment(self, headings: tuple[Heading, ...], *, is_feet: bool) -> Fragment:
        made = self.made
        profile = made.catalog["OutputIntents"][0]["DestOutputProfile"]
        sheets = made.at(made.pages[0]["Resources"])["Font"]
        self.numbers = {
            made.page_tree.number: PAGES,
            made.document.number: DOCUMENT,
            number_of(sheets): FONTS,
            number_of(profile): PROFILE,
        }
        leaves = tuple(self._leaf(page) for page in made.pages)
        kids = tuple(self._number(kid) for kid in made.document["K"])
        parents = self._parents()
        self._follow()
        return Fragment(
            size=self.count,
            leaves=leaves,
            bodies=tuple(self.bodies),
            links=tuple(self.links),
            kids=kids,
            parents=parents,
            places=tuple(self._places()),
            headings=headings,
            faces={key: self._face(key, made.at(font)) for key, font in made.at(sheets).items()},
            profile=content(made.at(profile)) if is_feet else b"",
            late=tuple(sorted(self.late, key=lambda one: (one.stream, one.kind, one.at))),
            digits=self._digits() if is_feet else {},
        )

    # references

    def _number(self, reference: bytes) -> int:
        """Return the fragment's number of an object, which is captured later."""
        key = number_of(reference)
        if key not in self.numbers:
            self.numbers[key] = self.count
            self.count += 1
            self.waiting.append(key)
        return self.numbers[key]

    def _relative(self, reference: bytes) -> bytes:
        return b"\x01%d\x02" % self._number(reference)

    def _pairs(self, thing: Thing, hidden: frozenset[str] = _NONE) -> bytes:
        return pairs(thing, self._relative, hidden)

    def _parents(self) -> tuple[bytes, ...]:
        entries = self.made.parents
        if entries[::2] != list(range(len(entries) // 2)):
            raise _strange("the parent tree has gaps")
        return tuple(value(each, self._relative) for each in entries[1::2])

    # objects

    def _follow(self) -> None:
        """Capture everything that is referred to."""
        while self.waiting:
            key = self.waiting.pop()
            self._capture(self.numbers[key], self.made.at(b"%d 0 R" % key))

    def _capture(self, number: int, thing: Thing) -> None:
        if number in self.printed:
            self._print(number, thing)
        elif isinstance(thing, pydyf.Stream):
            words = self._pairs(thing.extra, frozenset({"Length"}))
            inner = content(thing)
            if not is_packed(thing):
                words, inner = words + _PACKED, zlib.compress(inner, 9)
            self.bodies.append(Body(number, words, inner))
        elif isinstance(thing, dict) and thing.get("Type") == "/Annot":
            self._annotation(number, thing)
        else:
            self.bodies.append(Body(number, value(thing, self._relative)))

    def _print(self, number: int, thing: Thing) -> None:
        """Capture what is drawn on a page."""
        words = self._pairs(thing.extra, _HEAD_OF_STREAM)
        stream, late = self.late_numbers.taken_out(number, content(thing))
        self.late += late
        self.bodies.append(Body(number, (words + _PACKED).strip(), stream))

    def _digits(self) -> dict[str, tuple[str, ...]]:
        """Return the glyphs of the digits, which the last page shows."""
        return self.late_numbers.digits(content(self.made.at(self.made.pages[-1]["Contents"])))

    def _annotation(self, number: int, thing: Thing) -> None:
        target = str(thing["Dest"].string) if "Dest" in thing else ""
        words = self._pairs(thing, frozenset({"Contents", "Dest"}) if target else _NONE)
        if target:
            self.links.append(Link(number, target, words))
        else:
            self.bodies.append(Body(number, b"<<" + words + b">>"))

    def _leaf(self, page: Thing) -> Leaf:
        number = self._number(page.reference)
        self.waiting.remove(page.number)
        contents = (self._number(page["Contents"]),)
        self.printed.update(contents)
        left, bottom, right, top = page["MediaBox"]
        words = self._pairs(page, frozenset({"Contents", "Parent", "Type"}))
        return Leaf(number, words, contents, right - left > top - bottom)

    # what belongs to the whole

    def _places(self) -> Iterator[Place]:
        entries = self.made.catalog.get("Names", {}).get("Dests", {}).get("Names", [])
        pages = {page.reference: at for at, page in enumerate(self.made.pages)}
        for name, (page, *view) in zip(entries[::2], entries[1::2], strict=True):
            words = b" ".join(value(each, self._relative) for each in view)
            yield Place(name.string, pages[page], words.decode())

    def _face(self, key: str, font: Thing) -> Face:
        name = font["BaseFont"].decode()
        if "DescendantFonts" not in font or font["Encoding"] != "/Identity-H":
            raise _strange(f"the font {name} is not TrueType")
        descriptor = self.made.at(self.made.at(font["DescendantFonts"][0])["FontDescriptor"])
        if "FontFile2" not in descriptor:
            raise _strange(f"the font {name} is not TrueType")
        told = self.fonts[key]
        file = content(self.made.at(descriptor["FontFile2"]))
        return Face(name, file, told.widths, told.letters, self._pairs(descriptor, _LEFT_OUT))


def _strange(what: str) -> NotApart:
    return NotApart(f"The pages cannot be put together: {what}.", "Please report this.")
