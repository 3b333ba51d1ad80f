"""What happens to one case: when each promise is due and when each escalation step fires.

The escalation steps that wait for the clock get a moment; those that wait for an event, a request
or a mood are listed without one. All moments know their time zone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import Client
from slaeditor.model.escalation import EscalationPolicy, EscalationStep, Trigger
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity, Target
from slaeditor.model.values.duration import Clock, Duration
from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules import schedule
from slaeditor.rules.calendars import calendar_for, hours_for, service_hours
from slaeditor.rules.escalations_at import policies_for, steps_for
from slaeditor.rules.inheritance import Case, Standing, targets
from slaeditor.rules.instants import ClockError, zone_named
from slaeditor.rules.pauses import Pause
from slaeditor.rules.service_hours import ServiceHours


@dataclass(frozen=True, slots=True)
class DueTime:
    """A promise in this case: its measure, the value that holds, and when it is due.

    `due` is None for a promise without a moment, such as best effort or a percentage, and for one
    that is counted from another event than the start of the case; `trouble` says in a sentence why
    a moment that should exist cannot be told.
    """

    measure: Measure
    target: Target
    value: TargetValue
    hours: ServiceHours
    due: datetime | None = None
    trouble: str = ""
    start: datetime | None = None
    calendar: Calendar | None = None

    @property
    def counted_from(self) -> datetime | None:
        """When its clock begins to run: at once, or when its service hours open; None without."""
        if self.due is None or self.start is None:
            return None
        duration = self.value.duration
        if duration is not None and duration.clock is not Clock.SERVICE:
            return self.start
        return _opening(self.hours, self.start)


@dataclass(frozen=True, slots=True)
class Firing:
    """A step of an escalation policy and the moment it fires; None when it waits for an event."""

    policy: EscalationPolicy
    step: EscalationStep
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One case followed through the clock; `opens` is when the hours of its level are open."""

    level: ServiceLevel
    severity: Severity | None
    start: datetime
    opens: datetime
    pauses: tuple[Pause, ...]
    due_times: tuple[DueTime, ...] = ()
    firings: tuple[Firing, ...] = ()

    @property
    def counted_from(self) -> datetime:
        """When the first clock of a promise runs; without promises when the level is open."""
        begun = (one.counted_from for one in self.due_times)
        return min((one for one in begun if one is not None), default=self.opens)

    def about(self, measure: str) -> Explanation:
        """Return the case with one measure and the ladders that watch it; all without an id."""
        if not measure:
            return self
        return replace(
            self,
            due_times=tuple(one for one in self.due_times if one.measure.id == measure),
            firings=tuple(one for one in self.firings if one.policy.measure == measure),
        )


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What decides about a case: its level and severity, the ids of service and channel, whose.

    `add_ons` are the levels on top of the level, whose word comes first; `applies_when` is the
    condition that is met, in the words of a target.
    """

    level: ServiceLevel
    severity: Severity | None = None
    service: str = ""
    channel: str = ""
    client: Client | None = None
    add_ons: tuple[ServiceLevel, ...] = ()
    applies_when: str = ""

    @property
    def severity_key(self) -> str:
        """The id of the severity, empty without one."""
        return self.severity.id if self.severity else ""

    def of(self, measure: str) -> Case:
        """Return what a target of a measure is looked up by."""
        found = Case(measure, self.severity_key, self.service, self.channel)
        return replace(found, applies_when=self.applies_when)


@dataclass(frozen=True, slots=True)
class _Run:
    """A case on the clock."""

    project: Project
    case: Circumstances
    start: datetime
    pauses: tuple[Pause, ...]


def explain(
    project: Project,
    case: Circumstances,
    at: datetime,
    pauses: Sequence[tuple[datetime, datetime]] = (),
) -> Explanation:
    """Return when each promise is due and each step fires for a case that starts at a moment.

    Moments without a time zone are read in the zone of the level's service hours. Raises
    ClockError for a moment or pause that cannot be.
    """
    hours = hours_for(
        project,
        level=case.level,
        service=case.service,
        channel=case.channel,
        client=case.client,
    )
    start = zoned(at, hours)
    stopped = tuple(Pause(zoned(begin, hours), zoned(end, hours)) for begin, end in pauses)
    run = _Run(project, case, start, stopped)
    due_times = tuple(_due_times(run))
    return Explanation(
        *(case.level, case.severity, start, _opening(hours, start), stopped, due_times),
        firings=tuple(_firings(run, due_times, hours)),
    )


def zoned(moment: datetime, hours: ServiceHours) -> datetime:
    """Return a moment that knows its zone; one that does not is local time of the hours."""
    return moment if moment.tzinfo else moment.replace(tzinfo=zone_named(hours.zone))


def _due_times(run: _Run) -> Iterator[DueTime]:
    known: dict[str, tuple[DueTime, ...]] = {}
    for measure in run.project.measures:
        yield from _of_measure(run, measure, known)


def _of_measure(
    run: _Run, measure: Measure, known: dict[str, tuple[DueTime, ...]]
) -> tuple[DueTime, ...]:
    """The due times of a measure, whose clock may begin when the stage before it is due."""
    if measure.id not in known:
        known[measure.id] = ()
        before = run.project.measures.get(measure.follows)
        start: datetime | None = run.start
        if before is not None:
            ends = (one.due for one in _of_measure(run, before, known) if one.due)
            start = max(ends, default=None)
        known[measure.id] = tuple(_held(run, measure, start))
    return known[measure.id]


def _held(run: _Run, measure: Measure, start: datetime | None) -> Iterator[DueTime]:
    case = run.case
    held = targets(
        *(run.project, case.level, case.of(measure.id), case.client, case.add_ons),
        on=run.start.date(),
    )
    for standing in held:
        if isinstance(standing.value, TargetValue):
            yield _due_time(run, measure, standing, start)


def _due_time(
    run: _Run, measure: Measure, standing: Standing[Target], start: datetime | None
) -> DueTime:
    calendar = calendar_for(
        run.project,
        target=standing.row,
        level=run.case.level,
        service=run.case.service,
        channel=run.case.channel,
        client=run.case.client,
    )
    hours = service_hours(run.project, calendar, run.case.client)
    promise = None if standing.row.counted_from else promised_time(standing.value)
    known = DueTime(*(measure, standing.row, standing.value, hours), start=start, calendar=calendar)
    if promise is None or start is None:
        return known
    try:
        return replace(known, due=schedule.due(hours, start, promise, run.pauses))
    except ClockError as trouble:
        return replace(known, trouble=trouble.sentence)


def promised_time(value: TargetValue) -> Duration | RelativeDue | None:
    """Return the length of time or the deadline that a target promises, or None."""
    if not value.is_value or value.is_cadence:
        return None
    limit = value.limit
    return limit if isinstance(limit, Duration | RelativeDue) else None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a step stands: on the clock of which hours, under which due time, after which step."""

    run: _Run
    hours: ServiceHours
    due: DueTime | None
    previous: Firing | None


