"""Work that may wait until nothing else is to do, in slices nobody notices."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

SLICE = 0.002
"""Seconds of work after which keys, the mouse and drawing come first again."""
WAIT = 30
"""Milliseconds before the first slice, so that what is there is drawn before."""


class Later(QObject):
    """Calls what was given to it, in its order, when no event waits.

    Each is called again and again until it says False, at least once in a slice. A slice is of one
    of all that wait in the program. What belongs to a widget that nobody sees waits until `go_on`,
    or until `see_who_waits` finds it in sight.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: deque[Callable[[], bool]] = deque()

    def add(self, work: Callable[[], bool]) -> None:
        """Have something done later, once even where it is given twice."""
        if work not in self._work:
            self._work.append(work)
        self.go_on()

    def go_on(self) -> None:
        """Go on with what waits, as when a page is shown again."""
        if self._work:
            _turns().take(self)

    def finish(self) -> None:
        """Do now all that waits."""
        while self._work:
            self._step()

    @property
    def waits(self) -> bool:
        """Whether anything waits."""
        return bool(self._work)

    @property
    def may_work(self) -> bool:
        """Whether something waits that is not out of sight in a window that is shown."""
        home = self.parent()
        unseen = isinstance(home, QWidget) and not home.isVisible() and home.window().isVisible()
        return self.waits and not unseen

    def work_some(self) -> None:
        """Work until the slice is over or nothing waits."""
        until = time.perf_counter() + SLICE
        while self._work:
            self._step()
            if time.perf_counter() >= until:
                break

    def _step(self) -> None:
        first = self._work[0]
        if not first() and self._work and self._work[0] == first:
            self._work.popleft()


class _Turns(QObject):
    """Gives one slice after the other to those that wait, in turn."""

    def __init__(self, application: QObject | None) -> None:
        super().__init__(application)
        self._waiting: deque[Later] = deque()
        self._resting: WeakSet[Later] = WeakSet()
        self._quiet, self._timer = QTimer(self), QTimer(self)
        for timer in (self._quiet, self._timer):
            timer.setSingleShot(True)
        self._quiet.timeout.connect(self._begin)
        self._timer.timeout.connect(self._give_turn)

    def take(self, later: Later) -> None:
        """Let it have its turns."""
        self._resting.discard(later)
        if later not in self._waiting:
            self._waiting.append(later)
        if not self._timer.isActive() and not self._quiet.isActive():
            self._quiet.start(WAIT)

    def _begin(self) -> None:
        """Begin after the events that wait by now: the quiet may have gone by in making a page."""
        self._timer.start(0)

    def wake(self) -> None:
        """Let those have turns again that came into sight."""
        for later in [one for one in self._resting if isValid(one) and one.may_work]:
            self.take(later)

    def _give_turn(self) -> None:
        while self._waiting:
            first = self._waiting.popleft()
            if not isValid(first):
                continue
            if first.may_work:
                self._waiting.append(first)
                self._timer.start(0)
                first.work_some()
                return
            if first.waits:
                self._resting.add(first)


def see_who_waits() -> None:
    """Go on with what waits for somebody to see it, as far as it is in sight now."""
    _turns().wake()


_made: list[_Turns] = []


def _turns() -> _Turns:
    """Return what gives turns in this program, made when the first waits."""
    if not _made or not isValid(_made[0]):
        _made[:] = [_Turns(QCoreApplication.instance())]
    return _made[0]
