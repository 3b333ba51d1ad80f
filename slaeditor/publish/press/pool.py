"""The processes of a press: lent one at a time, kept warm for a while, then ended."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from slaeditor.publish.press.standing_worker import StandingWorker
from slaeditor.publish.trouble import WorkerLost

WORKERS = 2
REST = 30.0
"""Seconds after which processes that nobody needs end, and give their memory back."""


class Pool:
    """At most two processes at work; usable from any thread."""

    def __init__(self, warm: int, *, quiet: bool) -> None:
        """Begin without a process; of those that nobody needs for a while, `warm` are kept.

        `quiet` ones let all other processes of the computer go first.
        """
        self._warm, self._quiet = warm, quiet
        self._free: list[StandingWorker] = []
        self._turn = threading.Lock()
        self._places = threading.BoundedSemaphore(WORKERS)
        self._rest: threading.Timer | None = None
        self._lent = 0
        self._open = True

    @property
    def waiting(self) -> tuple[int, ...]:
        """The processes that nobody uses, by their numbers in the system."""
        return tuple(one.process for one in self._free)

    def close(self) -> None:
        """End all processes that nobody uses; none is kept afterwards."""
        self._open = False
        self._warm = 0
        self.rest()

    def rest(self) -> None:
        """End the processes that wait but for those that are kept warm."""
        with self._turn:
            if self._rest is not None:
                self._rest.cancel()
                self._rest = None
            waiting = self._free[self._warm :]
            del self._free[self._warm :]
        for worker in waiting:
            worker.end()

    def prepare(self) -> None:
        """Begin the processes that are missing, which load the engine while nobody asks.

        Where one cannot be had, whoever needs it is told.
        """
        with self._turn, contextlib.suppress(WorkerLost):
            while self._open and len(self._free) + self._lent < WORKERS:
                self._free.append(StandingWorker(quiet=self._quiet))
                self._rest_later()

    @contextmanager
    def worker(self) -> Iterator[StandingWorker]:
        """Lend a process, a warm one if one waits."""
        with self._places:
            worker = self._taken()
            try:
                worker = worker or StandingWorker(quiet=self._quiet)
                yield worker
            finally:
                self._give_back(worker)

    def _taken(self) -> StandingWorker | None:
        """Return a process that waits, None where there is none; one that was lost is left out."""
        with self._turn:
            self._lent += 1
            lost = [one for one in self._free if not one.usable]
            self._free = [one for one in self._free if one.usable]
            taken = self._free.pop() if self._free else None
        for worker in lost:
            worker.end()
        return taken

    def _give_back(self, worker: StandingWorker | None) -> None:
        with self._turn:
            self._lent -= 1
            if worker is None:
                return
            worker.on_step = None
            kept = self._open and worker.usable
            if kept:
                self._free.append(worker)
            elif self._open and len(self._free) < self._warm:
                self._free.append(StandingWorker(quiet=self._quiet))
            if self._free:
                self._rest_later()
        if not kept:
            worker.end()

    def _rest_later(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
        self._rest = threading.Timer(REST, self.rest)
        self._rest.daemon = True
        self._rest.start()
