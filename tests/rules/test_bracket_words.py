"""The ends of a price bracket are read as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.rules.bracket_words import Ends, bracket_ends


def ends(words, before=None):
    """Returns the ends of a bracket as plain numbers, None for one that is not said."""
    found = bracket_ends(words, None if before is None else Decimal(before))
    assert found is not None
    return tuple(None if one is None else float(one) for one in (found.above, found.up_to))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("21–60", (20, 60)),
        ("21 - 60 users", (20, 60)),
        ("21 to 60", (20, 60)),
        ("from 21 to 60 devices", (20, 60)),
        ("21 bis 60 Geräte", (20, 60)),
        ("1–20", (0, 20)),
        ("0–20", (0, 20)),
        ("1,001–5,000", (1000, 5000)),
        ("from 61", (60, None)),
        ("ab 61 Nutzern", (60, None)),
        ("61+", (60, None)),
        ("61 or more", (60, None)),
        ("≥ 61", (60, None)),
        ("over 60", (60, None)),
        ("more than 60 users", (60, None)),
        ("> 60", (60, None)),
        ("über 60", (60, None)),
        ("up to 20", (None, 20)),
        ("bis zu 20", (None, 20)),
        ("≤ 20", (None, 20)),
        ("first 20", (None, 20)),
        ("under 21", (None, 20)),
        ("< 21 users", (None, 20)),
    ],
)
def test_a_bracket_in_words_is_read(words, expected):
    assert ends(words) == expected


def test_a_bracket_that_begins_where_the_one_before_ends_begins_above_it():
    assert ends("20–60", before=20) == (20, 60)
    assert ends("21–60", before=20) == (20, 60)


@pytest.mark.parametrize("words", ["€10,000 – €80,000", "10,000 to 80,000 EUR"])
def test_amounts_are_not_counted_one_by_one(words):
    assert ends(words) == (10_000, 80_000)


def test_numbers_with_decimals_are_not_counted_one_by_one():
    assert ends("0.5–2.5") == (0.5, 2.5)


@pytest.mark.parametrize(
    "words",
    ["60", "many", "", "60–20", "95–99 %", "2–4 h for 3 users", "29 EUR", "10.000–80.000", "1/2"],
)
def test_other_words_are_no_bracket(words):
    assert bracket_ends(words) is None


@given(st.lists(st.integers(1, 10_000), min_size=2, max_size=8, unique=True).map(sorted))
def test_brackets_written_one_after_the_other_leave_no_hole(tops):
    before: Decimal | None = None
    reached: Decimal | None = Decimal(0)
    for first, last in zip([1, *(top + 1 for top in tops)], tops, strict=False):
        found = bracket_ends(f"{first}–{last}", before)
        assert found == Ends(reached, Decimal(last))
        before = reached = found.up_to
    assert bracket_ends(f"from {tops[-1] + 1}", before) == Ends(reached, None)
