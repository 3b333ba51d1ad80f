"""Who may read a record: three switches, within what the record it belongs to allows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.model.readers import EVERYONE, Reader, Readers
from slaeditor.rules.names import named
from slaeditor.rules.references import owner_of
from slaeditor.ui import reader_words
from slaeditor.ui.labels import muted, segment

NAMES = {Reader.STAFF: "Staff", Reader.SALES: "Sales", Reader.CLIENT: "Clients"}


class ReadersRow(QWidget):
    """Three switches and a sentence; `wanted` brings a reader and whether it may read.

    A compact one stands on a single line.
    """

    wanted = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._words = muted("", self)
        self.switches = {reader: self._switch(reader) for reader in Reader}
        caption = QLabel("Who may read it", self)
        caption.setBuddy(self.switches[Reader.STAFF])
        row = QHBoxLayout()
        row.setSpacing(6)
        for switch in self.switches.values():
            row.addWidget(switch)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if compact:
            row.insertWidget(0, caption)
        else:
            column.addWidget(caption)
            column.addWidget(self._words)
        column.insertLayout(0 if compact else 1, row)

    def _switch(self, reader: Reader) -> QToolButton:
        made = segment(NAMES[reader], self, spoken=f"Open to {NAMES[reader].lower()}")
        made.clicked.connect(_Pressed(reader, self))
        return made

    def pressed(self, reader: Reader, *, on: bool) -> None:
        """Pass on the press of a switch; the switch itself follows the record."""
        self.switches[reader].setChecked(not on)
        self.wanted.emit(reader, on)

    def show_rows(self, project: Project, rows: Sequence[Entity]) -> None:
        """Show who may read the records; switches their owners do not allow are greyed."""
        if not rows:
            return
        allowed = _allowed(project, rows)
        for reader, switch in self.switches.items():
            may = allowed.include(reader)
            switch.setEnabled(may)
            switch.setChecked(all(row.readers.include(reader) for row in rows))
            switch.setToolTip(_tip(project, rows[0], reader, may=may))
        effective = reader_words.effective(project, rows[0])
        self._words.setText(_sentence(rows, effective))


class _Pressed:
    """What a switch calls; holds no widget that could be gone before it."""

    def __init__(self, reader: Reader, row: ReadersRow) -> None:
        self._reader = reader
        self._row = row

    def __call__(self) -> None:
        self._row.pressed(self._reader, on=self._row.switches[self._reader].isChecked())


def _allowed(project: Project, rows: Sequence[Entity]) -> Readers:
    """The readers whom the owners of all these records allow."""
    allowed = EVERYONE
    for row in rows:
        above = owner_of(project, row)
        if above is not None:
            allowed &= reader_words.effective(project, above)
    return allowed


def _tip(project: Project, row: Entity, reader: Reader, *, may: bool) -> str:
    above = owner_of(project, row)
    if not may and above is not None:
        return f"The {named(project, above)} is not open to {NAMES[reader].lower()}."
    return f"Let {NAMES[reader].lower()} read it, or not"


def _sentence(rows: Sequence[Entity], effective: Readers) -> str:
    if len({row.readers for row in rows}) > 1:
        return "These records differ."
    return reader_words.sentence(effective)
