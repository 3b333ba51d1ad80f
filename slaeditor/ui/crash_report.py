"""When the fault is ours: the work is kept, and a report without content can be copied."""

from __future__ import annotations

import sys
import threading
from collections import deque
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from slaeditor.faults import way_to
from slaeditor.version import VERSION

if TYPE_CHECKING:  # most starts report nothing
    from slaeditor.ui.report_dialog import ReportDialog

LINES_KEPT = 200
_lines: deque[str] = deque(maxlen=LINES_KEPT)


def overhear() -> None:
    """Keep the last lines of the log for a report; the words of our own log hold no content."""
    import logging

    class Overhearing(logging.Handler):
        """Keeps each line: how grave, where, what."""

        def emit(self, record: logging.LogRecord) -> None:
            """Keep one line."""
            _lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    logging.getLogger().addHandler(Overhearing())


def _log(words: str) -> None:
    import logging

    logging.getLogger("slaeditor").error(words)


def report(error: BaseException | None = None) -> str:
    """Return versions, the way to the error and the last log lines; no content of a project.

    Of an exception only its kind is said, since its words could repeat what somebody typed.
    """
    import platform

    parts = [
        f"SLA Editor {VERSION}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.platform()}, {QGuiApplication.platformName()}",
    ]
    if error is not None:
        parts += ["", *way_to(error)]
    if _lines:
        parts += ["", "Last lines of the log:", *_lines]
    return "\n".join(parts)


class CrashDoor:
    """The outermost door: shows what nobody caught, at most one dialog at a time."""

    def __init__(self) -> None:
        self._dialog: ReportDialog | None = None

    def open(self) -> None:
        """Stand in the way of every exception that nobody catches."""
        sys.excepthook = self.catch
        threading.excepthook = self._catch_of_thread
        QTimer.singleShot(0, overhear)

    def _catch_of_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            _log("unhandled in thread: " + "\n".join(way_to(caught.exc_value)))

    def catch(
        self, kind: type[BaseException], error: BaseException, way: TracebackType | None
    ) -> None:
        """Log an exception and show the report; the program goes on, and the work is kept."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _log("unhandled: " + "\n".join(way_to(error.with_traceback(way))))
        if self._dialog is None:
            from slaeditor.ui.report_dialog import ReportDialog

            self._dialog = ReportDialog(QApplication.activeWindow(), report(error), _SORRY)
            self._dialog.finished.connect(self._closed)
            self._dialog.open()

    def _closed(self) -> None:
        self._dialog = None


_SORRY = (
    "Something went wrong in the program itself. Your work is kept: save it now, and if the "
    "window behaves strangely, close it and open the file again."
)
