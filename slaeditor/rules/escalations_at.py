"""Which escalation policies, and which of their steps, hold at a level for a severity."""

from __future__ import annotations

from slaeditor.model.escalation import EscalationPolicy, EscalationStep
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.inheritance import concerns, lineage


def policies_for(
    project: Project, level: ServiceLevel, severity: str, service: str = ""
) -> tuple[EscalationPolicy, ...]:
    """Return the escalation policies that hold at a level for a severity and a service."""
    levels = [one.id for one in lineage(project, level)]
    return tuple(
        policy
        for policy in project.escalation_policies
        if concerns(policy, "levels", levels)
        and (not severity or concerns(policy, "severities", (severity,)))
        and (not service or concerns(policy, "services", (service,)))
    )


def steps_for(
    project: Project, policy: EscalationPolicy, level: ServiceLevel, severity: str
) -> tuple[EscalationStep, ...]:
    """Return the steps of a policy that hold at a level for a severity, in order."""
    levels = [one.id for one in lineage(project, level)]
    return tuple(
        step
        for step in project.escalation_steps.where("policy", policy.id)
        if concerns(step, "levels", levels)
        and (not severity or concerns(step, "severities", (severity,)))
    )
