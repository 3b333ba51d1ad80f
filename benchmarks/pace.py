"""What the benchmarks of the window share: time of the window's own thread, and percentiles."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


def timed(act: Callable[[], object], widget: object) -> float:
    """Return the milliseconds of this thread until what an act changed is laid out and painted.

    A widget that is given is drawn once more where the act drew nothing of it.
    """
    drawn = Drawn()
    if isinstance(widget, QWidget):
        widget.window().installEventFilter(drawn)
    began = time.thread_time()
    act()
    QApplication.processEvents()
    if isinstance(widget, QWidget) and not drawn.is_drawn:
        widget.repaint()
    took = (time.thread_time() - began) * 1000
    if isinstance(widget, QWidget):
        widget.window().removeEventFilter(drawn)
    return took


class Drawn(QObject):
    """Notes that a window is drawn anew, in part or as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self.is_drawn = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Look at what a window is asked to do."""
        self.is_drawn = self.is_drawn or event.type() == QEvent.Type.UpdateRequest
        return False


def settle(most_seconds: float) -> None:
    """Let the window work for a while."""
    end = time.perf_counter() + most_seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.01)


class Machine:
    """How fast this machine is from moment to moment, told by a fixed piece of work.

    Processor time is longer while other programs share the caches and the core: a figure times
    `share` is what it would be at the best pace seen so far.
    """

    def __init__(self) -> None:
        self._best = min(_work() for _ in range(9))

    def share(self) -> float:
        """Return the best time of the work divided by what it takes now, at most 1."""
        now = sorted(_work() for _ in range(5))[2]
        self._best = min(self._best, now)
        return self._best / now


def _work() -> float:
    """Return the seconds of a piece of work like what the window does: words and look-ups."""
    began = time.thread_time()
    kept = {}
    for number in range(20_000):
        kept[number & 1023] = str(number)
    return time.thread_time() - began


def percentile(figures: list[float], share: int) -> float:
    """Return the figure below which a share (in percent) of all lies."""
    listed = sorted(figures)
    return listed[min(len(listed) * share // 100, len(listed) - 1)]
