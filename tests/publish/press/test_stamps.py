"""The foot of a page made from a pattern."""

from __future__ import annotations

import zlib

import pytest

from slaeditor.publish.fragment import Body, Face, Fragment, Leaf
from slaeditor.publish.press.stamps import stamp
from slaeditor.publish.press.trouble import Mismatch

DIGITS = [f"{at:04x}" for at in range(16, 26)]
GAP, SLASH = "0020", "002f"
PATTERN = [*DIGITS[:5], GAP, SLASH, GAP, *DIGITS[5:]]
WORDS = b"1 0 0 -1 0 842 cm\nq\n/a1.0 gs\nBT\n1 0 0 -1 5 6 Tm\n/AB 10 Tf\n[<0041>] TJ\nET\n"


def feet(pattern=PATTERN, extra=b"", widths=None):
    glyphs = "".join(f"<{one}>0" for one in pattern)
    number = f"BT\n1 0 0 -1 100.5 60 Tm\n/AB 10 Tf\n[{glyphs}] TJ\nET\nQ".encode()
    wide = {int(one, 16): 600.0 for one in DIGITS} | {0x20: 250.0, 0x2F: 300.0}
    face = Face("/AB+Inter", b"", widths or wide, {}, b"")
    body = Body(1, b"", zlib.compress(WORDS + extra + number))
    leaf = Leaf(0, b"", (1,), broad=False)
    return Fragment(2, (leaf,), (body,), (), (), (), (), (), {"AB": face})


def test_a_number_is_set_digit_for_digit():
    made = stamp(feet(), broad=False).content(7, 42)
    glyphs = [DIGITS[7], GAP, SLASH, GAP, DIGITS[4], DIGITS[2]]
    assert "".join(f"<{one}>0" for one in glyphs).encode() in made


def test_a_shorter_number_ends_where_the_pattern_ended():
    made = stamp(feet(), broad=False).content(7, 42)
    assert b"1 0 0 -1 142.5 60 Tm" in made  # seven digits of 6 points fewer


def test_it_closes_what_stood_open_and_keeps_the_words():
    made = stamp(feet(), broad=False).content(1, 1)
    assert made.startswith(b"Q\n1 0 0 -1 0 842 cm")
    assert b"<0041>" in made
    assert b" gs" not in made


@pytest.mark.parametrize(
    "strange",
    [
        feet(pattern=PATTERN[:-1]),
        feet(pattern=[*PATTERN[:-1], DIGITS[0]]),
        feet(extra=b"/other gs\n"),
        feet(extra=b"/Span <</MCID 0>> BDC EMC\n"),
    ],
    ids=["a digit short", "a digit twice", "another state", "marked content"],
)
def test_a_strange_pattern_is_refused(strange):
    with pytest.raises(Mismatch):
        stamp(strange, broad=False)


def test_digits_of_different_widths_are_refused():
    uneven = {int(one, 16): 600.0 + at for at, one in enumerate(DIGITS)} | {0x20: 1.0, 0x2F: 1.0}
    with pytest.raises(Mismatch, match="equally wide"):
        stamp(feet(widths=uneven), broad=False)


def test_feet_for_pages_of_another_shape_are_missed():
    with pytest.raises(Mismatch, match="shape"):
        stamp(feet(), broad=True)
