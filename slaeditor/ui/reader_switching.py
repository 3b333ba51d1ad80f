"""Opening and closing records to readers by three switches; clients only after a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from slaeditor.model.entity import Entity
from slaeditor.model.readers import Reader
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui.readers_row import NAMES, OpeningDialog, ReadersRow


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

    def _wanted(self, reader: Reader, on: bool) -> None:
        rows = self._records()
        if not rows:
            return
        if on and reader is Reader.CLIENT:
            project = self._session.project
            dialog = OpeningDialog(self._row.window(), project, rows[0], reader, len(rows))
            dialog.accepted.connect(self._open_to_clients)
            dialog.open()
        else:
            self._set(reader, on=on)

    def _open_to_clients(self) -> None:
        self._set(Reader.CLIENT, on=True)

    def _set(self, reader: Reader, *, on: bool) -> None:
        rows, mask, project = self._records(), reader.alone, self._session.project
        if not rows:
            return
        changed = [r.but(readers=r.readers | mask if on else r.readers & ~mask) for r in rows]
        what = title(project, rows[0]) if len(rows) == 1 else f"{len(rows)} records"
        for row in changed:
            known = project.find(type(row), row.id) is not None
            project = project.put(row) if known else project.add(row)
        verb = "Open" if on else "Close"
        self._session.edit(project, f"{verb} {what} to {NAMES[reader].lower()}")
