"""Fragments put together to one handbook: page numbers, links, outline, structure, fonts.

What comes out says of itself what the plain way's file says, and has its structure. Where
something does not fit, Mismatch is raised and nothing is made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from slaeditor.publish.document import Edition
from slaeditor.publish.fragment import DOCUMENT, FONTS, PAGES, PROFILE, Face, Fragment, Leaf
from slaeditor.publish.late import Numbering
from slaeditor.publish.press.cutting import titles
from slaeditor.publish.press.faces import united
from slaeditor.publish.press.fonts import put_font
from slaeditor.publish.press.numbers import retitled
from slaeditor.publish.press.objects import Objects, array, text
from slaeditor.publish.press.outline import put_outline
from slaeditor.publish.press.recalled import Recalled, afresh
from slaeditor.publish.press.sheaf import BEFORE, ROOT, Seat, Sheaf
from slaeditor.publish.press.stamps import Stamp, stamp
from slaeditor.publish.press.trouble import Mismatch
from slaeditor.publish.render.metadata import PRODUCER, xmp_packet

_PROFILE_NAME = b"(IEC 61966-2-1 Default RGB Colour Space - sRGB)"
_KEYS_APART = 64
"""Keys of the parent tree begin at multiples of this, so that a piece that grows moves none."""


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
    parts: Sequence[tuple[Sheaf, Numbering]],
    go_on: Callable[[], None] = lambda: None,
    recalled: Recalled = afresh,
) -> bytes:
    """Return the PDF of a handbook from its fragments in order, the cover first.

    Each comes with the numbers that it shows. `go_on` is called before each fragment and raises
    what ends the work; the files of fonts may be `recalled`. Raises Mismatch.
    """
    return _Assembly(edition, feet, tuple(parts), go_on, recalled).file()


class _Assembly:
    def __init__(
        self,
        edition: Edition,
        feet: Fragment,
        parts: tuple[tuple[Sheaf, Numbering], ...],
        go_on: Callable[[], None],
        recalled: Recalled,
    ) -> None:
        self.go_on, self.recalled = go_on, recalled
        self.edition = edition
        self.feet = feet
        self.sheaves = [one for one, _ in parts]
        self.fragments = fragments = [one.fragment for one in self.sheaves]
        self.numbers = [numbers for _, numbers in parts]
        self.objects = Objects()
        self.objects.numbers(max(*ROOT.values(), BEFORE))
        self.tree = self.objects.number()
        self.bases = [self.objects.block_numbers(one.size) for one in self.sheaves]
        self.keys: list[int] = []
        total = 0
        for one in fragments:
            self.keys.append(total)
            total += len(one.parents) + -len(one.parents) % _KEYS_APART
        self.stamps: dict[bool, Stamp] = {}
        self.called = titles(edition)
        self.pages = [
            base + leaf.number
            for base, one in zip(self.bases, fragments, strict=True)
            for leaf in one.leaves
        ]

    def file(self) -> bytes:
        """Return the whole file."""
        self.objects.put_packed(BEFORE, b"", b"q")
        names = self._places()
        self._fragments(names)
        self._fonts()
        self._structure()
        pages = b"<</Type /Pages /Count %d /Kids %b>>" % (len(self.pages), array(*self.pages))
        self.objects.put(ROOT[PAGES], pages)
        self.objects.put_packed(ROOT[PROFILE], b"/N 3", self.feet.profile)
        return self.objects.file(self._catalog(self._names(names)), self._information())

    # pages

    def _fragments(self, names: dict[str, bytes]) -> None:
        digits = tuple(sorted(self.feet.digits.items()))
        every = zip(self._firsts(), self.bases, self.keys, self.sheaves, self.numbers, strict=True)
        for page, base, key, one, numbers in every:
            self.go_on()
            called = tuple(self._title(link.target, names) for link in one.fragment.links)
            seat = Seat(base, key, numbers, called, digits, page == 0)
            self.objects.put_block(one.block(seat))
            for at, leaf in enumerate(one.fragment.leaves):
                if page + at > 0:
                    self._foot(one.foot(base, at), leaf, page + at + 1)

    def _title(self, target: str, names: dict[str, bytes]) -> str:
        if target not in names:
            raise Mismatch(f"A link leads to {target}, which is nowhere.")
        return self.called.get(target, target)

    def _foot(self, number: int, leaf: Leaf, page: int) -> None:
        content = self._stamp(leaf.broad).packed(page, len(self.pages))
        self.objects.put_stream(number, b"/Filter /FlateDecode", content)

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
            b"/%b %d 0 R"
            % (key.encode(), put_font(self.objects, united(faces[key], self.recalled)))
            for key in sorted(faces)
        ]
        self.objects.put(ROOT[FONTS], b"<<%b>>" % b" ".join(entries))

    def _structure(self) -> None:
        kids = [
            base + kid
            for base, one in zip(self.bases, self.fragments, strict=True)
            for kid in one.kids
        ]
        document = b"<</Type /StructElem /S /Document /P %d 0 R /K %b>>" % (self.tree, array(*kids))
        self.objects.put(ROOT[DOCUMENT], document)
        parts = zip(self.sheaves, self.bases, strict=True)
        parents = self.objects.number()
        kids = [one.parents(base) for one, base in parts if one.fragment.parents]
        self.objects.put(parents, b"<</Kids %b>>" % array(*kids))
        root = b"<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R>>"
        self.objects.put(self.tree, root % (ROOT[DOCUMENT], parents))

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
        parts = (ROOT[PAGES], names, self._outline(), self.tree, metadata, text(language))
        name = _PROFILE_NAME
        self.objects.put(number, words % (*parts, name, name, ROOT[PROFILE]))
        return number

    def _information(self) -> int:
        number, author = self.objects.number(), self.edition.cover.organisation
        words = b"/Title %b /Producer %b" % (text(self.edition.title), text(PRODUCER))
        if author:
            words += b" /Author " + text(author)
        self.objects.put(number, b"<<%b>>" % words)
        return number
