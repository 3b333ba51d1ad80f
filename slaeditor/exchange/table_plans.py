"""What the rows and columns of somebody's table mean in a project: guessed, and then chosen.

A plan says which kind of record the rows are and what each column holds. A column may also stand
across: its head names a record (a level, a role), and each of its cells is a record of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from slaeditor.exchange.bracket_tables import TABLE as BRACKETS
from slaeditor.exchange.bracket_tables import bracket_columns
from slaeditor.exchange.crossings import LEFT_OUT, across, crossed_columns, stands_across
from slaeditor.exchange.fields_meant import alike, field_meant
from slaeditor.exchange.names_meant import measure_meant
from slaeditor.exchange.nodes import folded
from slaeditor.exchange.office_files import TEXT_HEADS, FoundTable, Rows
from slaeditor.model import kinds as field_kinds
from slaeditor.model.entity import Entity, fields
from slaeditor.model.field import Field
from slaeditor.model.project import Project, kinds
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.names import title

SUGGESTED: Final = (
    "service_levels",
    "services",
    "severities",
    "measures",
    "targets",
    "level_entitlements",
    "price_plans",
    "price_brackets",
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

_TEXT_PLAN: Final = ("free_chapters", ("name", "body"))
_GRANTED: Final = re.compile(
    r"(?:yes|no|y|n|x|ja|nein|✓|✔|✗|✘|-|–|—|included|not included|unlimited"
    r"|\d[\d.,]*(?: .{1,30})?)",
    re.IGNORECASE,
)
_TIMED: Final = re.compile(
    r".*\d+\s*(?:ms|s|sec\w*|min\w*|h|hrs?|hours?|std|stunden?"
    r"|(?:(?:business|service|working|calendar) )?days?"
    r"|(?:werk|arbeits|geschäfts|kalender)?tage?n?)\b.*"
    r"|best effort|next (?:business|service|working) day|nächster (?:werk|arbeits)tag",
    re.IGNORECASE,
)
_OFTEN_NAMED: Final = ("service_levels", "services", "severities", "measures", "roles", "clients")
"""The records of whose names the first column of a table about something else often is."""

_FEW: Final = 3
_SAYS_NOTHING: Final = {"", "n/a", "n.a."}
_FIGURE: Final = re.compile(r"[<>≤≥=]*\s*\d+(?:[.,]\d+)?\s*%")
_SHARE: Final = 0.6
"""The part of the filled cells that has to look alike for a matrix to be recognised."""


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

    @property
    def is_likely(self) -> bool:
        """Whether enough of a table fits to take it in unasked.

        A table of three columns and more of which a single one is understood is no more than a
        list of names of nobody knows what.
        """
        held = [one for one in self.columns if one]
        return len(held) > 1 or (bool(held) and len(self.columns) < _FEW)

    def with_column(self, at: int, held: str) -> Plan:
        """Return the plan with another meaning of one column; each field has one column only."""
        kept = tuple(
            LEFT_OUT if one == held and held and not stands_across(held) else one
            for one in self.columns
        )
        return replace(self, columns=(*kept[:at], held, *kept[at + 1 :]))


def choices(table: str) -> tuple[Field, ...]:
    """Return the fields that a column of rows of a table may hold."""
    return tuple(one for one in fields(kinds()[table]) if one.kind is not field_kinds.CONTENT)


def plan_for(table: str, found: FoundTable, project: Project) -> Plan:
    """Return the best meaning of the columns when the rows are records of a table."""
    brackets = bracket_columns(found) if table == BRACKETS else ()
    crossed = _crossed(table, found, project)
    return Plan(table, brackets) if brackets else crossed or _plain(table, found, project)


def guessed(found: FoundTable, project: Project) -> Plan:
    """Return what a table most likely holds; its columns are left out where nothing fits."""
    if found.rows[0] == TEXT_HEADS:
        return Plan(*_TEXT_PLAN)
    brackets = bracket_columns(found)
    if brackets:
        return Plan(BRACKETS, brackets)
    matrix = _guessed_matrix(found, project)
    if matrix is not None:
        return matrix
    plans = [_plain(name, found, project) for name in _by_likeness()]
    return max(plans, key=lambda plan: _score(plan, found))


def _plain(table: str, found: FoundTable, project: Project) -> Plan:
    """Each row a record of a table: its columns by their heads."""
    return Plan(table, tuple(_columns(kinds()[table], found, project)))


def _by_likeness() -> Iterator[str]:
    """The tables, those that agreements most often hold first, so that they win a tie."""
    yield from SUGGESTED
    yield from (name for name in kinds() if name not in SUGGESTED)


def _score(plan: Plan, found: FoundTable) -> float:
    """How much of the table a plan takes in; a title of the table that names the kind helps."""
    held = [one for one in plan.columns if one]
    required = [one.name for one in fields(plan.kind) if one.required]
    met = sum(name in held for name in required) / max(len(required), 1)
    named = alike(found.title, (plan.kind.declaration.plural, plan.kind.declaration.singular))
    return len(held) / len(plan.columns) + met / 2 + named / 2


def _columns(kind: type[Entity], found: FoundTable, project: Project) -> Iterator[str]:
    """What each head means, each field once; the first head that fits nothing names the record.

    It does not where its words are names of other records, such as levels.
    """
    free = {one.name: one for one in fields(kind) if one.kind is not field_kinds.CONTENT}
    free.pop("note", None)
    free.pop("source", None)
    naming = kind.declaration.title[0]
    for at, head in enumerate(found.rows[0]):
        name = field_meant(head, free)
        if not name and at == 0 and naming in free and not _names_others(kind, found, project):
            name = naming
        free.pop(name, None)
        yield name


def _names_others(kind: type[Entity], found: FoundTable, project: Project) -> bool:
    """Whether the words of the first column are names of levels, services or the like."""
    words = {folded(row[0]) for row in found.rows[1:] if row[0]}
    others = (one for one in _OFTEN_NAMED if kinds()[one] is not kind)
    tables = ({folded(title(project, row)) for row in project.table(kinds()[o])} for o in others)
    return bool(words) and any(2 * len(words & names) >= len(words) for names in tables)


def _guessed_matrix(found: FoundTable, project: Project) -> Plan | None:
    """The crossing whose cells look like most of the cells; nothing when none does."""
    looks: Mapping[str, Callable[[str], bool]] = {
        "assignments": _is_letters,
        "targets": _is_promised,
        "level_entitlements": lambda words: bool(_GRANTED.fullmatch(words)),
    }
    for name, looks_right in looks.items():
        plan = _crossed(name, found, project)
        if plan is not None and _share(found.rows, plan, looks_right) >= _SHARE:
            return plan
    return None


def _is_promised(words: str) -> bool:
    return bool(_TIMED.fullmatch(words) or _FIGURE.fullmatch(words))


def _share(rows: Rows, plan: Plan, looks_right: Callable[[str], bool]) -> float:
    at = [place for place, held in enumerate(plan.columns) if stands_across(held)]
    cells = [row[place] for row in rows[1:] for place in at]
    cells = [words for words in cells if words.casefold() not in _SAYS_NOTHING]
    return sum(map(looks_right, cells)) / len(cells) if cells else 0.0


def _is_letters(words: str) -> bool:
    try:
        return bool(Letters.parse(words).letters)
    except Unreadable:
        return False


def _crossed(table: str, found: FoundTable, project: Project) -> Plan | None:
    """A matrix of a table, where the table can be one."""
    columns = crossed_columns(table, found, project)
    if not columns:
        return None
    plan = Plan(table, columns)
    return replace(plan, measure=measure_meant(found, project)) if plan.asks_measure else plan
