"""The line under a grid: how the current cell was understood, who says it, what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.findings import Finding
from slaeditor.rules.fixes import fix
from slaeditor.ui import theme
from slaeditor.ui.cells import cell_value
from slaeditor.ui.grid_model import GridModel
from slaeditor.ui.labels import button, muted
from slaeditor.ui.note_line import NoteLine
from slaeditor.ui.reader_switching import ReaderSwitching
from slaeditor.ui.readers_row import ReadersRow

Meaning = Callable[[QModelIndex, Any], str]
"""Says in a sentence what a value in a cell means."""
MOST_NOTES = 2
Said = tuple[str, str, Finding | None]
"""What is said about a cell: how grave it is, a sentence, and the finding it comes from."""


class CellBar(QFrame):
    """Follows the current cell of a grid; `opened` asks for all its fields, `reset` for the base's.

    While somebody types, it says how the words would be read.
    """

    opened = Signal()
    reset = Signal()

    def __init__(self, model: GridModel, meaning: Meaning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._model = model
        self._meaning = meaning
        self._index = QModelIndex()
        self._rows: Sequence[Entity] = ()
        self.name = QLabel(self)
        theme.enlarge(self.name, 1.0, QFont.Weight.DemiBold)
        self.origin = muted("", self)
        self.meaning = QLabel(self)
        self.meaning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notes = [NoteLine(self) for _ in range(MOST_NOTES)]
        self.readers = ReadersRow(self, compact=True)
        self.switching = ReaderSwitching(self.readers, model.session, self._readable)
        self.open_button = button("All fields", "panel-right", self)
        self.reset_button = button("Use what is inherited", "rotate-ccw", self)
        self.open_button.clicked.connect(self.opened)
        self.reset_button.clicked.connect(self.reset)
        self._lay_out()

    def _lay_out(self) -> None:
        for label in (self.name, self.origin, self.meaning):
            label.setWordWrap(True)
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.name, 1)
        above.addWidget(self.reset_button)
        above.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(above)
        layout.addWidget(self.meaning)
        layout.addWidget(self.origin)
        for note in self.notes:
            layout.addWidget(note)
        layout.addWidget(self.readers)

    def show_cell(self, index: QModelIndex) -> None:
        """Show what a cell says now."""
        self._index = QModelIndex(index)
        self.setVisible(index.isValid())
        if not index.isValid():
            return
        model = self._model
        self.name.setText(model.name_of(index))
        self._show_origin(index)
        self._show_readers()
        trouble = model.trouble(index)
        self.meaning.setText("" if trouble else self._said(index))
        self.meaning.setVisible(bool(self.meaning.text()))
        self._show_notes(trouble)

    def show_cells(self, rows: Sequence[Entity]) -> None:
        """Let the switches stand for the records of several cells."""
        self._rows = rows
        self._show_readers()

    def show_typed(self, words: str) -> None:
        """Show how words would be read that somebody is typing into the cell."""
        if not self._index.isValid():
            return
        model = self._model
        try:
            spec = model.field_at(self._index)
            value = cell_value(model.session.project, spec, words, model.local)
        except Unreadable as unreadable:
            self.meaning.hide()
            self._say(0, "error", unreadable.sentence if words.strip() else "")
            return
        self.meaning.setText(self._meaning(self._index, value))
        self.meaning.setVisible(bool(self.meaning.text()))
        self._say(0, "", "")

    def _said(self, index: QModelIndex) -> str:
        plain = self._model.plain(index)
        spec = self._model.field_at(index)
        value = getattr(plain, spec.name) if plain is not None else None
        if value in (None, spec.kind.absent):
            value = self._model.inherited_value(index)
        return self._meaning(index, value)

    def _show_origin(self, index: QModelIndex) -> None:
        words, source = self._model.inherited(index)
        own = self._model.plain(index) is not None
        self.reset_button.setVisible(bool(words) and own)
        if words and own:
            self.reset_button.setText(f" Use “{words}”")
            self.reset_button.setToolTip(f"What {source} says")
            self.origin.setText(f"Differs from “{words}”, which {source} says.")
        else:
            self.origin.setText(f"Inherited: {source} says it. Type to say something else.")
        self.origin.setVisible(bool(words))

    def _readable(self) -> Sequence[Entity]:
        """The records the switches stand for, as the project holds them now."""
        project = self._model.session.project
        rows = self._rows or (self._model.rows_at(self._index) if self._index.isValid() else ())
        return [row for one in rows if (row := project.find(type(one), one.id)) is not None]

    def _show_readers(self) -> None:
        rows = self._readable()
        self.readers.setVisible(bool(rows))
        self.readers.show_rows(self._model.session.project, rows)

    def _show_notes(self, trouble: str) -> None:
        keys = (row.id for row in self._model.rows_at(self._index))
        found = self._model.session.found.of_rows(keys)
        said: list[Said] = [("error", trouble, None)] if trouble else []
        said += [(str(one.severity), one.sentence, one) for one in found]
        for at in range(MOST_NOTES):
            self._say(at, *(said[at] if at < len(said) else ("", "", None)))

    def _say(self, at: int, severity: str, sentence: str, finding: Any = None) -> None:
        session = self._model.session
        made = fix(session.project, finding) if finding is not None else None
        label, run = (made.label, partial(session.mend, finding)) if made else ("", None)
        self.notes[at].say(severity, sentence, label, run)


def described(widget: QWidget) -> str:
    """Return all that a bar says, for a test or a screen reader."""
    shown = (one for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))
    return " ".join(filter(None, (one.text() for one in shown)))
