"""Where the hours go: what people say they do in a week, and what the activity log shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from slaeditor.model.backing import Person, TimeEntry
from slaeditor.model.project import Project
from slaeditor.model.values.duration import Duration, Unit
from slaeditor.rules.volumes import minutes_of

_WEEK_DAYS = 7
_SERVICE_DAY_HOURS = Decimal(8)
_HOUR = Decimal(60)


@dataclass(frozen=True, slots=True)
class Log:
    """What the activity log shows of a mean week.

    `weeks` is the time from its first to its last day; hours a week stand by the id of a level,
    team or activity, under an empty id what names none.
    """

    weeks: Decimal
    by_level: dict[str, Decimal]
    by_team: dict[str, Decimal]
    by_activity: dict[str, Decimal]

    @property
    def hours(self) -> Decimal:
        """The hours of a mean week."""
        return sum(self.by_level.values(), Decimal(0))


@dataclass(frozen=True, slots=True)
class PersonLoad:
    """The activities of a person in hours a week beside the hours there are."""

    person: Person
    hours: Decimal
    capacity: Decimal | None

    @property
    def is_over(self) -> bool:
        """Whether more is asked than there is."""
        return self.capacity is not None and self.hours > self.capacity


def person_loads(project: Project) -> tuple[PersonLoad, ...]:
    """Return for each person the activities in hours a week and the hours of the week."""
    return tuple(
        PersonLoad(person, _weekly(project, person), person.hours_per_week)
        for person in project.people
    )


def _weekly(project: Project, person: Person) -> Decimal:
    rows = project.workloads.where("person", person.id)
    return sum((one.hours_per_week or Decimal(0) for one in rows), Decimal(0))


def log_of(project: Project) -> Log | None:
    """Return what the activity log shows of a mean week, None for an empty log."""
    rows = [one for one in project.time_entries if one.on is not None and one.spent is not None]
    dates = [one.on for one in rows if one.on is not None]
    if not dates:
        return None
    weeks = Decimal((max(dates) - min(dates)).days + 1) / _WEEK_DAYS
    weeks = max(weeks, Decimal(1))
    return Log(
        weeks,
        _summed(rows, weeks, lambda one: _level(project, one)),
        _summed(rows, weeks, lambda one: _team(project, one)),
        _summed(rows, weeks, lambda one: one.activity),
    )


def hours_of(spent: Duration) -> Decimal:
    """Return time spent in hours; a day is 8 hours of work.

    >>> hours_of(Duration.parse("90 min"))
    Decimal('1.5')
    """
    if spent.unit is Unit.DAY:
        return spent.amount * _SERVICE_DAY_HOURS
    return minutes_of(spent) / _HOUR


def _summed(
    rows: list[TimeEntry], weeks: Decimal, key: Callable[[TimeEntry], str]
) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for row in rows:
        hours = hours_of(row.spent) if row.spent else Decimal(0)
        found[key(row)] = found.get(key(row), Decimal(0)) + hours / weeks
    return found


def _level(project: Project, row: TimeEntry) -> str:
    client = project.clients.get(row.client)
    return row.level or (client.level if client else "")


def _team(project: Project, row: TimeEntry) -> str:
    person = project.people.get(row.person)
    return row.team or (person.team if person else "")
