"""What the benchmarks of the window share: time of the window's own thread, and percentiles."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget


def timed(act: Callable[[], object], widget: object) -> float:
    """Return the milliseconds of this thread until a widget shows what an act changed."""
    began = time.thread_time()
    act()
    if isinstance(widget, QWidget):
        widget.repaint()
    QApplication.processEvents()
    return (time.thread_time() - began) * 1000


def settle(most_seconds: float) -> None:
    """Let the window work for a while."""
    end = time.perf_counter() + most_seconds
    while time.perf_counter() < end:
        QApplication.processEvents()
        time.sleep(0.01)


def percentile(figures: list[float], share: int) -> float:
    """Return the figure below which a share (in percent) of all lies."""
    listed = sorted(figures)
    return listed[min(len(listed) * share // 100, len(listed) - 1)]
