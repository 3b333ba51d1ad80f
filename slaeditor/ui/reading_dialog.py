"""A dialog that reads a file while the window goes on, and lets go of it when it closes."""

from __future__ import annotations

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from slaeditor.session.background import Lane, Trouble
from slaeditor.ui.dialog import Dialog
from slaeditor.ui.labels import muted


class ReadingDialog(Dialog):
    """Has a lane for what takes time, `reading`, and a line that says how it stands, `state`."""

    def __init__(self, parent: QWidget, heading: str, explanation: str, lane: Lane) -> None:
        """Read in a lane, which closes with the dialog."""
        super().__init__(parent, heading, explanation)
        self.reading = lane
        self.state = muted("")
        lane.setParent(self)

    def complain(self, trouble: Trouble) -> None:
        """Say what went wrong, and what helps."""
        self.state.setText(" ".join(filter(None, (trouble.sentence, trouble.remedy))))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading."""
        self.reading.close()
        super().closeEvent(event)

    def reject(self) -> None:
        """Close as Esc does."""
        self.reading.close()
        super().reject()
