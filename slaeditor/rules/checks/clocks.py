"""Rules about service hours, holidays and the clock of a measure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from slaeditor.model.calendars import Calendar, Holiday, HolidaySet
from slaeditor.model.document import Document
from slaeditor.model.entity import default
from slaeditor.model.levels import Channel, ChannelKind, Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import ClockRule, ClockVerb, Measure, Strength, Target
from slaeditor.model.values.duration import Clock, Duration
from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.model.values.times import DAY, minutes_of
from slaeditor.model.values.week import Week
from slaeditor.rules.calendars import calendar_for, day_minutes, open_length
from slaeditor.rules.checks.ladders import HOURS_OF_LEVEL
from slaeditor.rules.checks.rule import ERROR, HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called
from slaeditor.rules.usual_hours import length_of

CALENDARS = (Calendar, Channel, Service, ServiceLevel)
"""What finding the calendar of a target reads."""

_WEEK = 7 * DAY
_LEAST_WORKING_DAYS = 3


@rule(
    "promise-outside-hours",
    subject=Target,
    reads=CALENDARS,
    heeds={ServiceLevel: HOURS_OF_LEVEL},
    severity=ERROR,
    source="L14",
    why="The deadline lies where nobody works, so it means another moment than it says.",
    remedy="Name a time within the service hours, or “end of next service day”.",
)
def promise_outside_hours(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """A deadline at a time of day lies within the service hours."""
    del on
    due = row.value.due if row.value else None
    week = _week(project, row)
    if due is None or week is None or week.is_always or week.is_never or ":" not in due.at:
        return
    minute = minutes_of(due.at)
    days = [week.day(day) for day in range(1, 8)]
    if not any(start <= minute <= end for slots in days for start, end in slots):
        yield Flaw(
            f"{called(project, row)} is due {row.value}, when the service is closed on every day.",
            "value",
        )


@rule(
    "promise-around-the-clock",
    subject=Target,
    reads=CALENDARS,
    heeds={ServiceLevel: HOURS_OF_LEVEL},
    severity=WARNING,
    source="L15",
    why="The clock runs at night and at weekends, when nobody is there to keep the promise.",
    remedy="Count it in service hours, or open the service around the clock.",
)
def promise_around_the_clock(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """A time counted around the clock is longer than the service is ever closed."""
    del on
    length, week = length_of(row.value), _week(project, row)
    if week is None or week.is_never or not isinstance(length, Duration):
        return
    if row.strength not in {Strength.GUARANTEED, Strength.TARGET} or _is_live(project, row):
        return
    closed = longest_closed(week)
    if length.clock is Clock.CALENDAR and length.minutes is not None and length.minutes < closed:
        yield Flaw(
            f"{called(project, row)} promises {row.value} around the clock, but the service is "
            f"closed for up to {_hours(closed)} at a stretch.",
            "value",
        )


def _is_live(project: Project, row: Target) -> bool:
    """Whether nobody can begin to wait while the service is closed, as on the telephone."""
    channel = project.channels.get(row.channel)
    return channel is not None and channel.kind is ChannelKind.LIVE


def longest_closed(week: Week) -> int:
    """Return the minutes of the longest stretch of a week in which nobody is there.

    >>> longest_closed(Week.parse("Mon–Fri 09:00–17:00")) // 60
    64
    """
    spans = week.spans
    if not spans:
        return _WEEK
    following = (*spans[1:], (spans[0][0] + _WEEK, 0))
    return max(after[0] - span[1] for span, after in zip(spans, following, strict=True))


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def _week(project: Project, row: Target) -> Week | None:
    calendar = calendar_for(
        project,
        target=row,
        level=project.service_levels.get(row.level),
        service=row.service,
        channel=row.channel,
    )
    return calendar.hours if calendar else None


@rule(
    "service-clock-without-hours",
    subject=Target,
    reads=CALENDARS,
    heeds={ServiceLevel: HOURS_OF_LEVEL},
    severity=WARNING,
    source="L14",
    why="Without service hours a service day has 24 hours, which is hardly what is meant.",
    remedy="Choose service hours for the target, its level or its service.",
)
def service_clock_without_hours(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """A time counted in service hours or days has service hours."""
    del on
    length = length_of(row.value)
    counted = isinstance(length, RelativeDue) or (length is not None and length.is_service)
    if counted and _week(project, row) is None:
        yield Flaw(
            f"{called(project, row)} promises {row.value}, but no service hours are chosen.",
            "calendar",
        )


@rule(
    "holidays-end-early",
    subject=HolidaySet,
    reads=(Holiday, Calendar, Document),
    severity=WARNING,
    source="L16",
    why="After the last date every holiday counts as an open day, and due times are too early.",
    remedy="Add the holidays of the next year.",
)
def holidays_end_early(project: Project, row: HolidaySet, on: date) -> Iterator[Flaw]:
    """A holiday list that is used reaches as far as the document is in force."""
    if not any(row.id in one.holiday_sets for one in project.calendars):
        return
    days = [one.on for one in project.holidays.where("holiday_set", row.id) if one.on]
    if not days:
        yield Flaw(f"The holiday list {called(project, row)} has no dates.")
        return
    until = project.the(Document).effective_to
    needed = max(on.year, until.year if until else on.year)
    if max(days).year < needed:
        yield Flaw(
            f"The holiday list {called(project, row)} ends on {max(days).isoformat()}; dates are "
            f"needed until {needed}."
        )


@rule(
    "hours-without-holidays",
    subject=Calendar,
    reads=(Calendar,),
    severity=HINT,
    source="P3",
    why="The clock of these hours runs on a holiday while other hours of yours are closed.",
    remedy="Choose the same holidays, or say in “Holidays in words” that they are open then.",
)
def hours_without_holidays(project: Project, row: Calendar, on: date) -> Iterator[Flaw]:
    """Hours of the working week have holidays, or say in words that they have none."""
    del on
    if row.holiday_sets or row.holiday_words or row.hours is None or not _has_days_off(row.hours):
        return
    others = [o for o in project.calendars if o.holiday_sets and o.time_zone == row.time_zone]
    if others:
        names = " and ".join(called(project, one) for one in others[:2])
        closed = "are closed" if len(others) > 1 else "is closed"
        told = f"{called(project, row)} is open on holidays, on which {names} {closed}."
        yield Flaw(told, "holiday_sets", tuple(one.id for one in others))


def _has_days_off(week: Week) -> bool:
    """Whether hours are those of a working week: neither of every day nor of a single night."""
    days = [bool(week.day(day)) for day in range(1, 8)]
    return not week.is_always and sum(days) >= _LEAST_WORKING_DAYS and not all(days)


@rule(
    "calendar-without-zone",
    subject=Calendar,
    reads=(Document,),
    severity=HINT,
    source="L17",
    why="“09:00” is another moment in every time zone.",
    remedy="Choose the time zone of the document, or of these service hours.",
)
def calendar_without_zone(project: Project, row: Calendar, on: date) -> Iterator[Flaw]:
    """Service hours that are not around the clock have a time zone, their own or the document's."""
    del on
    if row.time_zone or row.hours is None or row.hours.is_always:
        return
    if project.the(Document).time_zone in {"", default(Document, "time_zone")}:
        told = f"{called(project, row)} has no time zone, nor has the document"
        yield Flaw(f"{told}; its hours are read in UTC.", "time_zone")


