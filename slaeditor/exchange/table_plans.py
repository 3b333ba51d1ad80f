"""What the rows and columns of somebody's table mean in a project: guessed, and then chosen.

A plan says which kind of record the rows are and what each column holds. A column may also stand
across: its head names a record (a level, a role), and each of its cells is a record of its own.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from slaeditor.exchange.names_meant import measure_meant, measure_named, severity_named
from slaeditor.exchange.nodes import folded
from slaeditor.exchange.office_files import TEXT_HEADS, FoundTable, Rows
from slaeditor.model import kinds as field_kinds
from slaeditor.model.entity import Entity, field, fields
from slaeditor.model.field import Field
from slaeditor.model.project import Project, entity_named, kinds
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.names import title

_ACROSS: Final = "*"

LEFT_OUT: Final = ""
"""What a column holds that is not taken in."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A kind that people write as a matrix: what stands across, down, and in the cells.

    Each field of `across` can stand there, most often the first of them; whatever of `axes` does
    not stand across stands down.
    """

    axes: tuple[str, ...]
    across: tuple[str, ...]
    cell: str


CROSSINGS: Final[Mapping[str, Crossing]] = {
    "level_entitlements": Crossing(("entitlement", "level"), ("level",), "value"),
    "targets": Crossing(
        ("measure", "severity", "level"), ("level", "measure", "severity"), "value"
    ),
    "assignments": Crossing(("activity", "role"), ("role",), "letters"),
    "capabilities": Crossing(("person", "skill"), ("skill",), "rating"),
}

SUGGESTED: Final = (
    "service_levels",
    "services",
    "severities",
    "measures",
    "targets",
    "level_entitlements",
    "price_plans",
    "assignments",
    "method_steps",
    "glossary",
    "questions",
    "scope_items",
    "clients",
    "people",
    "free_chapters",
)
"""What tables of agreements most often hold, offered first and in this order."""

Naming = Callable[[str, Project], str]
"""Says which record some words name, if they name one of a sort."""

_NAMING: Final[Mapping[str, Naming]] = {"measure": measure_named, "severity": severity_named}
_ALIKE: Final = 0.78
_TEXT_PLAN: Final = ("free_chapters", ("name", "body"))
_GRANTED: Final = re.compile(
    r"(?:yes|no|y|n|x|✓|✔|✗|✘|-|–|—|included|not included|unlimited|\d[\d.,]*(?: .{1,30})?)",
    re.IGNORECASE,
)
_TIMED: Final = re.compile(
    r".*\d+\s*(?:ms|s|sec\w*|min\w*|h|hrs?|hours?|(?:(?:business|service|working|calendar) )?days?)"
    r"\b.*"
    r"|best effort|next (?:business|service|working) day",
    re.IGNORECASE,
)
_SHARE: Final = 0.6
"""The part of the filled cells that has to look alike for a matrix to be recognised."""

_OTHER_WORDS: Final[Mapping[str, str]] = {
    "description": "text",
    "term": "name",
    "definition": "meaning",
    "priority": "severity",
    "plan": "level",
    "tier": "level",
    "package": "level",
    "sla": "value",
    "responsible": "letters",
    "task": "activity",
    "answer": "answer",
    "who": "role",
}
"""Words on other people's tables, by the field they mean where a kind has it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the rows are (the name of a table) and what each column holds: a field, or a mark.

    `measure` is what the measure of a matrix of times is called where no column says it.
    """

    table: str
    columns: tuple[str, ...]
    measure: str = ""

    @property
    def kind(self) -> type[Entity]:
        """The kind of the records."""
        return kinds()[self.table]

    @property
    def is_crossed(self) -> bool:
        """Whether some columns stand across."""
        return any(map(stands_across, self.columns))

    @property
    def asks_measure(self) -> bool:
        """Whether the times of a matrix are of a measure that no column names."""
        named = {"measure", across("measure")} & set(self.columns)
        return self.table == "targets" and self.is_crossed and not named

    def with_column(self, at: int, held: str) -> Plan:
        """Return the plan with another meaning of one column; each field has one column only."""
        kept = tuple(
            LEFT_OUT if one == held and held and not stands_across(held) else one
            for one in self.columns
        )
        return replace(self, columns=(*kept[:at], held, *kept[at + 1 :]))


def across(name: str) -> str:
    """Return what a column holds whose head names a record of a field, each cell a record."""
    return f"{_ACROSS}{name}"


def stands_across(held: str) -> str:
    """Return the field whose records the head of a column names, nothing for other columns.

    >>> stands_across(across("level")), stands_across("level")
    ('level', '')
    """
    return held.removeprefix(_ACROSS) if held.startswith(_ACROSS) else ""


def named_by(name: str, head: str, project: Project) -> str:
    """Return how the project calls the record of a field that a head names."""
    naming = _NAMING.get(name)
    return (naming(head, project) if naming else "") or head


def choices(table: str) -> tuple[Field, ...]:
    """Return the fields that a column of rows of a table may hold."""
    return tuple(one for one in fields(kinds()[table]) if one.kind is not field_kinds.CONTENT)


def plan_for(table: str, found: FoundTable, project: Project) -> Plan:
    """Return the best meaning of the columns when the rows are records of a table."""
    crossed = _crossed(table, found, project)
    return crossed or Plan(table, tuple(_columns(kinds()[table], found.rows[0])))


def guessed(found: FoundTable, project: Project) -> Plan:
    """Return what a table most likely holds; its columns are left out where nothing fits."""
    if found.rows[0] == TEXT_HEADS:
        return Plan(*_TEXT_PLAN)
    matrix = _guessed_matrix(found, project)
    if matrix is not None:
        return matrix
    plans = [Plan(name, tuple(_columns(kinds()[name], found.rows[0]))) for name in _by_likeness()]
    return max(plans, key=lambda plan: _score(plan, found))


def _by_likeness() -> Iterator[str]:
    """The tables, those that agreements most often hold first, so that they win a tie."""
    yield from SUGGESTED
    yield from (name for name in kinds() if name not in SUGGESTED)


def _score(plan: Plan, found: FoundTable) -> float:
    """How much of the table a plan takes in; a title of the table that names the kind helps."""
    held = [one for one in plan.columns if one]
    required = [one.name for one in fields(plan.kind) if one.required]
    met = sum(name in held for name in required) / max(len(required), 1)
    named = _alike(found.title, (plan.kind.declaration.plural, plan.kind.declaration.singular))
    return len(held) / len(plan.columns) + met / 2 + named / 2


def _columns(kind: type[Entity], heads: Sequence[str]) -> Iterator[str]:
    """What each head means, each field once; the first head that fits nothing names the record."""
    free = {one.name: one for one in fields(kind) if one.kind is not field_kinds.CONTENT}
    free.pop("note", None)
    free.pop("source", None)
    for at, head in enumerate(heads):
        name = _field_meant(head, free)
        if not name and at == 0 and kind.declaration.title[0] in free:
            name = kind.declaration.title[0]
        free.pop(name, None)
        yield name


def _field_meant(head: str, free: Mapping[str, Field]) -> str:
    word = folded(head.strip(" :*"))
    other = _OTHER_WORDS.get(word, "")
    if other in free:
        return other
    likeness = {
        name: _alike(word, (spec.label, name, spec.to)) for name, spec in free.items() if word
    }
    best = max(likeness, key=lambda name: likeness[name], default="")
    return best if best and likeness[best] >= _ALIKE else LEFT_OUT


def _alike(words: str, known: Iterable[str]) -> float:
    mine = folded(words)
    ratios = (difflib.SequenceMatcher(None, mine, folded(one)).ratio() for one in known if one)
    return max(ratios, default=0.0) if mine else 0.0


def _guessed_matrix(found: FoundTable, project: Project) -> Plan | None:
    """The crossing whose cells look like most of the cells; nothing when none does."""
    looks: Mapping[str, Callable[[str], bool]] = {
        "assignments": _is_letters,
        "targets": lambda words: bool(_TIMED.fullmatch(words)),
        "level_entitlements": lambda words: bool(_GRANTED.fullmatch(words)),
    }
    for name, looks_right in looks.items():
        plan = _crossed(name, found, project)
        if plan is not None and _share(found.rows, plan, looks_right) >= _SHARE:
            return plan
    return None


def _share(rows: Rows, plan: Plan, looks_right: Callable[[str], bool]) -> float:
    at = [place for place, held in enumerate(plan.columns) if stands_across(held)]
    cells = [row[place] for row in rows[1:] for place in at if row[place]]
    return sum(map(looks_right, cells)) / len(cells) if cells else 0.0


def _is_letters(words: str) -> bool:
    try:
        return bool(Letters.parse(words).letters)
    except Unreadable:
        return False


def _crossed(table: str, found: FoundTable, project: Project) -> Plan | None:
    """A matrix of a table: what stands down first, the columns whose heads name records across."""
    crossing = CROSSINGS.get(table)
    heads = found.rows[0]
    if crossing is None or len(heads) <= 1:
        return None
    standing = _standing_across(crossing, found, project)
    down = _down(crossing, standing, kinds()[table], found, project)
    if len(down) >= len(heads):
        return None
    plan = Plan(table, (*down, *_heads(standing, heads[len(down) :], project)))
    return replace(plan, measure=measure_meant(found, project)) if plan.asks_measure else plan


def _heads(standing: str, heads: Sequence[str], project: Project) -> Iterator[str]:
    """What the columns hold whose heads stand across; of measures only those that name one."""
    for head in heads:
        names_one = standing != "measure" or bool(measure_named(head, project))
        yield across(standing) if head and names_one else LEFT_OUT


def _standing_across(crossing: Crossing, found: FoundTable, project: Project) -> str:
    """The field whose records the heads name: the rarer ones where most heads say so."""
    first, *heads = found.rows[0]
    for name in crossing.across[1:]:
        naming = _NAMING[name]
        if not naming(first, project) and _most(heads, naming, project):
            return name
    return crossing.across[0]


def _most(words: Iterable[str], naming: Naming, project: Project) -> bool:
    """Whether at least half of some words name a record of a sort."""
    filled = [one for one in words if one]
    return bool(filled) and 2 * sum(bool(naming(one, project)) for one in filled) >= len(filled)


def _down(
    crossing: Crossing, standing: str, kind: type[Entity], found: FoundTable, project: Project
) -> tuple[str, ...]:
    """The fields of the first columns: by their heads, by what the cells name, else the first."""
    axes = [name for name in crossing.axes if name != standing]
    held: list[str] = []
    for at in range(min(len(axes), len(found.rows[0]) - 1)):
        free = {name: field(kind, name) for name in axes if name not in held}
        meant = _field_meant(found.rows[0][at], free) or _named_by(found.rows, at, free, project)
        if not meant:
            break
        held.append(meant)
    return tuple(held) or _down_by_looks(axes, found, project)


def _down_by_looks(axes: Sequence[str], found: FoundTable, project: Project) -> tuple[str, ...]:
    """The field of the first column where neither its head nor known records tell it."""
    names = [row[0] for row in found.rows[1:]]
    for name in axes:
        if name in _NAMING and _most(names, _NAMING[name], project):
            return (name,)
    if "severity" in axes and measure_named(found.rows[0][0], project):
        return ("severity",)  # the head of the names tells what the times are of
    return (axes[0],)


def _named_by(rows: Rows, at: int, free: Mapping[str, Field], project: Project) -> str:
    """The field to whose records most of the words of a column belong."""
    words = {folded(row[at]) for row in rows[1:] if row[at]}
    for name, spec in free.items():
        table = project.table(entity_named(spec.to)) if spec.to else ()
        known = {folded(title(project, row)) for row in table}
        if words and len(words & known) >= len(words) / 2:
            return name
    return ""
