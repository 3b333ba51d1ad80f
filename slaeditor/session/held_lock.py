"""The lock on the file of a window: shown to be alive now and then, and noticed when it is taken.

A plain part of a document; where a file has no lock there is nothing to show.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from slaeditor.session.background import Lane
from slaeditor.storage.locks import BEAT_SECONDS, Lock


class HeldLock(QObject):
    """Holds a lock and beats for it on a lane; `lost` says that somebody else took the file."""

    lost = Signal()

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self.lock: Lock | None = None
        self._lane = lane
        self._timer = QTimer(self)
        self._timer.setInterval(int(BEAT_SECONDS * 1000))
        self._timer.timeout.connect(self.beat)

    def hold(self, lock: Lock | None) -> None:
        """Go on with another lock, or with none."""
        self.lock = lock
        if lock is None:
            self._timer.stop()
        else:
            self._timer.start()

    def beat(self) -> None:
        """Show that it is held, and hear whether it still is."""
        lock = self.lock
        if lock is not None:
            self._lane.ask(lambda _: lock.beat(), self._hear)

    def _hear(self, ours: bool) -> None:  # noqa: FBT001 - the answer of the lane
        if not ours:
            self.hold(None)
            self.lost.emit()

    def rest(self) -> None:
        """Beat no more."""
        self._timer.stop()

    def release(self) -> None:
        """Let the file go."""
        if self.lock is not None:
            self.lock.release()
        self.lock = None
