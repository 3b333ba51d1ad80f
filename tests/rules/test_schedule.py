from datetime import UTC, datetime, timedelta
from decimal import Decimal
from time import perf_counter

import pytest

from slaeditor.model.values.duration import Clock
from slaeditor.rules.instants import ClockError, NeverOpen, OutOfRange
from slaeditor.rules.schedule import (
    add,
    at_share,
    before,
    between,
    due,
    elapsed,
    is_open,
    next_open,
)
from tests.rules.clock_builders import BERLIN, a_pause, a_service, at, lasting

OFFICE = a_service()
FRIDAY_AFTERNOON = at("2026-02-27 16:30")
MONDAY_MORNING = at("2026-03-02 09:30")


# --- the service clock


def test_a_weekend_is_skipped():
    assert add(OFFICE, FRIDAY_AFTERNOON, lasting("1 service h")) == MONDAY_MORNING


def test_time_is_taken_off_backwards_through_closed_time():
    assert before(OFFICE, MONDAY_MORNING, lasting("1 service h")) == FRIDAY_AFTERNOON


def test_a_holiday_is_skipped():
    hours = a_service(exceptions={"2026-03-02": ()})
    assert add(hours, FRIDAY_AFTERNOON, lasting("1 service h")) == at("2026-03-03 09:30")


def test_a_holiday_is_skipped_backwards():
    hours = a_service(exceptions={"2026-02-27": ()})
    assert before(hours, MONDAY_MORNING, lasting("1 service h")) == at("2026-02-26 16:30")


def test_a_special_opening_counts():
    hours = a_service(exceptions={"2026-02-28": ((600, 720),)})
    assert add(hours, FRIDAY_AFTERNOON, lasting("1 service h")) == at("2026-02-28 10:30")


def test_a_day_of_one_open_minute_counts_that_minute():
    hours = a_service(exceptions={"2026-03-02": ((540, 541),)})
    assert add(hours, FRIDAY_AFTERNOON, lasting("1 service h")) == at("2026-03-03 09:29")


def test_a_lunch_break_is_skipped():
    hours = a_service("Mon–Fri 09:00–12:00 and 13:00–17:00")
    assert add(hours, at("2026-03-02 11:30"), lasting("1 service h")) == at("2026-03-02 13:30")


def test_two_service_days_of_eight_hours_are_sixteen_service_hours():
    start = at("2026-03-02 11:00")
    assert add(OFFICE, start, lasting("2 service days")) == at("2026-03-04 11:00")
    assert add(OFFICE, start, lasting("16 service h")) == at("2026-03-04 11:00")


def test_an_agreed_length_of_the_service_day_counts():
    hours = a_service("24x7", day_minutes=480)
    assert add(hours, MONDAY_MORNING, lasting("1 service day")) == at("2026-03-02 17:30")


def test_half_a_service_day_is_half_its_open_time():
    assert add(OFFICE, MONDAY_MORNING, lasting("0.5 service days")) == at("2026-03-02 13:30")


def test_milliseconds_are_exact():
    due_at = add(OFFICE, MONDAY_MORNING, lasting("0.5 service ms"))
    assert due_at == MONDAY_MORNING + timedelta(microseconds=500)


def test_time_that_is_up_at_the_closing_ends_at_the_closing():
    assert add(OFFICE, at("2026-02-27 16:00"), lasting("1 service h")) == at("2026-02-27 17:00")


def test_no_time_leads_from_a_closed_moment_to_the_next_opening():
    assert add(OFFICE, at("2026-02-28 12:00"), lasting("0 service h")) == at("2026-03-02 09:00")


def test_no_time_leads_from_the_closing_to_the_next_opening():
    assert add(OFFICE, at("2026-02-27 17:00"), lasting("0 service h")) == at("2026-03-02 09:00")


def test_no_time_leads_from_an_open_moment_nowhere():
    assert add(OFFICE, MONDAY_MORNING, lasting("0 service h")) == MONDAY_MORNING


def test_no_time_leads_backwards_from_a_closed_moment_to_the_closing():
    assert before(OFFICE, at("2026-02-28 12:00"), lasting("0 service h")) == at("2026-02-27 17:00")


