"""Somebody's table as records of a project, after a plan of what its columns hold.

Records that the words name and the project does not have yet are made; those it has are filled in.
Words that cannot be read change nothing: they are told, and kept as the remark of their record. A
cell that is empty or says n/a takes nothing away, unless that is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from slaeditor.exchange.bracket_tables import ENDS, bracket_said, is_in_words, plan_of
from slaeditor.exchange.bracket_tables import TABLE as BRACKETS
from slaeditor.exchange.crossings import CROSSINGS, named_by, stands_across
from slaeditor.exchange.nodes import folded
from slaeditor.exchange.office_files import FoundTable
from slaeditor.exchange.table_plans import Plan
from slaeditor.exchange.taken import Kept, Taken, Unread
from slaeditor.exchange.values_meant import record_called, value_of
from slaeditor.exchange.vocabulary import naming_field
from slaeditor.model import entity as entities
from slaeditor.model.entity import Entity, default
from slaeditor.model.field import Field
from slaeditor.model.project import Project
from slaeditor.model.values.grant import Grant, GrantState
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.bracket_amounts import AMOUNTS, amount_alone
from slaeditor.rules.difference import field_words
from slaeditor.rules.openings import started

_NOTHING: Final = {"n/a", "n.a.", "-", "–", "—"}
"""How people write that a cell holds nothing."""

_EMPTY: Final = (None, "", (), Letters())
"""Values that say nothing."""


@dataclass(slots=True)
class _Taking:
    """What is taken in so far and how: after which plan, with what all rows have in common.

    `emptying` lets cells that say nothing take away what stands; `reached` is the quantity up to
    which the price bracket of the row before goes.
    """

    taken: Taken
    plan: Plan
    emptying: bool = False
    shared: dict[str, Any] = field(default_factory=dict)
    reached: Decimal | None = None

    @property
    def has_brackets(self) -> bool:
        """Whether the rows are price brackets."""
        return self.plan.table == BRACKETS


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a table with the heads above it."""

    number: int
    heads: tuple[str, ...]
    words: tuple[str, ...]

    def cells(self, plan: Plan) -> Iterator[tuple[str, str, str]]:
        """Yield head, what the column holds and the words, of each cell that is taken."""
        for head, held, words in zip(self.heads, plan.columns, self.words, strict=True):
            if held:
                yield head, held, words


@dataclass(slots=True)
class _Said:
    """What the cells of a record say: values, words that say nothing, remarks; by field its head.

    `silent` holds the words of a cell, "" for an empty one, with the value that stands for them.
    """

    values: dict[str, Any] = field(default_factory=dict)
    silent: dict[str, tuple[str, Any]] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    @property
    def whole(self) -> dict[str, Any]:
        """The values of a new record: a promise that says n/a says that there is none."""
        told = {
            name: value
            for name, (words, value) in self.silent.items()
            if words and value not in _EMPTY
        }
        return {**self.values, **told}

    def also(self, other: _Said) -> _Said:
        """Return both together; what the other says counts."""
        return _Said(
            self.values | other.values,
            self.silent | other.silent,
            self.heads | other.heads,
            [*self.remarks, *other.remarks],
        )


def taken_in(project: Project, found: FoundTable, plan: Plan, *, emptying: bool = False) -> Taken:
    """Return the project with the rows of a table as records.

    `emptying` lets cells that are empty or say n/a take away what the project says there.
    """
    taking = _Taking(Taken(project), plan, emptying)
    heads, *rows = found.rows
    lines = [_Line(number, heads, row) for number, row in enumerate(rows, 1) if any(row)]
    if lines:
        taking.shared = _measure(taking) | _price_plan(taking, found)
    for line in lines:
        if plan.is_crossed:
            _take_crossed(taking, line)
        else:
            _take_plain(taking, line)
    return taking.taken


def _measure(taking: _Taking) -> dict[str, Any]:
    """The measure of all times of a matrix, where no column names one and the plan does."""
    plan = taking.plan
    if not plan.asks_measure or not plan.measure.strip():
        return {}
    spec = entities.field(plan.kind, "measure")
    return {spec.name: value_of(taking.taken, spec, plan.measure)}


def _price_plan(taking: _Taking, found: FoundTable) -> dict[str, Any]:
    """The plan of all price brackets, where no column names it."""
    if not taking.has_brackets or "plan" in taking.plan.columns:
        return {}
    return {"plan": plan_of(taking.taken, found)}


def _take_plain(taking: _Taking, line: _Line) -> None:
    """Make one record of a row, or fill in the one that has its name."""
    told = _told(taking, line)
    if not told.whole and not told.remarks:
        return
    if taking.has_brackets:
        told = _placed(taking, told)
    known = _known(taking, told.values)
    _keep(taking, line, known, told)


