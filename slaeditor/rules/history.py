"""The history of a project: named steps that can be undone and done again.

An immutable value: every verb returns another history. Steps with the same key that follow each
other without a seal between them merge into one, so that typing a word is one step.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from slaeditor.model.project import Project
from slaeditor.rules.changes import Changes, changes, composed


@dataclass(frozen=True, slots=True)
class Step:
    """One edit: its name for the menu, what it changed, and the key under which typing merges."""

    label: str
    changes: Changes
    key: Hashable = None


@dataclass(frozen=True, slots=True)
class History:
    """The project now, the steps behind it and the undone steps before it."""

    project: Project
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    sealed: bool = True

    def edit(self, project: Project, label: str, key: Hashable = None) -> History:
        """Return the history after an edit; an edit that changes nothing is no step."""
        made = changes(self.project, project)
        if not made:
            return self
        last = self.done[-1] if self.done else None
        if last and key is not None and last.key == key and not self.sealed:
            return self._merged(last, made, project)
        return History(project, (*self.done, Step(label, made, key)), (), sealed=False)

    def _merged(self, last: Step, made: Changes, project: Project) -> History:
        both = composed(last.changes, made)
        done = (*self.done[:-1], *((replace(last, changes=both),) if both else ()))
        return History(project, done, (), sealed=not both)

    def seal(self) -> History:
        """Return the history in which the next edit is a step of its own."""
        return replace(self, sealed=True)

    def undo(self) -> History:
        """Return the history one step back; the same when there is none."""
        if not self.done:
            return self
        step = self.done[-1]
        project = step.changes.inverted.applied(self.project)
        return History(project, self.done[:-1], (*self.undone, step))

    def redo(self) -> History:
        """Return the history one step forward again; the same when nothing was undone."""
        if not self.undone:
            return self
        step = self.undone[-1]
        project = step.changes.applied(self.project)
        return History(project, (*self.done, step), self.undone[:-1])

    @property
    def undo_label(self) -> str:
        """The name of the step that `undo` takes back, or nothing."""
        return self.done[-1].label if self.done else ""

    @property
    def redo_label(self) -> str:
        """The name of the step that `redo` does again, or nothing."""
        return self.undone[-1].label if self.undone else ""
