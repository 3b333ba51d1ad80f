"""Somebody's table as records of a project, after a plan of what its columns hold.

Records that the words name and the project does not have yet are made; those it has are filled in.
Words that cannot be read change nothing: they are told, and kept as the remark of their record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from slaeditor.exchange.crossings import CROSSINGS, named_by, stands_across
from slaeditor.exchange.names_meant import organisation_meant
from slaeditor.exchange.nodes import folded
from slaeditor.exchange.office_files import FoundTable
from slaeditor.exchange.table_plans import Plan
from slaeditor.exchange.vocabulary import has_own_title, naming_field, thing
from slaeditor.exchange.written_days import international
from slaeditor.model import entity as entities
from slaeditor.model import kinds as field_kinds
from slaeditor.model.entity import Entity
from slaeditor.model.field import Field
from slaeditor.model.project import Project, entity_named, kinds, table_name
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.model.work import Role
from slaeditor.rules.names import title
from slaeditor.rules.openings import started

_NOTHING: Final = {"n/a", "n.a.", "-", "–", "—"}
"""How people write that a cell holds nothing, where its kind knows no words for it."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that could not be read: the row, counted from 1 below the heads, and the sentence."""

    row: int
    column: str
    words: str
    sentence: str

    def __str__(self) -> str:
        """Where and why, in one sentence."""
        return f"Row {self.row}, {self.column}: {self.sentence}"


@dataclass(slots=True)
class Taken:
    """The project with what was taken in, how many records are new or other, and what is left."""

    project: Project
    made: int = 0
    changed: int = 0
    unread: list[Unread] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def then(self, other: Taken) -> Taken:
        """Return what both took in, the other one after this."""
        unread = [*self.unread, *other.unread]
        made, changed = self.made + other.made, self.changed + other.changed
        return Taken(other.project, made, changed, unread, self.kinds + other.kinds)

    @property
    def sentence(self) -> str:
        """What was done, in a sentence."""
        new = f"{_counted(self.made)} new"
        among = ", ".join(f"{count} {_called(name, count)}" for name, count in self.kinds.items())
        parts = [f"{new} ({among})" if among else new] if self.made or not self.changed else []
        if self.changed:
            parts.append(f"{_counted(self.changed)} filled in")
        if self.unread:
            cells = f"{len(self.unread)} cell{'' if len(self.unread) == 1 else 's'}"
            parts.append(f"{cells} could not be read, kept as remarks")
        return f"{'; '.join(parts)}."


def _counted(number: int) -> str:
    return f"{number} record{'' if number == 1 else 's'}"


def _called(name: str, count: int) -> str:
    declared = kinds()[name].declaration
    return (declared.singular if count == 1 else declared.plural).lower()


def taken_in(project: Project, found: FoundTable, plan: Plan) -> Taken:
    """Return the project with the rows of a table as records."""
    taken = Taken(project)
    heads, *rows = found.rows
    lines = [_Line(number, heads, row) for number, row in enumerate(rows, 1)]
    shared = _measure(taken, plan) if lines else {}
    for line in lines:
        if plan.is_crossed:
            _take_crossed(taken, plan, line, shared)
        else:
            _take_plain(taken, plan, line)
    return taken


