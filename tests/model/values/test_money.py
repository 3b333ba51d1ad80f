from decimal import ROUND_DOWN, Decimal
from fractions import Fraction

import pytest
from babel.numbers import list_currencies
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.values.currencies import MINOR_DIGITS, SIGNS
from slaeditor.model.values.money import MixedCurrencies, Money
from slaeditor.model.values.unreadable import Unreadable
from tests.model.values.value_strategies import decimals, money


@given(money)
def test_money_reads_back_from_its_canonical_words(amount):
    assert Money.parse(str(amount)) == amount


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("29 USD", "29.00 USD"),
        ("USD 29", "29.00 USD"),
        ("usd5,500", "5500.00 USD"),
        ("€29", "29.00 EUR"),
        ("29.5 €", "29.50 EUR"),
        ("£1'000", "1000.00 GBP"),
        ("US$ 3", "3.00 USD"),
        ("-€29", "-29.00 EUR"),
        ("EUR -29", "-29.00 EUR"),
        ("0.0045 USD", "0.0045 USD"),
        ("100 JPY", "100 JPY"),
        ("1 KWD", "1.000 KWD"),
        ("29 euros", "29.00 EUR"),
        ("5 zł", "5.00 PLN"),
    ],
)
def test_money_is_read_as_people_type_it(typed, words):
    assert str(Money.parse(typed)) == words


@pytest.mark.parametrize("typed", ["$29", "29 $", "¥5", "5 kr"])
def test_a_sign_that_several_currencies_share_is_refused_with_readings(typed):
    with pytest.raises(Unreadable, match="can be read in"):
        Money.parse(typed)


def test_the_readings_of_a_shared_sign_can_be_typed():
    with pytest.raises(Unreadable, match="'29 USD'"):
        Money.parse("$29")
    assert Money.parse("29 USD").currency == "USD"


def test_money_without_currency_is_refused_with_advice():
    with pytest.raises(Unreadable, match="Say the currency: '29 EUR'"):
        Money.parse("29")


@pytest.mark.parametrize("typed", ["", "EUR", "29 XXX", "29 EUR USD", "1.2.34,50 EUR", "--29 EUR"])
def test_what_is_no_money_is_refused(typed):
    with pytest.raises(Unreadable):
        Money.parse(typed)


def test_an_unknown_currency_makes_no_money():
    with pytest.raises(Unreadable):
        Money(Decimal(1), "ABC")


def test_equal_amounts_are_equal_however_they_were_typed():
    assert Money(Decimal("29.00"), "EUR") == Money(Decimal(29), "EUR")
    assert hash(Money(Decimal("29.00"), "EUR")) == hash(Money(Decimal(29), "EUR"))


@given(st.integers(-(10**12), 10**12), st.sampled_from(sorted(MINOR_DIGITS)))
def test_whole_minor_units_are_round(minor, currency):
    money = Money(Decimal(minor).scaleb(-MINOR_DIGITS[currency]), currency)
    assert money.rounded() == money


def test_half_a_cent_is_rounded_away_from_zero():
    assert str(Money.parse("0.125 EUR").rounded()) == "0.13 EUR"
    assert str(Money.parse("-0.125 EUR").rounded()) == "-0.13 EUR"


def test_rounding_can_be_chosen():
    assert str(Money.parse("0.129 EUR").rounded(ROUND_DOWN)) == "0.12 EUR"


def test_a_currency_without_minor_unit_is_rounded_to_whole_ones():
    assert str(Money.parse("99.5 JPY").rounded()) == "100 JPY"


@given(decimals(), decimals())
def test_what_is_added_can_be_taken_away(one, other):
    first, second = Money(one, "EUR"), Money(other, "EUR")
    assert first + second - second == first


@given(decimals(), decimals())
def test_a_product_is_exact(amount, factor):
    product = Money(amount, "EUR") * factor
    assert product == factor * Money(amount, "EUR")
    assert Fraction(product.amount) == Fraction(amount) * Fraction(factor)


def test_a_tenth_and_two_tenths_are_three_tenths():
    assert Money.parse("0.1 EUR") + Money.parse("0.2 EUR") == Money.parse("0.3 EUR")


@given(decimals(), decimals())
def test_money_of_one_currency_is_ordered_as_its_amounts(one, other):
    first, second = Money(one, "EUR"), Money(other, "EUR")
    assert (first < second) is (one < other)
    assert (first <= second) is (one <= other)
    assert (first > second) is (one > other)
    assert (first >= second) is (one >= other)


@pytest.mark.parametrize(
    "mix", [lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a < b, lambda a, b: a >= b]
)
def test_currencies_are_not_mixed(mix):
    with pytest.raises(MixedCurrencies, match=r"EUR and USD|USD and EUR"):
        mix(Money.parse("1 EUR"), Money.parse("1 USD"))


def test_the_same_amount_in_two_currencies_is_not_equal():
    assert Money.parse("1 EUR") != Money.parse("1 USD")


def test_every_currency_is_known_to_the_unicode_repository():
    assert set(MINOR_DIGITS) - {"XCG", "ZWG"} <= list_currencies()


def test_every_sign_names_a_known_currency():
    assert set(SIGNS.values()) <= set(MINOR_DIGITS)


@pytest.mark.parametrize(
    ("code", "digits"), [("EUR", 2), ("JPY", 0), ("KWD", 3), ("CLF", 4), ("ISK", 0), ("HUF", 2)]
)
def test_minor_digits_are_those_of_the_standard(code, digits):
    assert MINOR_DIGITS[code] == digits


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("5 EUR per month", "Only an amount stands here: type '5 EUR', without “per month”."),
        ("EUR 5 / user", "Only an amount stands here: type 'EUR 5', without “/ user”."),
        ("5 € im Jahr", "is not an amount"),
    ],
)
def test_an_amount_with_a_period_is_told_without_it(words, told):
    with pytest.raises(Unreadable) as refused:
        Money.parse(words)
    assert told in refused.value.sentence


@pytest.mark.parametrize("typed", ["9,- €", "€ 9,-", "9,– EUR", "CHF 9.--", "9.- chf"])
def test_a_dash_stands_for_no_cents(typed: str) -> None:
    assert str(Money.parse(typed)).startswith("9.00 ")


@pytest.mark.parametrize("typed", ["9,-5 €", "-,9 €", "9- €"])
def test_a_dash_elsewhere_is_no_money(typed: str) -> None:
    with pytest.raises(Unreadable):
        Money.parse(typed)
