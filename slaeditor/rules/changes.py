"""The difference between two projects, as rows before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress, filterfalse, starmap
from operator import is_not

from slaeditor.model.entity import Entity, fields
from slaeditor.model.project import Project, kinds
from slaeditor.model.table import Table


@dataclass(frozen=True, slots=True)
class Change:
    """One record that is new (`before` is None), gone (`after` is None) or different."""

    table: str
    before: Entity | None
    after: Entity | None

    @property
    def row(self) -> Entity:
        """The record as it is now, or as it last was."""
        row = self.after or self.before
        if row is None:
            raise ValueError("A change without a record.")
        return row

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that differ, `position` and `readers` among them; or all."""
        names = ("position", "readers", *(one.name for one in fields(type(self.row))))
        if self.before is None or self.after is None:
            return names
        return tuple(n for n in names if getattr(self.before, n) != getattr(self.after, n))


@dataclass(frozen=True, slots=True)
class Changes:
    """What turns one project into another; the same value turns it back."""

    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    @property
    def inverted(self) -> Changes:
        """The changes that undo these."""
        return Changes(tuple(Change(c.table, c.after, c.before) for c in reversed(self.changes)))

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all records concerned."""
        return frozenset(change.row.id for change in self.changes)

    def touch(self, *names: str) -> bool:
        """Whether a record of one of the tables named is concerned."""
        return any(change.table in names for change in self.changes)

    def applied(self, project: Project) -> Project:
        """Return the project with these changes made."""
        for change in self.changes:
            project = project.put(change.after) if change.after else project.drop(change.row)
        return project


def changes(old: Project, new: Project) -> Changes:
    """Return what differs; tables and rows that both share cost nothing."""
    return Changes(
        tuple(
            change
            for name in kinds()
            if getattr(old, name) is not getattr(new, name)
            for change in _table_changes(name, getattr(old, name), getattr(new, name))
        )
    )


def _table_changes(name: str, old: Table[Entity], new: Table[Entity]) -> Iterator[Change]:
    then, now = old.rows, new.rows
    # An edit leaves all other rows the very same, which is told without a step of ours for each.
    pairs = list(zip(then.values(), map(now.get, then), strict=True))
    for before, after in compress(pairs, starmap(is_not, pairs)):
        if before != after:
            yield Change(name, before, after)
    for key in filterfalse(then.__contains__, now):
        yield Change(name, None, now[key])


def composed(first: Changes, second: Changes) -> Changes:
    """Return one set of changes that does what both do one after the other."""
    merged: dict[tuple[str, str], Change] = {}
    for change in (*first, *second):
        key = (change.table, change.row.id)
        earlier = merged.get(key)
        before = earlier.before if earlier else change.before
        merged[key] = Change(change.table, before, change.after)
    return Changes(
        tuple(c for c in merged.values() if (c.before or c.after) and c.before != c.after)
    )