def _placed(taking: _Taking, told: _Said) -> _Said:
    """What is said of a bracket, with its plan; it begins where the one before ends, if unsaid."""
    begun = {"above": taking.reached or Decimal(0)} if "up_to" in told.values else {}
    taking.reached = told.values.get("up_to")
    return _Said({**taking.shared, **begun}).also(told)


def _told(taking: _Taking, line: _Line) -> _Said:
    """What the cells of a row say that do not stand across."""
    told = _Said()
    for head, held, words in line.cells(taking.plan):
        if not stands_across(held):
            spec = entities.field(taking.plan.kind, held)
            told = told.also(_read(taking, line.number, head, spec, words))
    return told


def _read(taking: _Taking, number: int, head: str, spec: Field, words: str) -> _Said:
    """What one cell says of a field; words such as "21–60" say both ends of a bracket."""
    ends = taking.has_brackets and spec.name in ENDS and bracket_said(words, taking.reached)
    if ends:
        return _Said(ends, heads=dict.fromkeys(ends, head))
    if taking.has_brackets and is_in_words(spec.name, words):
        return _Said({"words": words}, heads={"words": head})
    return _read_single(taking, number, head, spec, words)


def _read_single(taking: _Taking, number: int, head: str, spec: Field, words: str) -> _Said:
    """What one cell says of its field alone."""
    nothing = not words or words.casefold() in _NOTHING
    heads, usual = {spec.name: head}, spec.kind.absent
    try:
        value = value_of(taking.taken, spec, _alone(taking, spec, words)) if words else usual
    except Unreadable as trouble:
        if nothing:
            return _Said(silent={spec.name: (words, usual)}, heads=heads)
        taking.taken.unread.append(Unread(number, head, words, trouble.sentence))
        return _Said(heads=heads, remarks=[f"{head}: {words}"])
    if nothing and not _is_refusal(value):
        return _Said(silent={spec.name: (words, value)}, heads=heads)
    return _Said({spec.name: value}, heads=heads)


def _alone(taking: _Taking, spec: Field, words: str) -> str:
    """The words, those of an amount of a bracket without what its plan says for all of them."""
    if not taking.has_brackets or spec.name not in AMOUNTS:
        return words
    return amount_alone(taking.taken.project, taking.shared.get("plan", ""), words)


def _is_refusal(value: Any) -> bool:
    """Whether a dash is the answer itself: among what a level includes it says “no”."""
    return isinstance(value, Grant) and value.state is GrantState.NO


def _take_crossed(taking: _Taking, line: _Line) -> None:
    """Make a record of each cell of a row that stands across."""
    plan, taken = taking.plan, taking.taken
    own = _told(taking, line)
    cell = entities.field(plan.kind, CROSSINGS[plan.table].cell)
    for head, held, words in line.cells(plan):
        name = stands_across(held)
        if not name:
            continue
        spec = entities.field(plan.kind, name)
        meant = named_by(name, head, taken.project)
        if not words and not record_called(taken.project, spec, meant):
            continue
        axis = {**taking.shared, name: value_of(taken, spec, meant)}
        told = own.also(_Said(axis)).also(_read(taking, line.number, head, cell, words))
        known = _crossed_known(taken.project, plan, told.values)
        if known is not None or cell.name in told.whole or told.remarks:
            _keep(taking, line, known, told)


def _keep(taking: _Taking, line: _Line, known: Entity | None, told: _Said) -> None:
    """Put what is said into a record, and beside it as a remark what could not be read."""
    taken, kind = taking.taken, taking.plan.kind
    if known is None:
        taken.add(started(kind(**told.whole, note="\n".join(told.remarks))))
        return
    lines = [one for one in (known.note, *told.remarks) if one]
    emptied = dict(_emptied(taking, line, known, told))
    after = known.but(**told.values, **emptied, note="\n".join(dict.fromkeys(lines)))
    if after != known:
        taken.project = taken.project.put(after)
        taken.changed += 1


def _emptied(taking: _Taking, line: _Line, known: Entity, told: _Said) -> Iterator[tuple[str, Any]]:
    """What is taken away from a record by cells that say nothing; what stays is noted."""
    for name, (words, value) in told.silent.items():
        spec = entities.field(type(known), name)
        standing = getattr(known, name)
        if standing in (*_EMPTY, value, default(type(known), name)):
            continue
        if taking.emptying and not spec.required:
            yield name, value
        else:
            stays = field_words(taking.taken.project, known, spec)
            taking.taken.kept.append(Kept(line.number, told.heads[name], words, stays))


def _known(taking: _Taking, values: dict[str, Any]) -> Entity | None:
    """The record that the values name; a bracket by its plan and where it begins.

    Nothing for any other kind whose records have no own name.
    """
    project, kind = taking.taken.project, taking.plan.kind
    if taking.has_brackets:
        names = ("plan", "above")
        place = tuple(values.get(name) for name in names)
        return next(iter(project.table(kind).where(names, place)), None)
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
