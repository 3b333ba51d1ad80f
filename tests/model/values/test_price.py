import pytest
from hypothesis import given

from slaeditor.model.prices import PriceModel
from slaeditor.model.values.money import Money
from slaeditor.model.values.period import Period, cut_period
from slaeditor.model.values.price import Price
from slaeditor.model.values.unreadable import Unreadable
from tests.model.values.value_strategies import prices


@given(prices)
def test_a_price_reads_back_from_its_canonical_words(price):
    assert Price.parse(str(price)) == price


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("29 USD per user per month", "29.00 USD per user per month"),
        ("29 USD/user/month", "29.00 USD per user per month"),
        ("29 USD per month per user", "29.00 USD per user per month"),
        ("29 USD monthly per user", "29.00 USD per user per month"),
        ("29 USD per user monthly", "29.00 USD per user per month"),
        ("495 GBP per year + VAT", "495.00 GBP per year + VAT"),
        ("£495 yearly plus VAT", "495.00 GBP per year + VAT"),
        ("39 GBP per hour (excl. VAT)", "39.00 GBP per hour excl. VAT"),
        ("10 EUR a month including 19 % VAT", "10.00 EUR per month incl. 19 % VAT"),
        ("10 EUR net", "10.00 EUR net"),
        ("250 USD/h", "250.00 USD per hour"),
        ("500 EUR one-off", "500.00 EUR once"),
        ("500 EUR", "500.00 EUR"),
        ("0.0045 USD per GB", "0.0045 USD per GB"),
        ("100 EUR per 1,000 messages per quarter", "100.00 EUR per 1,000 messages per quarter"),
    ],
)
def test_a_price_is_read_as_people_type_it(typed, words):
    assert str(Price.parse(typed)) == words


def test_the_parts_of_a_price_are_kept():
    price = Price.parse("29 USD per user per month + VAT")
    assert price == Price(Money.parse("29 USD"), "user", Period.MONTH, "+ VAT")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "29",
        "per month",
        "29 USD per",
        "29 USD per month per year",
        "$29 per month",
        "29 USD monthly per user per month",
        "29 USD + setup",
        "29 USD/user/site",
        "free",
    ],
)
def test_what_is_no_price_is_refused(typed):
    with pytest.raises(Unreadable):
        Price.parse(typed)


@pytest.mark.parametrize(
    "per", ["month", "user per month", "user + VAT", " user", "-", "user/site"]
)
def test_a_unit_that_would_read_otherwise_is_refused(per):
    with pytest.raises(Unreadable):
        Price(Money.parse("1 EUR"), per)


def test_a_tax_that_would_not_read_back_is_refused():
    with pytest.raises(Unreadable):
        Price(Money.parse("1 EUR"), tax="plus something")


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("6 per year", ("6", Period.YEAR)),
        ("6/yr", ("6", Period.YEAR)),
        ("2 once", ("2", Period.ONCE)),
        ("5 EUR p.a.", ("5 EUR", Period.YEAR)),
        ("5 users", ("5 users", None)),
    ],
)
def test_a_period_is_cut_from_the_end(words, cut):
    assert cut_period(words) == cut


@pytest.mark.parametrize("typed", ["on request", "Nach Aufwand", "auf Anfrage.", "n. V.", "T&M"])
def test_a_price_without_an_amount_is_refused_with_what_to_choose_instead(typed):
    with pytest.raises(Unreadable, match="names no amount") as told:
        Price.parse(typed)
    for model in (PriceModel.QUOTED, PriceModel.TIME_AND_MATERIAL):
        assert f"'{model.label}'" in str(told.value)
