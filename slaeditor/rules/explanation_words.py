"""What happens to one case, in English sentences."""

from __future__ import annotations

from datetime import datetime

from slaeditor.model.escalation import EscalationStep, Trigger
from slaeditor.model.project import Project
from slaeditor.rules.explanation import DueTime, Explanation, Firing
from slaeditor.rules.names import title


def sentences(project: Project, explanation: Explanation) -> tuple[str, ...]:
    """Return the case in English sentences: the start, what is due, which steps fire."""
    lines = [f"The case starts on {_when(explanation.start)}."]
    if explanation.counted_from != explanation.start:
        lines.append(f"The service clock starts on {_when(explanation.counted_from)}.")
    lines += [
        f"The clock stands still from {_when(one.start)} to {_when(one.end)}."
        for one in explanation.pauses
    ]
    lines += [_due_sentence(project, one) for one in explanation.due_times]
    return (*lines, *(_firing_sentence(project, one) for one in explanation.firings))


def _when(moment: datetime) -> str:
    return f"{moment:%A %d %B %Y, %H:%M} ({moment.tzname()})"


def _due_sentence(project: Project, one: DueTime) -> str:
    named = title(project, one.measure)
    if one.trouble:
        return f"{named}: {one.value}. {one.trouble}"
    if one.target.counted_from:
        return f"{named}: {one.value}, counted from: {one.target.counted_from}."
    if one.due is None:
        return f"{named}: {one.value}; no moment follows from it."
    before = project.measures.get(one.measure.follows)
    after = f", if “{title(project, before)}” takes all its time" if before else ""
    return f"{named}: {one.value}, due on {_when(one.due)}{after}."


def _firing_sentence(project: Project, one: Firing) -> str:
    roles = [project.roles.get(key) for key in one.step.to_roles]
    told = ", ".join(title(project, role) for role in roles if role)
    told = told or ("the client" if one.step.to_client else "nobody named")
    step = one.step.name or str(one.step.trigger.label)
    moment = f"on {_when(one.at)}" if one.at else f"when: {_event(one.step)}"
    return f"{title(project, one.policy)}, {step}: {moment}, to {told}."


def _event(step: EscalationStep) -> str:
    """What a step waits for that no clock can tell, such as that nobody answers within a time."""
    event = step.event or str(step.trigger.label)
    waits = step.trigger is Trigger.NO_ACKNOWLEDGEMENT and step.after
    return f"{event}, within {step.after}" if waits else event