@rule(
    "calendar-never-open",
    subject=Calendar,
    severity=ERROR,
    source="P3",
    why="No service hour ever passes, so nothing is ever due.",
    remedy="Open a day of the week.",
)
def calendar_never_open(project: Project, row: Calendar, on: date) -> Iterator[Flaw]:
    """Service hours are open at some time."""
    del on
    if row.hours is not None and row.hours.is_never:
        yield Flaw(f"{called(project, row)} is never open.", "hours")


@rule(
    "service-day-of-other-length",
    subject=Calendar,
    severity=HINT,
    source="L14",
    why="A promise of two service days is counted in days of this length.",
    remedy="Empty “A service day is”, so that it is as long as most days are open.",
)
def service_day_of_other_length(project: Project, row: Calendar, on: date) -> Iterator[Flaw]:
    """A service day is as long as most days are open."""
    del on
    said, week = day_minutes(row), row.hours
    if said is None or week is None or week.is_always or week.is_never:
        return
    if said != week.usual_day_minutes:
        open_ = open_length(week.usual_day_minutes)
        told = f"{called(project, row)} is open for {open_} on most days"
        yield Flaw(f"{told}, but a service day of it is {open_length(said)}.", "day_length")


@rule(
    "pause-without-end",
    subject=ClockRule,
    reads=(ClockRule, Measure),
    severity=WARNING,
    source="L18",
    why="A clock that pauses without end lets a case be forgotten and the figures look good.",
    remedy="Say when the clock resumes, or how long it may pause at most.",
)
def pause_without_end(project: Project, row: ClockRule, on: date) -> Iterator[Flaw]:
    """A clock that pauses resumes, or pauses no longer than so much."""
    del on
    if row.verb is not ClockVerb.PAUSE or row.longest is not None:
        return
    others = project.clock_rules.where("measure", row.measure)
    if not any(one.verb is ClockVerb.RESUME for one in others):
        measure = project.measures.get(row.measure)
        name = called(project, measure) if measure else "a measure"
        yield Flaw(f"The clock of {name} pauses, but nothing says when it resumes.", "longest")


@rule(
    "clock-without-start",
    subject=Measure,
    reads=(ClockRule, Target),
    severity=HINT,
    source="demand 17",
    why="Whether a promise was kept depends on when the clock started and stopped.",
    remedy="Say on the measure when it starts and when it stops.",
)
def clock_without_start(project: Project, row: Measure, on: date) -> Iterator[Flaw]:
    """A time that is promised says from what to what it is counted."""
    del on
    targets = project.targets.where("measure", row.id)
    if not any(length_of(one.value) for one in targets):
        return
    verbs = {one.verb for one in project.clock_rules.where("measure", row.id)}
    starts = row.start_event or ClockVerb.START in verbs
    stops = row.stop_event or ClockVerb.STOP in verbs
    if not (starts and stops):
        missing = "starts" if not starts else "stops"
        field = "start_event" if not starts else "stop_event"
        yield Flaw(f"Nothing says when the clock of {called(project, row)} {missing}.", field)
