"""The numbers of a handbook put into its fragments."""

from __future__ import annotations

import zlib

import pytest

from slaeditor.publish.fragment import Body, Fragment, Heading
from slaeditor.publish.late import Digit, Kind, Late, Numbering, packed
from slaeditor.publish.press.numbers import renumbered, retitled
from slaeditor.publish.press.trouble import Mismatch

RAW = b"[<0011>0<00ff>0<0012>] TJ"
GLYPHS = {"ABC": tuple(f"{0x10 + at:04x}" for at in range(10))}


def fragment(printed="1.2"):
    stream, places = packed(RAW, [2, 16], 4)
    digits = tuple(Digit(at, len(RAW) - raw) for at, raw in zip(places, [2, 16], strict=True))
    late = Late(Kind.SECTION, 0, 7, "ABC", printed, digits)
    return Fragment(8, (), (Body(7, b"", stream),), (), (), (), (), (), {}, b"", (late,), {})


def test_digits_take_the_place_of_those_that_were_laid_out():
    streams = renumbered(fragment(), Numbering("4", 9), GLYPHS)
    assert zlib.decompress(streams[7]) == b"[<0014>0<00ff>0<0019>] TJ"


def test_the_numbers_that_were_laid_out_leave_all_as_it_is():
    assert renumbered(fragment(), Numbering("1", 2), GLYPHS) == {}


@pytest.mark.parametrize(
    ("numbers", "glyphs"),
    [(Numbering("14", 9), GLYPHS), (Numbering("4", 9), {}), (Numbering("", 12), GLYPHS)],
    ids=["a digit more", "another font", "a point elsewhere"],
)
def test_a_number_that_does_not_fit_is_refused(numbers, glyphs):
    with pytest.raises(Mismatch):
        renumbered(fragment(), numbers, glyphs)


def test_an_entry_of_the_outline_has_the_number_of_its_section():
    heading = Heading(2, "1.1 What we promise", 0, "", section=0)
    assert retitled(heading, Numbering("4", 9)).title == "4.9 What we promise"


def test_other_entries_of_the_outline_keep_their_words():
    heading = Heading(3, "1.1 What we promise", 0, "")
    assert retitled(heading, Numbering("4", 9)) == heading
