"""The chain behind a promise: who has which part of its time, and whether the parts fit in.

Each part (a hand-off, own work, what a supplier or another department owes) runs on its own
calendar, the parts in their order one after the other, those of an equal order side by side; of
these the longest counts. Two things are told. The chain in *comparable time*, the mean minutes of
elapsed time in a usual week (see `comparable_time`), says how much is spare or missing as a rule.
The *tightest start* follows the chain from each opening, closing and midnight of a usual week and
says for the worst of them when the parts would be done and when the promise is due.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import groupby

from slaeditor.model.backing import Dependency, SupportAgreement
from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import SpecialDeal
from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.work import HandOff, Role
from slaeditor.rules.agreements import owed_length
from slaeditor.rules.calendars import time_zone
from slaeditor.rules.comparable_time import Promise, comparable_minutes, greatest_elapsed
from slaeditor.rules.instants import ClockError, zone_named
from slaeditor.rules.names import title
from slaeditor.rules.schedule import due
from slaeditor.rules.service_hours import ServiceHours
from slaeditor.rules.usual_hours import length_of, usual_calendar, week_hours

_MONDAY = datetime(2001, 1, 1)  # noqa: DTZ001  local to whichever zone a calendar has
_WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Link:
    """One part of a chain.

    `minutes` is its comparable time, None where nobody has said how long it takes; `begins` is
    when it begins, in comparable minutes after the start. `owner` is the supplier, department or
    role whose part it is, None for the team's own; `in_dispute` owns a case while two blame each
    other.
    """

    part: Dependency
    name: str
    length: Promise | None
    hours: ServiceHours
    minutes: Decimal | None
    begins: Decimal = Decimal(0)
    owner: Entity | None = None
    in_dispute: Role | None = None


@dataclass(frozen=True, slots=True)
class TightestStart:
    """A start after which least time is left: when the parts are done and when it is due."""

    start: datetime
    done: datetime
    due: datetime

    @property
    def slack(self) -> Decimal:
        """The minutes of elapsed time left, negative where they are missing."""
        return Decimal(int((self.due - self.done).total_seconds())) / 60


@dataclass(frozen=True, slots=True)
class Chain:
    """What stands behind a promise, laid under its time; all figures in comparable minutes.

    `deal` is the special deal that promises a client another time than the target, if it is one.
    """

    target: Target
    value: TargetValue
    promise: Promise
    hours: ServiceHours
    promised: Decimal
    links: tuple[Link, ...]
    deal: SpecialDeal | None = None

    @property
    def needed(self) -> Decimal:
        """The time of the whole chain."""
        return max((one.begins + (one.minutes or 0) for one in self.links), default=Decimal(0))

    @property
    def slack(self) -> Decimal:
        """The time left under the promise, negative where it is missing."""
        return self.promised - self.needed

    @property
    def longest(self) -> Link | None:
        """The part that takes most of the time."""
        timed = [one for one in self.links if one.minutes]
        return max(timed, key=lambda one: one.minutes or Decimal(0), default=None)

    @property
    def untimed(self) -> tuple[Link, ...]:
        """The parts of which nobody has said how long they take."""
        return tuple(one for one in self.links if one.minutes is None)


def chain_of_deal(project: Project, deal: SpecialDeal) -> Chain | None:
    """Return the chain behind what is agreed with a client instead of a target, if there is one."""
    target = project.targets.get(deal.target)
    if target is None or deal.agreed_target is None:
        return None
    found = chain_of(project, target, deal.agreed_target)
    return replace(found, deal=deal) if found is not None else None


def chain_of(project: Project, target: Target, value: TargetValue | None = None) -> Chain | None:
    """Return the chain behind a target, or behind another value promised in its place.

    None where no time is promised, nothing stands behind it, or its hours can never be counted.
    """
    parts = project.dependencies.where("target", target.id)
    value = value or target.value
    promise = length_of(value)
    if not parts or promise is None or value is None:
        return None
    calendar = usual_calendar(project, target)
    hours = week_hours(calendar, time_zone(project, calendar))
    promised = minutes_of(promise, hours)
    if promised is None:
        return None
    links = tuple(_placed(_link(project, one, hours) for one in parts))
    return Chain(target, value, promise, hours, promised, links)


def minutes_of(length: Promise, hours: ServiceHours) -> Decimal | None:
    """Return the comparable minutes of a length of time; of a deadline the most it may take.

    None where it can never pass in these hours.
    """
    try:
        if isinstance(length, Duration):
            return comparable_minutes(length, hours)
        return greatest_elapsed(length, hours)
    except ClockError:
        return None


def tightest_start(chain: Chain) -> TightestStart | None:
    """Return the start of a usual week after which the chain leaves least time.

    None where some part cannot be followed through its calendar.
    """
    timed = sorted((one for one in chain.links if one.length), key=lambda one: one.part.order)
    orders = [list(members) for _, members in groupby(timed, key=lambda one: one.part.order)]
    steps = tuple(
        tuple((one.hours, one.length) for one in members if one.length) for members in orders
    )
    return _tightest(chain.hours, chain.promise, steps)


def _placed(links: Iterable[Link]) -> Iterator[Link]:
    """Yield the links in their order with when each begins."""
    begins = Decimal(0)
    ordered = sorted(links, key=lambda one: (one.part.order, one.part.position))
    for _, members in groupby(ordered, key=lambda one: one.part.order):
        beside = list(members)
        for one in beside:
            yield Link(
                *(one.part, one.name, one.length, one.hours, one.minutes, begins),
                *(one.owner, one.in_dispute),
            )
        begins += max((one.minutes or Decimal(0) for one in beside), default=Decimal(0))


def _link(project: Project, part: Dependency, promised_in: ServiceHours) -> Link:
    agreement = project.support_agreements.get(part.agreement)
    hand_off = project.hand_offs.get(part.hand_off)
    length = part.takes or _owed(agreement, hand_off)
    role = project.roles.get(part.role or (hand_off.to_role if hand_off else ""))
    hours = _hours(project, agreement, role) or promised_in
    named = part.name or (agreement or hand_off or part)
    return Link(
        part,
        named if isinstance(named, str) else title(project, named),
        length,
        hours,
        minutes_of(length, hours) if length else None,
        owner=_owner(project, agreement) or role,
        in_dispute=project.roles.get(agreement.owner_in_dispute) if agreement else None,
    )


def _owed(agreement: SupportAgreement | None, hand_off: HandOff | None) -> Promise | None:
    """The time that others take for a part."""
    if agreement is not None:
        return owed_length(agreement)
    return hand_off.accept_within if hand_off else None


def _hours(
    project: Project, agreement: SupportAgreement | None, role: Role | None
) -> ServiceHours | None:
    """The hours of whoever does a part; None where they are those of the promise."""
    if agreement is not None:
        return _week(project, project.calendars.get(agreement.calendar))
    own = project.calendars.get(role.available) if role else None
    return _week(project, own) if own else None


def _week(project: Project, calendar: Calendar | None) -> ServiceHours:
    return week_hours(calendar, time_zone(project, calendar))


def _owner(project: Project, agreement: SupportAgreement | None) -> Entity | None:
    if agreement is None:
        return None
    found = (
        project.suppliers.get(agreement.supplier),
        project.departments.get(agreement.department),
        project.roles.get(agreement.provider_role),
    )
    return next((one for one in found if one is not None), None)


_Steps = tuple[tuple[tuple[ServiceHours, Promise], ...], ...]


@lru_cache(maxsize=1024)
def _tightest(hours: ServiceHours, promise: Promise, steps: _Steps) -> TightestStart | None:
    try:
        followed = [_followed(hours, promise, steps, start) for start in _starts(hours, steps)]
    except ClockError:
        return None
    return min(followed, key=lambda one: (one.slack, one.start), default=None)


def _followed(
    hours: ServiceHours, promise: Promise, steps: _Steps, start: datetime
) -> TightestStart:
    done = start
    for beside in steps:
        done = max(due(one, done, length) for one, length in beside)
    zone = zone_named(hours.zone)
    return TightestStart(start.astimezone(zone), done.astimezone(zone), due(hours, start, promise))


def _starts(hours: ServiceHours, steps: _Steps) -> list[datetime]:
    """Every opening, closing and midnight of a usual week, in any of the calendars."""
    weeks = {hours, *(one for beside in steps for one, _ in beside)}
    return sorted({start.astimezone(UTC) for one in weeks for start in _edges(one)})


def _edges(hours: ServiceHours) -> Iterator[datetime]:
    zone = zone_named(hours.zone)
    monday = _MONDAY.replace(tzinfo=zone)
    minutes = {edge for span in hours.week.spans for edge in span}
    minutes |= {day * 1440 for day in range(_WEEK_DAYS)}
    for minute in minutes:
        yield monday + timedelta(minutes=minute)
