"""Colours can be read wherever a handbook uses them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.publish.render.colour import (
    WHITE,
    contrast,
    ink_on,
    mixed,
    palette,
    readable,
)
from slaeditor.publish.trouble import LayoutTrouble

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_black_on_white_has_the_largest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_contrast_agrees_with_the_published_example():
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways(one, other):
    assert contrast(one, other) == contrast(other, one)


@given(COLOURS)
def test_any_accent_becomes_readable_on_its_tint(accent):
    colours = palette(accent, "client")
    assert contrast(colours.accent, colours.tint) >= 4.5


@given(COLOURS)
def test_any_accent_becomes_readable_on_white(accent):
    assert contrast(palette(accent, "").accent, WHITE) >= 4.5


@given(COLOURS)
def test_the_words_of_any_cover_can_be_read(accent):
    colours = palette(accent, "staff")
    assert contrast(colours.cover_ink, colours.cover) >= 4.5
    assert contrast(colours.cover_soft, colours.cover) >= 4.5


@pytest.mark.parametrize("reader", ["staff", "sales", "client", "somebody"])
def test_the_mark_of_each_edition_can_be_read_on_white(reader):
    assert contrast(palette("#0b5c8a", reader).mark, WHITE) >= 4.5


def test_the_three_editions_have_different_marks():
    assert len({palette("#0b5c8a", reader).mark for reader in ("staff", "sales", "client")}) == 3


def test_a_readable_colour_stays_as_it_is():
    assert readable("#0b5c8a") == "#0b5c8a"


def test_white_is_written_on_dark_and_black_on_light():
    assert ink_on("#000080") == WHITE
    assert ink_on("#ffee88") != WHITE


def test_half_a_colour_lies_in_the_middle():
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize("word", ["red", "#fff", "#12345g", "#0b5c8a;}", ""])
def test_what_is_no_colour_is_refused(word):
    with pytest.raises(LayoutTrouble):
        palette(word, "client")
