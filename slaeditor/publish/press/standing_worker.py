"""A process that stays and lays out one piece after the other, asked from a thread of ours."""

from __future__ import annotations

import json
import queue
import threading
import time
from collections.abc import Callable

from slaeditor.publish.messages import DONE, read_message, write_message
from slaeditor.publish.trouble import Cancelled, TooSlow, WorkerLost, from_words
from slaeditor.publish.worker_process import WorkerProcess

_POLL = 0.02
_STILL = 5.0
MOST_PIECES = 150
"""After so many answers a process is replaced, so that its memory is given back."""

Told = Callable[[str], None]


class StandingWorker:
    """One process with the threads that listen to it; used by one thread at a time.

    It ends with the first trouble of its own and is not used afterwards.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        """Start the process; it loads the layout engine while nobody asks.

        A `quiet` one lets every other process of the computer go first, where the system can.
        """
        self._process = WorkerProcess("quiet" if quiet else "standing")
        self._answers: queue.SimpleQueue[tuple[int, bytes] | None] = queue.SimpleQueue()
        self._noise: list[str] = []
        self._crash = ""
        self._answered = 0
        self.on_step: Told | None = None
        self._threads = [
            threading.Thread(target=self._receive, daemon=True),
            threading.Thread(target=self._listen, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def process(self) -> int:
        """The number that the system has given it."""
        return self._process.worker.pid

    @property
    def usable(self) -> bool:
        """Whether it runs and has not answered too often."""
        return self._process.waits and self._answered < MOST_PIECES

    def ask(self, kind: int, content: bytes, cancelled: Callable[[], bool], until: float) -> bytes:
        """Return the answer to a message; `until` is a moment of the monotonic clock.

        Raises PublishTrouble; after Cancelled, TooSlow and WorkerLost the process has ended.
        """
        feeder = threading.Thread(target=self._feed, args=(kind, content), daemon=True)
        feeder.start()
        try:
            answer = self._awaited(cancelled, until)
        except (Cancelled, TooSlow, WorkerLost):
            self.end()
            raise
        finally:
            feeder.join(_STILL)
        self._answered += 1
        status, words = answer
        if status == DONE:
            return words
        raise from_words(json.loads(words))

    def _awaited(self, cancelled: Callable[[], bool], until: float) -> tuple[int, bytes]:
        while True:
            try:
                answer = self._answers.get(timeout=_POLL)
            except queue.Empty:
                if cancelled():
                    raise Cancelled("The export was stopped.", "") from None
                if time.monotonic() > until:
                    raise _too_slow() from None
                continue
            if answer is None:
                raise self._lost()
            return answer

    def end(self) -> None:
        """End the process and the threads that listen to it."""
        self._process.kill()
        for thread in self._threads:
            thread.join(_STILL)
        self._process.end()

    def _feed(self, kind: int, content: bytes) -> None:
        pipe = self._process.worker.stdin
        if pipe is None:
            return
        try:
            write_message(pipe, kind, content)
        except (OSError, ValueError):
            return  # the process ended; whoever waits for the answer is told

    def _receive(self) -> None:
        pipe = self._process.worker.stdout
        while pipe is not None and (answer := read_message(pipe)) is not None:
            self._answers.put(answer)
        self._answers.put(None)

    def _listen(self) -> None:
        for line in self._process.worker.stderr or ():
            self._heard(line.decode("utf-8", "replace").strip())

    def _heard(self, line: str) -> None:
        try:
            words = json.loads(line)
        except ValueError:
            self._noise = [*self._noise[-20:], line]
            return
        self._crash = str(words.get("crash", self._crash))
        if "step" in words and self.on_step is not None:
            self.on_step(str(words["step"]))

    def _lost(self) -> WorkerLost:
        self._threads[1].join(_STILL)
        said = (self._crash or "\n".join(self._noise)).strip().rpartition("\n")[2] or "no words"
        lost = WorkerLost(
            f"The layout process ended: {said}.",
            "Export again; if it happens twice, please report it.",
        )
        lost.add_note(self._crash)
        return lost


def _too_slow() -> TooSlow:
    return TooSlow(
        "Laying out the handbook took longer than it may.",
        "Make very long tables shorter, or export again when the computer is idle.",
    )