@pytest.mark.parametrize("edge", ["2026-03-02 09:00", "2026-03-02 17:00"])
def test_no_time_leads_backwards_from_an_opening_or_closing_nowhere(edge):
    assert before(OFFICE, at(edge), lasting("0 service h")) == at(edge)


def test_a_start_outside_service_hours_counts_from_the_opening():
    assert add(OFFICE, at("2026-03-01 23:59"), lasting("4 service h")) == at("2026-03-02 13:00")


def test_a_shift_over_midnight_runs_through():
    hours = a_service("Mon–Fri 22:00–06:00")
    assert add(hours, at("2026-03-02 23:00"), lasting("6 service h")) == at("2026-03-03 05:00")


def test_a_shift_from_friday_ends_on_saturday_morning():
    hours = a_service("Mon–Fri 22:00–06:00")
    assert add(hours, at("2026-03-06 22:00"), lasting("8 service h")) == at("2026-03-07 06:00")


def test_a_block_from_sunday_to_friday_runs_through_every_midnight():
    hours = a_service("Sun 14:00–Fri 17:00")
    assert add(hours, at("2026-03-01 14:00"), lasting("123 service h")) == at("2026-03-06 17:00")


def test_a_block_from_sunday_to_friday_pauses_on_saturday():
    hours = a_service("Sun 14:00–Fri 17:00")
    assert add(hours, at("2026-03-06 16:00"), lasting("2 service h")) == at("2026-03-08 15:00")


def test_a_start_in_another_zone_is_answered_in_the_zone_of_the_service():
    start = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
    found = add(OFFICE, start, lasting("1 service h"))
    assert found.isoformat() == "2026-03-02T10:30:00+01:00"


# --- the calendar clock


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("90 min", "2026-01-31 11:00"),
        ("24 h", "2026-02-01 09:30"),
        ("1 calendar day", "2026-02-01 09:30"),
        ("2 weeks", "2026-02-14 09:30"),
        ("1 month", "2026-02-28 09:30"),
        ("1 billing cycle", "2026-02-28 09:30"),
        ("1 quarter", "2026-04-30 09:30"),
        ("25 months", "2028-02-29 09:30"),
        ("1 year", "2027-01-31 09:30"),
        ("0.5 calendar days", "2026-01-31 21:30"),
        ("1.5 weeks", "2026-02-10 21:30"),
    ],
)
def test_calendar_time_passes_around_the_clock(words, expected):
    assert add(OFFICE, at("2026-01-31 09:30"), lasting(words)) == at(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2 h", "2026-03-31 07:30"),
        ("1 calendar day", "2026-03-30 09:30"),
        ("1 month", "2026-02-28 09:30"),
        ("3 months", "2025-12-31 09:30"),
        ("2 years", "2024-03-31 09:30"),
    ],
)
def test_calendar_time_is_taken_off_around_the_clock(words, expected):
    assert before(OFFICE, at("2026-03-31 09:30"), lasting(words)) == at(expected)


def test_a_leap_day_plus_a_year_is_the_end_of_february():
    assert add(OFFICE, at("2028-02-29 12:00"), lasting("1 year")) == at("2029-02-28 12:00")


def test_half_a_month_is_half_of_that_month():
    start = at("2026-04-01 00:00")
    assert add(OFFICE, start, lasting("0.5 months")) == at("2026-04-16 00:00")


# --- pauses


def test_a_pause_does_not_count_on_the_service_clock():
    waiting = [a_pause("2026-03-02 10:00", "2026-03-02 12:00")]
    assert add(OFFICE, MONDAY_MORNING, lasting("1 service h"), waiting) == at("2026-03-02 12:30")


def test_only_the_open_part_of_a_pause_counts():
    over_night = [a_pause("2026-03-02 16:00", "2026-03-03 10:00")]
    found = add(OFFICE, at("2026-03-02 15:00"), lasting("2 service h"), over_night)
    assert found == at("2026-03-03 11:00")


def test_a_pause_does_not_count_on_the_calendar_clock():
    waiting = [a_pause("2026-03-02 10:00", "2026-03-02 12:00")]
    assert add(OFFICE, MONDAY_MORNING, lasting("1 h"), waiting) == at("2026-03-02 12:30")


def test_a_pause_is_added_on_top_of_calendar_days():
    waiting = [a_pause("2026-03-02 10:00", "2026-03-02 12:00")]
    found = add(OFFICE, MONDAY_MORNING, lasting("1 calendar day"), waiting)
    assert found == at("2026-03-03 11:30")