def _measure(taken: Taken, plan: Plan) -> dict[str, Any]:
    """The measure of all times of a matrix, where no column names one and the plan does."""
    if not plan.asks_measure or not plan.measure.strip():
        return {}
    spec = entities.field(plan.kind, "measure")
    return {spec.name: _value(taken, spec, plan.measure)}


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a table with the heads above it."""

    number: int
    heads: tuple[str, ...]
    words: tuple[str, ...]

    def cells(self, plan: Plan) -> Iterator[tuple[str, str, str]]:
        """Yield head, what the column holds and the words, of each filled cell that is taken."""
        for head, held, words in zip(self.heads, plan.columns, self.words, strict=True):
            if held and words:
                yield head, held, words


def _take_plain(taken: Taken, plan: Plan, line: _Line) -> None:
    """Make one record of a row, or fill in the one that has its name."""
    values, remarks = _values(taken, plan, line)
    if not values and not remarks:
        return
    known = _known(taken.project, plan.kind, values)
    _keep(taken, plan.kind, known, values, remarks)


def _values(taken: Taken, plan: Plan, line: _Line) -> tuple[dict[str, Any], list[str]]:
    values: dict[str, Any] = {}
    remarks = []
    for head, held, words in line.cells(plan):
        if stands_across(held):
            continue
        spec = entities.field(plan.kind, held)
        try:
            values[held] = _value(taken, spec, words)
        except Unreadable as trouble:
            if words.casefold() in _NOTHING:
                continue
            taken.unread.append(Unread(line.number, head, words, trouble.sentence))
            remarks.append(f"{head}: {words}")
    return values, remarks


def _take_crossed(taken: Taken, plan: Plan, line: _Line, named: dict[str, Any]) -> None:
    """Make a record of each cell of a row that stands across."""
    own_values, remarks = _values(taken, plan, line)
    shared = {**named, **own_values}
    cell = entities.field(plan.kind, CROSSINGS[plan.table].cell)
    for head, held, words in line.cells(plan):
        name = stands_across(held)
        if not name:
            continue
        meant = named_by(name, head, taken.project)
        values = {**shared, name: _value(taken, entities.field(plan.kind, name), meant)}
        own = list(remarks)
        try:
            values[cell.name] = _value(taken, cell, words)
        except Unreadable as trouble:
            taken.unread.append(Unread(line.number, head, words, trouble.sentence))
            own.append(f"{head}: {words}")
        known = _crossed_known(taken.project, plan, values)
        if known is None and values.get(cell.name) == Letters():
            continue  # a dash or n/a: the role has no part, which needs no record
        _keep(taken, plan.kind, known, values, own)


def _keep(
    taken: Taken,
    kind: type[Entity],
    known: Entity | None,
    values: dict[str, Any],
    remarks: list[str],
) -> None:
    """Put the values into a record, and beside them as a remark what could not be read."""
    if known is None:
        note = "\n".join(remarks)
        _add(taken, started(kind(**values, note=note)))
        return
    lines = [one for one in (known.note, *remarks) if one]
    after = known.but(**values, note="\n".join(dict.fromkeys(lines)))
    if after != known:
        taken.project = taken.project.put(after)
        taken.changed += 1


def _known(project: Project, kind: type[Entity], values: dict[str, Any]) -> Entity | None:
    """The record that the values name; nothing for a kind whose records have no own name."""
    if kind.declaration.single:
        return next(iter(project.table(kind)), None)
    name = naming_field(kind)
    wanted = folded(str(values.get(name, "")))
    if not wanted:
        return None
    return next((r for r in project.table(kind) if folded(str(getattr(r, name))) == wanted), None)


def _crossed_known(project: Project, plan: Plan, values: dict[str, Any]) -> Entity | None:
    """The record of the same cell, where one is there."""
    names = CROSSINGS[plan.table].axes
    wanted = tuple(values.get(name, "") for name in names)
    return next(iter(project.table(plan.kind).where(names, wanted)), None)


def _value(taken: Taken, spec: Field, words: str) -> Any:
    """Return words as the value of a field; raises `Unreadable` with a sentence."""
    if spec.to:
        if spec.kind is field_kinds.REFERENCE:
            return _reference(taken, spec, words)
        parts = (part.strip() for part in words.split(","))
        return tuple(_reference(taken, spec, part) for part in parts if part)
    if spec.choices is not None:
        return spec.choices.parse(words)
    line = words if spec.kind is field_kinds.PROSE else " ".join(words.split())
    try:
        return spec.kind.parse(line)
    except Unreadable:
        if international(line) == line:
            raise
        return spec.kind.parse(international(line))


def _reference(taken: Taken, spec: Field, words: str) -> str:
    """The record of that name; a new one where there is none and a name is enough."""
    kind = entity_named(spec.to)
    wanted = folded(words)
    for row in taken.project.table(kind):
        names = (title(taken.project, row), str(getattr(row, "code", "")))
        if wanted in map(folded, names):
            return row.id
    if not has_own_title(kind):
        raise Unreadable(f"“{words}” is no {thing(kind)} of this project.")
    named: dict[str, Any] = {kind.declaration.title[0]: " ".join(words.split())}
    made = started(kind(**named))
    if isinstance(made, Role):
        made = made.but(organisation=organisation_meant(words))
    _add(taken, made)
    return made.id


def _add(taken: Taken, row: Entity) -> None:
    """Add a new record and count it by its kind."""
    taken.project = taken.project.add(row)
    taken.made += 1
    taken.kinds[table_name(type(row))] += 1
