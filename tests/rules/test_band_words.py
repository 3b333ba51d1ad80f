"""Bands of a credit are typed as people say them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.compensation import CompensationBand
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.band_words import amount_typed, parsed_amount, parsed_range, with_amount
from slaeditor.rules.ranges import Range

NUMBERS = st.decimals(-1000, 1000, places=2).map(lambda one: one.normalize() + 0)
ENDS = st.none() | NUMBERS


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("95-99 %", "from 95 to below 99"),
        ("95 – 99", "from 95 to below 99"),
        ("95 to 99", "from 95 to below 99"),
        ("above 95 up to 99", "above 95 up to 99"),
        ("4 h to 8 h", "from 4 to below 8"),
        ("< 95", "below 95"),
        ("≤ 95", "up to 95"),
        ("99+", "from 99 and more"),
        ("at least 99", "from 99 and more"),
        ("more than 99", "above 99"),
        ("any", "any"),
        ("", "any"),
    ],
)
def test_a_range_is_read_as_it_is_said(typed, read):
    assert str(parsed_range(typed)) == read


@pytest.mark.parametrize("typed", ["95", "99 to 95", "abc", "=cmd|'x'!A0", "9" * 10_000, "1 2 3-4"])
def test_what_is_no_range_is_refused_with_a_sentence(typed):
    with pytest.raises(Unreadable, match=r"range|200 characters"):
        parsed_range(typed)


@given(ENDS, st.booleans(), ENDS, st.booleans())
def test_the_words_of_a_range_read_back(lower, lower_in, upper, upper_in):
    made = Range(lower, lower_in or lower is None, upper, upper_in and upper is not None)
    if not made.is_empty:
        assert parsed_range(str(made)) == made


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("10%", "10 %"),
        ("50 eur", "50.00 EUR"),
        ("2 hours", "2 h"),
        ("a free month", "a free month"),
        ('"1 month free"', '"1 month free"'),
        ("10 %; a visit", "10 %; a visit"),
        ("nothing", ""),
    ],
)
def test_an_amount_is_read_as_it_is_said(typed, said):
    assert amount_typed(with_amount(CompensationBand(), typed)) == said


@pytest.mark.parametrize("typed", ["10", "$5", "=1+1"])
def test_a_figure_without_a_unit_is_refused(typed):
    with pytest.raises(Unreadable):
        parsed_amount(typed)


def test_changing_the_amount_takes_the_one_before_away():
    band = with_amount(CompensationBand(), "10 %")
    after = with_amount(band, "50 EUR")
    assert (after.share, after.amount is not None) == (None, True)


@given(NUMBERS.filter(lambda one: one >= 0), st.sampled_from(["", "a visit", "1 free month"]))
def test_the_words_of_an_amount_read_back(hours, words):
    band = CompensationBand(hours=hours, words=words)
    assert with_amount(CompensationBand(id=band.id), amount_typed(band)) == band


def test_a_negative_share_is_not_lost():
    share = parsed_amount("-5 %").share
    assert share is not None
    assert share.value == Decimal(-5)
