from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.rules.comparable_time import (
    Comparison,
    ElapsedBounds,
    comparable_minutes,
    compare,
    elapsed_bounds,
    greatest_elapsed,
    service_minutes,
)
from slaeditor.rules.instants import NeverOpen
from slaeditor.rules.schedule import add, due
from tests.rules.clock_builders import WEEKS, a_service, lasting, service_minutes_of

OFFICE = a_service()
ALWAYS = a_service("24x7")
MONDAY = datetime(2026, 6, 1, tzinfo=ZoneInfo("UTC"))
HOUR = 60


def bounds_in_hours(words, hours=OFFICE):
    """Returns the least and greatest hours that a promise may take."""
    read = RelativeDue.parse if "of" in words or "by" in words else lasting
    bounds = elapsed_bounds(read(words), hours)
    return bounds.least / HOUR, bounds.greatest / HOUR


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("4 service h", (4, 68)),
        ("0 service h", (0, 64)),
        ("8 service h", (8, 72)),
        ("9 service h", (25, 89)),
        ("2 service days", (32, 96)),
        ("5 service days", (104, 168)),
        ("10 service days", (272, 336)),
        ("12 h", (12, 12)),
        ("2 calendar days", (48, 48)),
        ("1 week", (168, 168)),
        ("1 month", (28 * 24, 31 * 24)),
        ("1 quarter", (89 * 24, 92 * 24)),
        ("1 year", (365 * 24, 366 * 24)),
        ("end of service day", (0, 72)),
        ("end of next service day", (17, 89)),
    ],
)
def test_a_promise_takes_between_so_many_hours(words, expected):
    assert bounds_in_hours(words) == expected


def test_around_the_clock_service_time_is_elapsed_time():
    assert bounds_in_hours("30 service h", ALWAYS) == (30, 30)


def test_a_block_over_the_week_end_is_one_stretch():
    assert bounds_in_hours("1 service h", a_service("Sun 14:00–Fri 17:00")) == (1, 46)


def test_the_mean_of_service_time_is_stretched_by_closed_time():
    assert comparable_minutes(lasting("2 service days"), OFFICE) == 16 * HOUR * Decimal(168) / 40


def test_the_mean_month_is_a_twelfth_of_the_gregorian_year():
    assert comparable_minutes(lasting("12 months"), OFFICE) == Decimal("365.2425") * 1440


def test_two_service_days_of_eight_hours_are_960_service_minutes():
    assert service_minutes(lasting("2 service days"), OFFICE) == 960


def test_calendar_time_holds_its_mean_share_of_open_time():
    assert service_minutes(lasting("1 week"), OFFICE) == 40 * HOUR


def test_seconds_are_parts_of_a_minute():
    assert service_minutes(lasting("90 service s"), OFFICE) == Decimal("1.5")


def test_figures_have_no_exponent():
    assert str(comparable_minutes(lasting("1000 h"), OFFICE)) == "60000"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2 service days", "16 service h", Comparison.EQUAL),
        ("4 service h", "8 service h", Comparison.SHORTER),
        ("3 service days", "2 service days", Comparison.LONGER),
        ("2 service days", "12 h", Comparison.LONGER),
        ("4 service h", "12 h", Comparison.UNDECIDED),
        ("4 service h", "4 h", Comparison.LONGER),
        ("4 service h", "100 h", Comparison.SHORTER),
        ("24 h", "1 calendar day", Comparison.EQUAL),
        ("4 weeks", "1 month", Comparison.SHORTER),
        ("30 calendar days", "1 month", Comparison.UNDECIDED),
        ("3 months", "1 quarter", Comparison.EQUAL),
    ],
)
def test_promises_of_different_clocks_compare(one, other, expected):
    assert compare(lasting(one), OFFICE, lasting(other), OFFICE) is expected


def test_an_hour_around_the_clock_is_shorter_than_an_office_hour():
    assert compare(lasting("1 service h"), ALWAYS, lasting("1 service h"), OFFICE) is (
        Comparison.SHORTER
    )


def test_noon_of_the_next_service_day_is_before_its_end():
    noon = RelativeDue.parse("by 12:00 next service day")
    end = RelativeDue.parse("end of next service day")
    assert compare(noon, OFFICE, end, OFFICE) is Comparison.SHORTER


def test_four_service_hours_are_shorter_than_the_end_of_the_next_service_day():
    end = RelativeDue.parse("end of next service day")
    assert compare(lasting("4 service h"), OFFICE, end, OFFICE) is Comparison.SHORTER


@pytest.mark.parametrize("figure", [comparable_minutes, elapsed_bounds, greatest_elapsed])
def test_service_time_of_a_service_that_never_opens_has_no_length(figure):
    with pytest.raises(NeverOpen, match="cannot be compared"):
        figure(lasting("4 service h"), a_service("closed"))


def test_calendar_time_of_a_service_that_never_opens_has_its_length():
    assert comparable_minutes(lasting("4 h"), a_service("closed")) == 240


@given(st.sampled_from(WEEKS), st.integers(0, 4000), st.integers(0, 10_080))
def test_no_start_in_a_usual_week_takes_less_or_more(week, minutes, start):
    hours = a_service(week, "UTC")
    duration = service_minutes_of(minutes)
    moment = MONDAY + timedelta(minutes=start)
    took = Decimal((add(hours, moment, duration) - moment) // timedelta(minutes=1))
    bounds = elapsed_bounds(duration, hours)
    assert bounds.least <= took <= bounds.greatest


@pytest.mark.parametrize("week", WEEKS[:5])
@pytest.mark.parametrize("minutes", [0, 1, 59, 480, 481, 2400, 2401])
def test_the_bounds_are_reached_in_a_usual_week(week, minutes):
    hours = a_service(week, "UTC")
    duration = service_minutes_of(minutes)
    starts = (MONDAY + timedelta(minutes=minute) for minute in range(0, 10_080, 15))
    took = {(add(hours, start, duration) - start) // timedelta(minutes=1) for start in starts}
    assert elapsed_bounds(duration, hours) == ElapsedBounds(Decimal(min(took)), Decimal(max(took)))


@given(
    st.sampled_from(WEEKS),
    st.builds(
        RelativeDue, st.integers(1, 6), st.sampled_from(["end", "start", "same time", "12:00"])
    ),
    st.integers(0, 10_080),
)
def test_no_start_of_a_deadline_takes_less_or_more(week, words, start):
    hours = a_service(week, "UTC")
    moment = MONDAY + timedelta(minutes=start)
    took = Decimal((due(hours, moment, words) - moment) // timedelta(minutes=1))
    bounds = elapsed_bounds(words, hours)
    assert bounds.least <= took <= bounds.greatest


@given(st.integers(0, 60), st.integers(0, 4800))
def test_months_take_between_their_least_and_greatest_days(count, start):
    first = datetime(2000 + start // 12, start % 12 + 1, 1, tzinfo=ZoneInfo("UTC"))
    duration = lasting(f"{count} months")
    took = (add(a_service(zone="UTC"), first, duration) - first) // timedelta(minutes=1)
    bounds = elapsed_bounds(duration, OFFICE)
    assert bounds.least <= took <= bounds.greatest