def test_a_pause_after_the_end_of_calendar_time_does_not_count():
    later = [a_pause("2026-03-03 09:30", "2026-03-04 12:00")]
    found = add(OFFICE, MONDAY_MORNING, lasting("1 calendar day"), later)
    assert found == at("2026-03-03 09:30")


def test_a_pause_is_skipped_backwards():
    waiting = [a_pause("2026-03-02 10:00", "2026-03-02 12:00")]
    found = before(OFFICE, at("2026-03-02 12:30"), lasting("1 service h"), waiting)
    assert found == MONDAY_MORNING


def test_overlapping_pauses_count_once():
    waiting = [
        a_pause("2026-03-02 10:00", "2026-03-02 12:00"),
        a_pause("2026-03-02 11:00", "2026-03-02 13:00"),
    ]
    assert add(OFFICE, MONDAY_MORNING, lasting("1 service h"), waiting) == at("2026-03-02 13:30")


def test_the_clock_starts_at_the_end_of_a_pause_it_starts_in():
    waiting = [a_pause("2026-03-02 09:00", "2026-03-02 12:00")]
    assert next_open(OFFICE, MONDAY_MORNING, waiting) == at("2026-03-02 12:00")


# --- time that passed


def test_only_open_time_passes_between_two_moments():
    assert between(OFFICE, FRIDAY_AFTERNOON, MONDAY_MORNING) == timedelta(hours=1)


def test_open_time_to_an_earlier_moment_is_negative():
    assert between(OFFICE, MONDAY_MORNING, FRIDAY_AFTERNOON) == timedelta(hours=-1)


def test_paused_time_does_not_pass():
    waiting = [a_pause("2026-03-02 09:00", "2026-03-02 09:15")]
    found = between(OFFICE, FRIDAY_AFTERNOON, MONDAY_MORNING, waiting)
    assert found == timedelta(minutes=45)


def test_a_year_of_office_hours_passes():
    found = between(OFFICE, at("2026-01-01 00:00"), at("2027-01-01 00:00"))
    assert found == timedelta(hours=261 * 8)


def test_elapsed_time_counts_closed_hours():
    assert elapsed(FRIDAY_AFTERNOON, MONDAY_MORNING) == timedelta(days=2, hours=17)


def test_elapsed_time_to_an_earlier_moment_is_negative():
    assert elapsed(MONDAY_MORNING, FRIDAY_AFTERNOON) == -timedelta(days=2, hours=17)


def test_elapsed_time_leaves_pauses_out():
    waiting = [a_pause("2026-02-28 00:00", "2026-03-01 00:00")]
    assert elapsed(FRIDAY_AFTERNOON, MONDAY_MORNING, waiting) == timedelta(days=1, hours=17)


def test_a_share_of_the_service_time_has_passed_within_open_time():
    found = at_share(OFFICE, FRIDAY_AFTERNOON, MONDAY_MORNING, Decimal(75), Clock.SERVICE)
    assert found == at("2026-03-02 09:15")


def test_half_of_the_calendar_time_has_passed_in_the_middle_of_the_weekend():
    found = at_share(OFFICE, FRIDAY_AFTERNOON, MONDAY_MORNING, Decimal(50), Clock.CALENDAR)
    assert found == at("2026-03-01 01:00")


def test_all_of_the_time_has_passed_at_the_end():
    found = at_share(OFFICE, FRIDAY_AFTERNOON, MONDAY_MORNING, Decimal(100), Clock.SERVICE)
    assert found == MONDAY_MORNING


def test_more_than_all_of_the_time_has_passed_after_the_end():
    found = at_share(OFFICE, FRIDAY_AFTERNOON, MONDAY_MORNING, Decimal(150), Clock.SERVICE)
    assert found == at("2026-03-02 10:00")


def test_a_share_of_paused_time_is_moved_by_the_pause():
    waiting = [a_pause("2026-03-02 09:00", "2026-03-02 09:20")]
    percent = Decimal("87.5")
    found = at_share(OFFICE, FRIDAY_AFTERNOON, MONDAY_MORNING, percent, Clock.SERVICE, waiting)
    assert found == at("2026-03-02 09:25")


