"""Laying out the handbooks that come next while one is put together and judged."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterable

from slaeditor.publish.document import Edition
from slaeditor.publish.press.press import Press
from slaeditor.publish.press.trouble import Mismatch
from slaeditor.publish.trouble import PublishTrouble

_LOOK = 0.05
_STILL = 5.0
_PATIENCE = 1.5
"""Seconds in which the first handbook, which is not foreseen, may be made."""

Maker = Callable[[], Edition]


class Foresight:
    """A thread that lays out pieces of the next handbooks whenever a press has a process to spare.

    What it makes is found when its turn comes. Trouble is left for whoever makes the handbook.
    """

    def __init__(self, press: Press, editions: Iterable[Maker]) -> None:
        """Begin at once; the editions are made one after the other, each when it is needed."""
        self._press = press
        self._editions = tuple(editions)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._work, name="foresight", daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether there is more to lay out."""
        return self._thread.is_alive()

    def close(self) -> None:
        """End the thread and what it is doing."""
        self._ended.set()
        self._thread.join(_STILL)

    def _work(self) -> None:
        self._let_others_begin()
        for edition in self._editions:
            if self._ended.is_set():
                return
            with contextlib.suppress(PublishTrouble, Mismatch):
                self._press.keep(edition(), self._is_over, self._ended.is_set)

    def _let_others_begin(self) -> None:
        """Wait until the press has work for all its processes, or nobody brings it any.

        From then on the next handbook is made and cut while processes lay out what is in front.
        """
        end = time.monotonic() + _PATIENCE
        while not self._press.in_front and time.monotonic() < end:
            if self._ended.wait(_LOOK):
                return

    def _is_over(self) -> bool:
        """Return whether to end, once the press has a process to spare."""
        while self._press.in_front and not self._ended.wait(_LOOK):
            pass
        return self._ended.is_set()
