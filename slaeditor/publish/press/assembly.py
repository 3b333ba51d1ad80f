"""Fragments put together to one handbook: page numbers, links, outline, structure, fonts.

What comes out says of itself what the plain way's file says, and has its structure. Where
something does not fit, Mismatch is raised and nothing is made.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from slaeditor.publish.document import Edition
from slaeditor.publish.fragment import (
    DOCUMENT,
    FONTS,
    PAGES,
    PROFILE,
    Face,
    Fragment,
    Leaf,
)
from slaeditor.publish.late import Numbering
from slaeditor.publish.press.cutting import titles
from slaeditor.publish.press.faces import united
from slaeditor.publish.press.fonts import put_font
from slaeditor.publish.press.numbers import renumbered, retitled
from slaeditor.publish.press.objects import Objects, array, text
from slaeditor.publish.press.outline import put_outline
from slaeditor.publish.press.stamps import Stamp, stamp
from slaeditor.publish.press.trouble import Mismatch
from slaeditor.publish.render.metadata import PRODUCER, xmp_packet

_TOKEN = re.compile(rb"([\x01\x04])(-?\d+)\x02")
_APART, _MINUS = b"\x03", ord("-")
_PROFILE_NAME = b"(IEC 61966-2-1 Default RGB Colour Space - sRGB)"


def page_numbers(fragments: Sequence[Fragment]) -> dict[str, int]:
    """Return the page of each named place of fragments in order, the first page being 1."""
    found: dict[str, int] = {}
    begun = 1
    for fragment in fragments:
        for place in fragment.places:
            found.setdefault(place.name, begun + place.page)
        begun += len(fragment.leaves)
    return found


def assembled(
    edition: Edition,
    feet: Fragment,
    parts: Sequence[tuple[Fragment, Numbering]],
    go_on: Callable[[], None] = lambda: None,
) -> bytes:
    """Return the PDF of a handbook from its fragments in order, the cover first.

    Each comes with the numbers that it shows. `go_on` is called before each fragment and raises
    what ends the work. Raises Mismatch.
    """
    return _Assembly(edition, feet, tuple(parts), go_on).file()


class _Assembly:
    def __init__(
        self,
        edition: Edition,
        feet: Fragment,
        parts: tuple[tuple[Fragment, Numbering], ...],
        go_on: Callable[[], None],
    ) -> None:
        self.go_on = go_on
        self.edition = edition
        self.feet = feet
        self.fragments = fragments = [one for one, _ in parts]
        self.numbers = [numbers for _, numbers in parts]
        self.objects = Objects()
        self.root = {key: self.objects.number() for key in (PAGES, DOCUMENT, FONTS, PROFILE)}
        self.tree = self.objects.number()
        self.before = self.objects.number()
        self.bases = [self.objects.numbers(one.size) for one in fragments]
        self.keys: list[int] = []
        total = 0
        for one in fragments:
            self.keys.append(total)
            total += len(one.parents)
        self.stamps: dict[bool, Stamp] = {}
        self.called = titles(edition)
        self.parents: list[bytes] = []
        self.pages = [
            base + leaf.number
            for base, one in zip(self.bases, fragments, strict=True)
            for leaf in one.leaves
        ]

    def file(self) -> bytes:
        """Return the whole file."""
        self.objects.put_packed(self.before, b"", b"q")
        names = self._places()
        self._fragments(names)
        self._fonts()
        self._structure()
        pages = b"<</Type /Pages /Count %d /Kids %b>>" % (len(self.pages), array(*self.pages))
        self.objects.put(self.root[PAGES], pages)
        self.objects.put_packed(self.root[PROFILE], b"/N 3", self.feet.profile)
        return self.objects.file(self._catalog(self._names(names)), self._information())

    # pages

    def _fragments(self, names: dict[str, bytes]) -> None:
        page = 0
        every = zip(self.bases, self.keys, self.fragments, self.numbers, strict=True)
        for base, keys, one, numbers in every:
            self.go_on()
            streams = renumbered(one, numbers, self.feet.digits)
            words = _relocated(_words(one), self.root, base, keys)
            for body in one.bodies:
                if body.stream is None:
                    self.objects.put(base + body.number, next(words))
                else:
                    stream = streams.get(body.number, body.stream)
                    self.objects.put_stream(base + body.number, next(words), stream)
            for link in one.links:
                self._link(base + link.number, link.target, next(words), names)
            for leaf in one.leaves:
                page += 1
                self._leaf(leaf, base, next(words), page)
            self.parents += words

    def _link(self, number: int, target: str, words: bytes, names: dict[str, bytes]) -> None:
        if target not in names:
            raise Mismatch(f"A link leads to {target}, which is nowhere.")
        late = b"/Dest %b /Contents %b" % (text(target), text(self.called.get(target, target)))
        self.objects.put(number, b"<<%b %b>>" % (words, late))

    def _leaf(self, leaf: Leaf, base: int, inside: bytes, page: int) -> None:
        contents = [base + each for each in leaf.contents]
        if page > 1:
            foot = self.objects.number()
            content = self._stamp(leaf.broad).content(page, len(self.pages))
            self.objects.put_packed(foot, b"", content)
            contents = [self.before, *contents, foot]
        parent = self.root[PAGES]
        words = b"<</Type /Page /Parent %d 0 R /Contents %b %b>>" % (
            parent,
            array(*contents) if len(contents) > 1 else b"%d 0 R" % contents[0],
            inside,
        )
        self.objects.put(base + leaf.number, words)

    def _stamp(self, broad: bool) -> Stamp:  # noqa: FBT001 - the shape is the only question
        if broad not in self.stamps:
            self.stamps[broad] = stamp(self.feet, broad=broad)
        return self.stamps[broad]

    # what belongs to the whole

    def _places(self) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        page = 0
        for one in self.fragments:
            for place in one.places:
                if place.name in found:
                    raise Mismatch(f"The place {place.name} is there twice.")
                target = self.pages[page + place.page]
                found[place.name] = b"[%d 0 R %b]" % (target, place.view.encode())
            page += len(one.leaves)
        return found

    def _names(self, places: dict[str, bytes]) -> int:
        number = self.objects.number()
        pairs = b" ".join(text(name) + b" " + places[name] for name in sorted(places))
        self.objects.put(number, b"<</Names [%b]>>" % pairs)
        return number

    def _fonts(self) -> None:
        faces: dict[str, list[Face]] = defaultdict(list)
        for one in (*self.fragments[:2], self.feet, *self.fragments[2:]):
            for key, face in one.faces.items():
                faces[key].append(face)
        entries = [
            b"/%b %d 0 R" % (key.encode(), put_font(self.objects, united(faces[key])))
            for key in sorted(faces)
        ]
        self.objects.put(self.root[FONTS], b"<<%b>>" % b" ".join(entries))

    def _structure(self) -> None:
        kids = [
            base + kid
            for base, one in zip(self.bases, self.fragments, strict=True)
            for kid in one.kids
        ]
        document = b"<</Type /StructElem /S /Document /P %d 0 R /K %b>>" % (self.tree, array(*kids))
        self.objects.put(self.root[DOCUMENT], document)
        entries = (b"%d %b" % each for each in enumerate(self.parents))
        parents = self.objects.number()
        self.objects.put(parents, b"<</Nums [%b]>>" % b" ".join(entries))
        root = b"<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R>>"
        self.objects.put(self.tree, root % (self.root[DOCUMENT], parents))

    def _outline(self) -> int:
        marked = [
            (retitled(heading, numbers), self.pages[first + heading.page])
            for first, one, numbers in zip(
                self._firsts(), self.fragments, self.numbers, strict=True
            )
            for heading in one.headings
        ]
        return put_outline(self.objects, marked)

    def _firsts(self) -> Iterator[int]:
        """Yield how many pages stand before each fragment."""
        before = 0
        for one in self.fragments:
            yield before
            before += len(one.leaves)

    def _catalog(self, names: int) -> int:
        number, metadata = self.objects.number(), self.objects.number()
        cover, language = self.edition.cover, self.edition.language
        packet = xmp_packet(self.edition.title, cover.organisation, language)
        self.objects.put_stream(metadata, b"/Type /Metadata /Subtype /XML", packet)
        words = (
            b"<</Type /Catalog /Pages %d 0 R /Names <</Dests %d 0 R>> /Outlines %d 0 R"
            b" /StructTreeRoot %d 0 R /MarkInfo <</Marked true>> /Metadata %d 0 R /Lang %b"
            b" /ViewerPreferences <</DisplayDocTitle true>> /OutputIntents [<</Type /OutputIntent"
            b" /S /GTS_PDFA1 /OutputConditionIdentifier %b /Info %b /DestOutputProfile %d 0 R>>]>>"
        )
        parts = (self.root[PAGES], names, self._outline(), self.tree, metadata, text(language))
        name = _PROFILE_NAME
        self.objects.put(number, words % (*parts, name, name, self.root[PROFILE]))
        return number

    def _information(self) -> int:
        number, author = self.objects.number(), self.edition.cover.organisation
        words = b"/Title %b /Producer %b" % (text(self.edition.title), text(PRODUCER))
        if author:
            words += b" /Author " + text(author)
        self.objects.put(number, b"<<%b>>" % words)
        return number


def _words(fragment: Fragment) -> list[bytes]:
    """Return all that refers to objects: bodies, links, leaves, entries of the parent tree."""
    return [
        *(one.words for one in fragment.bodies),
        *(one.body for one in fragment.links),
        *(one.words for one in fragment.leaves),
        *fragment.parents,
    ]


def _relocated(every: list[bytes], root: dict[int, int], base: int, keys: int) -> Iterator[bytes]:
    """Yield words of a fragment whose references have their numbers in the handbook."""
    parts = _TOKEN.split(_APART.join(every))
    parts[2::3] = [
        b"%d" % (keys + int(number))
        if kind == b"\x04"
        else b"%d 0 R" % (root[int(number)] if number[0] == _MINUS else base + int(number))
        for kind, number in zip(parts[1::3], parts[2::3], strict=True)
    ]
    del parts[1::3]
    yield from b"".join(parts).split(_APART) if every else ()
