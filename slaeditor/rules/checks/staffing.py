"""Rules about people: enough of them, able, and not overloaded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

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
from slaeditor.model.levels import Channel, Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity, Target
from slaeditor.rules.capacity import is_live, weekly_capacity, weekly_load
from slaeditor.rules.checks.rule import WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called
from slaeditor.rules.names import title
from slaeditor.rules.passages import plain
from slaeditor.rules.staffing import StaffingError
from slaeditor.rules.team_needs import line_need, manned


@rule(
    "team-too-small",
    subject=Team,
    reads=(WorkStream, Client, Channel, ServiceLevel),
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
            f"{called(project, row)} gets about {plain(load)} h of work a week, but has "
            f"{plain(capacity)} h for it.",
            "positions",
        )


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
    if target is None or team is None or not is_live(project, row):
        return
    needed, there = _positions(project, row), manned(project, team, row)
    if needed is not None and there is not None and needed > there:
        yield Flaw(
            f"At its peak {called(project, row)} needs {needed} positions to keep {target.value} "
            f"of {called(project, target)}, but about {plain(there)} are manned.",
            "team",
            (target.id, team.id),
        )


def _positions(project: Project, stream: WorkStream) -> int | None:
    """The positions that must be manned in the busiest hour, or None where they cannot be told."""
    try:
        need = line_need(project, stream)
    except StaffingError:
        return None
    return need.positions if need else None


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
            f"The activities of {called(project, row)} take {plain(hours)} h a week, of "
            f"{plain(row.hours_per_week)} h.",
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
