"""Fragments at their place in a handbook, kept so for the next time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from slaeditor.publish.fragment import Body, Fragment, Leaf, Link, fragment_bytes
from slaeditor.publish.late import Numbering
from slaeditor.publish.press.objects import Objects, array
from slaeditor.publish.press.sheaf import BEFORE, ROOT, Seat, Sheaf, Sheaves

SEAT = Seat(256, 64, Numbering(), ("Where it leads",), (), begins=True)
LINK = Link(2, "part", b"/Type /Annot /Subtype /Link /StructParent \x041\x02")
WORDS = b"/Resources <<>> /MediaBox [0 0 9 9] /StructParents \x040\x02 /Annots [\x012\x02]"


def fragment(*extra: Body) -> Fragment:
    """Return a page with a link on it."""
    leaf = Leaf(0, WORDS, (1,), broad=False)
    drawing = Body(1, b"", b"q Q")
    own = Body(3, b"<</Type /StructElem /P \x01-2\x02>>")
    parents = (b"[\x013\x02]", b"\x013\x02")
    return Fragment(4, (leaf,), (drawing, own, *extra), (LINK,), (3,), parents, (), (), {})


def opened(sheaf: Sheaf, seat: Seat) -> pikepdf.Pdf:
    """Return a file that holds the block of a sheaf."""
    objects = Objects()
    objects.numbers(max(*ROOT.values(), BEFORE))
    catalog, information = objects.number(), objects.number()
    objects.block_numbers(sheaf.size)
    objects.put(catalog, b"<</Type /Catalog /Pages 1 0 R>>")
    objects.put(information, b"<<>>")
    objects.put(1, b"<</Type /Pages /Count 1 /Kids %b>>" % array(seat.base))
    objects.put(2, b"<</Type /StructElem /S /Document>>")
    objects.put_block(sheaf.block(seat))
    return pikepdf.open(BytesIO(objects.file(catalog, information)))


def test_references_lead_to_the_objects_of_the_handbook():
    with opened(Sheaf(fragment()), SEAT) as pdf:
        assert pdf.pages[0].obj.objgen == (256, 0)
        assert pdf.get_object(256 + 3, 0).P.S == "/Document"


def test_keys_of_the_parent_tree_are_those_of_the_handbook():
    with opened(Sheaf(fragment()), SEAT) as pdf:
        page = pdf.pages[0].obj
        part = pdf.get_object(Sheaf(fragment()).parents(256), 0)
        assert page.StructParents == 64
        assert page.Annots[0].StructParent == 65
        assert list(part.Limits) == [64, 65]


def test_a_link_says_the_title_of_where_it_leads():
    with opened(Sheaf(fragment()), SEAT) as pdf:
        link = pdf.pages[0].obj.Annots[0]
        assert (str(link.Dest), str(link.Contents)) == ("part", "Where it leads")


def test_another_title_makes_another_link():
    sheaf = Sheaf(fragment())
    sheaf.block(SEAT)
    with opened(sheaf, replace(SEAT, titles=("Elsewhere",))) as pdf:
        assert str(pdf.pages[0].obj.Annots[0].Contents) == "Elsewhere"


def test_only_the_first_page_of_a_handbook_has_no_foot():
    later = replace(SEAT, begins=False)
    with opened(Sheaf(fragment()), SEAT) as pdf:
        assert pdf.pages[0].obj.Contents.read_bytes() == b"q Q"
    with opened(Sheaf(fragment()), later) as pdf:
        assert len(pdf.pages[0].obj.Contents) == 3


def test_at_the_same_place_nothing_is_made_again():
    sheaf = Sheaf(fragment())
    assert sheaf.block(SEAT) is sheaf.block(replace(SEAT))


def test_more_objects_than_are_packed_together_are_all_found():
    many = [Body(4 + at, b"<</A %d>>" % at) for at in range(450)]
    sheaf = Sheaf(replace(fragment(*many), size=454))
    with opened(sheaf, SEAT) as pdf:
        assert pdf.get_object(256 + 453, 0).A == 449
        assert pdf.check_pdf_syntax() == []


def test_a_fragment_is_read_once():
    kept, content = Sheaves(), fragment_bytes(fragment())
    assert kept.of("key", content) is kept.of("key", content)


def test_what_was_used_longest_ago_goes_first():
    content = fragment_bytes(fragment())
    kept = Sheaves(most=2 * len(content))
    first, second = kept.of("one", content), kept.of("two", content)
    kept.of("one", content)
    kept.of("three", content)
    assert kept.of("one", content) is first
    assert kept.of("two", content) is not second


def test_what_is_forgotten_is_read_again():
    kept, content = Sheaves(), fragment_bytes(fragment())
    before = kept.of("key", content)
    kept.forget()
    assert kept.of("key", content) is not before


def test_bytes_that_are_no_fragment_are_refused():
    with pytest.raises(ValueError, match="ends too early"):
        Sheaves().of("key", fragment_bytes(fragment())[:-1])


def test_a_block_of_an_earlier_day_is_put_in_as_it_was_made():
    kept: dict[str, bytes] = {}

    def recalled(words: str, work: Callable[[], bytes]) -> bytes:
        if words not in kept:
            kept[words] = work()
        return kept[words]

    first = Sheaf(fragment(), "key", recalled).block(SEAT)
    assert Sheaf(fragment(Body(4, b"other")), "key", recalled).block(SEAT) == first
    assert first == Sheaf(fragment()).block(SEAT)


def test_a_block_of_an_earlier_day_is_not_taken_for_another_place_or_piece():
    asked: list[str] = []

    def recalled(words: str, work: Callable[[], bytes]) -> bytes:
        asked.append(words)
        return work()

    for key, seat in (("one", SEAT), ("two", SEAT), ("one", replace(SEAT, titles=("Elsewhere",)))):
        Sheaf(fragment(), key, recalled).block(seat)
    assert len(set(asked)) == 3
