"""Rules about what stands behind the promises: suppliers, other departments, people, time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from slaeditor.model.backing import (
    Capability,
    Dependency,
    Person,
    Rating,
    Skill,
    SkillNeed,
    SupportAgreement,
    Team,
    Workload,
    WorkStream,
)
from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import Client
from slaeditor.model.document import Document
from slaeditor.model.levels import Channel, ChannelKind, Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Period, Strength, Target
from slaeditor.model.values import numbers
from slaeditor.model.values.duration import Duration
from slaeditor.model.work import HandOff
from slaeditor.rules.availability import MEAN_MONTH_MINUTES, MINUTES
from slaeditor.rules.checks.comparing import length_of, usual_hours, week_hours
from slaeditor.rules.checks.rule import ERROR, HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.volumes import volume_in
from slaeditor.rules.checks.wording import called
from slaeditor.rules.comparable_time import Promise, comparable_minutes, greatest_elapsed
from slaeditor.rules.instants import ClockError
from slaeditor.rules.names import title
from slaeditor.rules.service_hours import ServiceHours

BACKING = (Dependency, SupportAgreement, HandOff, Calendar, Channel, Service, ServiceLevel)
"""What a rule about the chain behind a target reads."""

_WEEK: Final = MINUTES[Period.WEEK]
_BINDING: Final = frozenset({Strength.GUARANTEED, Strength.TARGET})


@rule(
    "no-slack",
    subject=Target,
    reads=BACKING,
    severity=ERROR,
    source="L25",
    why="Those we depend on may take longer than we have: the promise is not backed.",
    remedy="Promise more time, or agree on less with those who carry a part of it.",
)
def no_slack(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """What others and we ourselves need for a target fits into it, in comparable time."""
    del on
    promised = length_of(row.value)
    parts = project.dependencies.where("target", row.id)
    if promised is None or not parts:
        return
    available = _minutes(promised, usual_hours(project, row))
    needed = _needed(project, row, parts)
    if available is not None and needed > available:
        yield Flaw(
            f"What stands behind {called(project, row)} takes about {_hours(needed)}, but only "
            f"{row.value} is promised.",
            "value",
            tuple(part.id for part in parts),
        )


def _needed(project: Project, target: Target, parts: tuple[Dependency, ...]) -> Decimal:
    """The minutes of the chain; of parts side by side the longest counts."""
    longest: dict[int, Decimal] = {}
    for part in parts:
        minutes = _part_minutes(project, target, part) or Decimal(0)
        longest[part.order] = max(minutes, longest.get(part.order, Decimal(0)))
    return sum(longest.values(), Decimal(0))


def _part_minutes(project: Project, target: Target, part: Dependency) -> Decimal | None:
    agreement = project.support_agreements.get(part.agreement)
    if part.takes is not None:
        return _minutes(part.takes, usual_hours(project, target))
    if agreement is not None:
        owed = length_of(agreement.value)
        calendar = project.calendars.get(agreement.calendar)
        return _minutes(owed, week_hours(calendar)) if owed else None
    hand_off = project.hand_offs.get(part.hand_off)
    accepted = hand_off.accept_within if hand_off else None
    return _minutes(accepted, usual_hours(project, target)) if accepted else None


def _minutes(length: Promise, hours: ServiceHours) -> Decimal | None:
    try:
        if isinstance(length, Duration):
            return comparable_minutes(length, hours)
        return greatest_elapsed(length, hours)
    except ClockError:
        return None


def _hours(minutes: Decimal) -> str:
    return f"{numbers.words(round(minutes / 60, 1))} h"


@rule(
    "backing-without-time",
    subject=Dependency,
    reads=(SupportAgreement, Target),
    severity=WARNING,
    source="B2",
    why="We promise a time that rests on somebody who promises none.",
    remedy="Agree on a time with them, or promise best effort.",
)
def backing_without_time(project: Project, row: Dependency, on: date) -> Iterator[Flaw]:
    """Whoever carries a part of a promised time owes a time."""
    del on
    target = project.targets.get(row.target)
    agreement = project.support_agreements.get(row.agreement)
    if agreement is None or target is None or row.takes is not None:
        return
    binding = target.strength in _BINDING and length_of(target.value) is not None
    if binding and length_of(agreement.value) is None:
        said = f"only “{agreement.value}”" if agreement.value else "no time"
        yield Flaw(
            f"{called(project, agreement)} owes {said}, yet {called(project, target)} promises "
            f"{target.value} on it.",
            "value",
            (target.id,),
            agreement,
        )


@rule(
    "agreement-expires",
    subject=SupportAgreement,
    reads=(Document, Dependency),
    severity=WARNING,
    source="L26",
    why="From that day on the promise rests on nothing.",
    remedy="Prolong the agreement, or end the promise with it.",
)
def agreement_expires(project: Project, row: SupportAgreement, on: date) -> Iterator[Flaw]:
    """An agreement lasts as long as the document is in force."""
    until = project.the(Document).effective_to
    if row.expires is None:
        return
    if row.expires < on:
        used = bool(project.dependencies.where("agreement", row.id))
        yield Flaw(
            f"{called(project, row)} expired on {row.expires.isoformat()}.",
            "expires",
            severity=ERROR if used else None,
        )
    elif until is not None and row.expires < until:
        yield Flaw(
            f"{called(project, row)} expires on {row.expires.isoformat()}, before the document on "
            f"{until.isoformat()}.",
            "expires",
        )


@rule(
    "dispute-without-owner",
    subject=SupportAgreement,
    severity=HINT,
    source="S14",
    why="While two blame each other, nobody serves the client.",
    remedy="Say who owns the case meanwhile.",
)
def dispute_without_owner(project: Project, row: SupportAgreement, on: date) -> Iterator[Flaw]:
    """An agreement says who owns a case in dispute."""
    del on
    if not row.owner_in_dispute:
        yield Flaw(
            f"{called(project, row)} does not say who owns a case in dispute.", "owner_in_dispute"
        )


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
    cases = (volume_in(stream, _WEEK) or Decimal(0)) + _cases_of_clients(project, stream)
    channel = project.channels.get(stream.channel)
    live = channel is not None and channel.kind is ChannelKind.LIVE
    peak = (stream.peak_factor or Decimal(1)) if live else Decimal(1)
    return cases * peak * stream.handling.minutes / 60 / max(stream.side_by_side, 1)


def _cases_of_clients(project: Project, stream: WorkStream) -> Decimal:
    if stream.volume_per_client is None or not stream.level:
        return Decimal(0)
    clients = len(project.clients.where("level", stream.level))
    return stream.volume_per_client * clients * _WEEK / MEAN_MONTH_MINUTES


def _plain(number: Decimal) -> str:
    return numbers.words(round(number, 1))


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
