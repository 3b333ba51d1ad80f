from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.rules.instants import (
    HOUR,
    LAST_INSTANT,
    MINUTE,
    ClockError,
    OutOfRange,
    UnknownZone,
    instant,
    moment_at,
    utc_moment,
    wall_instant,
    zone_named,
)
from tests.rules.clock_builders import BERLIN, ZONES, at


def shown(zone, day, minutes):
    """Returns the local moment at which the clock of a zone shows minutes after midnight."""
    rules = zone_named(zone)
    return moment_at(
        wall_instant(rules, date.fromisoformat(day).toordinal(), minutes * MINUTE), rules
    )


@given(st.integers(86_400_000_000, LAST_INSTANT - 86_400_000_000), st.sampled_from(ZONES))
def test_an_instant_survives_the_way_to_local_time_and_back(position, zone):
    assert instant(moment_at(position, zone_named(zone))) == position


def test_an_instant_counts_from_the_start_of_year_1():
    assert instant(datetime(1, 1, 1, 1, tzinfo=ZoneInfo("UTC"))) == HOUR


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ClockError, match="2026-03-02 09:30:00 has no time zone"):
        instant(datetime(2026, 3, 2, 9, 30))


def test_a_moment_after_the_year_9999_is_out_of_range():
    with pytest.raises(OutOfRange, match="years 1 to 9999"):
        utc_moment(LAST_INSTANT + 1)


def test_a_local_moment_after_the_year_9999_is_out_of_range():
    with pytest.raises(OutOfRange):
        moment_at(LAST_INSTANT, zone_named("Asia/Kathmandu"))


def test_a_wall_time_after_the_year_9999_is_out_of_range():
    with pytest.raises(OutOfRange):
        wall_instant(zone_named("UTC"), date.max.toordinal(), 24 * HOUR)


@pytest.mark.parametrize("key", ["Europe/Atlantis", "America", "../etc/passwd", "", "a\0b"])
def test_an_unknown_zone_is_named(key):
    with pytest.raises(UnknownZone, match="is not a time zone; choose one such as"):
        zone_named(key)


def test_a_skipped_wall_time_is_the_moment_of_the_change():
    assert shown(BERLIN, "2026-03-29", 150) == at("2026-03-29 03:00")


def test_a_repeated_wall_time_is_its_first():
    assert shown(BERLIN, "2026-10-25", 150) == at("2026-10-25 02:30", fold=0)


def test_a_change_of_half_an_hour_is_found():
    assert shown("Australia/Lord_Howe", "2026-10-04", 135).time().isoformat() == "02:30:00"


def test_a_whole_day_that_a_zone_left_out_has_no_length():
    apia = zone_named("Pacific/Apia")
    day = date(2011, 12, 30).toordinal()
    assert wall_instant(apia, day, 9 * HOUR) == wall_instant(apia, day, 17 * HOUR)


@given(
    st.integers(date(2026, 1, 1).toordinal(), date(2026, 12, 31).toordinal()),
    st.lists(st.integers(0, 2880), min_size=2, max_size=2).map(sorted),
    st.sampled_from(ZONES),
)
def test_later_wall_times_never_come_earlier(day, minutes, zone):
    first, last = (wall_instant(zone_named(zone), day, minute * MINUTE) for minute in minutes)
    assert first <= last
