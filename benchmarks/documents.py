"""What documents cost the window: its longest pause while a large one is opened, kept and saved.

A heartbeat of the window's event loop is measured while storage works on lanes beside it, and once
more while nothing happens; the pause is what the worst beat is late by. Preview: from the last key
to the pages on the screen, for a section of a few pages, beside laying out the whole handbook.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from slaeditor.exchange.starters import starter
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project, kinds
from slaeditor.model.readers import Reader
from slaeditor.session.audience import Audience
from slaeditor.session.background import Lane
from slaeditor.session.document import Document
from slaeditor.session.opening import opened
from slaeditor.session.rendering import Previews, PreviewWish
from slaeditor.storage.document_file import save_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import State
from tests.projects import made_project

RECORDS = 10_000
REACH_PAUSE = 10.0
REACH_SECTION = 1 / 6
BEAT = 1


class Heart:
    """Beats once a millisecond in the window's event loop and keeps the longest pause."""

    def __init__(self) -> None:
        self.pauses: list[float] = []
        self._clock = QElapsedTimer()
        self._timer = QTimer()
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._clock.start()

    def _beat(self) -> None:
        self.pauses.append(self._clock.nsecsElapsed() / 1e6 - BEAT)
        self._clock.restart()

    def worst(self) -> float:
        """Return the pause that one beat in a thousand exceeds, in milliseconds, and begin anew."""
        found = sorted(self.pauses)[-max(1, len(self.pauses) // 1000)]
        self.forget()
        return found

    def forget(self) -> None:
        """Begin anew from this moment."""
        self.pauses.clear()
        self._clock.restart()


def until(condition: Callable[[], bool], seconds: float = 600.0) -> None:
    """Let the window work until something is the case."""
    end = time.monotonic() + seconds
    while not condition():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError("The window waited too long.")


def rest(seconds: float) -> None:
    """Let the window work for a while."""
    end = time.monotonic() + seconds
    until(lambda: time.monotonic() > end)


def pauses(folder: Path) -> dict[str, float]:
    """Return the longest pause of the window in milliseconds for each thing that storage does.

    Opening is read on a lane as saving is; here it is done before the heart is listened to.
    """
    path = folder / "large.sla"
    save_file(made_project(1, RECORDS // len(kinds()), gaps=0.6), path, Meta())
    state = State(folder)
    heart, found = Heart(), {}
    rest(2)
    found["nothing"] = heart.worst()
    opening = opened(path)
    heart.forget()
    document = Document(opening, state)
    rest(3)
    found["working copy of a fresh document"] = heart.worst()
    level = next(iter(document.session.project.table(ServiceLevel)))
    edited = document.session.project.put(level.but(name="Wolframite"))
    document.session.edit(edited, "Rename")
    rest(2)
    found["keeping an edit"] = heart.worst()
    done: list[bool] = []
    heart.forget()
    document.save(lambda: done.append(True))
    until(lambda: bool(done))
    found["saving"] = heart.worst()
    document.close()
    return found


def preview(project: Project, *, whole: bool, times: int) -> float:
    """Return the median seconds from the wish for pages to the pages, the process being warm."""
    lane, previews, found = Lane("benchmark"), Previews(), []
    wish = PreviewWish(project, Audience(Reader.STAFF), ("Welcome meeting", "Methodology"), whole)
    got: list[bytes] = []
    lane.ask(lambda ticket: previews.pdf(replace(wish, whole=False), ticket), got.append)
    until(lambda: len(got) == 1)
    for number in range(times):
        rest(4)
        begun = time.monotonic()
        lane.ask(lambda ticket: previews.pdf(wish, ticket), got.append)
        until(lambda number=number: len(got) == number + 2)  # type: ignore[misc]
        found.append(time.monotonic() - begun)
    lane.close()
    previews.close()
    return statistics.median(found)


def main() -> int:
    """Measure, print and return 1 when a ratio is missed."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SLAEDITOR_STATE"] = folder
        found = pauses(Path(folder))
    for what, pause in found.items():
        print(f"longest pause of the window, {what}: {pause:.1f} ms")
    project = starter("agency").project()
    section = preview(project, whole=False, times=3)
    whole = preview(project, whole=True, times=1)
    print(
        f"preview of a section {section:.2f} s, of the whole {whole:.2f} s: {section / whole:.2f}"
    )
    late = max(pause - found["nothing"] for pause in found.values())
    print(f"reach: pause {REACH_PAUSE:.0f} ms (is {late:.1f}), section {REACH_SECTION:.2f}")
    del application
    return int(late > REACH_PAUSE or section / whole > REACH_SECTION)


if __name__ == "__main__":
    sys.exit(main())
