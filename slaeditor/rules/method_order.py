"""The order of the methodology: steps within phases, moved among and between them."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.work import MethodStep, Phase
from slaeditor.rules.inheritance import concerns, lineage
from slaeditor.rules.order import moved, shifted


def placed(project: Project, keys: Sequence[str], phase: str, before: str | None) -> Project:
    """Return the project with steps standing in a phase, before one of its steps or last."""
    steps = [row for row in project.method_steps if row.id in set(keys)]
    project = project.put(*(row.but(phase=phase) for row in steps if row.phase != phase))
    listed = project.method_steps.where("phase", phase)
    return moved(project, listed, [row.id for row in steps], before)


def shifted_step(project: Project, step: MethodStep, by: int) -> Project:
    """Return the project with a step one line up or down; at the edge it enters the next phase."""
    listed = project.method_steps.where("phase", step.phase)
    within = shifted(project, listed, [step.id], by)
    if within is not project:
        return within
    phases = [row.id for row in project.phases]
    at = phases.index(step.phase) + by if step.phase in phases else -1
    if not 0 <= at < len(phases):
        return project
    others = project.method_steps.where("phase", phases[at])
    before = others[0].id if by > 0 and others else None
    return placed(project, [step.id], phases[at], before)


def holds_at(project: Project, step: MethodStep, level: ServiceLevel) -> bool:
    """Return whether a step is done at a level: its phase and the step itself concern it."""
    levels = [one.id for one in lineage(project, level)]
    phase = project.phases.get(step.phase)
    return concerns(step, "levels", levels) and (phase is None or concerns(phase, "levels", levels))


def levels_of(project: Project, step: MethodStep) -> tuple[tuple[str, ...], bool]:
    """Return the ids of the levels a step is limited to, and whether its phase says so."""
    phase = project.phases.get(step.phase)
    if step.levels or phase is None:
        return step.levels, False
    return phase.levels, bool(phase.levels)


def with_step(project: Project, step: MethodStep, after: MethodStep | None) -> Project:
    """Return the project with a new step after another one; in a new phase where there is none."""
    if after is not None:
        listed = [*project.method_steps.where("phase", after.phase), None]
        at = next(n for n, row in enumerate(listed) if row is not None and row.id == after.id)
        following = listed[at + 1]
        project = project.add(step.but(phase=after.phase))
        return placed(project, [step.id], after.phase, following.id if following else None)
    if step.phase:
        return project.add(step)
    phases = list(project.phases)
    phase = phases[-1] if phases else Phase(name="First phase")
    project = project if phases else project.add(phase)
    return project.add(step.but(phase=phase.id))
