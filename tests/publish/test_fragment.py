"""Fragments as bytes."""

from __future__ import annotations

import pytest

from slaeditor.publish.fragment import (
    Body,
    Face,
    Fragment,
    Heading,
    Leaf,
    Link,
    Place,
    fragment_bytes,
    fragment_from_bytes,
)
from slaeditor.publish.late import Digit, Kind, Late

WHOLE = Fragment(
    3,
    (Leaf(0, b"/Tabs /S", (1, 2), broad=True),),
    (Body(1, b"/N 3", b"\x00stream"), Body(2, b"<</K 1>>")),
    (Link(2, "s-gold", b"/Rect [1 2 3 4]"),),
    (2,),
    (b"[null]",),
    (Place("s-gold", 0, "/XYZ 1 2 0"),),
    (Heading(1, "Gold – more", 0, "/XYZ 1 2 0"),),
    {"ABC": Face("/ABC+Inter", b"\x00font", {3: 1.5}, {3: "ß"}, b"/Ascent 1")},
    b"profile",
    (Late(Kind.SECTION, 0, 1, "ABC", "1.2", (Digit(3, 9), Digit(12, 4))),),
    {"ABC": tuple(f"{at:04x}" for at in range(10))},
)


def test_a_fragment_is_read_as_it_was_written():
    assert fragment_from_bytes(fragment_bytes(WHOLE)) == WHOLE


def test_equal_fragments_give_equal_bytes():
    assert fragment_bytes(WHOLE) == fragment_bytes(fragment_from_bytes(fragment_bytes(WHOLE)))


def test_half_a_fragment_is_refused():
    with pytest.raises(ValueError, match="too early"):
        fragment_from_bytes(fragment_bytes(WHOLE)[:-1])
