"""What came of taking in a table: the project, what is new, what could not be read, what stays."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, kinds, table_name
from slaeditor.rules.difference import Way, differences


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


@dataclass(frozen=True, slots=True)
class Kept:
    """A cell that says nothing about what stands: its row and column, its words, what stands."""

    row: int
    column: str
    words: str
    standing: str

    def __str__(self) -> str:
        """Where and what stays, in one sentence."""
        silent = f"“{self.words}” says nothing" if self.words else "the cell is empty"
        return f"Row {self.row}, {self.column}: {silent}; “{self.standing}” stays."


@dataclass(slots=True)
class Taken:
    """The project with what was taken in, how many records are new or other, and what is left.

    `kept` are cells that say nothing where the project says something, which therefore stays.
    """

    project: Project
    made: int = 0
    changed: int = 0
    unread: list[Unread] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    def then(self, other: Taken) -> Taken:
        """Return what both took in, the other one after this."""
        unread, kept = [*self.unread, *other.unread], [*self.kept, *other.kept]
        made, changed = self.made + other.made, self.changed + other.changed
        return Taken(other.project, made, changed, unread, kept, self.kinds + other.kinds)

    def add(self, row: Entity) -> None:
        """Add a new record and count it by its kind."""
        self.project = self.project.add(row)
        self.made += 1
        self.kinds[table_name(type(row))] += 1

    @property
    def sentence(self) -> str:
        """What was done, in a sentence."""
        new = f"{_counted(self.made)} new"
        among = ", ".join(f"{count} {_called(name, count)}" for name, count in self.kinds.items())
        parts = [f"{new} ({among})" if among else new] if self.made or not self.changed else []
        if self.changed:
            parts.append(f"{_counted(self.changed)} filled in")
        if self.unread:
            parts.append(f"{_cells(len(self.unread))} could not be read, kept as remarks")
        if self.kept:
            verb = "says" if len(self.kept) == 1 else "say"
            parts.append(f"{_cells(len(self.kept))} {verb} nothing, so what stands stays")
        return f"{'; '.join(parts)}."


def changed_sentences(before: Project, after: Project) -> tuple[str, ...]:
    """Return what taking in changes of records that were there, one sentence each."""
    found = (one for one in differences(before, after) if one.way is Way.CHANGED)
    return tuple(sentence for one in found for sentence in one.sentences)


def _counted(number: int) -> str:
    return f"{number} record{'' if number == 1 else 's'}"


def _cells(number: int) -> str:
    return f"{number} cell{'' if number == 1 else 's'}"


def _called(name: str, count: int) -> str:
    declared = kinds()[name].declaration
    return (declared.singular if count == 1 else declared.plural).lower()
