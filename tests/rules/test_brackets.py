"""Graduated, volume and block prices as arithmetic."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.values.money import Money
from slaeditor.rules.brackets import (
    Bracket,
    block,
    graduated,
    holes,
    overlaps,
    reached,
    volume,
)

NOTHING = Money(Decimal(0), "EUR")


def euro(amount):
    return Money(Decimal(amount), "EUR")


def a_bracket(above, up_to, rate, flat="0"):
    end = None if up_to is None else Decimal(up_to)
    return Bracket(Decimal(above), end, euro(rate), euro(flat))


@st.composite
def ladders(draw):
    """Returns brackets from 0 without end, each beginning where the one before ends."""
    widths = draw(st.lists(st.integers(1, 50), max_size=5))
    rates = [draw(st.decimals(0, 100, places=2, allow_nan=False)) for _ in range(len(widths) + 1)]
    edges = [sum(widths[:place]) for place in range(len(widths) + 1)]
    ends = [*edges[1:], None]
    return [a_bracket(*each) for each in zip(edges, ends, rates, strict=True)]


QUANTITIES = st.decimals(0, 400, places=3, allow_nan=False)


def by_volume(ladder, quantity):
    """Returns what volume charges, which must be something."""
    portion = volume(ladder, quantity)
    assert portion is not None
    return portion


def by_block(ladder, quantity):
    """Returns what a block charges, which must be something."""
    portion = block(ladder, quantity)
    assert portion is not None
    return portion


def graduated_price(ladder, quantity):
    return sum((one.money for one in graduated(ladder, quantity)), NOTHING)


@given(ladders(), QUANTITIES, QUANTITIES)
def test_graduated_never_falls(ladder, one, other):
    less, more = sorted((one, other))
    assert graduated_price(ladder, less) <= graduated_price(ladder, more)


@given(ladders(), QUANTITIES)
def test_graduated_never_jumps(ladder, quantity):
    step = Decimal("0.001")
    highest = max(one.rate.amount for one in ladder)
    risen = graduated_price(ladder, quantity + step) - graduated_price(ladder, quantity)
    assert risen.amount <= highest * step


@given(ladders(), QUANTITIES)
def test_graduated_charges_every_unit_once(ladder, quantity):
    assert sum((one.units for one in graduated(ladder, quantity)), Decimal(0)) == quantity


@given(ladders(), QUANTITIES)
def test_volume_jumps_only_where_a_bracket_ends(ladder, quantity):
    step = Decimal("0.001")
    here, there = by_volume(ladder, quantity), by_volume(ladder, quantity + step)
    if here.bracket == there.bracket:
        assert there.money - here.money == here.bracket.rate * step
    else:
        assert quantity <= here.bracket.up_to < quantity + step


@given(ladders(), QUANTITIES)
def test_graduated_and_volume_agree_within_the_first_bracket(ladder, quantity):
    first = ladder[0]
    if first.reaches(quantity):
        assert graduated_price(ladder, quantity) == by_volume(ladder, quantity).money


def test_the_end_of_a_bracket_belongs_to_it():
    ladder = [a_bracket(0, 10, 1), a_bracket(10, None, 2)]
    assert reached(ladder, Decimal(10)) is ladder[0]


def test_a_block_does_not_multiply():
    assert by_block([a_bracket(0, None, 0, 90)], Decimal(7)).money == euro(90)


def test_a_flat_price_is_added_to_each_bracket_that_is_entered():
    ladder = [a_bracket(0, 10, 1, 5), a_bracket(10, None, 1, 7)]
    assert graduated_price(ladder, Decimal(10)) == euro(15)


def test_overlapping_brackets_charge_no_unit_twice():
    ladder = [a_bracket(0, 10, 1), a_bracket(5, None, 2)]
    assert graduated_price(ladder, Decimal(12)) == euro(14)


def test_a_quantity_in_no_bracket_has_no_price():
    assert volume([a_bracket(0, 10, 1)], Decimal(11)) is None


def test_a_hole_between_brackets_is_found():
    ladder = [a_bracket(0, 10, 1), a_bracket(20, None, 2)]
    assert holes(ladder) == ((Decimal(10), Decimal(20)),)


def test_brackets_that_touch_have_no_hole():
    assert holes([a_bracket(0, 10, 1), a_bracket(10, None, 2)]) == ()


def test_an_overlap_is_found():
    one, other = a_bracket(0, 10, 1), a_bracket(9, None, 2)
    assert overlaps([one, other]) == ((one, other),)


def test_brackets_that_touch_do_not_overlap():
    assert overlaps([a_bracket(0, 10, 1), a_bracket(10, None, 2)]) == ()
