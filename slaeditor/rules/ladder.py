"""Where the steps of an escalation ladder stand between the start of a case and its due time.

Places are about minutes of the clock the promise is counted by: good for a line, not for a date.
A step that is moved on the line keeps its trigger; its time or share becomes what fits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from slaeditor.model.escalation import EscalationPolicy, EscalationStep, Trigger
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.values.duration import SECONDS, Clock, Duration, Unit
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.escalations_at import steps_for
from slaeditor.rules.explanation import promised_time
from slaeditor.rules.inheritance import Case, targets

MINUTES = {
    Unit.DAY: Decimal(1440),
    Unit.WEEK: Decimal(10_080),
    Unit.MONTH: Decimal(43_829),
    Unit.QUARTER: Decimal(131_487),
    Unit.YEAR: Decimal(525_949),
    Unit.BILLING_CYCLE: Decimal(43_829),
}
SERVICE_DAY = Decimal(480)
LONGEST = 600_000
"""Minutes up to which a step can be moved; more than a year is no escalation."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A step and its place in minutes, None when no clock leads to it.

    `before` is the place of the step before it.
    """

    step: EscalationStep
    at: int | None
    before: int = 0


@dataclass(frozen=True, slots=True)
class Course:
    """What a case of one severity at one level goes through; `due` in minutes where one is."""

    rungs: tuple[Rung, ...]
    due: int | None = None
    value: TargetValue | None = None

    @property
    def clock(self) -> Clock:
        """The clock the promise is counted by; the service clock where nothing is promised."""
        length = self.value.duration if self.value else None
        return length.clock if length is not None else Clock.SERVICE

    @property
    def last(self) -> int:
        """The place of whatever comes last."""
        return max([self.due or 0, *(rung.at for rung in self.rungs if rung.at is not None)])


def course(
    project: Project, policy: EscalationPolicy, level: ServiceLevel, severity: str
) -> Course:
    """Return the steps of a ladder at a level for a severity with their places."""
    value = watched(project, policy, level, severity)
    promise = promised_time(value) if value else None
    due = due_minutes(promise) if promise else None
    steps = steps_for(project, policy, level, severity)
    return Course(tuple(_rungs(steps, due)), due, value)


def watched(
    project: Project, policy: EscalationPolicy, level: ServiceLevel, severity: str
) -> TargetValue | None:
    """Return what is promised for the measure a ladder watches, or None."""
    found = targets(project, level, Case(policy.measure, severity))
    return next((one.value for one in found if isinstance(one.value, TargetValue)), None)


def minutes(duration: Duration) -> int:
    """Return about how many minutes a duration takes, to give it a place on a line."""
    if duration.minutes is not None:
        return int(duration.minutes)
    if duration.is_service:
        return int(duration.amount * SERVICE_DAY)
    return int(duration.amount * MINUTES[duration.unit])


def due_minutes(promise: Duration | RelativeDue) -> int:
    """Return about how many minutes after the start a promise is due."""
    if isinstance(promise, Duration):
        return minutes(promise)
    return max(promise.days, 1) * 1440


def place(step: EscalationStep, due: int | None, previous: int) -> int | None:
    """Return where a step stands on the line, None when no clock leads to it."""
    wait = minutes(step.after) if step.after else 0
    if step.trigger is Trigger.AFTER_START:
        return wait
    if step.trigger in {Trigger.AFTER_PREVIOUS, Trigger.NO_ACKNOWLEDGEMENT}:
        return previous + max(wait, 1)
    return None if due is None else _place_by_due(step, due, wait)


def moved(rung: Rung, at: int, due: int | None, clock: Clock) -> EscalationStep:
    """Return a step that stands about at a place; the same step where it has no place."""
    step = rung.step
    at = min(max(at, 0), LONGEST)
    if step.trigger is Trigger.AT_SHARE:
        return step.but(share=_share(at, due)) if due else step
    waits = {
        Trigger.AFTER_START: at,
        Trigger.BEFORE_DUE: (due or 0) - at,
        Trigger.AFTER_DUE: at - (due or 0),
        Trigger.AFTER_PREVIOUS: at - rung.before,
        Trigger.NO_ACKNOWLEDGEMENT: at - rung.before,
    }
    wait = waits.get(step.trigger)
    if wait is None or rung.at is None:
        return step
    return step.but(after=duration_of(max(wait, 0), step.after, clock))


def duration_of(wait: int, like: Duration | None, clock: Clock) -> Duration:
    """Return about so many minutes as people say them, in days where it was said in days.

    >>> str(duration_of(88, None, Clock.SERVICE)), str(duration_of(118, None, Clock.CALENDAR))
    ('90 service min', '2 h')
    >>> str(duration_of(700, Duration.parse("1 service day"), Clock.SERVICE))
    '1.5 service days'
    """
    clock = like.clock if like is not None else clock
    if like is not None and like.unit not in SECONDS:
        one = Decimal(minutes(Duration(Decimal(1), like.unit, clock)))
        halves = (Decimal(wait) / one * 2).quantize(Decimal(1), ROUND_HALF_UP)
        return Duration(halves / 2, like.unit, clock)
    snap = snap_of(wait)
    rounded = round(wait / snap) * snap
    if rounded and rounded % 60 == 0:
        return Duration(Decimal(rounded // 60), Unit.HOUR, clock)
    return Duration(Decimal(rounded), Unit.MINUTE, clock)


def snap_of(wait: int) -> int:
    """Return the minutes to which a time of a length is rounded: 1, 5, 15, 60 or 240."""
    limits = ((15, 1), (90, 5), (8 * 60, 15), (3 * 1440, 60))
    return next((snap for limit, snap in limits if wait <= limit), 240)


def stride(rung: Rung, due: int | None) -> int:
    """Return by how many minutes one key moves a step: as its time is rounded, or 1 % of a share.

    Times said in days move by half a day.
    """
    step = rung.step
    if step.trigger is Trigger.AT_SHARE:
        return max((due or 0) // 100, 1)
    if step.after is None:
        return 5
    if step.after.unit not in SECONDS:
        return minutes(Duration(Decimal(1), step.after.unit, step.after.clock)) // 2
    return snap_of(minutes(step.after) + 1)


def _rungs(steps: tuple[EscalationStep, ...], due: int | None) -> Iterator[Rung]:
    before = 0
    for step in steps:
        at = place(step, due, before)
        yield Rung(step, at, before)
        before = before if at is None else at


def _place_by_due(step: EscalationStep, due: int, wait: int) -> int | None:
    if step.trigger is Trigger.BEFORE_DUE:
        return max(due - wait, 0)
    if step.trigger is Trigger.AFTER_DUE:
        return due + max(wait, 1)
    if step.trigger is Trigger.AT_SHARE and step.share:
        return int(due * step.share.fraction)
    return None


def _share(at: int, due: int) -> Percentage:
    share = (Decimal(at) * 100 / due).quantize(Decimal(1), ROUND_HALF_UP)
    return Percentage(min(max(share, Decimal(1)), Decimal(200)))
