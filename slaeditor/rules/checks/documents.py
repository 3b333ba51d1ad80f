"""Rules about the document as a whole: measures that matter, severities, reviews, agreement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from slaeditor.model.calendars import Calendar
from slaeditor.model.document import Comment, Decision, Document, Picture, SignOff, Waiver
from slaeditor.model.handbook_chapters import unknown_names
from slaeditor.model.learning import LossCause, LossInterview
from slaeditor.model.levels import Channel, Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, PriorityRule, Severity, Strength, Target
from slaeditor.model.readers import Reader
from slaeditor.model.selling import BreachReport
from slaeditor.model.values.slug import slug
from slaeditor.rules.checks.comparing import Standing, standing
from slaeditor.rules.checks.rule import ERROR, HINT, WARNING, Flaw, rule, title_of_rule
from slaeditor.rules.checks.wording import called, ids, listed


@rule(
    "no-outcome-measure",
    subject=Document,
    reads=(Measure,),
    severity=WARNING,
    source="L33",
    why="All figures may be green while the client is unhappy.",
    remedy="Add a measure that matters to the client by itself, and mark it so.",
)
def no_outcome_measure(project: Project, row: Document, on: date) -> Iterator[Flaw]:
    """At least one measure matters to the client by itself."""
    del row, on
    measures = tuple(project.measures)
    if measures and not any(one.outcome for one in measures):
        yield Flaw(
            "All measures are technical: none is marked as mattering to the client by itself.",
            "outcome",
            ids(measures),
            measures[0],
        )


@rule(
    "document-out-of-date",
    subject=Document,
    severity=WARNING,
    source="demand 28",
    why="Readers rely on what no longer holds.",
    remedy="Review it and enter the new dates.",
)
def document_out_of_date(project: Project, row: Document, on: date) -> Iterator[Flaw]:
    """A document is in force, and its review is not overdue."""
    del project
    if row.effective_to is not None and row.effective_to < on:
        said = f"The document has been out of force since {row.effective_to.isoformat()}."
        yield Flaw(said, "effective_to")
    if row.next_review is not None and row.next_review < on:
        said = f"The review of the document was due on {row.next_review.isoformat()}."
        yield Flaw(said, "next_review")


@rule(
    "nobody-to-call",
    subject=Document,
    reads=(Channel, ServiceLevel),
    severity=WARNING,
    source="demand 28",
    why="A handbook that promises an answer has to say where to ask.",
    remedy="Add a channel with its number or address, and open it to clients.",
)
def nobody_to_call(project: Project, row: Document, on: date) -> Iterator[Flaw]:
    """Clients who read of a level read how to reach us."""
    del row, on
    promised = any(one.readers.include(Reader.CLIENT) for one in project.service_levels)
    reached = any(one.address and one.readers.include(Reader.CLIENT) for one in project.channels)
    if promised and not reached:
        yield Flaw("Clients read nowhere how to reach you: no channel of theirs has an address.")


@rule(
    "severity-vague",
    subject=Severity,
    severity=WARNING,
    source="P17",
    why="A severity that both sides read differently makes every target meaningless.",
    remedy="Define it, with an example and who sets it.",
)
def severity_vague(project: Project, row: Severity, on: date) -> Iterator[Flaw]:
    """A severity has a definition, an example, and somebody who sets it."""
    del on
    if not row.definition.strip():
        yield Flaw(f"{called(project, row)} is not defined.", "definition")
    if not row.example.strip():
        yield Flaw(f"{called(project, row)} has no example.", "example", severity=HINT)
    if not row.set_by.strip():
        yield Flaw(f"Nothing says who sets {called(project, row)}.", "set_by", severity=HINT)


@rule(
    "severity-not-in-level",
    subject=Target,
    reads=(Severity, ServiceLevel, Measure, Service, Channel),
    severity=WARNING,
    source="demand 10",
    why="The promise can never apply.",
    remedy="Open the severity to the level, or remove the target.",
)
def severity_not_in_level(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """A target is for a severity that its level has."""
    del on
    severity, level = project.severities.get(row.severity), project.service_levels.get(row.level)
    if severity and level and severity.levels and level.id not in severity.levels:
        yield Flaw(
            f"{called(project, row)} is promised, but {called(project, level)} has no "
            f"{called(project, severity)}.",
            "severity",
            (severity.id, level.id),
        )


@rule(
    "internal-goal-looser",
    subject=Target,
    reads=(Measure, Severity, ServiceLevel, Service, Channel, Calendar),
    severity=WARNING,
    source="5.2",
    why="Who aims lower inside will miss what is promised outside.",
    remedy="Aim for something tighter than what is promised.",
)
def internal_goal_looser(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """What we aim for inside is no looser than what we promise."""
    del on
    measure = project.measures.get(row.measure)
    if row.internal_value is None or row.value is None or measure is None:
        return
    inside = row.but(value=row.internal_value)
    if standing(project, measure, inside, row) is Standing.WORSE:
        yield Flaw(
            f"Inside we aim for {row.internal_value}, less than the {row.value} promised by "
            f"{called(project, row)}.",
            "internal_value",
        )


@rule(
    "priority-cell-missing",
    subject=Document,
    reads=(PriorityRule,),
    severity=WARNING,
    source="demand 11",
    why="A case of that impact and urgency has no severity, so no promise applies.",
    remedy="Fill in the cell of the matrix.",
)
def priority_cell_missing(project: Project, row: Document, on: date) -> Iterator[Flaw]:
    """A priority matrix has a cell for every impact and urgency."""
    del row, on
    for name in dict.fromkeys(one.matrix for one in project.priority_rules):
        cells = [one for one in project.priority_rules.where("matrix", name) if not one.override]
        filled = {(one.impact, one.urgency) for one in cells}
        impacts = dict.fromkeys(one.impact for one in cells)
        urgencies = dict.fromkeys(one.urgency for one in cells)
        missing = [(i, u) for i in impacts for u in urgencies if (i, u) not in filled]
        if missing:
            words = listed([f"“{impact} × {urgency}”" for impact, urgency in missing])
            matrix = f"matrix “{name}”" if name else "priority matrix"
            yield Flaw(f"The {matrix} has no severity for {words}.", "", (), cells[0])


@rule(
    "unknown-chapter",
    subject=Document,
    severity=WARNING,
    source="C6",
    why="A chapter that was meant to be left out is printed.",
    remedy="Correct the name, or choose the chapters on the page of the document.",
)
def unknown_chapter(project: Project, row: Document, on: date) -> Iterator[Flaw]:
    """Chapters that are left out are named as they are called."""
    del project, on
    for reader in Reader:
        name = f"{reader.value}_left_out"
        for words in unknown_names(getattr(row, name)):
            yield Flaw(f"“{words}” is no chapter, so nothing is left out for it.", name)


@rule(
    "measure-not-agreed",
    subject=Measure,
    reads=(SignOff, Target),
    severity=HINT,
    source="S21",
    why="Whoever did not agree to it will not feel bound by it.",
    remedy="Have it signed off by those it concerns.",
)
def measure_not_agreed(project: Project, row: Measure, on: date) -> Iterator[Flaw]:
    """A measure that is guaranteed has been agreed to."""
    del on
    targets = project.targets.where("measure", row.id)
    if not any(one.strength is Strength.GUARANTEED for one in targets):
        return
    signed = project.sign_offs.where("measure", row.id)
    if not any(one.decision is Decision.AGREED for one in signed):
        yield Flaw(f"Nobody has signed off {called(project, row)}, which is guaranteed.")


@rule(
    "objection",
    subject=SignOff,
    severity=WARNING,
    source="S21",
    why="A department objects to what the document says.",
    remedy="Settle the objection, or publish knowing of it.",
)
def objection(project: Project, row: SignOff, on: date) -> Iterator[Flaw]:
    """Nobody who was asked objects."""
    del on
    if row.decision is Decision.OBJECTS:
        department = project.departments.get(row.department)
        who = called(project, department) if department else row.signer or "Somebody"
        yield Flaw(f"{who} objects{': ' + row.comment if row.comment else ''}".rstrip(".") + ".")


@rule(
    "breach-not-reported",
    subject=Measure,
    reads=(BreachReport, Target),
    severity=HINT,
    source="S23",
    why="The client finds out by itself, and trusts no figure any more.",
    remedy="Plan how the client is told of a miss.",
)
def breach_not_reported(project: Project, row: Measure, on: date) -> Iterator[Flaw]:
    """A miss of what is guaranteed is told to the client."""
    del on
    targets = project.targets.where("measure", row.id)
    if not any(one.strength is Strength.GUARANTEED for one in targets):
        return
    if not any(one.measure in {"", row.id} for one in project.breach_reports):
        yield Flaw(f"Nothing says how clients are told that {called(project, row)} was missed.")


@rule(
    "loss-without-lesson",
    subject=LossInterview,
    severity=HINT,
    source="S11",
    why="The next client will be lost for the same reason.",
    remedy="Name the promise that broke and what changes, and share it with Sales.",
)
def loss_without_lesson(project: Project, row: LossInterview, on: date) -> Iterator[Flaw]:
    """A lost client leads to a broken promise, an action, and is shared with Sales."""
    del on
    if row.cause is LossCause.NOT_PREVENTABLE:
        return
    if not (row.broken_target or row.broken_step or row.broken_promise):
        yield Flaw(f"{called(project, row)} names no promise that broke.", "broken_target")
    if not row.action.strip():
        yield Flaw(f"{called(project, row)} does not say what we change.", "action")
    if row.shared_with_sales_on is None:
        said = f"{called(project, row)} has not been shared with Sales."
        yield Flaw(said, "shared_with_sales_on")


@rule(
    "comment-open",
    subject=Comment,
    severity=HINT,
    source="B11",
    why="A colleague waits for an answer.",
    remedy="Answer it and mark it as settled.",
)
def comment_open(project: Project, row: Comment, on: date) -> Iterator[Flaw]:
    """A comment has been answered."""
    del on
    if not row.settled:
        yield Flaw(f"The comment {called(project, row)} is not settled.", "settled")


@rule(
    "waiver-over",
    subject=Waiver,
    severity=HINT,
    source="5.10",
    why="What was accepted for a time is open again.",
    remedy="Cure the finding, or accept it anew.",
)
def waiver_over(project: Project, row: Waiver, on: date) -> Iterator[Flaw]:
    """A finding is accepted for a time that is not over."""
    del project
    if row.until is not None and row.until < on:
        named = title_of_rule(row.rule)
        yield Flaw(f"“{named}” was accepted until {row.until.isoformat()} only.", "until")


@rule(
    "pictures-of-one-name",
    subject=Picture,
    reads=(Picture,),
    severity=ERROR,
    source="pictures",
    why="Texts show a picture by its name. Of two, another may be shown once a picture is added, "
    "moved or removed.",
    remedy="Give each picture a name of its own.",
)
def pictures_of_one_name(project: Project, row: Picture, on: date) -> Iterator[Flaw]:
    """Every picture has a name of its own."""
    del on
    same = [one for one in project.pictures if slug(one.name) == slug(row.name)]
    if len(same) > 1 and row == same[-1]:
        yield Flaw(f"{len(same)} pictures are called {called(project, row)}.", "name", ids(same))