def _firings(run: _Run, due_times: Sequence[DueTime], hours: ServiceHours) -> Iterator[Firing]:
    watched = {one.measure.id: one for one in reversed(due_times) if one.due}
    case = run.case
    for policy in policies_for(run.project, case.level, case.severity_key, case.service):
        due = watched.get(policy.measure)
        previous: Firing | None = None
        for step in steps_for(run.project, policy, case.level, case.severity_key):
            place = _Place(run, due.hours if due else hours, due, previous)
            previous = Firing(policy, step, _safely(step, place))
            yield previous


def _safely(step: EscalationStep, place: _Place) -> datetime | None:
    """The moment of a step, None also where the calendar cannot tell it."""
    try:
        return _moment(step, place)
    except ClockError:
        return None


def _moment(step: EscalationStep, place: _Place) -> datetime | None:
    if step.trigger is Trigger.AFTER_START:
        return _later(place, place.run.start, step.after)
    if step.trigger in _AFTER_THE_STEP_BEFORE:
        return _after_previous(step, place)
    if place.due is None or place.due.due is None:
        return None
    return _moment_by_due(step, place, place.due.value, place.due.due)


def _moment_by_due(
    step: EscalationStep, place: _Place, value: TargetValue, due: datetime
) -> datetime | None:
    start = place.due.start if place.due and place.due.start else place.run.start
    pauses = place.run.pauses
    if step.trigger is Trigger.AFTER_DUE:
        return _later(place, due, step.after)
    if step.trigger is Trigger.BEFORE_DUE and step.after:
        return max(start, schedule.before(place.hours, due, step.after, pauses))
    if step.trigger is Trigger.AT_SHARE and step.share:
        clock = value.duration.clock if value.duration else Clock.SERVICE
        return schedule.at_share(place.hours, start, due, step.share.value, clock, pauses)
    return None


_AFTER_THE_STEP_BEFORE = {Trigger.AFTER_PREVIOUS, Trigger.NO_ACKNOWLEDGEMENT}


def _after_previous(step: EscalationStep, place: _Place) -> datetime | None:
    previous = place.previous
    if previous is None or previous.at is None:
        return None
    wait = step.after
    if wait is None and step.trigger is Trigger.NO_ACKNOWLEDGEMENT:
        wait = previous.step.acknowledge_within
    return _later(place, previous.at, wait)


def _later(place: _Place, start: datetime, wait: Duration | None) -> datetime:
    return schedule.add(place.hours, start, wait, place.run.pauses) if wait else start


def _opening(hours: ServiceHours, start: datetime) -> datetime:
    """The moment from which a service clock runs; the start where it never does."""
    try:
        return schedule.next_open(hours, start)
    except ClockError:
        return start


def minutes_after(start: datetime, moment: datetime) -> int:
    """Return the whole minutes of elapsed time from a start to a moment."""
    return int((moment - start) / timedelta(minutes=1))
