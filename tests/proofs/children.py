"""Child processes of a proof: forked, watched, killed.

A fork costs some milliseconds, where a fresh interpreter costs a second. The programs of this
folder have a single thread, so that nothing is torn by it; tests start them as processes.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass

Tell = Callable[[bytes], None]
Work = Callable[[Tell], None]
FAILED = 70


@dataclass(frozen=True)
class Ended:
    """How a child ended: what it had told, its exit status, the signal that ended it (or 0).

    `way` is the way to an exception that it did not catch.
    """

    told: bytes
    status: int
    signal: int
    seconds: float
    way: str = ""


class Child:
    """A forked child that does some work and tells bytes on its way."""

    def __init__(self, work: Work) -> None:
        """Start it."""
        self._begun = time.monotonic()
        self._status: int | None = None
        self._pipe, writing = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            _be_child(work, writing)
        os.close(writing)

    def kill(self) -> None:
        """Let it die this instant."""
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)

    def stopped(self) -> bytes:
        """Stop it where it stands and return what it had told by then."""
        os.kill(self.pid, signal.SIGSTOP)
        _, status = os.waitpid(self.pid, os.WUNTRACED)
        self._status = None if os.WIFSTOPPED(status) else status
        told = b""
        while select.select([self._pipe], [], [], 0)[0] and (part := os.read(self._pipe, 1 << 16)):
            told += part
        return told

    def ended(self, patience: float = 60.0) -> Ended:
        """Return how it ended; one that does not within `patience` seconds is killed."""
        told = b""
        give_up = time.monotonic() + patience
        while time.monotonic() < give_up:
            ready, _, _ = select.select([self._pipe], [], [], max(0.0, give_up - time.monotonic()))
            part = os.read(self._pipe, 1 << 16) if ready else b""
            told += part
            if ready and not part:
                break
        else:
            self.kill()
        os.close(self._pipe)
        status = os.waitpid(self.pid, 0)[1] if self._status is None else self._status
        died_of = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1
        told, _, way = told.partition(b"\0")
        return Ended(told, code, died_of, time.monotonic() - self._begun, way.decode())


def _be_child(work: Work, writing: int) -> None:
    status = FAILED
    try:
        work(lambda told: _told(writing, told))
        status = 0
    except BaseException:  # noqa: BLE001 - whatever it was, the parent has to hear of it
        _told(writing, b"\0" + traceback.format_exc().encode())
    finally:
        os._exit(status)


def _told(pipe: int, told: bytes) -> None:
    os.write(pipe, told)


def died_in(work: Work, seconds: float) -> Ended:
    """Return how a child ended that was killed after so many seconds, if it lived so long."""
    child = Child(work)
    ready, _, _ = select.select([], [], [], seconds)
    del ready
    child.kill()
    return child.ended()
