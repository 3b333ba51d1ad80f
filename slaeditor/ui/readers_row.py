"""Who may read a record: three switches, within what the record it belongs to allows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader, Readers
from slaeditor.rules.checks.wording import called_each
from slaeditor.rules.names import named
from slaeditor.rules.opening import closed_above
from slaeditor.ui import reader_words
from slaeditor.ui.labels import muted, segment
from slaeditor.ui.note_line import NoteLine

NAMES = {Reader.STAFF: "Staff", Reader.SALES: "Sales", Reader.CLIENT: "Clients"}


class ReadersRow(QWidget):
    """Three switches and a sentence; `wanted` brings a reader and whether it may read.

    Below them stands why a switch is greyed; `above_wanted` brings the reader to whom what the
    records belong to is to be opened too. A compact one has no sentence of its own.
    """

    wanted = Signal(object, bool)
    above_wanted = Signal(object)

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
        self.closed = NoteLine(self, plain=True)
        column.addWidget(self.closed)

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
        above = {reader: closed_above(project, rows, reader) for reader in Reader}
        for reader, switch in self.switches.items():
            tells = reader_words.told(type(rows[0])).include(reader)
            switch.setEnabled(tells and not above[reader])
            switch.setChecked(tells and all(row.readers.include(reader) for row in rows))
            tip = _tip(project, above[reader], reader) if tells else _silent(rows[0], reader)
            switch.setToolTip(tip)
            if not tells:
                above[reader] = ()
        self._say_closed(project, next(((one, by) for one, by in above.items() if by), None))
        effective = reader_words.effective(project, rows[0])
        self._words.setText(_sentence(rows, effective))

    def _say_closed(self, project: Project, found: tuple[Reader, Sequence[Entity]] | None) -> None:
        """Say of the first switch that is greyed why, and offer to open that too."""
        if found is None:
            self.closed.say("", "")
            return
        reader, above = found
        label = "Open it too" if len(above) == 1 else "Open these too"
        self.closed.say("muted", _why_closed(project, above, reader), label, _Above(reader, self))


class _Above:
    """What the button beside the reason calls; holds no widget that could be gone before it."""

    def __init__(self, reader: Reader, row: ReadersRow) -> None:
        self._reader = reader
        self._row = row

    def __call__(self) -> None:
        self._row.above_wanted.emit(self._reader)


class _Pressed:
    """What a switch calls; holds no widget that could be gone before it."""

    def __init__(self, reader: Reader, row: ReadersRow) -> None:
        self._reader = reader
        self._row = row

    def __call__(self) -> None:
        self._row.pressed(self._reader, on=self._row.switches[self._reader].isChecked())


def _tip(project: Project, above: Sequence[Entity], reader: Reader) -> str:
    if above:
        return _why_closed(project, above, reader)
    return f"Let {NAMES[reader].lower()} read it, or not"


def _silent(row: Entity, reader: Reader) -> str:
    """Why a record can never be opened to a reader: no field of its kind is for them."""
    what = row.declaration.plural
    return f"{what} hold nothing that is meant for {NAMES[reader].lower()}."


def _why_closed(project: Project, above: Sequence[Entity], reader: Reader) -> str:
    """What is closed of all the records belong to, such as “The level “Gold” is not open to …”."""
    who = NAMES[reader].lower()
    if len(above) == 1:
        return f"The {named(project, above[0])} is not open to {who}."
    kinds = {row.declaration.plural.lower() for row in above}
    what = f"The {kinds.pop()} " if len(kinds) == 1 else ""
    return f"{what}{called_each(project, above)} are not open to {who}."


def _sentence(rows: Sequence[Entity], effective: Readers) -> str:
    if len({row.readers for row in rows}) > 1:
        return "These records differ."
    return reader_words.sentence(effective)
