"""Numbers that are put into pages after they were laid out."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.publish.late import (
    Digit,
    Kind,
    Numbering,
    alike,
    colour,
    like,
    packed,
    place_of,
    replaced,
)

NUMBERS = Numbering("12", 3, 4, 1, ("7", "42"))


@pytest.mark.parametrize(
    ("kind", "at", "printed"),
    [
        (Kind.CHAPTER, 0, "12"),
        (Kind.OVERVIEW, 0, "12.1"),
        (Kind.SECTION, 1, "12.4"),
        (Kind.TABLE, 0, "12.5"),
        (Kind.FIGURE, 2, "12.4"),
        (Kind.PAGE, 1, "42"),
    ],
)
def test_each_kind_is_counted_from_where_its_piece_begins(kind, at, printed):
    assert NUMBERS.printed(kind, at) == printed


@given(st.sampled_from(Kind), st.integers(0, 65535))
def test_a_colour_says_which_number_it_is(kind, at):
    words = colour(kind, at)
    parts = [round(int(words[i : i + 2], 16) / 255, 6) for i in (1, 3, 5)]
    assert place_of(parts) == (kind, at)


def test_the_colours_of_a_look_are_no_numbers():
    assert place_of([0.043, 0.361, 0.541]) is None


@given(st.integers(1, 300), st.integers(0, 40))
def test_numbers_alike_have_as_many_digits(first, count):
    begun = alike(first, count)
    assert [len(str(begun + at)) for at in range(count)] == [
        len(str(first + at)) for at in range(count)
    ]


@given(st.integers(1, 9), st.integers(1, 9))
def test_short_ranges_are_all_alike(first, count):
    assert alike(first, count) == (1 if first + count <= 10 else first)


def test_a_number_is_like_all_of_its_length():
    assert [like(each) for each in ("", "7", "42", "999")] == ["", "1", "10", "100"]


@given(st.binary(min_size=40, max_size=400), st.sets(st.integers(0, 8), max_size=5), st.data())
def test_what_is_replaced_is_as_if_packed_so(content, at, data):
    places = [4 * one for one in at]
    stream, found = packed(content, places, 4)
    assert zlib.decompress(stream) == content
    other, changes = bytearray(content), []
    for place, moved in zip(sorted(places), found, strict=True):
        words = data.draw(st.binary(min_size=4, max_size=4))
        other[place : place + 4] = words
        changes.append((Digit(moved, len(content) - place), words))
    assert zlib.decompress(replaced(stream, changes)) == bytes(other)
