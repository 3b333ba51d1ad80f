"""Work beside the window: one thread a lane, the newest request wins, answers come home.

A lane never blocks whoever asks. Answers are delivered on the thread that made the lane, so that
they may touch widgets. Trouble of the world (anything with a `sentence`) goes to `on_trouble`;
any other exception is raised again at home, where the outermost door catches it.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal, Slot

PATIENCE = 10.0
"""Seconds for which `close` waits for the work under way; it has been told to stop."""


Told = Callable[[Any], None]


@runtime_checkable
class Trouble(Protocol):
    """What the world can do to us, in a sentence and a remedy."""

    sentence: str
    remedy: str


class Ticket:
    """One request: tells the work whether it is still wanted, and its progress to whoever asked."""

    def __init__(self, tell: Callable[[Ticket, object], None], on_progress: Told) -> None:
        """Keep the way home for progress and who hears of it there."""
        self._tell = tell
        self.on_progress = on_progress
        self._stop = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether nobody wants the answer any more."""
        return self._stop.is_set()

    def is_cancelled(self) -> bool:
        """Return `cancelled`, for callers that want a function to ask."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Tell the work to stop as soon as it asks; its answer is not delivered."""
        self._stop.set()

    def progress(self, told: object) -> None:
        """Pass on how far the work is."""
        self._tell(self, told)


Work = Callable[[Ticket], Any]


@dataclass(frozen=True)
class _Request:
    ticket: Ticket
    work: Work
    done: Told
    on_trouble: Told


@dataclass
class _Queue:
    waiting: deque[_Request] = field(default_factory=deque)
    running: _Request | None = None
    open: bool = True


def _abandon(queue: _Queue, changed: threading.Condition, *_gone: object) -> None:
    """End the thread of a lane that went with its window before anybody closed it."""
    with changed:
        queue.open = False
        queue.waiting.clear()
        if queue.running is not None:
            queue.running.ticket.cancel()
        changed.notify_all()


def _ignore(told: Any) -> None:
    """Do nothing with what is told."""


class Lane(QObject):
    """A thread that does one thing after the other.

    With `newest_wins` a new request cancels the one under way and replaces those that wait;
    otherwise all are done in the order in which they were asked.
    """

    busy_changed = Signal(bool)
    _answered = Signal(object, object)
    _failed = Signal(object, object)
    _progressed = Signal(object, object)

    def __init__(
        self, name: str, parent: QObject | None = None, *, newest_wins: bool = False
    ) -> None:
        """Make a lane; its thread starts with the first request."""
        super().__init__(parent)
        self._name = name
        self._newest_wins = newest_wins
        self._queue = _Queue()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        queued = Qt.ConnectionType.QueuedConnection
        self._answered.connect(self._deliver, queued)
        self._failed.connect(self._complain, queued)
        self._progressed.connect(self._report, queued)
        self.destroyed.connect(partial(_abandon, self._queue, self._changed))

    @property
    def busy(self) -> bool:
        """Whether something is being done or waits."""
        with self._changed:
            return self._queue.running is not None or bool(self._queue.waiting)

    def ask(
        self,
        work: Work,
        done: Told = _ignore,
        on_trouble: Told = _ignore,
        on_progress: Told = _ignore,
    ) -> Ticket:
        """Have `work(ticket)` done on the lane's thread; `done` gets what it returns.

        Raises RuntimeError after `close`.
        """
        ticket = Ticket(self._tell, on_progress)
        with self._changed:
            if not self._queue.open:
                raise RuntimeError(f"The lane {self._name} is closed.")
            if self._newest_wins:
                self._drop_older()
            self._queue.waiting.append(_Request(ticket, work, done, on_trouble))
            self._changed.notify_all()
        self._start()
        self.busy_changed.emit(True)
        return ticket

    def cancel(self) -> None:
        """Cancel what is under way and forget what waits."""
        with self._changed:
            self._drop_older()
        self.busy_changed.emit(False)

    def wait(self) -> None:
        """Return once everything asked so far is done; answers are delivered later as ever."""
        with self._changed:
            self._changed.wait_for(lambda: not self._queue.waiting and self._queue.running is None)

    def close(self, *, finish: bool = False) -> None:
        """End the thread: after everything that waits with `finish`, else as soon as it can.

        Nothing is delivered afterwards.
        """
        with self._changed:
            if not finish:
                self._drop_older()
            self._queue.open = False
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(None if finish else PATIENCE)
            self._thread = None

    def _drop_older(self) -> None:
        for request in self._queue.waiting:
            request.ticket.cancel()
        self._queue.waiting.clear()
        if self._queue.running is not None:
            self._queue.running.ticket.cancel()

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name=self._name, daemon=True)
            self._thread.start()

    def _serve(self) -> None:
        while (request := self._next()) is not None:
            self._do(request)

    def _next(self) -> _Request | None:
        with self._changed:
            self._changed.wait_for(lambda: self._queue.waiting or not self._queue.open)
            if not self._queue.waiting:
                return None
            self._queue.running = self._queue.waiting.popleft()
            return self._queue.running

    def _do(self, request: _Request) -> None:
        try:
            answer = request.work(request.ticket)
        except BaseException as error:  # noqa: BLE001 - raised again at home, see _complain
            self._rest()
            if self._queue.open:
                self._failed.emit(request, error)
        else:
            self._rest()
            if self._queue.open:
                self._answered.emit(request, answer)

    def _rest(self) -> None:
        with self._changed:
            self._queue.running = None
            self._changed.notify_all()

    def _tell(self, ticket: Ticket, told: object) -> None:
        if self._queue.open:
            self._progressed.emit(ticket, told)

    @Slot(object, object)
    def _deliver(self, request: _Request, answer: object) -> None:
        self.busy_changed.emit(self.busy)
        if not request.ticket.cancelled and self._queue.open:
            request.done(answer)

    @Slot(object, object)
    def _complain(self, request: _Request, error: BaseException) -> None:
        self.busy_changed.emit(self.busy)
        if request.ticket.cancelled or not self._queue.open:
            return
        if not isinstance(error, Trouble):
            raise error
        request.on_trouble(error)

    @Slot(object, object)
    def _report(self, ticket: Ticket, told: object) -> None:
        if self._queue.open and not ticket.cancelled:
            ticket.on_progress(told)
