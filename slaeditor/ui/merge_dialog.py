"""Merging a colleague's file into the work in a window: what comes in, and what both changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from slaeditor.model.project import kinds
from slaeditor.session.background import Lane, Ticket
from slaeditor.ui.conflict_table import ConflictTable
from slaeditor.ui.dialog import Role
from slaeditor.ui.export_choices import counted
from slaeditor.ui.icons import change_icon, icon
from slaeditor.ui.labels import button, heading
from slaeditor.ui.reading_dialog import ReadingDialog
from slaeditor.ui.sentence_tree import SentenceTree

if TYPE_CHECKING:
    from slaeditor.session.joining import Joined
    from slaeditor.session.lineage import Start, Work
    from slaeditor.storage.state import State


class MergeDialog(ReadingDialog):
    """Shows what a file brings; `merged` brings the project that was agreed to, and the file.

    Where both changed the same, ours stands unless theirs is ticked.
    """

    merged = Signal(object, object)

    def __init__(self, parent: QWidget, work: Work, state: State | None) -> None:
        """Merge into some work; `state` keeps its earlier versions."""
        super().__init__(
            parent,
            "Merge with a file",
            "What a colleague changed comes into this project as one step that can be undone.",
            Lane("merge"),
        )
        self._work = work
        self._state = state
        self._joined: Joined | None = None
        self._path: Path | None = None
        self.column.addWidget(self.state)
        self.clashes_head = heading("Changed by both: tick what shall be as theirs")
        self.clashes = ConflictTable()
        self.brings_head = heading("What comes in")
        self.brings = SentenceTree("What comes in")
        for widget in (self.clashes_head, self.clashes, self.brings_head, self.brings):
            self.column.addWidget(widget)
        self.column.addStretch(0)  # takes the room of tables that are not shown
        self.column.setStretchFactor(self.brings, 2)
        self.column.setStretchFactor(self.clashes, 2)
        self.clashes_head.hide()
        self.clashes.hide()
        self._make_buttons()
        self.resize(self.fontMetrics().horizontalAdvance("n") * 90, 600)

    def _make_buttons(self) -> None:
        closing = button("Cancel")
        closing.clicked.connect(self.close)
        self.go = button("&Merge", "git-merge", primary=True)
        self.go.setEnabled(False)
        self.go.clicked.connect(self._agree)
        self.differences = button(self.tr("Show every &difference"), "file-diff")
        self.differences.setToolTip(
            self.tr(
                "Looks for nothing that both began from: wherever the two differ, you choose which "
                "stands. What is in one of them only stays."
            )
        )
        self.differences.hide()
        self.differences.clicked.connect(self._read_from_nothing)
        self.add_buttons(
            (self.differences, Role.ActionRole),
            (closing, Role.RejectRole),
            (self.go, Role.AcceptRole),
        )

    def read(self, path: Path, *, from_nothing: bool = False) -> None:
        """Read a file and show what it brings; `from_nothing` looks for no common start."""
        self._path = path
        self.state.setText(f"Reading {path.name}…")
        work, state = self._work, self._state

        def read(_: Ticket) -> Joined:
            from slaeditor.session.joining import joined

            return joined(path, work, state, from_nothing=from_nothing)

        self.reading.ask(read, lambda made: self._show(path, made), self.complain)

    def _read_from_nothing(self) -> None:
        if self._path is not None:
            self.read(self._path, from_nothing=True)

    def _show(self, path: Path, made: Joined) -> None:
        self._joined = made
        self.state.setText(f"{_begun(made.start)} {_brought(path, made)}")
        self.differences.setVisible(made.start.known and not made.is_same)
        self._show_what_comes(made)
        self._show_clashes(made)
        self.go.setEnabled(not made.is_empty)

    def _show_what_comes(self, made: Joined) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        self.brings.clear()
        for one in made.brings:
            if one.table not in groups:
                declared = kinds()[one.table].declaration
                groups[one.table] = QTreeWidgetItem(self.brings, [declared.plural])
                groups[one.table].setIcon(0, icon(declared.icon))
            for words in one.sentences:
                line = QTreeWidgetItem(groups[one.table], [words])
                line.setIcon(0, change_icon(one.way.value))
        self.brings.expandAll()
        self.brings.setVisible(bool(groups))
        self.brings_head.setVisible(bool(groups))

    def _show_clashes(self, made: Joined) -> None:
        self.clashes.show_conflicts(made.conflicts)
        self.clashes.setVisible(bool(made.conflicts))
        self.clashes_head.setVisible(bool(made.conflicts))

    def _agree(self) -> None:
        from slaeditor.rules.settling import settled

        if self._joined is None:
            return
        project = self._joined.project
        for conflict in self.clashes.ticked():
            project = settled(project, conflict)
        self.close()
        self.merged.emit(project, self._joined.brought)


def _begun(start: Start) -> str:
    """Return a sentence about what both began from."""
    if not start.known:
        return (
            "No version that both began from is used, so that every difference counts as changed "
            "by both."
        )
    if start.since is None:
        return "Both began from what this project’s file holds."
    moment = QDateTime.fromSecsSinceEpoch(int(start.since.timestamp()))
    when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    return f"Both began from the version of {when}."


def _brought(path: Path, made: Joined) -> str:
    """Return a sentence about what a file brings."""
    if made.is_empty and made.is_same:
        return f"“{path.name}” holds what this project holds and brings nothing new."
    if made.is_empty:
        return (
            f"“{path.name}” brings nothing new: where it differs, the change was made here since."
        )
    told = f"“{path.name}” changes {counted(len(made.brings), 'record')} here"
    clashes = len(made.conflicts)
    return f"{told}; {counted(clashes, 'place')} both changed." if clashes else f"{told}."
