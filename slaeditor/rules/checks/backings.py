"""Rules about what stands behind the promises: suppliers, other departments, people, time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from slaeditor.model.backing import (
    Dependency,
    SupportAgreement,
)
from slaeditor.model.calendars import Calendar
from slaeditor.model.document import Document
from slaeditor.model.levels import Channel, Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Period, Strength, Target
from slaeditor.model.values import numbers
from slaeditor.model.values.duration import Duration
from slaeditor.model.work import HandOff
from slaeditor.rules.availability import MINUTES
from slaeditor.rules.checks.comparing import length_of, usual_hours, week_hours
from slaeditor.rules.checks.rule import ERROR, HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called
from slaeditor.rules.comparable_time import Promise, comparable_minutes, greatest_elapsed
from slaeditor.rules.instants import ClockError
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
