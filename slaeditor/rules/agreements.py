"""What suppliers and other departments owe, and which promises it is about."""

from __future__ import annotations

from dataclasses import replace

from slaeditor.model.backing import SupportAgreement
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.values.duration import SECONDS, Clock, Duration
from slaeditor.rules.comparable_time import Promise
from slaeditor.rules.inheritance import concerns
from slaeditor.rules.usual_hours import length_of


def owed_length(agreement: SupportAgreement) -> Promise | None:
    """Return the time that is owed, if it is one; counted in the agreement's own calendar.

    Hours of an agreement that names a calendar are open hours of it: "6 h" in office hours ends
    the next morning for a case of the late afternoon. Calendar days stay calendar days.
    """
    length = length_of(agreement.value)
    if not agreement.calendar or not isinstance(length, Duration) or length.unit not in SECONDS:
        return length
    return replace(length, clock=Clock.SERVICE)


def possible_promises(project: Project, agreement: SupportAgreement) -> tuple[Target, ...]:
    """Return the promises with a time that may rest on an agreement of which nobody said so.

    They fit it by measure, severity and service. There are none once a promise of its measure
    depends on it.
    """
    rows = project.targets.where("measure", agreement.measure) if agreement.measure else ()
    if relying(project, agreement) & {row.id for row in rows}:
        return ()
    return tuple(
        row for row in rows if is_about(agreement, row) and length_of(row.value) is not None
    )


def relying(project: Project, agreement: SupportAgreement) -> frozenset[str]:
    """Return the ids of the promises that are said to depend on an agreement."""
    return frozenset(
        one.target for one in project.dependencies.where("agreement", agreement.id) if one.target
    )


def is_about(agreement: SupportAgreement, target: Target) -> bool:
    """Return whether a promise is of a severity and service that an agreement is for."""
    severe = not target.severity or concerns(agreement, "severities", (target.severity,))
    served = not target.service or concerns(agreement, "services", (target.service,))
    return severe and served
