"""A handbook as a file, made in a process of its own that can be stopped at any time.

The process is handed the edition and nothing else. Nothing here imports the layout engine, so
this module is cheap to import.
"""

from __future__ import annotations

import json
import re
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from slaeditor.publish.document import Edition
from slaeditor.publish.document_json import edition_json
from slaeditor.publish.trouble import Cancelled, PublishTrouble, TooSlow, WorkerLost, from_words
from slaeditor.publish.worker_process import WorkerProcess

TIMEOUT = 600.0
_POLL = 0.05
_STILL = 5.0
_PAGE = re.compile(r"Page (\d+)")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is: the words of the step, and the page being laid out (0: none yet).

    `done` of `total` pieces are finished, where the handbook is made of pieces.
    """

    step: str
    page: int = 0
    done: int = 0
    total: int = 0


Listener = Callable[[Progress], None]


def pdf(
    edition: Edition,
    on_progress: Listener | None = None,
    cancelled: Callable[[], bool] | None = None,
    timeout: float = TIMEOUT,
) -> bytes:
    """Return the PDF of an edition.

    `on_progress` is called from another thread; `cancelled` is asked many times a second.
    `timeout` is seconds. Raises PublishTrouble: Cancelled, TooSlow, ProseTrouble and others.
    """
    return _Job("pdf", on_progress, cancelled, timeout).run(edition)


def made(
    edition: Edition,
    form: str,
    on_progress: Listener | None = None,
    cancelled: Callable[[], bool] | None = None,
    timeout: float = TIMEOUT,
) -> bytes:
    """Return an edition in the form of a key, such as "docx"; raises PublishTrouble.

    The arguments are those of `pdf`.
    """
    if form == "pdf":
        return pdf(edition, on_progress, cancelled, timeout)
    return _Job(form, on_progress, cancelled, timeout).run(edition)


@dataclass
class _Job:
    form: str
    on_progress: Listener | None
    cancelled: Callable[[], bool] | None
    timeout: float
    trouble: PublishTrouble | None = None
    crash: str = ""
    noise: list[str] = field(default_factory=list)

    def run(self, edition: Edition, process: WorkerProcess | None = None) -> bytes:
        """Return what a worker makes of the edition: the one given, which ends, or a new one."""
        with process or WorkerProcess(self.form) as worker:
            return self._attended(worker, edition_json(edition))

    def _attended(self, worker: subprocess.Popen[bytes], content: bytes) -> bytes:
        made: list[bytes] = []
        threads = [
            threading.Thread(target=_feed, args=(worker, content)),
            threading.Thread(target=lambda: made.append(_read(worker))),
            threading.Thread(target=self._listen, args=(worker,)),
        ]
        for thread in threads:
            thread.start()
        try:
            self._wait(worker)
        finally:
            worker.kill()
            for thread in threads:
                thread.join(_STILL)
        if worker.returncode == 0 and made and made[0]:
            return made[0]
        raise self.trouble or self._lost(worker.returncode)

    def _wait(self, worker: subprocess.Popen[bytes]) -> None:
        """Return when the worker has ended; raises Cancelled and TooSlow."""
        end = time.monotonic() + self.timeout
        while worker.poll() is None:
            if self.cancelled is not None and self.cancelled():
                raise Cancelled("The export was stopped.", "")
            if time.monotonic() > end:
                raise TooSlow(
                    f"Laying out the handbook took longer than {self.timeout:.0f} seconds.",
                    "Make very long tables shorter, or export again when the computer is idle.",
                )
            try:
                worker.wait(_POLL)
            except subprocess.TimeoutExpired:
                continue

    def _listen(self, worker: subprocess.Popen[bytes]) -> None:
        if worker.stderr is None:
            return
        for line in worker.stderr:
            self._heard(line.decode("utf-8", "replace").strip())

    def _heard(self, line: str) -> None:
        try:
            words = json.loads(line)
        except ValueError:
            self.noise = [*self.noise[-20:], line]
            return
        if "trouble" in words:
            self.trouble = from_words(words["trouble"])
        elif "crash" in words:
            self.crash = str(words["crash"])
        elif self.on_progress is not None:
            step = str(words.get("step", ""))
            page = _PAGE.search(step)
            self.on_progress(Progress(step, int(page.group(1)) if page else 0))

    def _lost(self, status: int) -> WorkerLost:
        said = (self.crash or "\n".join(self.noise)).strip().rpartition("\n")[2] or "no words"
        lost = WorkerLost(
            f"The layout process ended with status {status}: {said}.",
            "Export again; if it happens twice, please report it.",
        )
        lost.add_note(self.crash)
        return lost


def _feed(worker: subprocess.Popen[bytes], content: bytes) -> None:
    if worker.stdin is None:
        return
    try:
        with worker.stdin as pipe:
            pipe.write(content)
    except OSError:
        return  # the worker ended early; its status and words tell why


def _read(worker: subprocess.Popen[bytes]) -> bytes:
    return worker.stdout.read() if worker.stdout else b""
