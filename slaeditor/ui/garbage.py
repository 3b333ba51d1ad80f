"""Collects cyclic garbage in the window's own thread, between two events, and nowhere else.

Python collects in whichever thread the count runs over, also in one that checks or saves. A widget
that dies there takes the program with it, because Qt's objects belong to the thread that made
them; and a collection there keeps the window waiting for the interpreter.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

INTERVAL_MILLISECONDS = 1_000
AWAY_MILLISECONDS = 2_000
"""How long the manager must have been elsewhere before everything is looked through."""
# Below the first there is nothing to gain. Above the second, what was made at once is records and
# findings, which hold no cycles; looking through them would stop the window for too long.
FEW, MANY = 2_000, 20_000


class Collector(QObject):
    """Collects what is new each second, and everything while the manager is elsewhere."""

    def __init__(self, application: QGuiApplication) -> None:
        """Take collecting over from Python, for as long as the program runs."""
        super().__init__(application)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(collect_new)
        self._timer.start(INTERVAL_MILLISECONDS)
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.setInterval(AWAY_MILLISECONDS)
        self._away.timeout.connect(collect_all)
        application.applicationStateChanged.connect(self._rest)

    def _rest(self, state: Qt.ApplicationState) -> None:
        """Collect everything unless the manager comes back at once, as when a dialog closes."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        else:
            self._away.start()


def collect_new() -> None:
    """Collect among what was made since the last time; what is in use is not looked at again."""
    made = gc.get_count()[0]
    if made < FEW:
        return
    if made <= MANY:
        gc.collect()
    gc.freeze()


def collect_all() -> None:
    """Collect among everything, as after a window closed."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
