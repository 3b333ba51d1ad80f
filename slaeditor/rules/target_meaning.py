"""What a target means, in sentences for whoever is writing it.

Three things are said: what is promised of how many cases, on which clock it is counted, and what
that comes to for a case of a certain day, worked out with the service hours and holidays that hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from slaeditor.model.calendars import Calendar
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import MeasureKind, Target
from slaeditor.model.values import numbers
from slaeditor.model.values.duration import Clock, Duration, Unit
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.model.values.target_value import Comparison, State, Statistic, TargetValue
from slaeditor.rules import schedule
from slaeditor.rules.availability import MINUTES, downtime
from slaeditor.rules.calendars import calendar_for, hours_for, service_day
from slaeditor.rules.explanation import promised_time
from slaeditor.rules.instants import ClockError, zone_named
from slaeditor.rules.names import title
from slaeditor.rules.service_days import service_day as day_of
from slaeditor.rules.service_hours import ServiceHours

_STATES: Final[Mapping[State, str]] = {
    State.BEST_EFFORT: "No time is promised: we do what we can.",
    State.AS_AGREED: "The time is agreed case by case.",
    State.NOT_OFFERED: "This is not offered here.",
    State.NOT_APPLICABLE: "This does not apply here.",
    State.NO_TARGET: "Nothing is promised here, and nothing is inherited.",
}
_COMPARED: Final[Mapping[Comparison, str]] = {
    Comparison.WITHIN: "at most",
    Comparison.AT_LEAST: "at least",
    Comparison.LESS_THAN: "less than",
    Comparison.MORE_THAN: "more than",
    Comparison.EXACTLY: "exactly",
}
_STATISTICS: Final[Mapping[Statistic, str]] = {
    Statistic.AVERAGE: "The average of all cases",
    Statistic.MEDIAN: "The middle one of all cases",
}
_UNITS: Final[Mapping[Unit, str]] = {
    Unit.MILLISECOND: "millisecond",
    Unit.SECOND: "second",
    Unit.MINUTE: "minute",
    Unit.HOUR: "hour",
}
_FRIDAY: Final = 4
_AFTERNOON: Final = time(16, 0)
_LOOKED_AT: Final = 10
_HOUR: Final = Decimal(60)


@dataclass(frozen=True, slots=True)
class TargetMeaning:
    """What a target promises, the clock it is counted on, and an example with its dates."""

    promise: str
    clock: str = ""
    example: str = ""

    def __str__(self) -> str:
        """All sentences in a row."""
        return " ".join(filter(None, (self.promise, self.clock, self.example)))


def meaning(
    project: Project, target: Target, level: ServiceLevel | None, on: date
) -> TargetMeaning | None:
    """Return what a target of a level means, with an example from a day on; None without one."""
    value = target.value
    if value is None:
        return None
    if value.state is not State.VALUE:
        said = _STATES.get(value.state) or f"Said in words, not counted: “{value.words}”."
        return TargetMeaning(said)
    hours = hours_for(
        project, target=target, level=level, service=target.service, channel=target.channel
    )
    calendar = calendar_for(
        project, target=target, level=level, service=target.service, channel=target.channel
    )
    return TargetMeaning(
        _promise(project, target, value),
        _clock(project, value, calendar),
        _example(hours, target, value, on),
    )


def _promise(project: Project, target: Target, value: TargetValue) -> str:
    if value.is_cadence:
        return f"Again and again, every {_length(value.amount).removeprefix('1 ')}."
    said = f"{_of_what(value)} {_limit(value)}."
    return " ".join(filter(None, (said, _left_over(project, target, value))))


def _of_what(value: TargetValue) -> str:
    """Which cases, or which figure of them, must keep the limit."""
    if value.share is not None and value.share_upper is not None:
        return f"From {value.share} to {value.share_upper} of the cases:"
    if value.share is not None:
        return f"{value.share} of the cases:"
    if value.statistic is Statistic.PERCENTILE and value.percentile is not None:
        return f"{numbers.words(value.percentile)} of 100 cases:"
    if value.statistic is not None:
        return f"{_STATISTICS.get(value.statistic, str(value.statistic).capitalize())}:"
    return "Every case:" if value.duration or value.due else "The figure:"


def _limit(value: TargetValue) -> str:
    if value.due is not None:
        return _due(value.due)
    compared = _COMPARED.get(value.comparison or Comparison.WITHIN, "")
    if value.upper is not None:
        return f"between {_length(value.amount)} and {_length(value.upper)}"
    return f"{compared} {_length(value.amount)}"


def _due(due: RelativeDue) -> str:
    days = {0: "the same service day", 1: "the next service day"}
    day = days.get(due.days, f"service day {due.days} after it")
    at = {"end": "by the end of", "start": "by the start of", "same time": "by the same time on"}
    return f"{at.get(due.at, f'by {due.at} on')} {day}"


def _length(amount: object) -> str:
    """An amount in whole words, such as "4 hours", "2 service days"."""
    if not isinstance(amount, Duration) or amount.unit not in _UNITS:
        return str(amount)
    plural = "" if amount.amount == 1 else "s"
    return f"{numbers.words(amount.amount)} {_UNITS[amount.unit]}{plural}"


def _left_over(project: Project, target: Target, value: TargetValue) -> str:
    """What a share of availability leaves for outages."""
    measure = project.measures.get(target.measure)
    limit = value.percentage
    if measure is None or measure.kind is not MeasureKind.AVAILABILITY or limit is None:
        return ""
    minutes = MINUTES.get(target.period) if target.period else None
    period = f"a {target.period.label.lower()}" if target.period and minutes else "a month"
    left = downtime(limit, minutes) if minutes else downtime(limit)
    return f"That leaves {_span(left)} of outage in {period}."


def _span(minutes: Decimal) -> str:
    whole = round(minutes, 1)
    if whole < _HOUR:
        return f"{numbers.words(whole)} min"
    hours, rest = divmod(round(minutes), 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def _clock(project: Project, value: TargetValue, calendar: Calendar | None) -> str:
    """On which clock a promise is counted."""
    if isinstance(value.limit, Percentage) or not isinstance(value.limit, Duration | RelativeDue):
        return ""
    limit = value.limit
    if isinstance(limit, Duration) and limit.clock is Clock.CALENDAR:
        return "Counted around the clock, nights and weekends too."
    if calendar is None:
        return "Counted around the clock, because nobody names service hours."
    in_days = not isinstance(limit, Duration) or limit.unit is Unit.DAY
    day = f"; a service day has {_length(service_day(calendar))}" if in_days else ""
    week = f" ({calendar.hours})" if calendar.hours else ""
    return f"Counted only in “{title(project, calendar)}”{week}{day}."


def _example(hours: ServiceHours, target: Target, value: TargetValue, on: date) -> str:
    """A case late on a Friday, as far as the hours allow, and when it is due."""
    promise = promised_time(value)
    if promise is None:
        return ""
    if target.counted_from:
        return f"It is counted from: {target.counted_from}."
    try:
        start = _start(hours, on)
        due = schedule.due(hours, start, promise)
    except ClockError as trouble:
        return trouble.sentence
    return f"A case of {_moment(start)} is due on {_moment(due)}."


def _start(hours: ServiceHours, on: date) -> datetime:
    """An hour before the service closes on the next Friday, or on the next day it is open."""
    friday = on + timedelta(days=(_FRIDAY - on.weekday()) % 7)
    zone = zone_named(hours.zone)
    for day in _days(friday):
        found = day_of(hours, day.toordinal())
        if found is not None and not hours.week.is_never:
            closing = min(found.closing, 24 * 60 - 1)
            minute = max(found.opening, closing - 60) if closing < 23 * 60 else 16 * 60
            return datetime.combine(day, time(minute // 60, minute % 60), zone)
    return datetime.combine(friday, _AFTERNOON, zone)


def _days(first: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range(_LOOKED_AT))


def _moment(moment: datetime) -> str:
    seconds = f":{moment:%S}" if moment.second else ""
    return f"{moment:%A} {moment.day} {moment:%B} {moment:%H:%M}{seconds}"
