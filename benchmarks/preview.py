"""How soon the page being edited is seen again: from the last key to the pages on the screen.

A window's preview follows typing in a section: one more letter at a time, as fast as people type,
then a pause. The time runs from the last letter until the newer pages are shown, the pane's own
pause included. The plain way, which lays out the same section by a process of its own, is measured
in the same round.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from slaeditor.exchange.starters import starter
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish import printing
from slaeditor.session.audience import Audience
from slaeditor.session.excerpts import excerpt
from slaeditor.session.rendering import Previews, handbook
from slaeditor.ui.preview import PreviewPane

ROUNDS = 6
LETTERS = 5
PER_LETTER = 0.12
MEDIAN, NINETY_FIFTH = 0.4, 0.9
"""Seconds to reach."""
PLACES = (
    ("questions", "answer", "Questions and answers"),
    ("grey_areas", "description", "Sales and service together"),
    ("expectations", "answer", "Sales and service together"),
    ("phases", "purpose", "How we work"),
)
"""Where letters are typed: table, field, and the chapter that holds it."""


def until(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let the window work until something is the case."""
    end = time.monotonic() + seconds
    while not condition():
        QApplication.processEvents()
        time.sleep(0.001)
        if time.monotonic() > end:
            raise TimeoutError("The preview waited too long.")


def rest(seconds: float) -> None:
    """Let the window work for a while."""
    end = time.monotonic() + seconds
    until(lambda: time.monotonic() > end)


class Writer:
    """Types into one place of a project and sees how long the preview takes to follow."""

    def __init__(self, pane: PreviewPane, project: Project, table: str, field: str) -> None:
        self.pane, self.project, self.field, self.table = pane, project, field, table
        self.row = next(iter(getattr(project, table)))
        self.title = str(self.row.name)
        self.shown = 0
        pane.pages_shown.connect(self._count)

    def _count(self, _pages: int) -> None:
        self.shown += 1

    def begin(self) -> None:
        """Come to the place."""
        self.pane.follow(self.title)
        self.pane.show_project(self.project, at_once=True)
        until(lambda: self.shown > 0 and not self.pane.updating)

    def write(self) -> float:
        """Type some letters; return the seconds from the last one to the pages that show it."""
        begun = 0.0
        for letter in "again"[:LETTERS]:
            words = f"{getattr(self.row, self.field)}{letter}"
            self.row = self.row.but(**{self.field: words})
            self.project = self.project.put(self.row)
            begun = time.monotonic()
            self.pane.show_project(self.project)
            if letter != "n":
                rest(PER_LETTER)
        shown = self.shown
        until(lambda: self.shown > shown and not self.pane.updating)
        return time.monotonic() - begun


def plainly(project: Project, title: str) -> float:
    """Return the seconds of the plain way: a process of its own lays out the same section."""
    begun = time.monotonic()
    shown = excerpt(handbook(project, Audience(Reader.STAFF)), (title,))
    printing.pdf(shown)
    return time.monotonic() - begun


def measured(project: Project, table: str, field: str, chapter: str) -> tuple[list[float], float]:
    """Return the seconds of each round in one place, and how many times as fast that is."""
    previews = Previews()
    pane = PreviewPane(previews.pdf)
    pane.resize(700, 900)
    pane.show()
    writer = Writer(pane, project, table, field)
    writer.begin()
    writer.write()
    found = [writer.write() for _ in range(ROUNDS)]
    plain = plainly(writer.project, writer.title)
    pane.close()
    previews.close()
    median = statistics.median(found)
    print(f"{chapter}: {median:.2f} s median, {max(found):.2f} s worst, plain way {plain:.2f} s")
    return found, plain / median


def main() -> int:
    """Measure, print and return 1 when what is to reach is missed."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SLAEDITOR_STATE"] = folder
        project = starter("agency").project()
        every = [measured(project, *place) for place in PLACES]
    del application
    times = sorted(second for found, _ in every for second in found)
    median, late = statistics.median(times), times[int(0.95 * len(times))]
    print(
        f"median {median:.2f} s (reach {MEDIAN}), 95 of 100 within {late:.2f} s (reach "
        f"{NINETY_FIFTH}), {statistics.median(ratio for _, ratio in every):.1f} times as fast"
    )
    return int(median > MEDIAN or late > NINETY_FIFTH)


if __name__ == "__main__":
    sys.exit(main())
