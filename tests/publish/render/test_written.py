"""Objects of the layout engine in the words of a PDF."""

from __future__ import annotations

import pydyf
import pytest

from slaeditor.publish.render.written import content, pairs, text, value
from slaeditor.publish.trouble import UnsafeFile


def refer(reference):
    return b"->" + reference.split()[0]


def test_a_reference_is_written_as_one_wants_it():
    thing = pydyf.Dictionary({"P": b"12 0 R", "K": pydyf.Array([b"3 0 R", 4, "/Name"])})
    assert value(thing, refer) == b"<</P ->12 /K [->3 4 /Name]>>"


def test_hidden_keys_are_left_out():
    assert pairs({"A": 1, "B": 2}, refer, frozenset({"A"})) == b"/B 2"


def test_keys_of_the_parent_tree_are_left_open():
    assert pairs({"StructParents": 7}, refer) == b"/StructParents \x047\x02"


@pytest.mark.parametrize(
    ("number", "words"), [(12.0, b"12"), (0.5, b"0.5"), (12.0000001, b"12"), (-3.25, b"-3.25")]
)
def test_a_number_has_no_more_digits_than_it_needs(number, words):
    assert value(number, refer) == words


def test_what_would_end_a_string_is_escaped():
    assert text("a (b) \\ c\x01") == b"(a \\050b\\051 \\134 c\\001)"


def test_letters_beyond_ascii_are_written_in_digits():
    assert text("é") == b"<feff00e9>"


def test_words_that_look_like_a_reference_stay_words():
    assert value(pydyf.String("12 0 R"), refer) == b"(12 0 R)"


@pytest.mark.parametrize("thing", [{"S": "/JavaScript"}, {"Launch": 1}, [{"A": [b"/GoToR"]}]])
def test_what_no_handbook_may_hold_is_refused(thing):
    with pytest.raises(UnsafeFile, match="holds /"):
        value(thing, refer)


def test_a_foreign_address_is_refused():
    with pytest.raises(UnsafeFile, match="links to"):
        value({"URI": pydyf.String("file:///etc/passwd")}, refer)


def test_a_stream_holds_its_parts_line_by_line():
    assert content(pydyf.Stream([b"q", "/P", pydyf.Dictionary({"MCID": 1}), b"BDC"])) == (
        b"q\n/P\n<</MCID 1>>\nBDC"
    )