# --- open and closed


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-03-02 08:59:59.999999", False),
        ("2026-03-02 09:00", True),
        ("2026-03-02 16:59:59.999999", True),
        ("2026-03-02 17:00", False),
        ("2026-03-01 12:00", False),
    ],
)
def test_the_service_is_open_from_the_opening_until_just_before_the_closing(moment, expected):
    assert is_open(OFFICE, at(moment)) is expected


def test_the_next_opening_is_found_over_a_weekend():
    assert next_open(OFFICE, at("2026-02-28 12:00")) == at("2026-03-02 09:00")


def test_an_open_moment_is_its_own_next_opening():
    assert next_open(OFFICE, MONDAY_MORNING) == MONDAY_MORNING


# --- the limits


def test_a_service_that_never_opens_is_said_to_be_so():
    with pytest.raises(NeverOpen, match="no day of the week is open"):
        add(a_service("never"), MONDAY_MORNING, lasting("1 service h"))


def test_a_service_that_never_opens_is_said_to_be_so_backwards():
    with pytest.raises(NeverOpen, match="before 2026-03-02 09:30"):
        before(a_service("never"), MONDAY_MORNING, lasting("1 service h"))


def test_a_service_open_by_exception_only_is_open_then():
    hours = a_service("never", exceptions={"2031-05-01": ((600, 720),)})
    assert add(hours, MONDAY_MORNING, lasting("1 service h")) == at("2031-05-01 11:00")
    assert before(hours, at("2040-01-01 00:00"), lasting("1 service h")) == at("2031-05-01 11:00")


def test_exceptions_that_hold_too_little_time_are_said_to_do_so():
    hours = a_service("never", exceptions={"2031-05-01": ((600, 720),)})
    with pytest.raises(NeverOpen, match="too little open time after 2026-03-02"):
        add(hours, MONDAY_MORNING, lasting("3 service h"))


def test_more_than_ten_years_of_holidays_are_waited_out():
    first = at("2026-03-02 00:00").date()
    closed = {(first + timedelta(days=day)).isoformat(): () for day in range(4000)}
    hours = a_service(exceptions=closed)
    assert next_open(hours, MONDAY_MORNING).date() == first + timedelta(days=4000)


@pytest.mark.parametrize("words", ["99999999 service h", "999999999999 h", "9000 years"])
def test_time_after_the_year_9999_is_out_of_range(words):
    with pytest.raises(OutOfRange, match="years 1 to 9999"):
        add(OFFICE, MONDAY_MORNING, lasting(words))


@pytest.mark.parametrize("words", ["99999999 service h", "999999999999 h", "3000 years"])
def test_time_before_the_year_1_is_out_of_range(words):
    with pytest.raises(OutOfRange, match="years 1 to 9999"):
        before(OFFICE, MONDAY_MORNING, lasting(words))


def test_the_last_closing_of_the_year_9999_is_reached():
    start = at("9999-12-31 16:00")
    assert add(OFFICE, start, lasting("1 service h")) == at("9999-12-31 17:00")


def test_the_clock_runs_out_after_the_last_closing():
    with pytest.raises(OutOfRange):
        add(OFFICE, at("9999-12-31 16:00"), lasting("2 service h"))


def test_the_first_opening_of_year_1_is_reached():
    assert before(OFFICE, at("0001-01-01 10:00"), lasting("1 service h")) == at("0001-01-01 09:00")


def test_a_start_without_a_zone_is_refused():
    with pytest.raises(ClockError, match="has no time zone"):
        add(OFFICE, datetime(2026, 3, 2), lasting("1 service h"))


def test_ten_thousand_service_days_are_found_at_once():
    hours = a_service(exceptions={"2026-12-25": (), "2027-01-01": ()})
    began = perf_counter()
    found = add(hours, MONDAY_MORNING, lasting("10000 service days"))
    assert found == at("2064-07-02 09:30")
    assert perf_counter() - began < 1.0


def test_a_promise_is_due_when_its_duration_has_passed():
    assert due(OFFICE, FRIDAY_AFTERNOON, lasting("1 service h")) == MONDAY_MORNING


def test_the_zone_of_the_answer_is_that_of_the_service():
    assert str(add(OFFICE, datetime(2026, 3, 2, tzinfo=UTC), lasting("1 h")).tzinfo) == BERLIN
