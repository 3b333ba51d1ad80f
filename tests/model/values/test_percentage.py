from decimal import Decimal

import pytest
from hypothesis import given

from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.unreadable import Unreadable
from tests.model.values.value_strategies import percentages


@given(percentages)
def test_a_percentage_reads_back_from_its_canonical_words(percentage):
    assert Percentage.parse(str(percentage)) == percentage


def test_four_nines_and_a_half_are_exact():
    assert Percentage.parse("99.95 %").value == Decimal("99.95")
    assert Percentage.parse("99.95 %").fraction == Decimal("0.9995")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("95%", "95 %"),
        ("95.0 %", "95 %"),
        ("95 per cent", "95 %"),
        ("95 percent", "95 %"),
        ("−5 %", "-5 %"),
        ("1,000 %", "1000 %"),
        ("95\u202f%", "95 %"),
        ("95 PCT", "95 %"),
    ],
)
def test_a_percentage_is_read_as_people_type_it(typed, words):
    assert str(Percentage.parse(typed)) == words


@pytest.mark.parametrize(
    "typed", ["", "%", "x %", "95 % %", "9555,555 %", "95 points", "1000001 %"]
)
def test_what_is_no_percentage_is_refused(typed):
    with pytest.raises(Unreadable):
        Percentage.parse(typed)


def test_a_bare_number_is_refused_with_the_unit_to_say():
    with pytest.raises(Unreadable, match="Say the unit: '95 %'"):
        Percentage.parse("95")


def test_beyond_a_million_percent_is_no_percentage():
    with pytest.raises(Unreadable):
        Percentage(Decimal(1_000_001))


def test_a_percentage_that_is_not_finite_is_refused():
    with pytest.raises(Unreadable):
        Percentage(Decimal("NaN"))


def test_percentages_are_ordered_by_value():
    assert Percentage(Decimal("99.9")) < Percentage(Decimal("99.95")) <= Percentage(Decimal(100))


def test_percentages_add_and_subtract_in_points():
    one, other = Percentage(Decimal("99.95")), Percentage(Decimal("0.05"))
    assert one + other == Percentage(Decimal(100))
    assert one - other == Percentage(Decimal("99.9"))
    assert -other == Percentage(Decimal("-0.05"))


def test_a_percentage_times_a_number_is_a_percentage():
    assert (
        Percentage(Decimal("0.5")) * 3
        == 3 * Percentage(Decimal("0.5"))
        == Percentage(Decimal("1.5"))
    )
