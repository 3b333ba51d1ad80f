"""Rules about people: enough of them, able, and not overloaded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from slaeditor.model.backing import (
    Capability,
    Person,
    Rating,
    Skill,
    SkillNeed,
    Team,
    Workload,
    WorkStream,
)
from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import Client
from slaeditor.model.levels import Channel, ChannelKind, Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Period, Severity, Target
from slaeditor.model.values import numbers
from slaeditor.rules.availability import MEAN_MONTH_MINUTES, MINUTES
from slaeditor.rules.checks.rule import WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called
from slaeditor.rules.names import title
from slaeditor.rules.staffing import Demand, StaffingError, positions_needed
from slaeditor.rules.usual_hours import usual_hours
from slaeditor.rules.volumes import volume_in

_WEEK: Final = MINUTES[Period.WEEK]
_HOUR: Final = Decimal(60)


@rule(
    "team-too-small",
    subject=Team,
    reads=(WorkStream, Client, Channel),
    severity=WARNING,
    source="L35",
    why="More work arrives than can be done, so the backlog grows and promises break.",
    remedy="Add positions, shorten the work, or promise it to fewer clients.",
)
def team_too_small(project: Project, row: Team, on: date) -> Iterator[Flaw]:
    """A team has as many hours as its work takes."""
    del on
    capacity = weekly_capacity(row)
    load = sum(
        (weekly_load(project, one) for one in project.work_streams.where("team", row.id)),
        Decimal(0),
    )
    if capacity is not None and load > capacity:
        yield Flaw(
            f"{called(project, row)} gets about {_plain(load)} h of work a week, but has "
            f"{_plain(capacity)} h for it.",
            "positions",
        )


def weekly_capacity(team: Team) -> Decimal | None:
    """Return the hours a week a team can work: positions × hours, less shrinkage and idle time."""
    if team.positions is None or team.hours_per_week is None:
        return None
    present = 1 - (team.shrinkage.fraction if team.shrinkage else Decimal(0))
    busy = team.greatest_occupancy.fraction if team.greatest_occupancy else Decimal(1)
    return team.positions * team.hours_per_week * present * busy


def weekly_load(project: Project, stream: WorkStream) -> Decimal:
    """Return the hours a week a work stream takes; of live work its peak counts."""
    if stream.handling is None or stream.handling.minutes is None:
        return Decimal(0)
    peak = (stream.peak_factor or Decimal(1)) if is_live(project, stream) else Decimal(1)
    return (
        weekly_cases(project, stream)
        * peak
        * stream.handling.minutes
        / 60
        / max(stream.side_by_side, 1)
    )


def weekly_cases(project: Project, stream: WorkStream) -> Decimal:
    """Return how many cases of a work stream arrive in a week, those of each client included."""
    return (volume_in(stream, _WEEK) or Decimal(0)) + _cases_of_clients(project, stream)


def _cases_of_clients(project: Project, stream: WorkStream) -> Decimal:
    if stream.volume_per_client is None or not stream.level:
        return Decimal(0)
    clients = len(project.clients.where("level", stream.level))
    return stream.volume_per_client * clients * _WEEK / MEAN_MONTH_MINUTES


def _plain(number: Decimal) -> str:
    return numbers.words(round(number, 1))


def is_live(project: Project, stream: WorkStream) -> bool:
    """Return whether clients wait at the other end of a work stream."""
    channel = project.channels.get(stream.channel)
    return channel is not None and channel.kind is ChannelKind.LIVE


@rule(
    "line-understaffed",
    subject=WorkStream,
    reads=(Team, Target, Client, Channel, Calendar, Service, ServiceLevel, Measure, Severity),
    severity=WARNING,
    source="L35",
    why="At the peak too few can answer, so more callers wait longer than was promised.",
    remedy="Man more positions at the peak, open longer, or promise less.",
)
def line_understaffed(project: Project, row: WorkStream, on: date) -> Iterator[Flaw]:
    """At the peak enough positions are manned to answer the promised share in time (Erlang C)."""
    del on
    target, team = project.targets.get(row.target), project.teams.get(row.team)
    value = target.value if target else None
    if target is None or team is None or value is None or not is_live(project, row):
        return
    seconds = value.duration.seconds if value.duration else None
    needed = _positions(project, row, target, seconds) if value.share and seconds else None
    manned = _manned(project, team, target)
    if needed is not None and manned is not None and needed > manned:
        yield Flaw(
            f"At its peak {called(project, row)} needs {needed} positions to keep {value} of "
            f"{called(project, target)}, but about {_plain(manned)} are manned.",
            "team",
            (target.id, team.id),
        )


def _positions(
    project: Project, stream: WorkStream, target: Target, seconds: Decimal
) -> int | None:
    """The positions that must be manned in the busiest hour, or None where they cannot be told."""
    open_hours = Decimal(usual_hours(project, target).week.minutes) / 60
    share = target.value.share if target.value else None
    handling = stream.handling.seconds if stream.handling else None
    if not open_hours or share is None or handling is None:
        return None
    contacts = weekly_cases(project, stream) * (stream.peak_factor or Decimal(1)) / open_hours
    try:
        demand = Demand(contacts, _HOUR, handling / max(stream.side_by_side, 1))
        return positions_needed(demand, share.fraction, seconds).positions
    except StaffingError:
        return None


def _manned(project: Project, team: Team, target: Target) -> Decimal | None:
    """The positions that a team mans at any time it is open, leave and meetings taken off."""
    open_hours = Decimal(usual_hours(project, target).week.minutes) / 60
    if team.positions is None or team.hours_per_week is None or not open_hours:
        return None
    present = 1 - (team.shrinkage.fraction if team.shrinkage else Decimal(0))
    return team.positions * team.hours_per_week * present / open_hours


@rule(
    "person-overloaded",
    subject=Person,
    reads=(Workload,),
    severity=WARNING,
    source="S5",
    why="What does not fit into the week is done late or not at all.",
    remedy="Take something off, or make the case for more people.",
)
def person_overloaded(project: Project, row: Person, on: date) -> Iterator[Flaw]:
    """The activities of a person fit into the hours of the week."""
    del on
    rows = project.workloads.where("person", row.id)
    hours = sum((one.hours_per_week or Decimal(0) for one in rows), Decimal(0))
    if row.hours_per_week is not None and hours > row.hours_per_week:
        yield Flaw(
            f"The activities of {called(project, row)} take {_plain(hours)} h a week, of "
            f"{_plain(row.hours_per_week)} h.",
            "hours_per_week",
        )


@rule(
    "skill-missing",
    subject=SkillNeed,
    reads=(Capability, Skill, ServiceLevel),
    severity=WARNING,
    source="S10",
    why="The level is promised, but the people who can deliver it are not there.",
    remedy="Train somebody, hire somebody, or ask for less.",
)
def skill_missing(project: Project, row: SkillNeed, on: date) -> Iterator[Flaw]:
    """As many people have a skill as are needed, and well enough."""
    del on
    skill = project.skills.get(row.skill)
    ranks = list(Rating)
    least = ranks.index(row.rating or Rating.ALONE)
    able = [
        one
        for one in project.capabilities.where("skill", row.skill)
        if one.rating is not None and ranks.index(one.rating) >= least
    ]
    people = len({one.person for one in able})
    if skill is not None and people < row.people:
        name = title(project, skill)
        yield Flaw(
            f"{row.people} people are needed for “{name}”, but {people} can do it.", "people"
        )
