"""What a German manager types into a cell is read as what it means."""

from __future__ import annotations

import pytest

from slaeditor.model.values.duration import Duration
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.price import Price
from slaeditor.model.values.quantity import Quantity
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.model.values.week import Week


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("30 Minuten", "30 min"),
        ("4 Stunden", "4 h"),
        ("4 Servicestunden", "4 service h"),
        ("eine Stunde", "1 h"),
        ("2-4 Stunden", "2–4 h"),
        ("1 Werktag", "1 service day"),
        ("3 Geschäftstage", "3 service days"),
        ("höchstens 3 Kalendertage", "3 calendar days"),
        ("nächster Arbeitstag", "next service day"),
        ("bis Ende des nächsten Werktags", "end of next service day"),
        ("alle 2 Stunden", "every 2 h"),
        ("95 % innerhalb von 4 Std.", "95 % within 4 h"),
        ("90 % der Fälle binnen 30 Minuten", "90 % within 30 min"),
        ("mindestens 99,5 %", "99.5 %"),
        ("nach bestem Bemühen", "best effort"),
        ("nach Vereinbarung", "as agreed"),
        ("so schnell wie möglich", "best effort"),
        ("entfällt", "n/a"),
        ("keine", "no target"),
        ("täglich", "every calendar day"),
        ("jede Stunde", "every 1 h"),
        ("2 bis 4 Stunden", "2–4 h"),
        ("zwischen 2 und 4 Stunden", "2–4 h"),
        ("im Durchschnitt 4 h", "average 4 h"),
        ("spätestens nach 4 Stunden", "4 h"),
        ("innerhalb eines Werktags", "1 service day"),
        ("4 Stunden in der Servicezeit", "4 service h"),
        ("bis zum nächsten Werktag", "next service day"),
        ("bis 12 Uhr am nächsten Werktag", "by 12:00 next service day"),
        ("nächster Arbeitstag bis 12:30 Uhr", "by 12:30 next service day"),
        ("95 % am nächsten Werktag", "95 % by next service day"),
    ],
)
def test_a_target_is_read(typed: str, read: str):
    assert str(TargetValue.parse(typed)) == read


def test_days_that_do_not_say_whose_they_are_are_asked_for():
    with pytest.raises(Unreadable, match="service days"):
        Duration.parse("5 Tage")


def test_a_time_is_never_taken_for_something_counted():
    with pytest.raises(Unreadable):
        Quantity.parse("4 Stunden")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Montag bis Freitag 7 bis 18 Uhr", "Mon–Fri 07:00–18:00"),
        ("Mo, Mi und Do 8:00–12:00 Uhr", "Mon, Wed–Thu 08:00–12:00"),
        ("täglich von 8-20 Uhr", "daily 08:00–20:00"),
        ("rund um die Uhr", "24x7"),
    ],
)
def test_a_week_is_read(typed: str, read: str):
    assert str(Week.parse(typed)) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("49 € je Gerät und Monat", "49.00 EUR per Gerät per month"),
        ("1.234,50 EUR jährlich zzgl. MwSt.", "1234.50 EUR per year + MwSt"),
        ("80 EUR netto", "80.00 EUR net"),
        ("500 € einmalig", "500.00 EUR once"),
        ("einmalig 500 €", "500.00 EUR once"),
        ("49.90 € mtl.", "49.90 EUR per month"),
        ("600 EUR vierteljährlich", "600.00 EUR per quarter"),
        ("49.90 EUR netto pro Monat", "49.90 EUR per month net"),
    ],
)
def test_a_price_is_read(typed: str, read: str):
    assert str(Price.parse(typed)) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ja", "yes"),
        ("inklusive", "yes"),
        ("nicht enthalten", "no"),
        ("unbegrenzt", "unlimited"),
        ("1. Dienstag im Monat", "1. Dienstag im Monat"),
    ],
)
def test_an_entitlement_is_read(typed: str, read: str):
    assert str(Grant.parse(typed)) == read
