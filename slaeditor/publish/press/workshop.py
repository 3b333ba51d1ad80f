"""What the handbooks in the making share: pieces, processes, and whose turn it is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from slaeditor.publish.once import Memory
from slaeditor.publish.press.pool import WORKERS, Pool
from slaeditor.publish.press.store import FragmentStore
from slaeditor.publish.trouble import Cancelled

_LOOK = 0.02
_CUTS = 1024
"""Answers of the cutting of handbooks that are kept: some forty for each of the last ones."""

Asked = Callable[[], bool]


def never() -> bool:
    """Return that nobody has cancelled, for what nobody can."""
    return False


def stopped() -> Cancelled:
    """Return what says that an export was stopped."""
    return Cancelled("The export was stopped.", "")


@dataclass
class Count:
    """What was done: pieces laid out, pieces found, handbooks that went the plain way."""

    laid_out: int = 0
    found: int = 0
    plain: int = 0


class Workshop:
    """Keeps pieces and what was cut, and lends processes; usable from any thread."""

    def __init__(
        self, store: FragmentStore | None = None, warm: int = 0, *, quiet: bool = False
    ) -> None:
        """Begin without a process; the first work starts one.

        Of those that nobody needs for a while, `warm` are kept. The processes of a `quiet` press
        let all others go first.
        """
        self.store = store or FragmentStore()
        self.pool = Pool(warm, quiet=quiet)
        self.count = Count()
        self.cuts = Memory(_CUTS)
        self._turn = threading.Lock()
        self._front: list[Callable[[], int]] = []
        self._keys: dict[str, threading.Lock] = {}

    @property
    def in_front(self) -> bool:
        """Whether handbooks that somebody waits for have work for all processes."""
        return sum(owed() for owed in self._front) >= WORKERS

    @contextmanager
    def waited_for(self, owed: Callable[[], int]) -> Iterator[None]:
        """Let what is laid out for later wait while a handbook owes pieces for all processes."""
        with self._turn:
            self._front.append(owed)
        try:
            yield
        finally:
            with self._turn:
                self._front = [one for one in self._front if one is not owed]

    @contextmanager
    def alone(self, key: str, unwanted: Asked) -> Iterator[None]:
        """Let nobody else lay out the piece of a key meanwhile; raises Cancelled."""
        with self._turn:
            lock = self._keys.setdefault(key, threading.Lock())
        while not lock.acquire(timeout=_LOOK):
            if unwanted():
                raise stopped()
        try:
            yield
        finally:
            lock.release()

    def tally(self, laid_out: int = 0, found: int = 0) -> None:
        """Count pieces that were laid out and pieces that were found."""
        with self._turn:
            self.count.laid_out += laid_out
            self.count.found += found
