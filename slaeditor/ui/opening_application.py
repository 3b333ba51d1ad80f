"""The application on macOS, which opens files by an event and not on a command line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class OpeningApplication(QApplication):
    """An application whose `file_asked` brings the files that the system wants to be opened.

    Elsewhere Qt's own does, and no event has to pass through Python.
    """

    file_asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Hear which file the system wants to be opened."""
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit(event.file())
            return True
        return super().event(event)
