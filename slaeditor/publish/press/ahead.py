"""Laying out ahead: what will be wanted next is made while nobody waits for anything."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from functools import partial

from slaeditor.publish.document import Edition
from slaeditor.publish.press.press import Press
from slaeditor.publish.press.store import FragmentStore
from slaeditor.publish.press.trouble import Mismatch
from slaeditor.publish.trouble import PublishTrouble

QUIET = 2.5
"""Seconds without a newer wish after which the work begins."""
_STILL = 10.0

Maker = Callable[[], Edition]


class Ahead:
    """A thread that lays out the missing pieces of handbooks, one after the other.

    A newer wish takes the place of an older one, the work for which ends with the piece that is
    being laid out. Trouble is left for whoever makes the handbook.
    """

    def __init__(self, store: FragmentStore) -> None:
        """Fill a store by a quiet press of its own; the thread starts with the first wish."""
        self._press = Press(store, quiet=True)
        self._changed = threading.Condition()
        self._wanted: tuple[Maker, ...] = ()
        self._number = 0
        self._open = True
        self._thread: threading.Thread | None = None

    def wish(self, *editions: Maker) -> None:
        """Lay out the pieces of what these return, in order, a moment after the last wish."""
        with self._changed:
            self._wanted = editions
            self._number += 1
            self._changed.notify_all()
            if self._thread is None and self._open:
                self._thread = threading.Thread(target=self._work, name="ahead", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """End the thread and what it is doing."""
        with self._changed:
            self._open = False
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(_STILL)
            self._thread = None
        self._press.close()

    def _work(self) -> None:
        while (found := self._next()) is not None:
            number, editions = found
            for edition in editions:
                if not self._is_over(number):
                    self._keep(number, edition)

    def _keep(self, number: int, edition: Maker) -> None:
        with contextlib.suppress(PublishTrouble, Mismatch):
            self._press.keep(edition(), partial(self._is_over, number), self._ends)

    def _next(self) -> tuple[int, tuple[Maker, ...]] | None:
        """Return the newest wish once there was none newer for a while."""
        with self._changed:
            self._changed.wait_for(lambda: self._wanted or not self._open)
            number = -1
            while self._open and number != self._number:
                number = self._number
                self._changed.wait(QUIET)
            wanted, self._wanted = self._wanted, ()
            return (number, wanted) if self._open else None

    def _is_over(self, number: int) -> bool:
        return number != self._number or not self._open

    def _ends(self) -> bool:
        return not self._open
