"""Rules about escalation: somebody is told, in time, and it leads upwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from slaeditor.model.escalation import EscalationKind, EscalationPolicy, EscalationStep, Trigger
from slaeditor.model.project import Project
from slaeditor.model.work import Role
from slaeditor.rules.checks.rule import ERROR, HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, called_each, ids

BY_CLOCK = frozenset({Trigger.AFTER_START, Trigger.AT_SHARE, Trigger.BEFORE_DUE, Trigger.AFTER_DUE})
"""Triggers that fire by the clock of a promise."""

_EARLY = frozenset({Trigger.AFTER_START, Trigger.BEFORE_DUE})
_WHOLE = 100


@rule(
    "escalation-without-warning",
    subject=EscalationPolicy,
    reads=(EscalationStep,),
    severity=WARNING,
    source="L19",
    why="Those who could still save the promise learn of it when it is broken.",
    remedy="Add a step before the due time, for instance when 75 % of it is used up.",
)
def escalation_without_warning(project: Project, row: EscalationPolicy, on: date) -> Iterator[Flaw]:
    """A ladder that fires by the clock has a step before the promise is broken."""
    del on
    steps = project.escalation_steps.where("policy", row.id)
    timed = [one for one in steps if one.trigger in BY_CLOCK]
    if timed and not any(_is_early(one) for one in timed):
        yield Flaw(f"Every step of {called(project, row)} fires after the promise is broken.")


def _is_early(step: EscalationStep) -> bool:
    if step.trigger is Trigger.AT_SHARE:
        return step.share is None or step.share.value < _WHOLE
    return step.trigger in _EARLY


@rule(
    "escalation-to-nobody",
    subject=EscalationStep,
    reads=(Role,),
    severity=ERROR,
    source="L20",
    why="The step fires and nobody moves.",
    remedy="Say to whom it goes.",
)
def escalation_to_nobody(project: Project, row: EscalationStep, on: date) -> Iterator[Flaw]:
    """A step goes to somebody, and not to whom it comes from."""
    del on
    if not (row.to_roles or row.to_client or row.inform_roles):
        yield Flaw(f"{called(project, row)} goes to nobody.", "to_roles")
    elif row.from_role and row.from_role in row.to_roles:
        role = project.roles.get(row.from_role)
        name = called(project, role) if role else "a role"
        yield Flaw(f"{called(project, row)} goes from {name} to itself.", "to_roles")


@rule(
    "escalation-in-a-circle",
    subject=EscalationPolicy,
    reads=(EscalationStep, Role),
    severity=WARNING,
    source="L20",
    why="A case that comes back to where it was is nobody's.",
    remedy="Send the later step to somebody else.",
)
def escalation_in_a_circle(project: Project, row: EscalationPolicy, on: date) -> Iterator[Flaw]:
    """A step goes to somebody who has not had the case before."""
    del on
    reached: set[str] = set()
    for rung in _rungs(project, row):
        for step in rung:
            roles = set(step.to_roles)
            if roles and roles <= reached:
                again = [one for one in project.roles if one.id in roles]
                yield Flaw(
                    f"{called(project, step)} goes back to {called_each(project, again)}.",
                    "to_roles",
                    ids(again),
                    step,
                )
        reached.update(*(step.to_roles for step in rung))


def _rungs(project: Project, row: EscalationPolicy) -> Iterator[list[EscalationStep]]:
    """Yield the steps that happen together, rung by rung; a step without a rung is one itself."""
    steps = sorted(
        (
            one
            for one in project.escalation_steps.where("policy", row.id)
            if not _is_apart(row, one)
        ),
        key=_rung,
    )
    for _, rung in groupby(steps, key=lambda one: (one.rung, "" if one.rung else one.id)):
        yield list(rung)


def _rung(step: EscalationStep) -> tuple[int, int]:
    return step.rung, step.position


def _is_apart(policy: EscalationPolicy, step: EscalationStep) -> bool:
    """Whether a step is not one rung of a ladder: it is for some severities or levels only."""
    climbs = policy.kind in {EscalationKind.FUNCTIONAL, EscalationKind.HIERARCHICAL}
    return not climbs or bool(step.severities or step.levels)


@rule(
    "escalation-without-time",
    subject=EscalationStep,
    severity=WARNING,
    source="demand 24",
    why="Nobody can tell when the step fires.",
    remedy="Enter the time, the share or the event.",
)
def escalation_without_time(project: Project, row: EscalationStep, on: date) -> Iterator[Flaw]:
    """A step says when it fires."""
    del on
    if row.trigger is Trigger.AT_SHARE and row.share is None:
        yield Flaw(f"{called(project, row)} does not say at which share it fires.", "share")
    elif row.trigger is Trigger.EVENT and not row.event:
        yield Flaw(f"{called(project, row)} does not say at which event it fires.", "event")
    elif row.trigger in {Trigger.AFTER_START, Trigger.BEFORE_DUE, Trigger.AFTER_PREVIOUS} and (
        row.after is None
    ):
        yield Flaw(f"{called(project, row)} does not say after how long it fires.", "after")


@rule(
    "ladder-without-rungs",
    subject=EscalationPolicy,
    reads=(EscalationStep,),
    severity=HINT,
    source="C4",
    why="A ladder without rungs leads nowhere.",
    remedy="Add its steps, or remove it.",
)
def ladder_without_rungs(project: Project, row: EscalationPolicy, on: date) -> Iterator[Flaw]:
    """A ladder has steps."""
    del on
    if not project.escalation_steps.where("policy", row.id):
        yield Flaw(f"{called(project, row)} has no steps.")
