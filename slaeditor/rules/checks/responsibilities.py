"""Rules about the responsibility matrix, and about roles that have no part in anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from slaeditor.model.document import Document
from slaeditor.model.entity import Entity, links
from slaeditor.model.levels import ServiceLevel, Variant
from slaeditor.model.project import Project, kinds
from slaeditor.model.work import Activity, ActivityGroup, Assignment, LetterMeaning, Role
from slaeditor.rules.checks.rule import HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, called_each, ids
from slaeditor.rules.names import title

MOST_CONSULTED: Final = 4
"""Roles that may be consulted on one activity before it is said to be too many."""

MOST_ACCOUNTABLE: Final = 20
"""Activities that one role may be accountable for before it is said to be too many."""

MATRIX = (Assignment, Role, ServiceLevel, Variant, ActivityGroup)
"""What a rule about an activity reads."""

_Context = tuple[str, str]


def contexts(cells: tuple[Assignment, ...]) -> list[_Context]:
    """Return the pairs of level and variant for which an activity's cells differ."""
    return list(dict.fromkeys((one.level, one.variant) for one in cells)) or [("", "")]


def effective(cells: tuple[Assignment, ...], context: _Context) -> dict[str, Assignment]:
    """Return each role's cell in a context; the one that says most about it counts."""
    level, variant = context
    found: dict[str, Assignment] = {}
    for cell in cells:
        if cell.level not in {"", level} or cell.variant not in {"", variant}:
            continue
        if cell.role not in found or _said(cell) >= _said(found[cell.role]):
            found[cell.role] = cell
    return found


def _said(cell: Assignment) -> int:
    return bool(cell.level) + bool(cell.variant)


def holders(project: Project, cells: dict[str, Assignment], letter: str) -> list[Role]:
    """Return the roles that have a letter, in their order."""
    having = {key for key, cell in cells.items() if cell.letters and letter in cell.letters}
    return [role for role in project.roles if role.id in having]


def _in_words(cells: dict[str, Assignment]) -> bool:
    return any(cell.letters and cell.letters.text for cell in cells.values())


def _for(project: Project, context: _Context) -> str:
    rows: tuple[Entity | None, ...] = (
        project.service_levels.get(context[0]),
        project.variants.get(context[1]),
    )
    named = [called(project, one) for one in rows if one]
    return f" at {' and '.join(named)}" if named else ""


@rule(
    "accountable",
    subject=Activity,
    reads=MATRIX,
    severity=WARNING,
    source="L21",
    why="Where two answer for something, or nobody does, nobody does.",
    remedy="Give the letter A to exactly one role.",
)
def accountable(project: Project, row: Activity, on: date) -> Iterator[Flaw]:
    """Exactly one role is accountable for an activity."""
    del on
    cells = project.assignments.where("activity", row.id)
    for context in contexts(cells) if cells else ():
        here = effective(cells, context)
        found = holders(project, here, "A")
        if len(found) > 1:
            yield Flaw(
                f"{len(found)} roles are accountable for {called(project, row)}"
                f"{_for(project, context)}: {called_each(project, found)}.",
                "",
                ids(found),
            )
        elif not found and not _in_words(here):
            yield Flaw(f"Nobody is accountable for {called(project, row)}{_for(project, context)}.")


@rule(
    "responsible",
    subject=Activity,
    reads=MATRIX,
    severity=WARNING,
    source="L22",
    why="What nobody is to do is not done.",
    remedy="Give the letter R to whoever does it.",
)
def responsible(project: Project, row: Activity, on: date) -> Iterator[Flaw]:
    """At least one role does an activity."""
    del on
    cells = project.assignments.where("activity", row.id)
    for context in contexts(cells):
        here = effective(cells, context)
        if not holders(project, here, "R") and not _in_words(here):
            yield Flaw(f"Nobody is responsible for {called(project, row)}{_for(project, context)}.")


@rule(
    "too-many-consulted",
    subject=Activity,
    reads=MATRIX,
    severity=HINT,
    source="L23",
    why="Every role that has to be asked costs time before anything happens.",
    remedy="Inform some of them afterwards instead.",
)
def too_many_consulted(project: Project, row: Activity, on: date) -> Iterator[Flaw]:
    """No more than four roles are consulted on an activity."""
    del on
    cells = project.assignments.where("activity", row.id)
    for context in contexts(cells):
        found = holders(project, effective(cells, context), "C")
        if len(found) > MOST_CONSULTED:
            yield Flaw(
                f"{len(found)} roles are consulted on {called(project, row)}"
                f"{_for(project, context)}.",
                "",
                ids(found),
            )


@rule(
    "letter-without-meaning",
    subject=Assignment,
    reads=(LetterMeaning, Activity, Role),
    severity=HINT,
    source="demand 27",
    why="Readers will guess what the letter means.",
    remedy="Explain the letter, or use R, A, S, C or I.",
)
def letter_without_meaning(project: Project, row: Assignment, on: date) -> Iterator[Flaw]:
    """A letter beyond the usual five is explained."""
    del on
    for letter in row.letters.letters if row.letters else ():
        if letter not in "RASCI" and not project.letter_meanings.where("letter", letter):
            yield Flaw(
                f"The letter {letter} of {called(project, row)} is explained nowhere.", "letters"
            )


@rule(
    "role-without-duty",
    subject=Document,
    reads=tuple(kind for kind in kinds().values() if any(one.to == "Role" for one in links(kind))),
    severity=HINT,
    source="L24",
    why="A role that is named nowhere confuses readers.",
    remedy="Give it a part, or remove it.",
)
def role_without_duty(project: Project, row: Document, on: date) -> Iterator[Flaw]:
    """Every role has a part somewhere."""
    del row, on
    used = _roles_used(project)
    for role in project.roles:
        if role.id not in used:
            yield Flaw(f"The role {called(project, role)} has no part in anything.", "", (), role)


def _roles_used(project: Project) -> set[str]:
    used: set[str] = set()
    for kind in kinds().values():
        for spec in links(kind):
            if spec.to == "Role" and kind is not Role:
                for row in project.table(kind):
                    used.update(spec.targets(getattr(row, spec.name)))
    return used


@rule(
    "role-overloaded",
    subject=Role,
    reads=(Assignment,),
    severity=HINT,
    source="L24",
    why="Who answers for everything answers for nothing.",
    remedy="Hand some of it to another role.",
)
def role_overloaded(project: Project, row: Role, on: date) -> Iterator[Flaw]:
    """No role is accountable for more than twenty activities."""
    del on
    cells = project.assignments.where("role", row.id)
    count = len({one.activity for one in cells if one.letters and "A" in one.letters})
    if count > MOST_ACCOUNTABLE:
        yield Flaw(f"{title(project, row)} is accountable for {count} activities.")
