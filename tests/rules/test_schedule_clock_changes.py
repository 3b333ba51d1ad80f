"""Days on which the local clock is changed, in both hemispheres."""

from datetime import timedelta

import pytest

from slaeditor.rules.schedule import add, before, between, is_open
from tests.rules.clock_builders import BERLIN, a_service, at, lasting

NEW_YORK = "America/New_York"
SYDNEY = "Australia/Sydney"
EARLY = "daily 01:00–04:00"


def open_hours_of(zone, day, week=EARLY):
    """Returns the open time of one local date."""
    start, end = at(f"{day} 00:00", zone), at(f"{day} 23:59", zone)
    return between(a_service(week, zone), start, end)


@pytest.mark.parametrize(
    ("zone", "day", "expected"),
    [
        (BERLIN, "2026-03-28", 3),
        (BERLIN, "2026-03-29", 2),
        (BERLIN, "2026-10-25", 4),
        (NEW_YORK, "2026-03-08", 2),
        (NEW_YORK, "2026-11-01", 4),
        (SYDNEY, "2026-10-04", 2),
        (SYDNEY, "2026-04-05", 4),
        ("Asia/Kathmandu", "2026-03-29", 3),
        ("Australia/Lord_Howe", "2026-10-04", 2.5),
    ],
)
def test_a_shift_over_the_change_is_as_long_as_it_really_is(zone, day, expected):
    assert open_hours_of(zone, day) == timedelta(hours=expected)


def test_a_shift_within_the_skipped_hour_has_no_length():
    assert open_hours_of(BERLIN, "2026-03-29", "daily 02:00–03:00") == timedelta(0)


def test_a_shift_that_opens_in_the_skipped_hour_opens_at_the_change():
    assert open_hours_of(BERLIN, "2026-03-29", "daily 02:30–04:00") == timedelta(hours=1)


def test_a_shift_that_closes_in_the_skipped_hour_closes_at_the_change():
    assert open_hours_of(BERLIN, "2026-03-29", "daily 01:00–02:30") == timedelta(hours=1)


def test_two_shifts_around_the_change_do_not_overlap():
    week = "daily 01:00–02:30 and 03:00–05:00"
    assert open_hours_of(BERLIN, "2026-03-29", week) == timedelta(hours=3)


def test_a_shift_that_opens_in_the_repeated_hour_opens_at_the_first():
    assert is_open(a_service("daily 02:30–03:00"), at("2026-10-25 02:45", fold=0))


def test_a_day_around_the_clock_has_23_hours_in_spring():
    hours = a_service("24x7")
    assert add(hours, at("2026-03-29 00:00"), lasting("23 service h")) == at("2026-03-30 00:00")


def test_a_day_around_the_clock_has_25_hours_in_autumn():
    hours = a_service("24x7")
    assert add(hours, at("2026-10-25 00:00"), lasting("25 service h")) == at("2026-10-26 00:00")


def test_office_hours_keep_their_wall_clock_time_over_the_change():
    start = at("2026-03-27 16:30")
    assert add(a_service(), start, lasting("1 service h")) == at("2026-03-30 09:30")


def test_office_hours_keep_their_wall_clock_time_backwards_over_the_change():
    end = at("2026-03-30 09:30")
    assert before(a_service(), end, lasting("1 service h")) == at("2026-03-27 16:30")


def test_24_elapsed_hours_over_the_change_are_another_time_of_day():
    assert add(a_service(), at("2026-03-28 12:00"), lasting("24 h")) == at("2026-03-29 13:00")


def test_a_calendar_day_over_the_change_is_the_same_time_of_day():
    start = at("2026-03-28 12:00")
    assert add(a_service(), start, lasting("1 calendar day")) == at("2026-03-29 12:00")


def test_a_calendar_day_that_ends_in_the_skipped_hour_ends_at_the_change():
    start = at("2026-03-28 02:30")
    assert add(a_service(), start, lasting("1 calendar day")) == at("2026-03-29 03:00")


def test_a_calendar_day_that_ends_in_the_repeated_hour_ends_in_the_first():
    start = at("2026-10-24 02:30")
    found = add(a_service(), start, lasting("1 calendar day"))
    assert (found - start, found.fold) == (timedelta(days=1), 0)


def test_no_calendar_days_from_the_repeated_hour_lead_nowhere():
    start = at("2026-10-25 02:30", fold=1)
    found = add(a_service(), start, lasting("0 calendar days"))
    assert (found, found.fold) == (start, 1)


def test_half_a_calendar_day_over_the_change_is_half_of_what_passes():
    start = at("2026-03-29 00:00")
    found = add(a_service(), start, lasting("0.5 calendar days"))
    assert found == at("2026-03-29 12:30")


def test_a_zone_off_the_full_hour_keeps_its_times():
    hours = a_service(zone="Asia/Kathmandu")
    start = at("2026-03-02 16:30", "Asia/Kathmandu")
    assert add(hours, start, lasting("1 service h")).isoformat() == "2026-03-03T09:30:00+05:45"


def test_the_year_end_of_the_southern_summer_is_no_change():
    hours = a_service(zone=SYDNEY)
    start = at("2026-12-31 16:30", SYDNEY)
    assert add(hours, start, lasting("1 service h")) == at("2027-01-01 09:30", SYDNEY)


def test_a_day_that_a_zone_left_out_is_no_service_day():
    hours = a_service("daily 09:00–17:00", "Pacific/Apia")
    start = at("2011-12-29 16:30", "Pacific/Apia")
    assert add(hours, start, lasting("1 service h")) == at("2011-12-31 09:30", "Pacific/Apia")
