"""Bringing two people's edits of one project together, field by field.

What only one of them changed is taken over. Where both changed the same field differently, ours
stands and a conflict says so, as where a record that both have was not in the base. A record that
one removed and the other changed is kept. Lists of references take the additions and removals of
both. Nobody's record is ever lost silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from slaeditor.model import entity
from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, kinds, table_name
from slaeditor.model.readers import Reader
from slaeditor.model.table import STEP, Table
from slaeditor.rules.names import named, title
from slaeditor.rules.references import dangling
from slaeditor.rules.visible import visible

_HEAD = {"position": "Its place in the list", "readers": "Who may read it"}
_KEPT = "Changed: it is kept"
_REMOVED = "Removed"
_SHOWN = 80
_FEW, _SHARE = 5, 0.2


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that both changed: the table, the id of the record, the field or "" for the whole.

    `ours` and `theirs` are the two values; ours stands in the merged project. None stands for a
    record that one side removed. `subject` says where it is, `our_words` and `their_words` what
    each side has there, whole; they are empty where there is no other side to take.
    """

    table: str
    row: str
    field: str
    sentence: str
    ours: Any = None
    theirs: Any = None
    subject: str = ""
    our_words: str = ""
    their_words: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged project, what both had changed, and how many of our records it takes away."""

    project: Project
    conflicts: tuple[Conflict, ...] = ()
    removed: int = 0
    of: int = 0

    @property
    def is_sweeping(self) -> bool:
        """Whether so much goes that somebody should be asked first: a fifth of the records."""
        return self.removed >= _FEW and self.removed > self.of * _SHARE


def merged(base: Project, ours: Project, theirs: Project, reader: Reader | None = None) -> Merged:
    """Return ours with the edits that lead from the base to theirs.

    `reader` says that theirs is a copy cut for a reader: what that reader could not see is no edit
    of theirs, and places in lists are ours.
    """
    cut = visible(base, reader) if reader else base
    work = _Merge(base, cut, ours, theirs, is_cut=reader is not None)
    project = ours
    for name in kinds():
        if getattr(work.base, name) is not getattr(theirs, name):
            project = project.with_table(name, Table(work.rows(name)))
    work.conflicts += _lost(project, ours, theirs)
    return Merged(project, tuple(work.conflicts), _gone(ours, project), ours.count)


def _gone(ours: Project, project: Project) -> int:
    """How many of our records another project has not."""
    pairs = ((table.rows, getattr(project, name).rows) for name, _, table in ours.tables())
    return sum(len(there.keys() - left.keys()) for there, left in pairs if there is not left)


@dataclass(slots=True)
class _Merge:
    """A merge on its way: the base as a whole, and as they had it."""

    whole: Project
    base: Project
    ours: Project
    theirs: Project
    is_cut: bool
    conflicts: list[Conflict] = field(default_factory=list)

    def rows(self, name: str) -> Iterator[Entity]:
        """Yield the rows of one merged table."""
        base, ours, theirs = (getattr(one, name) for one in (self.base, self.ours, self.theirs))
        for row in ours:
            kept = self._kept(name, base.get(row.id), row, theirs.get(row.id))
            if kept is not None:
                yield kept
        last = ours.last_position
        for row in theirs:
            if row.id not in ours and self._comes_back(name, base.get(row.id), row):
                last += STEP
                yield row.but(position=last) if self.is_cut else row

    def _kept(
        self, name: str, base: Entity | None, ours: Entity, theirs: Entity | None
    ) -> Entity | None:
        """Our record with their edits; None when they removed it and we left it alone."""
        if theirs is not None:
            return self._joined(name, base, ours, theirs)
        if base is None:
            return ours
        whole = getattr(self.whole, name)[ours.id]
        if _edits(whole, ours, is_cut=self.is_cut):
            told = "was removed by them and changed by us; it is kept"
            self._clash(name, ours, "", told, (ours, None), ("", _KEPT, _REMOVED))
            return ours
        return None

    def _comes_back(self, name: str, base: Entity | None, theirs: Entity) -> bool:
        """Whether a record that we do not have belongs to the merged project."""
        if base is None:
            return True
        if not _edits(base, theirs, is_cut=self.is_cut):
            return False
        told = "was removed by us and changed by them; it is kept"
        self._clash(name, theirs, "", told, (None, theirs), ("", _REMOVED, _KEPT))
        return True

    def _joined(self, name: str, base: Entity | None, ours: Entity, theirs: Entity) -> Entity:
        before = base or type(ours)(id=ours.id)
        values: dict[str, Any] = {}
        for one, (was, wanted) in _edits(before, theirs, is_cut=self.is_cut).items():
            here = getattr(ours, one)
            if isinstance(wanted, tuple):
                values[one] = _union(was, here, wanted)
            elif here == was or one == "position":
                values[one] = wanted if here == was else here
            elif here != wanted:
                self._clash_of_field(name, ours, one, here, wanted)
        if base is None and not self.is_cut:
            self._clash_of_emptied(name, before, ours, theirs)
        return ours.but(**values) if values else ours

    def _clash_of_emptied(self, name: str, empty: Entity, ours: Entity, theirs: Entity) -> None:
        """Note what of a record only ours says; nobody knows who wrote or removed it."""
        for one, (_, here) in _edits(empty, ours, is_cut=self.is_cut).items():
            there = getattr(theirs, one)
            if there == getattr(empty, one) and one != "position" and not isinstance(here, tuple):
                self._clash_of_field(name, ours, one, here, there)

    def _clash_of_field(self, name: str, row: Entity, one: str, here: Any, there: Any) -> None:
        label = _HEAD.get(one) or entity.field(type(row), one).label
        mine = _words(self.ours, row, one, here)
        other = _words(self.theirs, row, one, there)
        told = f": {label} was changed by both: ours “{_short(mine)}” stands, "
        told += f"theirs is “{_short(other)}”"
        self._clash(name, row, one, told, (here, there), (f": {label}", mine, other))

    def _clash(
        self,
        name: str,
        row: Entity,
        one: str,
        told: str,
        values: tuple[Any, Any],
        shown: tuple[str, str, str],
    ) -> None:
        """Note a conflict; `shown` is what follows the subject, and the words of both sides."""
        what = named(self.ours if values[0] is not None else self.theirs, row)
        subject = f"{what[0].upper()}{what[1:]}"
        gap = "" if told.startswith(":") else " "
        where, mine, other = shown
        found = (f"{subject}{gap}{told}.", *values, f"{subject}{where}", mine, other)
        self.conflicts.append(Conflict(name, row.id, one, *found))


def _edits(before: Entity, after: Entity, *, is_cut: bool) -> Mapping[str, tuple[Any, Any]]:
    """The fields that differ with the value before and after; places do not count in a cut copy."""
    head = ("readers",) if is_cut else ("position", "readers")
    names = (*head, *(one.name for one in entity.fields(type(after))))
    pairs = {one: (getattr(before, one), getattr(after, one)) for one in names}
    return {one: pair for one, pair in pairs.items() if pair[0] != pair[1]}


def _union(
    base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...]:
    """Ours with what they added and without what they removed."""
    kept = [key for key in ours if key in theirs or key not in base]
    return (*kept, *(key for key in theirs if key not in base and key not in kept))


def _words(project: Project, row: Entity, name: str, value: Any) -> str:
    if name in _HEAD:
        return str(value)
    spec = entity.field(type(row), name)
    if spec.to:
        found = [project.find(spec.to, key) for key in spec.targets(value)]
        return ", ".join(title(project, one) for one in found if one)
    if value is None or isinstance(value, bytes):
        return f"{len(value):,} bytes" if value else ""
    return spec.kind.words(value)


def _short(words: str) -> str:
    """Return words on one line, with dots where they go on."""
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


def _lost(project: Project, ours: Project, theirs: Project) -> Iterator[Conflict]:
    """Yield the references that lead nowhere only since both were brought together."""
    found = list(dangling(project))
    sides = (ours, theirs) if found else ()
    known = {(row.id, key) for side in sides for row, _, key in dangling(side)}
    for row, spec, key in found:
        if (row.id, key) not in known:
            lost = ours.find(spec.to, key) or theirs.find(spec.to, key)
            side = ours if lost and ours.find(spec.to, key) else theirs
            what = named(side, lost) if lost else "something"
            subject = named(project, row)
            told = f"{spec.label} refers to {what}, which the other side removed"
            sentence = f"{subject[0].upper()}{subject[1:]}: {told}."
            yield Conflict(table_name(type(row)), row.id, spec.name, sentence)
