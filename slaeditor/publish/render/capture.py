"""The laid out pages of a piece, taken apart into a fragment."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

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
from slaeditor.publish.trouble import NotApart

_REFERENCE = re.compile(
    rb"(\((?:[^\\()]|\\.)*\)|<[0-9a-fA-F\s]*>)|(?<![\w./])(\d+) (\d+) R\b", re.DOTALL
)
_LATE = {"/StructParents", "/StructParent"}
_LEFT_OUT = {"/Flags", "/FontBBox", "/FontFile2", "/FontName", "/CIDSet"}


@dataclass(frozen=True, slots=True)
class Lettering:
    """What the layout engine tells of a font: glyphs with their widths and letters."""

    widths: dict[int, float]
    letters: dict[int, str]


def captured(
    pdf: Pdf,
    fonts: dict[str, Lettering],
    headings: tuple[Heading, ...],
    numbers: LateNumbers,
    *,
    is_feet: bool,
) -> Fragment:
    """Return the pages of an open PDF as a fragment; raises NotApart for a strange one.

    The one of the feet keeps the colour profile and the digits too.
    """
    return _Capture(pdf, fonts, numbers).fragment(headings, is_feet=is_feet)


def point_elsewhere(pdf: Pdf) -> None:
    """Turn links to parts in other pieces into links within the handbook."""
    for page in pdf.pages:
        for annotation in page.get("/Annots", Array()):
            address = str(annotation.A.URI) if "/A" in annotation else ""
            if address.startswith(ELSEWHERE):
                del annotation.A
                annotation.Dest = String(address.removeprefix(ELSEWHERE))


@dataclass
class _Capture:
    pdf: Pdf
    fonts: dict[str, Lettering]
    late_numbers: LateNumbers
    count: int = 0
    numbers: dict[int, int] = field(default_factory=dict)
    waiting: list[Object] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    printed: set[int] = field(default_factory=set)
    late: list[Late] = field(default_factory=list)

    def fragment(self, headings: tuple[Heading, ...], *, is_feet: bool) -> Fragment:
        root = self.pdf.Root
        tree = root.StructTreeRoot
        document = tree.K[0]
        profile = root.OutputIntents[0].DestOutputProfile
        sheets = self._fonts_dictionary()
        self._name(self.pdf.Root.Pages, PAGES)
        self._name(document, DOCUMENT)
        self._name(sheets, FONTS)
        self._name(profile, PROFILE)
        leaves = tuple(self._leaf(page.obj) for page in self.pdf.pages)
        kids = tuple(self._number(kid) for kid in document.K)
        entries = list(tree.ParentTree.Nums)
        if [int(key) for key in entries[::2]] != list(range(len(entries) // 2)):
            raise _strange("the parent tree has gaps")
        parents = tuple(self._relative(_unparsed(each)) for each in entries[1::2])
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
            faces={key[1:]: self._face(key[1:], font) for key, font in sheets.items()},
            profile=profile.read_bytes() if is_feet else b"",
            late=tuple(sorted(self.late, key=lambda one: (one.stream, one.kind, one.at))),
            digits=self._digits() if is_feet else {},
        )

    # references

    def _name(self, thing: Object, number: int) -> None:
        self.numbers[thing.objgen[0]] = number

    def _number(self, thing: Object) -> int:
        """Return the fragment's number of an object, which is captured later."""
        key = thing.objgen[0]
        if key not in self.numbers:
            self.numbers[key] = self.count
            self.count += 1
            self.waiting.append(thing)
        return self.numbers[key]

    def _relative(self, words: bytes) -> bytes:
        return _REFERENCE.sub(self._reference, words)

    def _reference(self, found: re.Match[bytes]) -> bytes:
        if found[1] is not None:
            return found[1]
        number = int(found[2])
        if number not in self.numbers:
            self._number(self.pdf.get_object(number, int(found[3])))
        return b"\x01%d\x02" % self.numbers[number]

    # objects

    def _follow(self) -> None:
        """Capture everything that is referred to."""
        while self.waiting:
            thing = self.waiting.pop()
            number = self.numbers[thing.objgen[0]]
            if number in self.printed:
                self._print(number, thing)
            elif isinstance(thing, Stream):
                words, content = _packed(thing)
                self.bodies.append(Body(number, self._relative(words), content))
            elif isinstance(thing, Dictionary) and thing.get("/Type") == Name.Annot:
                self._annotation(number, thing)
            else:
                self.bodies.append(Body(number, self._relative(thing.unparse(resolved=True))))

    def _print(self, number: int, thing: Object) -> None:
        """Capture what is drawn on a page."""
        words = _dictionary(thing, {"/Length", "/Filter", "/DecodeParms"})
        stream, late = self.late_numbers.taken_out(number, thing.read_bytes())
        self.late += late
        self.bodies.append(Body(number, (words + b" /Filter /FlateDecode").strip(), stream))

    def _digits(self) -> dict[str, tuple[str, ...]]:
        """Return the glyphs of the digits, which the last page shows."""
        return self.late_numbers.digits(self.pdf.pages[-1].Contents.read_bytes())

    def _annotation(self, number: int, thing: Dictionary) -> None:
        target = str(thing.get("/Dest", ""))
        hidden = {"/Contents", "/Dest"} if target else set()
        words = self._relative(_dictionary(thing, hidden))
        if target:
            self.links.append(Link(number, target, words))
        else:
            self.bodies.append(Body(number, b"<<" + words + b">>"))

    def _leaf(self, page: Object) -> Leaf:
        number = self._number(page)
        self.waiting.remove(page)
        inner = page.Contents
        streams = tuple(inner) if isinstance(inner, Array) else (inner,)
        contents = tuple(self._number(each) for each in streams)
        self.printed.update(contents)
        box = [float(each) for each in page.MediaBox]
        words = self._relative(_dictionary(page, {"/Contents", "/Parent", "/Type"}))
        return Leaf(number, words, contents, box[2] - box[0] > box[3] - box[1])

    # what belongs to the whole

    def _places(self) -> Iterator[Place]:
        names = self.pdf.Root.get("/Names", Dictionary()).get("/Dests", Dictionary())
        entries = list(names.get("/Names", Array()))
        pages = {page.obj.objgen: at for at, page in enumerate(self.pdf.pages)}
        for name, target in zip(entries[::2], entries[1::2], strict=True):
            view = " ".join(_unparsed(each).decode() for each in list(target)[1:])
            yield Place(str(name), pages[target[0].objgen], view)

    def _fonts_dictionary(self) -> Object:
        for page in self.pdf.pages:
            found = page.Resources.get("/Font")
            if found is not None and found.is_indirect:
                return found
        raise _strange("the pages have no fonts")

    def _face(self, key: str, font: Object) -> Face:
        descendant = font.DescendantFonts[0]
        descriptor = descendant.FontDescriptor
        if "/FontFile2" not in descriptor or font.Encoding != Name("/Identity-H"):
            raise _strange(f"the font {font.BaseFont} is not TrueType")
        told = self.fonts[key]
        return Face(
            str(font.BaseFont),
            descriptor.FontFile2.read_bytes(),
            told.widths,
            told.letters,
            _dictionary(descriptor, _LEFT_OUT),
        )


def _dictionary(thing: Object, hidden: set[str]) -> bytes:
    """Return the inside of a dictionary without some keys; late keys of the parent tree marked."""
    parts = []
    for key, value in thing.items():
        if key not in hidden:
            late = key in _LATE
            words = b"\x04%d\x02" % int(value) if late else _unparsed(value)
            parts.append(key.encode() + b" " + words)
    return b" ".join(parts)


def _packed(thing: Stream) -> tuple[bytes, bytes]:
    """Return the dictionary of a stream, without its length, and its compressed content."""
    words = _dictionary(thing, {"/Length"})
    content = thing.read_raw_bytes()
    if "/Filter" not in thing:
        words, content = words + b" /Filter /FlateDecode", zlib.compress(content, 9)
    return words, content


def _unparsed(value: Any) -> bytes:
    if isinstance(value, Object):
        return value.unparse() if not value.is_indirect else b"%d %d R" % value.objgen
    if isinstance(value, bool):
        return b"true" if value else b"false"
    return str(value).encode()


def _strange(what: str) -> NotApart:
    return NotApart(f"The pages cannot be put together: {what}.", "Please report this.")
