"""Rules about how we work: steps, hand-offs, scope, and what nobody owns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Strength, Target
from slaeditor.model.scope import ScopeClass, ScopeItem
from slaeditor.model.work import GreyArea, HandOff, MethodStep, Role
from slaeditor.rules.checks.rule import HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called

_BINDING = frozenset({Strength.GUARANTEED, Strength.TARGET})


@rule(
    "step-without-why-or-who",
    subject=MethodStep,
    severity=WARNING,
    source="L31",
    why="A step nobody is to do is not done; one whose reason is unknown is skipped under stress.",
    remedy="Say who does it and why.",
)
def step_without_why_or_who(project: Project, row: MethodStep, on: date) -> Iterator[Flaw]:
    """A step of the methodology says who does it and why."""
    del on
    if not row.who:
        yield Flaw(f"{called(project, row)} does not say who does it.", "who")
    if not row.why.strip():
        yield Flaw(f"{called(project, row)} does not say why.", "why", severity=HINT)


@rule(
    "step-without-when",
    subject=MethodStep,
    severity=HINT,
    source="S1",
    why="What may be done at any time is done last.",
    remedy="Say when it happens, or within what time.",
)
def step_without_when(project: Project, row: MethodStep, on: date) -> Iterator[Flaw]:
    """A step of the methodology says when it happens."""
    del on
    if not row.when and row.within is None:
        yield Flaw(f"{called(project, row)} does not say when it happens.", "when")


@rule(
    "measure-without-step",
    subject=Document,
    reads=(MethodStep, Target, Measure),
    severity=WARNING,
    source="L32",
    why="It is promised, but nothing in the methodology makes it happen.",
    remedy="Add a step that serves it, or name the measure on a step.",
)
def measure_without_step(project: Project, row: Document, on: date) -> Iterator[Flaw]:
    """What is promised is served by a step of the methodology, once there is one."""
    del row, on
    if not project.method_steps:
        return
    served = {key for step in project.method_steps for key in (step.clock, *step.targets)}
    for measure in project.measures:
        targets = project.targets.where("measure", measure.id)
        binding = any(one.strength in _BINDING for one in targets)
        if binding and served.isdisjoint((measure.id, *(one.id for one in targets))):
            said = f"No step of the methodology serves {called(project, measure)}."
            yield Flaw(said, "", (), measure)


@rule(
    "hand-off-to-itself",
    subject=HandOff,
    reads=(Role,),
    severity=WARNING,
    source="S20",
    why="A case that is handed over to nobody new, or that may be refused for ever, is lost.",
    remedy="Name the other role, the time to accept and who owns the case until then.",
)
def hand_off_to_itself(project: Project, row: HandOff, on: date) -> Iterator[Flaw]:
    """A hand-off goes to another role, within a time, with an owner meanwhile."""
    del on
    if row.from_role and row.from_role == row.to_role:
        role = project.roles.get(row.from_role)
        name = called(project, role) if role else "a role"
        yield Flaw(f"{called(project, row)} goes from {name} to itself.", "to_role")
    if row.accept_within is None:
        yield Flaw(
            f"{called(project, row)} does not say how soon it is accepted.",
            "accept_within",
            severity=HINT,
        )
    if not row.owner_until_accepted:
        yield Flaw(
            f"{called(project, row)} does not say who owns the case until it is accepted.",
            "owner_until_accepted",
            severity=HINT,
        )


@rule(
    "grey-area-open",
    subject=GreyArea,
    severity=WARNING,
    source="S20",
    why="What nobody owns is nobody's fault.",
    remedy="Name an owner meanwhile, and who decides by when.",
)
def grey_area_open(project: Project, row: GreyArea, on: date) -> Iterator[Flaw]:
    """A grey area that is not decided has an owner, a decider and a time."""
    del on
    if row.decision.strip():
        return
    if not row.default_owner:
        yield Flaw(f"Nobody owns {called(project, row)} meanwhile.", "default_owner")
    if not row.decider:
        yield Flaw(f"Nobody is to decide on {called(project, row)}.", "decider")
    elif row.decide_within is None:
        yield Flaw(
            f"{called(project, row)} does not say by when it is decided.",
            "decide_within",
            severity=HINT,
        )


@rule(
    "not-supported-without-way-out",
    subject=ScopeItem,
    severity=HINT,
    source="S9",
    why="A client who only hears no will look for somebody else.",
    remedy="Say where to turn, what to say, or what goes instead.",
)
def not_supported_without_way_out(project: Project, row: ScopeItem, on: date) -> Iterator[Flaw]:
    """What is not supported says where to turn."""
    del on
    ways = (row.send_to, row.send_to_words, row.workaround, row.what_we_say, row.explanation)
    if row.kind is ScopeClass.NOT_SUPPORTED and not any(ways):
        yield Flaw(f"{called(project, row)} is not supported, and nothing says where to turn.")
    elif row.kind is ScopeClass.CHARGEABLE and not (row.charge or row.charge_words):
        yield Flaw(f"{called(project, row)} is charged extra, but not said how much.", "charge")


@rule(
    "reports-to-itself",
    subject=Role,
    reads=(Role,),
    severity=WARNING,
    source="C3",
    why="An escalation upwards never ends.",
    remedy="Let one of them report to nobody.",
)
def reports_to_itself(project: Project, row: Role, on: date) -> Iterator[Flaw]:
    """No role reports to itself in the end, or is its own stand-in."""
    del on
    if row.stands_in == row.id:
        yield Flaw(f"{called(project, row)} is its own stand-in.", "stands_in")
    seen: set[str] = set()
    current: Role | None = row
    while current is not None and current.id not in seen:
        seen.add(current.id)
        current = project.roles.get(current.reports_to)
    if current is row:
        yield Flaw(f"{called(project, row)} reports to itself in the end.", "reports_to")
