"""Ranges with inclusive and exclusive ends."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.rules.ranges import Range, holes, overlaps

NUMBERS = st.integers(0, 12).map(Decimal)
RANGES = st.builds(Range, st.none() | NUMBERS, st.booleans(), st.none() | NUMBERS, st.booleans())


def a_range(lower, upper, ends="[)"):
    low = None if lower is None else Decimal(lower)
    high = None if upper is None else Decimal(upper)
    return Range(low, ends[0] == "[", high, ends[1] == "]")


def test_an_included_end_is_inside():
    assert Decimal(5) in a_range(5, 6)


def test_an_excluded_end_is_outside():
    assert Decimal(6) not in a_range(5, 6)


def test_closed_ends_that_touch_overlap():
    shared = overlaps([a_range(95, 99, "[]"), a_range(99, 100, "[]")])[0][2]
    assert (shared.lower, shared.upper) == (Decimal(99), Decimal(99))


def test_half_open_ends_that_touch_do_not_overlap():
    assert overlaps([a_range(95, 99), a_range(99, 100)]) == ()


def test_bands_of_two_places_leave_a_hole():
    (hole,) = holes([a_range("99.00", "99.94", "[]"), a_range("95.00", "98.99", "[]")])
    assert str(hole) == "above 98.99 to below 99"


def test_two_open_ends_leave_one_number_out():
    (hole,) = holes([a_range(0, 5, "()"), a_range(5, 9, "()")])
    assert Decimal(5) in hole


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (a_range(95, 99), "from 95 to below 99"),
        (a_range(None, 95), "below 95"),
        (a_range(None, 95, "[]"), "up to 95"),
        (a_range(4, None, "()"), "above 4"),
        (a_range(4, None), "from 4 and more"),
        (a_range(None, None), "any"),
    ],
)
def test_a_range_is_said_in_words(one, words):
    assert str(one) == words


@given(st.lists(RANGES, min_size=1, max_size=4), st.integers(0, 24))
def test_a_number_between_ranges_is_in_a_hole_or_in_a_range(ranges, half):
    number = Decimal(half) / 2
    real = [one for one in ranges if not one.is_empty]
    below = any(one.upper is None or one.upper >= number for one in real)
    held = any(number in one for one in real)
    in_hole = any(number in hole for hole in holes(ranges))
    assert not (held and in_hole)
    above = any(one.lower is None or one.lower <= number for one in real)
    if above and below and not held:
        assert in_hole or not _surrounded(real, number)


def _surrounded(ranges, number):
    """Whether some range lies wholly below the number and another wholly above it."""
    lower = any(one.upper is not None and one.upper <= number for one in ranges)
    upper = any(one.lower is not None and one.lower >= number for one in ranges)
    return lower and upper


@given(st.lists(RANGES, max_size=4), st.integers(0, 24))
def test_overlaps_hold_just_the_numbers_in_two_ranges(ranges, half):
    number = Decimal(half) / 2
    held = sum(number in one for one in ranges if not one.is_empty)
    real = [one for one in ranges if not one.is_empty]
    assert any(number in shared for _, _, shared in overlaps(real)) == (held > 1)
