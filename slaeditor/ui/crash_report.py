"""When the fault is ours: the work is kept, and a report without content can be copied."""

from __future__ import annotations

import sys
import threading
from collections import deque
from types import TracebackType

from PySide6.QtCore import Qt, QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from slaeditor.ui.labels import button, muted
from slaeditor.version import VERSION

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
        parts += ["", *_way(error)]
    if _lines:
        parts += ["", "Last lines of the log:", *_lines]
    return "\n".join(parts)


def _way(error: BaseException) -> list[str]:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    way = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    caused = error.__cause__ or error.__context__
    earlier = [*_way(caused), "which led to"] if caused is not None else []
    return [*earlier, f"{type(error).__module__}.{type(error).__name__}", *way]


class ReportDialog(QDialog):
    """Shows a report that can be copied."""

    def __init__(self, parent: QWidget | None, words: str, sentence: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Diagnostic report")
        said = QLabel(sentence or "This describes the program and the machine.")
        said.setWordWrap(True)
        self.words = QPlainTextEdit(words)
        self.words.setReadOnly(True)
        self.words.setAccessibleName("Report")
        self.words.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        copy = button("&Copy", "copy", primary=True)
        copy.clicked.connect(self._copy)
        close = button("C&lose")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(muted("Nothing of your project is in it, and nothing is sent."), 1)
        row.addWidget(close)
        row.addWidget(copy)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(said)
        layout.addWidget(self.words, 1)
        layout.addLayout(row)
        self.resize(640, 420)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.toPlainText())


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
            _log("unhandled in thread: " + "\n".join(_way(caught.exc_value)))

    def catch(
        self, kind: type[BaseException], error: BaseException, way: TracebackType | None
    ) -> None:
        """Log an exception and show the report; the program goes on, and the work is kept."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        _log("unhandled: " + "\n".join(_way(error.with_traceback(way))))
        if self._dialog is None:
            self._dialog = ReportDialog(QApplication.activeWindow(), report(error), _SORRY)
            self._dialog.finished.connect(self._closed)
            self._dialog.open()

    def _closed(self) -> None:
        self._dialog = None


_SORRY = (
    "Something went wrong in the program itself. Your work is kept: save it now, and if the "
    "window behaves strangely, close it and open the file again."
)
