"""A screen reader that begins to listen while the program runs: boxes get their lines for it.

Qt tells its own widgets of it and nobody else, so that it is looked for now and then.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from slaeditor.ui.editors.box import Box
from slaeditor.ui.later import Later

EVERY = 2000
"""Milliseconds after which it is looked again whether one listens."""


class ScreenReaderWatch(QObject):
    """Fills the boxes of all forms as soon as a screen reader listens.

    What is made afterwards has its lines from the beginning; nothing more is watched then.
    """

    def __init__(self, application: QObject, every: int = EVERY) -> None:
        super().__init__(application)
        self._later = Later(self)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        if not QAccessible.isActive():
            self._timer.start(every)

    @property
    def watches(self) -> bool:
        """Whether none listens so far."""
        return self._timer.isActive()

    def look(self) -> None:
        """Look whether one listens, and fill the boxes that wait, in slices."""
        if not QAccessible.isActive():
            return
        self._timer.stop()
        boxes = [one for one in QApplication.allWidgets() if isinstance(one, Box) and one.waits]
        if boxes:
            self._later.add(lambda: _fill_next(boxes))


def _fill_next(boxes: list[Box]) -> bool:
    """Fill one of some boxes that are still there; say whether any is left."""
    box = boxes.pop()
    if isValid(box):
        box.fill()
    return bool(boxes)
