"""How many cases a promise has to hold for, by the work streams of a project."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from slaeditor.model.backing import WorkStream
from slaeditor.model.project import Project
from slaeditor.model.promises import Period, Target
from slaeditor.model.values.duration import Duration, Unit
from slaeditor.rules.availability import MEAN_MONTH_MINUTES, MINUTES

_UNITS: Final = {
    Unit.DAY: MINUTES[Period.DAY],
    Unit.WEEK: MINUTES[Period.WEEK],
    Unit.MONTH: MEAN_MONTH_MINUTES,
    Unit.BILLING_CYCLE: MEAN_MONTH_MINUTES,
    Unit.QUARTER: MINUTES[Period.QUARTER],
    Unit.YEAR: MINUTES[Period.YEAR],
}


def minutes_of(duration: Duration) -> Decimal:
    """Return the mean minutes of a length of time by the calendar."""
    return duration.minutes or duration.amount * _UNITS.get(duration.unit, Decimal(0))


def volume_in(stream: WorkStream, minutes: Decimal) -> Decimal | None:
    """Return how many cases of a stream arrive in so many minutes, or None where it is not said."""
    if stream.volume is None or stream.per is None or not minutes_of(stream.per):
        return None
    return stream.volume * minutes / minutes_of(stream.per)


def cases_of(project: Project, target: Target) -> Decimal | None:
    """Return how many cases a target counts in one of its periods, or None where it is not said."""
    minutes = period_minutes(target)
    streams = project.work_streams.where("target", target.id)
    found = [volume_in(one, minutes) for one in streams]
    said = [one for one in found if one is not None]
    return sum(said, Decimal(0)) if said else None


def period_minutes(target: Target) -> Decimal:
    """Return the minutes of the period a target is counted over; a month where it is not said."""
    if target.period_length is not None:
        return minutes_of(target.period_length) or MEAN_MONTH_MINUTES
    return MINUTES.get(target.period or Period.MONTH, MEAN_MONTH_MINUTES)
