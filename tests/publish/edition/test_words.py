"""Values in words, in three languages."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from slaeditor.model.compensation import Direction
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week
from slaeditor.publish.edition.phrases import Phrases
from slaeditor.publish.edition.words import Words

ENGLISH = Words(Phrases("en-GB"))
AMERICAN = Words(Phrases("en-US"))
GERMAN = Words(Phrases("de-DE"))
DAY = Duration.parse("8 service h")


@pytest.mark.parametrize(
    ("typed", "english", "german"),
    [
        (
            "95 % within 4 service h",
            "95 % within 4 service hours",
            "95 % innerhalb von 4 Servicestunden",
        ),
        ("1 h", "within 1 hour", "innerhalb von 1 Stunde"),
        ("99.95 %", "at least 99.95 %", "mindestens 99,95 %"),
        ("every 30 min", "every 30 minutes", "alle 30 Minuten"),
        ("every service day", "every service day", "jeden Servicetag"),
        (
            "end of next service day",
            "by the end of the next service day",
            "bis zum Ende des nächsten Servicetags",
        ),
        ("2 service days", "within 2 service days", "innerhalb von 2 Servicetagen"),
        ("best effort", "Best effort", "Nach besten Kräften"),
        ("not offered", "Not offered", "Nicht angeboten"),
        ("no target", "No target", "Kein Zielwert"),
        ("n/a", "Not applicable", "Nicht anwendbar"),
        ("3-4 service h", "within 3–4 service hours", "innerhalb von 3–4 Servicestunden"),
        ("continuous until lowered", "continuous until lowered", "continuous until lowered"),
    ],
)
def test_a_target_reads_as_a_phrase(typed: str, english: str, german: str) -> None:
    value = TargetValue.parse(typed)
    assert (ENGLISH.target(value), GERMAN.target(value)) == (english, german)


def test_service_days_are_told_in_both_readings() -> None:
    two = Duration.parse("2 service days")
    assert ENGLISH.duration(two, DAY) == "2 service days (16 service hours)"
    assert GERMAN.duration(two, DAY) == "2 Servicetage (16 Servicestunden)"


def test_calendar_days_have_one_reading() -> None:
    assert ENGLISH.duration(Duration.parse("2 calendar days"), DAY) == "2 calendar days"


def test_money_follows_the_language() -> None:
    money = Money.parse("1234.50 EUR")
    assert ENGLISH.money(money) == "€1,234.50"
    assert GERMAN.money(money) == "1.234,50 €"


def test_a_whole_amount_has_no_cents() -> None:
    assert ENGLISH.money(Money.parse("495 GBP")) == "£495"


def test_an_amount_below_a_cent_keeps_its_digits() -> None:
    assert ENGLISH.money(Money.parse("0.0025 EUR")) == "€0.0025"


def test_a_percentage_keeps_its_digits() -> None:
    assert GERMAN.percentage(Percentage.parse("99.999 %")) == "99,999 %"


def test_a_price_is_told_with_unit_and_period() -> None:
    price = Price.parse("29 USD/user/month")
    assert ENGLISH.price(price) == "US$29 per user per month"
    assert GERMAN.price(price) == "29 $ je user pro Monat"


def test_a_week_names_its_days_in_the_language() -> None:
    week = Week.parse("Mon–Fri 09:00–17:30; Sat 10:00–14:00")
    assert ENGLISH.week(week) == "Mon–Fri 09:00–17:30; Sat 10:00–14:00"
    assert GERMAN.week(week) == "Mo–Fr 09:00–17:30; Sa 10:00–14:00"
    assert AMERICAN.week(week) == "Mon–Fri 9:00 AM–5:30 PM; Sat 10:00 AM–2:00 PM"


def test_around_the_clock_is_said_in_words() -> None:
    assert ENGLISH.week(Week.parse("24x7")) == "24 hours a day, every day"


def test_midnight_is_named_in_american_english() -> None:
    assert AMERICAN.week(Week.parse("daily 08:00–24:00")) == "every day 8:00 AM–midnight"


def test_dates_follow_the_language() -> None:
    eve = date(2026, 12, 24)
    assert ENGLISH.date(eve) == "24 December 2026"
    assert AMERICAN.date(eve) == "December 24, 2026"
    assert GERMAN.date(eve) == "24. Dezember 2026"


def test_a_moment_has_its_weekday_and_time() -> None:
    moment = datetime(2026, 12, 24, 15, 30)
    assert ENGLISH.moment(moment) == "Thursday, 24 December 2026, 15:30"
    assert GERMAN.moment(moment) == "Donnerstag, 24. Dezember 2026, 15:30"


@pytest.mark.parametrize(
    ("typed", "words"),
    [("yes", "Yes"), ("no", "–"), ("unlimited", "Unlimited"), ("6 per year", "6 per year")],
)
def test_an_entitlement_reads_as_a_cell(typed: str, words: str) -> None:
    assert ENGLISH.grant(Grant.parse(typed)) == words


def test_letters_keep_their_marks() -> None:
    assert ENGLISH.letters(Letters.parse("RA(1)")) == "R A(1)"


def test_a_list_ends_with_and() -> None:
    assert ENGLISH.list(["Gold", "", "Silver", "Bronze"]) == "Gold, Silver and Bronze"
    assert GERMAN.list(["Gold", "Silber"]) == "Gold und Silber"


def test_a_choice_is_told_without_its_explanation() -> None:
    assert ENGLISH.value(Direction.CREDIT) == "Service credit"
    assert GERMAN.value(Direction.CREDIT) == "Gutschrift"


def test_a_client_never_reads_penalty() -> None:
    assert Words(Phrases("en-GB", to_client=True)).value(Direction.PENALTY) == "Service credit"


def test_yes_and_numbers_have_words() -> None:
    assert GERMAN.value(value=True) == "Ja"
    assert GERMAN.value(Decimal("1234.5")) == "1.234,5"
    assert GERMAN.value(None) == ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("4 Stunden pro Jahr", "4 Stunden pro Jahr"),
        ("4 hours per year", "4 Stunden pro Jahr"),
        ("1 hours per month", "1 Stunde pro Monat"),
        ("3 Prüfungen pro Jahr", "3 Prüfungen pro Jahr"),
    ],
)
def test_units_of_time_of_an_entitlement_are_german_in_german(typed: str, words: str) -> None:
    assert GERMAN.grant(Grant.parse(typed)) == words


def test_a_price_by_the_hour_is_german_in_german() -> None:
    assert GERMAN.price(Price.parse("148 EUR pro Stunde")) == "148 € je Stunde"


def test_points_are_german_in_german() -> None:
    assert GERMAN.target(TargetValue.parse("8 points")) == "8 Punkte"


def test_a_moment_in_a_german_figure_has_the_point_after_its_day() -> None:
    moment = datetime(2026, 12, 18, 20, 30)
    assert GERMAN.short_moment(moment) == "Fr 18. Dez 20:30"
    assert ENGLISH.short_moment(moment) == "Fri 18 Dec 20:30"


@pytest.mark.parametrize(
    ("amount", "words"),
    [("540 CHF", "CHF 540"), ("-540.50 CHF", "-CHF 540.50"), ("29 EUR", "€29"), ("5 USD", "US$5")],
)
def test_a_currency_without_a_sign_is_set_off_from_its_amount(amount: str, words: str) -> None:
    assert ENGLISH.money(Money.parse(amount)) == words
