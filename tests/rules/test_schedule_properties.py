"""What holds for any service hours, moment, duration and pause."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from slaeditor.model.values.week import Week
from slaeditor.rules.instants import instant, local_ordinal, zone_named
from slaeditor.rules.pauses import Pause
from slaeditor.rules.schedule import (
    add,
    before,
    between,
    elapsed,
    is_open,
    next_open,
)
from slaeditor.rules.service_hours import ServiceHours
from tests.rules.clock_builders import (
    DAYS_OF_2026,
    SERVICE_DURATIONS,
    SLOTS_OF_A_DAY,
    WEEKS,
    ZONES,
    lasting,
    moments,
    pauses,
    service_minutes_of,
    services,
)

MINUTE = timedelta(minutes=1)
CALENDAR_DURATIONS = st.builds(
    "{} {}".format,
    st.integers(1, 30),
    st.sampled_from(["h", "min", "calendar days", "weeks", "months", "quarters", "years"]),
).map(lasting)


def open_length(hours, duration):
    """Returns the open time that a service duration asks for."""
    minutes = duration.minutes or duration.amount * hours.service_day_minutes
    return timedelta(microseconds=int(minutes * 60_000_000))


@given(services(), moments(), SERVICE_DURATIONS)
def test_the_open_time_until_due_is_the_promise(hours, start, duration):
    assume(duration.minutes is None or duration.minutes * 60 == int(duration.minutes * 60))
    assert between(hours, start, add(hours, start, duration)) == open_length(hours, duration)


@given(services(), moments(), st.integers(1, 5000).map(service_minutes_of), pauses())
def test_the_open_time_outside_pauses_until_due_is_the_promise(hours, start, duration, waiting):
    found = add(hours, start, duration, waiting)
    assert between(hours, start, found, waiting) == open_length(hours, duration)


@given(services(), moments(), st.integers(1, 5000).map(service_minutes_of), pauses())
def test_the_open_time_since_the_latest_start_is_the_promise(hours, end, duration, waiting):
    found = before(hours, end, duration, waiting)
    assert between(hours, found, end, waiting) == open_length(hours, duration)


@given(services(), moments(), st.integers(1, 5000).map(service_minutes_of))
def test_no_later_start_leaves_enough_time(hours, end, duration):
    later = before(hours, end, duration) + timedelta(microseconds=1)
    assert between(hours, later, end) < open_length(hours, duration)


@given(services(), moments(), st.integers(1, 5000).map(service_minutes_of))
def test_no_earlier_end_leaves_enough_time(hours, start, duration):
    earlier = add(hours, start, duration) - timedelta(microseconds=1)
    assert between(hours, start, earlier) < open_length(hours, duration)


@given(services(), moments(), st.integers(1, 5000).map(service_minutes_of))
def test_going_back_from_due_leads_to_an_open_start(hours, start, duration):
    assume(is_open(hours, start))
    assert before(hours, add(hours, start, duration), duration) == start


@given(services(), moments(), moments(), SERVICE_DURATIONS, pauses())
def test_a_later_start_is_never_due_earlier(hours, one, other, duration, waiting):
    first, last = sorted((one, other))
    assert add(hours, first, duration, waiting) <= add(hours, last, duration, waiting)


@given(services(), moments(), st.integers(0, 3000), st.integers(0, 3000), pauses())
def test_a_longer_promise_is_never_due_earlier(hours, start, one, other, waiting):
    short, long = sorted((one, other))
    first = add(hours, start, service_minutes_of(short), waiting)
    assert first <= add(hours, start, service_minutes_of(long), waiting)


@given(services(), moments(), st.integers(0, 3000), st.integers(1, 3000), pauses())
def test_two_promises_one_after_the_other_are_one_promise(hours, start, one, other, waiting):
    middle = add(hours, start, service_minutes_of(one), waiting)
    at_once = add(hours, start, service_minutes_of(one + other), waiting)
    assert add(hours, middle, service_minutes_of(other), waiting) == at_once


@given(services(), moments(), moments(), moments())
def test_open_time_adds_up(hours, one, two, three):
    whole = between(hours, one, three)
    assert between(hours, one, two) + between(hours, two, three) == whole


@given(services(), moments(), moments())
def test_open_time_is_never_more_than_elapsed_time(hours, one, other):
    first, last = sorted((one, other))
    assert timedelta(0) <= between(hours, first, last) <= elapsed(first, last)


def stretches(hours, start, end):
    """The open stretches of service hours between two moments, as instants, cut to the two."""
    first, last = instant(start), instant(end)
    for opening, closing in hours.spans_from(first):
        if opening >= last:
            return
        yield max(opening, first), min(closing, last)


@given(services(), moments(), st.integers(0, 60))
def test_open_stretches_hold_the_open_time(hours, start, days):
    end = start + timedelta(days=days)
    total = sum(closing - opening for opening, closing in stretches(hours, start, end))
    assert timedelta(microseconds=total) == between(hours, start, end)


@given(services(), moments(), st.integers(0, 60))
def test_open_stretches_rise_and_never_overlap(hours, start, days):
    spans = list(stretches(hours, start, start + timedelta(days=days)))
    assert all(opening < closing for opening, closing in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@given(services(), moments())
def test_the_service_is_open_at_the_next_opening(hours, moment):
    assert is_open(hours, next_open(hours, moment))


@given(services(), moments())
def test_the_service_is_closed_until_the_next_opening(hours, moment):
    assert between(hours, moment, next_open(hours, moment)) == timedelta(0)


@given(st.sampled_from(ZONES), moments(), CALENDAR_DURATIONS, pauses())
def test_a_pause_makes_calendar_time_longer_by_the_paused_time(zone, start, duration, waiting):
    hours = ServiceHours(zone, Week.parse("24x7"))
    plain, paused = add(hours, start, duration), add(hours, start, duration, waiting)
    assert elapsed(start, paused, waiting) == elapsed(start, plain)


@given(st.sampled_from(ZONES), moments(), moments(), CALENDAR_DURATIONS)
def test_calendar_time_of_a_later_start_ends_no_earlier(zone, one, other, duration):
    hours = ServiceHours(zone, Week.parse("24x7"))
    rules = zone_named(zone)
    first, last = (moment.astimezone(rules) for moment in sorted((one, other)))
    repeated = first.replace(fold=0).utcoffset() != first.replace(fold=1).utcoffset()
    assume(not repeated and last.fold == 0)
    assert add(hours, first, duration) <= add(hours, last, duration)


@given(st.sampled_from(ZONES), moments(), st.integers(1, 400))
def test_calendar_days_keep_the_wall_clock_time(zone, start, count):
    hours = ServiceHours(zone, Week.parse("24x7"))
    local = start.astimezone(zone_named(zone))
    found = add(hours, start, lasting(f"{count} calendar days"))
    expected = local.replace(tzinfo=None) + timedelta(days=count)
    assume(found.replace(fold=1).utcoffset() == found.replace(fold=0).utcoffset())
    assume(found.date() != date(2026, 3, 29) or found.hour > 3)
    assume((found - timedelta(hours=2)).utcoffset() == found.utcoffset())
    assert found.replace(tzinfo=None) == expected


def minutes_open(hours, start, count):
    """Returns how many of the minutes after a moment show an open minute on the local clock."""
    zone = zone_named(hours.zone)
    total = 0
    for step in range(count):
        local = (start + step * MINUTE).astimezone(zone)
        minute = local.hour * 60 + local.minute
        total += any(a <= minute < b for a, b in hours.slots(local.toordinal()))
    return total


@settings(max_examples=40)
@given(
    st.sampled_from([*ZONES, "America/Sao_Paulo", "Africa/Casablanca", "Pacific/Apia"]),
    st.sampled_from(WEEKS),
    st.dictionaries(DAYS_OF_2026, SLOTS_OF_A_DAY, max_size=60),
    st.integers(0, 360 * 1440),
    st.integers(0, 3 * 1440),
)
def test_open_time_is_the_count_of_open_minutes(zone, week, exceptions, start, count):
    hours = ServiceHours(zone, Week.parse(week), exceptions)
    first = datetime(2026, 1, 1, tzinfo=UTC) + start * MINUTE
    last = first + count * MINUTE
    offsets = [
        (first + step * 60 * MINUTE).astimezone(zone_named(zone)).utcoffset()
        for step in range(-25, count // 60 + 26)
    ]
    assume(offsets == sorted(offsets))  # no repeated hour, of which only the first is meant
    assert between(hours, first, last) == minutes_open(hours, first, count) * MINUTE


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Berlin", "2026-03-29"),
        ("America/New_York", "2026-03-08"),
        ("Australia/Sydney", "2026-10-04"),
        ("Australia/Lord_Howe", "2026-10-04"),
        ("America/Santiago", "2026-09-06"),
        ("Pacific/Apia", "2011-12-30"),
    ],
)
@pytest.mark.parametrize("week", WEEKS)
def test_open_minutes_are_counted_over_a_skipped_hour(zone, day, week):
    hours = ServiceHours(zone, Week.parse(week))
    first = datetime.fromisoformat(day).replace(tzinfo=UTC) - timedelta(days=2)
    found = between(hours, first, first + timedelta(days=4))
    assert found == minutes_open(hours, first, 4 * 1440) * MINUTE


@given(services(), moments(), st.integers(1, 9), st.integers(1, 2000))
def test_whole_weeks_are_passed_as_their_days_are(hours, start, weeks, minutes):
    end = start + timedelta(weeks=weeks, minutes=minutes)
    steps = [start + timedelta(days=day) for day in range(weeks * 7 + 1)]
    edges = [*steps, end]
    total = sum(
        (between(hours, one, other) for one, other in pairwise(edges)),
        timedelta(0),
    )
    assert between(hours, start, end) == total


@given(services(), moments(), pauses())
def test_time_in_a_pause_does_not_pass(hours, start, waiting):
    end = start + timedelta(days=30)
    during = sum(
        (between(hours, one, other) for one, other in merged(waiting, start, end)), timedelta(0)
    )
    assert between(hours, start, end, waiting) == between(hours, start, end) - during


def merged(waiting, start, end):
    """Returns the union of pauses, cut to two moments."""
    union: list[Pause] = []
    for pause in sorted(waiting, key=lambda pause: pause.start):
        if union and pause.start <= union[-1].end:
            union[-1] = Pause(union[-1].start, max(union[-1].end, pause.end))
        else:
            union.append(pause)
    cut = [(max(pause.start, start), min(pause.end, end)) for pause in union]
    return [(one, other) for one, other in cut if one < other]


def test_the_local_date_is_that_of_the_zone():
    moment = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    hours = ServiceHours("Asia/Kathmandu", Week.parse("daily 05:00–06:00"))
    instant_ = (moment.replace(tzinfo=None) - datetime(1, 1, 1)) // timedelta(microseconds=1)
    assert date.fromordinal(local_ordinal(instant_, hours.zone_info)) == date(2026, 3, 2)
