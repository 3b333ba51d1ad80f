"""The end of the user's session: log-off, shutdown, a polite kill. The work is kept, nobody asked.

Windows, macOS and session managers say it through Qt; on Linux and macOS a signal may come as
well. Python hears a signal only once it runs, so a socket wakes Qt's loop.
"""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

ENDS = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)
)


class SessionEnd(QObject):
    """Calls `keep` when the session is about to end; after a signal the program ends as well."""

    def __init__(
        self, application: QGuiApplication, keep: Callable[[], None], parent: QObject | None = None
    ) -> None:
        """Listen from now on."""
        super().__init__(parent)
        self._keep = keep
        application.commitDataRequest.connect(self.commit, Qt.ConnectionType.DirectConnection)
        self._earlier: dict[int, object] = {}
        self._wakes, self._woken = socket.socketpair()
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        if threading.current_thread() is threading.main_thread():
            self._hear_signals()

    def commit(self, _manager: object) -> None:
        """Put the work on the disk before the system goes on ending the session."""
        self._keep()

    def _hear_signals(self) -> None:
        for pair in (self._wakes, self._woken):
            pair.setblocking(False)
        signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        self._notifier.activated.connect(self._wake)
        for number in ENDS:
            self._earlier[number] = signal.signal(number, self._end)

    def _wake(self) -> None:
        """Let Python run, which then calls the handler."""
        self._woken.recv(64)

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        QApplication.exit(0)  # `quit` would ask every window first, and nobody answers

    def close(self) -> None:
        """Hear nothing more."""
        if self._earlier:
            signal.set_wakeup_fd(-1)
        for number, earlier in self._earlier.items():
            signal.signal(number, earlier)  # type: ignore[arg-type] # what `signal` itself returned
        self._earlier = {}
        self._notifier.setEnabled(False)
        self._wakes.close()
        self._woken.close()
