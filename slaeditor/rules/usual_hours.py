"""The usual week that a promise is counted in, and the length of time it promises."""

from __future__ import annotations

from functools import lru_cache

from slaeditor.model.calendars import Calendar
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week
from slaeditor.rules.calendars import ALWAYS, calendar_for, day_minutes
from slaeditor.rules.comparable_time import Promise
from slaeditor.rules.service_hours import ServiceHours


def length_of(value: TargetValue | None) -> Promise | None:
    """Return the length of time a target promises each case, if it is one."""
    if value is None or not value.is_value or value.statistic is not None:
        return None
    limit = value.limit
    return limit if isinstance(limit, Duration | RelativeDue) else None


def usual_calendar(project: Project, target: Target) -> Calendar | None:
    """Return the calendar a target is counted in, None for around the clock."""
    return calendar_for(
        project,
        target=target,
        level=project.service_levels.get(target.level),
        service=target.service,
        channel=target.channel,
    )


def usual_hours(project: Project, target: Target) -> ServiceHours:
    """Return the usual week a target is counted in, without holidays and in no zone of its own.

    That is all a comparison of promises looks at.
    """
    return week_hours(usual_calendar(project, target))


def week_hours(calendar: Calendar | None, zone: str = "UTC") -> ServiceHours:
    """Return the usual week of a calendar; around the clock where there is none."""
    if calendar is None:
        return _hours(ALWAYS, None, zone)
    return _hours(calendar.hours or ALWAYS, day_minutes(calendar), zone)


@lru_cache(maxsize=256)
def _hours(week: Week, minutes: int | None, zone: str) -> ServiceHours:
    return ServiceHours(zone, week, {}, minutes)
