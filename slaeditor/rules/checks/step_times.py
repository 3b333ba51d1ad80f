"""Rules about the times of the methodology beside the times that are promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from slaeditor.model.calendars import Calendar
from slaeditor.model.levels import Channel, Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity, Target
from slaeditor.model.values.duration import Duration
from slaeditor.model.work import MethodStep, Phase
from slaeditor.rules.checks.rule import WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called
from slaeditor.rules.feasibility import minutes_of
from slaeditor.rules.inheritance import cases, concerns, sold, targets
from slaeditor.rules.usual_hours import length_of, usual_hours


@rule(
    "step-beyond-promise",
    subject=MethodStep,
    reads=(Phase, Target, Measure, Severity, ServiceLevel, Calendar, Channel, Service),
    severity=WARNING,
    source="B2",
    why="Whoever works by the book keeps the step and breaks the promise.",
    remedy="Give the step less time, or a step of its own to the levels and severities that are "
    "promised less.",
)
def step_beyond_promise(project: Project, row: MethodStep, on: date) -> Iterator[Flaw]:
    """A step that is counted by a measure is done within what is promised for that measure."""
    del on
    if row.within is None or not row.clock:
        return
    late = sorted(_earlier(project, row, row.within), key=lambda found: found[0])
    if late:
        _, target = late[0]
        others = {one.id for _, one in late} - {target.id}
        more = f" and {len(others)} more promise{'s' * (len(others) > 1)}" if others else ""
        yield Flaw(
            f"{called(project, row)} may take {row.within}, longer than {called(project, target)} "
            f"with {target.value}{more}.",
            "within",
            (target.id, *sorted(others)),
        )


def _earlier(
    project: Project, step: MethodStep, within: Duration
) -> Iterator[tuple[Decimal, Target]]:
    """The promises of less time than a step may take, with their comparable minutes."""
    phase = project.phases.get(step.phase)
    for level in sold(project):
        if not (concerns(step, "levels", (level.id,)) and _covers(phase, level)):
            continue
        for target in _promised(project, step, level):
            hours, length = usual_hours(project, target), length_of(target.value)
            if not isinstance(length, Duration):
                continue
            taken, given = minutes_of(within, hours), minutes_of(length, hours)
            if taken is not None and given is not None and given < taken:
                yield given, target


def _covers(phase: Phase | None, level: ServiceLevel) -> bool:
    return phase is None or concerns(phase, "levels", (level.id,))


def _promised(project: Project, step: MethodStep, level: ServiceLevel) -> Iterator[Target]:
    """What a level promises by the measure of a step, for the severities the step is for."""
    for case in cases(project, level, step.clock):
        if case.severity and not concerns(step, "severities", (case.severity,)):
            continue
        yield from (held.row for held in targets(project, level, case))
