from decimal import Decimal

import pytest
from hypothesis import given

from slaeditor.model.values.duration import Clock, Duration, Unit, names_time
from slaeditor.model.values.unreadable import Unreadable
from tests.model.values.value_strategies import durations


@given(durations)
def test_a_duration_reads_back_from_its_canonical_words(duration):
    assert Duration.parse(str(duration)) == duration


@given(durations)
def test_capitals_and_odd_spaces_do_not_matter(duration):
    assert Duration.parse(f"  {str(duration).upper()}\u00a0") == duration


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("4 h", "4 h"),
        ("4 hours", "4 h"),
        ("4hrs", "4 h"),
        ("4-hour", "4 h"),
        ("4 clock hours", "4 h"),
        ("4 calendar hours", "4 h"),
        ("4 service h", "4 service h"),
        ("4 business hours", "4 service h"),
        ("4 working hours", "4 service h"),
        ("4 office hours", "4 service h"),
        ("4 bh", "4 service h"),
        ("4 hours business time", "4 service h"),
        ("12bh", "12 service h"),
        ("2 bd", "2 service days"),
        ("2 business-days", "2 service days"),
        ("1 working day", "1 service day"),
        ("2 calendar days", "2 calendar days"),
        ("1 calendar day", "1 calendar day"),
        ("2.5 service days", "2.5 service days"),
        ("30 mins", "30 min"),
        ("30 min.", "30 min"),
        ("24 sec", "24 s"),
        ("5 msecs", "5 ms"),
        ("1,000 ms", "1000 ms"),
        ("1 week", "1 week"),
        ("one week", "1 week"),
        ("two service days", "2 service days"),
        ("3 months", "3 months"),
        ("1 quarter", "1 quarter"),
        ("2 yrs", "2 years"),
        ("2 billing cycles", "2 billing cycles"),
        ("2 billing periods", "2 billing cycles"),
        ("0 min", "0 min"),
        ("0 months", "0 months"),
        ("1 h 30 min", "90 min"),
        ("1h, 30 mins", "90 min"),
        ("1 hour and 30 minutes", "90 min"),
        ("1 service h 30 min", "90 service min"),
        ("1 min 0.5 s", "60.5 s"),
    ],
)
def test_a_duration_is_read_as_people_type_it(typed, words):
    assert str(Duration.parse(typed)) == words


@pytest.mark.parametrize(("typed", "count"), [("2 days", "2"), ("1 day", "1"), ("7d", "7")])
def test_days_without_a_clock_are_refused_with_both_readings(typed, count):
    with pytest.raises(Unreadable) as caught:
        Duration.parse(typed)
    assert f"'{count} service day" in caught.value.sentence
    assert f"'{count} calendar day" in caught.value.sentence


def test_both_readings_of_two_days_can_be_typed_and_differ():
    assert Duration.parse("2 service days") != Duration.parse("2 calendar days")


def test_m_is_refused_as_minutes_or_months():
    with pytest.raises(Unreadable, match=r"'30 min' .* or '30 months'"):
        Duration.parse("30 m")


def test_a_bare_number_is_refused_with_units_to_say():
    with pytest.raises(Unreadable, match="Say the unit: '4 h', '4 service h'"):
        Duration.parse("4")


@pytest.mark.parametrize(
    "typed", ["5 service weeks", "1 business month", "2 service billing cycles"]
)
def test_the_service_clock_has_hours_and_days_only(typed):
    with pytest.raises(Unreadable):
        Duration.parse(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "h",
        "4:30 h",
        "-4 h",
        "4 hous",
        "4 h 5",
        "1 h 2 h",
        "30 min 1 h",
        "1 week 2 h",
        "4 h foo",
        "1 service day 4 service h",
        "1 h 30 service min",
        "1 service h 30 clock min",
        "1234,567 h",
        "9999999999999999 h",
        "4 h, ",
        "next service day",
        "ten thousand h",
        "5 %",
    ],
)
def test_what_is_no_duration_is_refused(typed):
    with pytest.raises(Unreadable):
        Duration.parse(typed)


def test_a_duration_is_not_negative():
    with pytest.raises(Unreadable, match="not negative"):
        Duration(Decimal(-1), Unit.HOUR)


def test_a_service_week_cannot_be_made():
    with pytest.raises(Unreadable, match="5 weeks"):
        Duration(Decimal(5), Unit.WEEK, Clock.SERVICE)


def test_seconds_are_exact():
    assert Duration.parse("5 ms").seconds == Decimal("0.005")
    assert Duration.parse("1.5 h").seconds == 5400


def test_minutes_are_those_of_hours():
    assert Duration.parse("4 service h").minutes == 240


@pytest.mark.parametrize("typed", ["1 week", "2 service days", "1 calendar day", "3 months"])
def test_units_that_vary_have_no_minutes(typed):
    assert Duration.parse(typed).minutes is None


def test_only_the_service_clock_is_service():
    assert Duration.parse("4 bh").is_service
    assert not Duration.parse("4 h").is_service


def test_the_clock_of_hours_is_the_calendar_unless_said():
    assert Duration(Decimal(4), Unit.HOUR) == Duration.parse("4 clock h")


@pytest.mark.parametrize(
    ("words", "is_time"),
    [
        ("h", True),
        ("business days", True),
        ("bd", True),
        ("m", True),
        ("working groups", False),
        ("calls", False),
        ("", False),
    ],
)
def test_words_that_begin_with_time_are_known(words, is_time):
    assert names_time(words) is is_time
