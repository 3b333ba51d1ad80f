"""Work that may wait until nothing else is to do, in slices nobody notices."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

SLICE = 0.002
"""Seconds of work after which keys, the mouse and drawing come first again."""
WAIT = 30
"""Milliseconds before the first slice, so that what is there is drawn before."""


class Later(QObject):
    """Calls what was given to it, in its order, when no event waits.

    Each is called again and again until it says False, at least once in a slice.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: deque[Callable[[], bool]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work_some)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(WAIT)
        self._first.timeout.connect(self._timer.start)

    def add(self, work: Callable[[], bool]) -> None:
        """Have something done later, once even where it is given twice."""
        if work not in self._work:
            self._work.append(work)
        if not self._timer.isActive():
            self._first.start()

    def finish(self) -> None:
        """Do now all that waits."""
        while self._work:
            self._step()

    def _work_some(self) -> None:
        until = time.perf_counter() + SLICE
        while self._work:
            self._step()
            if time.perf_counter() >= until:
                break
        if not self._work:
            self._timer.stop()

    def _step(self) -> None:
        first = self._work[0]
        if not first() and self._work and self._work[0] == first:
            self._work.popleft()
