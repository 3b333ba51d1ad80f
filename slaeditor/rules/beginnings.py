"""Small examples to begin a part of a project with; each is added in one step."""

from __future__ import annotations

from slaeditor.model.escalation import EscalationKind, EscalationPolicy, EscalationStep, Trigger
from slaeditor.model.project import Project
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.work import (
    Activity,
    ActivityGroup,
    Assignment,
    MethodStep,
    Organisation,
    Phase,
    Role,
)

ROLES = (
    ("Service agent", Organisation.STAFF),
    ("Team lead", Organisation.STAFF),
    ("Account manager", Organisation.SALES),
    ("Client's contact", Organisation.CUSTOMER),
)
MATRIX = (
    ("Record the request", ("R", "A", "", "C")),
    ("Restore the service", ("R", "A", "I", "I")),
    ("Tell the client how it goes", ("R", "A", "C", "I")),
)
METHOD = (
    (
        "Taking on",
        (
            (
                "Answer the request",
                "Within the first response time",
                "So that nobody waits unheard.",
            ),
            ("Set the severity", "Before anything else", "It decides by when everything is due."),
        ),
    ),
    (
        "Delivering",
        (
            ("Restore the service", "Before the time to restore ends", "The client works again."),
            ("Confirm with the client", "The same day", "It is solved when the client says so."),
        ),
    ),
)
LADDER = (
    ("Warn the team", Trigger.AT_SHARE, "", "75 %"),
    ("Call the team lead", Trigger.BEFORE_DUE, "30 min", ""),
    ("Inform the account manager", Trigger.AFTER_DUE, "1 h", ""),
)


def with_matrix(project: Project) -> Project:
    """Return the project with three activities and who does them; known roles are used."""
    project, roles = _with_roles(project)
    group = ActivityGroup(name="Incidents")
    project = project.add(group)
    for name, letters in MATRIX:
        activity = Activity(name=name, group=group.id)
        cells = [
            Assignment(activity=activity.id, role=role.id, letters=Letters.parse(words))
            for role, words in zip(roles, letters, strict=False)
            if words
        ]
        project = project.add(activity, *cells)
    return project


def with_method(project: Project) -> Project:
    """Return the project with two phases of two steps each."""
    project, roles = _with_roles(project)
    for name, steps in METHOD:
        phase = Phase(name=name)
        project = project.add(phase)
        project = project.add(
            *(
                MethodStep(phase=phase.id, name=step, when=when, why=why, who=roles[0].id)
                for step, when, why in steps
            )
        )
    return project


def with_ladder(project: Project) -> Project:
    """Return the project with a ladder of three steps that watches the first measure."""
    project, roles = _with_roles(project)
    measure = next(iter(project.measures), None)
    policy = EscalationPolicy(
        name="When it takes too long",
        kind=EscalationKind.HIERARCHICAL,
        measure=measure.id if measure else "",
    )
    project = project.add(policy)
    for rung, ((name, trigger, after, share), role) in enumerate(zip(LADDER, roles, strict=False)):
        step = EscalationStep(
            policy=policy.id,
            name=name,
            rung=rung + 1,
            trigger=trigger,
            after=Duration.parse(after) if after else None,
            share=Percentage.parse(share) if share else None,
            to_roles=(role.id,),
        )
        project = project.add(step)
    return project


def _with_roles(project: Project) -> tuple[Project, tuple[Role, ...]]:
    """The project with roles to begin with, where it has none yet."""
    if len(project.roles):
        return project, tuple(project.roles)[: len(ROLES)]
    made = tuple(Role(name=name, organisation=organisation) for name, organisation in ROLES)
    return project.add(*made), made
