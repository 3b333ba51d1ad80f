from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.values import numbers
from slaeditor.model.values.unreadable import Unreadable
from tests.model.values.value_strategies import decimals


@given(decimals())
def test_a_number_reads_back_from_its_canonical_words(value):
    assert numbers.parse(numbers.words(value)) == value


@given(decimals())
def test_canonical_words_are_the_same_for_equal_numbers(value):
    assert numbers.words(value) == numbers.words(numbers.exact(value))


@given(st.integers(0, 10**15 - 1), st.sampled_from(", '"))
def test_thousands_may_be_set_off(value, sign):
    assert numbers.parse(f"{value:,}".replace(",", sign)) == value


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1,234.50", "1234.5"),
        ("1 234.5", "1234.5"),
        ("1\u00a0234", "1234"),
        ("99.95", "99.95"),
        ("-0", "0"),
        ("−3", "-3"),
        (".5", "0.5"),
        ("007", "7"),
        ("+2", "2"),
        ("0.000", "0"),
    ],
)
def test_a_number_is_read_as_people_type_it(typed, words):
    assert numbers.words(numbers.parse(typed)) == words


@pytest.mark.parametrize(
    "typed",
    ["", "x", "1,5,5", "12,34,567", "1.2.3", "1e5", "5.", "--1", "1 2", "٣", "nan"],
)
def test_what_is_no_well_formed_number_is_refused(typed):
    with pytest.raises(Unreadable):
        numbers.parse(typed)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("1,5", "1.5"), ("99,95", "99.95"), ("1.234,50", "1234.5"), ("1 234,5", "1234.5")],
)
def test_a_comma_is_a_decimal_sign_where_it_can_be_nothing_else(typed, read):
    assert numbers.words(numbers.parse(typed)) == read


def test_a_comma_before_three_digits_sets_off_thousands():
    assert numbers.parse("1,234") == Decimal(1234)


def test_a_decimal_comma_that_may_set_off_thousands_is_refused_with_the_way_to_write_it():
    with pytest.raises(Unreadable) as caught:
        numbers.parse("1234,567")
    assert "point" in caught.value.sentence


def test_sixteen_digits_are_too_many():
    assert numbers.parse("9" * 15) == Decimal("9" * 15)
    with pytest.raises(Unreadable, match="15 digits"):
        numbers.parse("9" * 16)


def test_more_than_two_hundred_characters_are_too_many():
    with pytest.raises(Unreadable, match="200 characters"):
        numbers.parse("0" * 201)


def test_a_number_with_an_exponent_is_written_without():
    assert numbers.words(Decimal("1.5E+3")) == "1500"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_finite_is_no_value(value):
    with pytest.raises(Unreadable):
        numbers.exact(Decimal(value))


@pytest.mark.parametrize("value", ["1E+40", "1E-40", "1234567890123456"])
def test_what_cannot_be_typed_again_is_not_storable(value):
    with pytest.raises(Unreadable):
        numbers.storable(Decimal(value))
