"""Numbers, money and dates as people write them where they live."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QLocale

from slaeditor.model import kinds
from slaeditor.model.field import Field
from slaeditor.model.readers import NOBODY
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.ui.locale_words import LocaleWords

LOCALES = ["en_GB", "en_US", "de_DE", "fr_FR", "de_CH", "en_IN", "sv_SE", "C", "ar_EG"]


def spec(kind: kinds.Kind) -> Field:
    return Field(kind, "Price", NOBODY, name="price")


def read(locale: str, kind: kinds.Kind, words: str):
    return LocaleWords(QLocale(locale)).parse(spec(kind), words)


def shown(locale: str, kind: kinds.Kind, value: object) -> str:
    return LocaleWords(QLocale(locale)).words(kind, value)


@pytest.mark.parametrize(
    ("locale", "words", "amount"),
    [
        ("de_DE", "1.234,50 EUR", "1234.50 EUR"),
        ("de_DE", "1234.50 EUR", "1234.50 EUR"),
        ("de_DE", "29 EUR", "29 EUR"),
        ("en_GB", "1,234.50 EUR", "1234.50 EUR"),
        ("fr_FR", "1 234,50 EUR", "1234.50 EUR"),
        ("fr_FR", "1\u202f234,50 EUR", "1234.50 EUR"),
        ("de_CH", "1’234.50 CHF", "1234.50 CHF"),
        ("en_IN", "12,34,567 INR", "1234567 INR"),
    ],
)
def test_money_is_read_as_the_locale_writes_it(locale, words, amount):
    assert read(locale, kinds.MONEY, words) == Money.parse(amount)


def test_a_german_comma_is_no_thousand_in_english():
    assert read("en_GB", kinds.MONEY, "1,23 EUR") == Money.parse("1.23 EUR")
    assert read("en_GB", kinds.MONEY, "1,234 EUR") == Money.parse("1234 EUR")


@pytest.mark.parametrize(
    ("locale", "words"),
    [("de_DE", "1.234,50 EUR"), ("en_GB", "1,234.50 EUR"), ("fr_FR", "1\u202f234,50 EUR")],
)
def test_money_is_shown_as_the_locale_writes_it(locale, words):
    assert shown(locale, kinds.MONEY, Money.parse("1234.50 EUR")) == words


def test_a_percentage_has_the_sign_of_the_locale():
    assert shown("de_DE", kinds.PERCENTAGE, Percentage.parse("99.95 %")) == "99,95 %"
    assert read("de_DE", kinds.PERCENTAGE, "99,95 %") == Percentage.parse("99.95 %")


def test_a_target_is_read_with_a_comma():
    assert read("de_DE", kinds.TARGET, "99,5 % within 4 service h") == TargetValue.parse(
        "99.5 % within 4 service h"
    )


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("de_DE", "31.01.2027"),
        ("de_DE", "31.1.27"),
        ("en_GB", "31/01/2027"),
        ("en_GB", "31/1/2027"),
        ("en_US", "1/31/2027"),
        ("en_US", "1/31/27"),
        ("sv_SE", "2027-01-31"),
        ("de_DE", "2027-01-31"),
    ],
)
def test_a_date_is_read_as_the_locale_writes_it_and_as_the_standard_does(locale, words):
    assert read(locale, kinds.DATE, words) == date(2027, 1, 31)


@pytest.mark.parametrize("locale", ["en_GB", "fr_FR", "sv_SE", "de_DE"])
@pytest.mark.parametrize("words", ["1.2.2027", "01.02.2027", "1.2.27"])
def test_a_date_with_dots_has_its_day_first(locale, words):
    assert read(locale, kinds.DATE, words) == date(2027, 2, 1)


def test_where_the_month_comes_first_a_date_with_dots_may_mean_either():
    with pytest.raises(Unreadable, match="is no date"):
        read("en_US", kinds.DATE, "1.2.2027")


@pytest.mark.parametrize("locale", LOCALES)
def test_a_date_shows_all_digits_of_its_year(locale):
    assert "2027" in shown(locale, kinds.DATE, date(2027, 1, 31)) or locale == "ar_EG"


def test_a_moment_has_the_date_of_the_locale():
    moment = datetime(2026, 12, 24, 15, 30)
    assert shown("de_DE", kinds.MOMENT, moment) == "24.12.2026 15:30"
    assert read("de_DE", kinds.MOMENT, "24.12.2026 15:30") == moment


@pytest.mark.parametrize(
    ("locale", "words"),
    [("de_DE", "31. Dezember 2028"), ("en_GB", "31 December 2028"), ("en_US", "December 31, 2028")],
)
def test_a_date_is_read_with_the_name_of_its_month(locale, words):
    assert read(locale, kinds.DATE, words) == date(2028, 12, 31)


def test_a_wrong_date_is_answered_with_an_example_of_the_locale():
    with pytest.raises(Unreadable, match=r"31\.01\.2027 or 2027-01-31"):
        read("de_DE", kinds.DATE, "tomorrow")


def test_a_sentence_on_wrong_words_repeats_what_was_typed():
    with pytest.raises(Unreadable, match="“49,90 EUR pro”"):
        read("de_DE", kinds.PRICE, "49,90 EUR pro")


def test_the_examples_for_a_wrong_number_are_written_as_the_locale_writes_them():
    with pytest.raises(Unreadable, match="'12' or '1234,5'"):
        read("de_DE", kinds.NUMBER, "45 Maschinen")
    with pytest.raises(Unreadable, match=r"'12' or '1234\.5'"):
        read("en_GB", kinds.NUMBER, "45 machines")


def test_the_examples_for_wrong_money_are_written_as_the_locale_writes_them():
    with pytest.raises(Unreadable, match=r"'29 EUR' or '5\.500,00 USD'"):
        read("de_DE", kinds.MONEY, "billig")


def test_an_empty_field_is_an_absent_value():
    assert read("en_GB", kinds.MONEY, "  ") is None
    with pytest.raises(Unreadable, match="whole number"):
        read("en_GB", kinds.WHOLE, "")


@given(some.sampled_from(LOCALES), some.decimals(-(10**9), 10**9, places=3, allow_nan=False))
def test_what_is_shown_is_read_back(locale, number):
    for kind, value in (
        (kinds.NUMBER, Decimal(number).normalize()),
        (kinds.MONEY, Money(Decimal(number), "EUR")),
    ):
        assert read(locale, kind, shown(locale, kind, value)) == value


@given(some.sampled_from(LOCALES), some.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_date_that_is_shown_is_read_back(locale, day):
    assert read(locale, kinds.DATE, shown(locale, kinds.DATE, day)) == day


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", kinds.grammar_kinds(), ids=lambda kind: kind.name)
def test_the_example_of_every_kind_is_read_back_in_every_locale(locale, kind):
    if kind.name in {"reference", "references", "bytes"}:
        return
    value = kind.parse(kind.example)
    assert read(locale, kind, shown(locale, kind, value)) == value


def test_sums_in_a_sentence_are_grouped():
    words = LocaleWords(QLocale("en_GB")).sentence("At worst 159505.10 GBP; the fees are 99.5 %.")
    assert words == "At worst 159,505.10 GBP; the fees are 99.5 %."


def test_a_year_in_a_sentence_is_no_sum():
    words = "In 2026 EUR prices rose, by 1500.5 IT people."
    assert LocaleWords(QLocale("en_GB")).sentence(words) == words


@given(some.text(alphabet="0123456789., EURGBP%x:", max_size=40))
def test_a_sentence_loses_no_sign(words):
    plain = LocaleWords(QLocale("de_DE")).sentence(words)
    assert re.sub("[.,]", "", plain) == re.sub("[.,]", "", words)


def test_a_finding_is_written_as_the_locale_does_but_for_the_names_in_it():
    told = LocaleWords(QLocale("de_DE")).finding(
        "“Level 1.5” costs 47001.81 EUR, “MRI 3.0” 99.5 %."
    )
    assert told == "“Level 1.5” costs 47.001,81 EUR, “MRI 3.0” 99,5 %."
