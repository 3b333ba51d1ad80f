"""Opening and closing records to readers by three switches; clients only after a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from slaeditor.model.entity import Entity
from slaeditor.model.readers import Reader
from slaeditor.rules.names import titles
from slaeditor.rules.opening import closed_above, opened
from slaeditor.session.session import Session
from slaeditor.ui.opening_dialog import OpeningDialog
from slaeditor.ui.readers_row import NAMES, ReadersRow


class ReaderSwitching(QObject):
    """Does what somebody asks of the switches for the records they stand for."""

    def __init__(
        self, row: ReadersRow, session: Session, records: Callable[[], Sequence[Entity]]
    ) -> None:
        super().__init__(row)
        self._row = row
        self._session = session
        self._records = records
        row.wanted.connect(self._wanted)
        row.above_wanted.connect(self._open_above)

    def _wanted(self, reader: Reader, on: bool) -> None:
        rows = self._records()
        if not rows:
            return
        if on:
            self._ask_or_open(rows, reader)
        else:
            self._close(rows, reader)

    def _open_above(self, reader: Reader) -> None:
        """Open records to a reader together with all they belong to."""
        rows = self._records()
        if rows:
            above = closed_above(self._session.project, rows, reader)
            self._ask_or_open((*above, *rows), reader)

    def _ask_or_open(self, rows: Sequence[Entity], reader: Reader) -> None:
        if reader is not Reader.CLIENT:
            self.open(rows, reader)
            return
        dialog = OpeningDialog(self._row.window(), self._session.project, rows, reader)
        dialog.accepted.connect(_Agreed(self, dialog))
        dialog.open()

    def open(self, rows: Sequence[Entity], reader: Reader) -> None:
        """Open records to a reader, those of the switches foremost, as one step."""
        named = self._named(self._records() or rows)
        words = f"Open {named} to {NAMES[reader].lower()}"
        self._session.edit(opened(self._session.project, rows, reader), words)

    def _close(self, rows: Sequence[Entity], reader: Reader) -> None:
        project = self._session.project
        for row in rows:
            closed = row.but(readers=row.readers & ~reader.alone)
            known = project.find(type(row), row.id) is not None
            project = project.put(closed) if known else project.add(closed)
        words = f"Close {self._named(rows)} to {NAMES[reader].lower()}"
        self._session.edit(project, words)

    def _named(self, rows: Sequence[Entity]) -> str:
        return titles(self._session.project, rows)


class _Agreed:
    """What a question calls whose answer is yes; holds no widget beyond the dialog's own life."""

    def __init__(self, switching: ReaderSwitching, dialog: OpeningDialog) -> None:
        self._switching = switching
        self._dialog = dialog

    def __call__(self) -> None:
        self._switching.open(self._dialog.wanted, Reader.CLIENT)
