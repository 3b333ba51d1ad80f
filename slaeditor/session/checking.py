"""Looking for findings in the background while somebody types."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.changes import changes
from slaeditor.rules.found import Found, found
from slaeditor.session.background import Lane, Ticket

GENTLE_SWITCH_SECONDS = 0.0005
"""How long checks may hold the interpreter while the window wants it (Python's own: 0.005)."""


class Checking(QObject):
    """Checks the newest project on a thread, after an edit only what the edit touches.

    `reader` is for whom the project was cut, where it is a copy; `is_done` says whether a first
    answer has come.
    """

    checked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found = Found()
        self.is_done = False
        self.reader: Reader | None = None
        self._last: tuple[Project, date, tuple[Any, ...]] | None = None
        self._kept = self.found
        self._lane = Lane("checks", self, newest_wins=True)

    def order(self, project: Project, on: date) -> None:
        """Ask for the findings of a project on a date."""
        sys.setswitchinterval(min(sys.getswitchinterval(), GENTLE_SWITCH_SECONDS))

        def work(_ticket: Ticket) -> Found:
            return self._together(self._told(self._found(project, on)))

        self._lane.ask(work, self._take)

    def close(self) -> None:
        """Stop the thread."""
        self._lane.close()

    def _together(self, told: tuple[Any, ...]) -> Found:
        """Put findings together, or return those of the last check where they are the same."""
        if told != self._kept.findings:
            self._kept = found(told)
        return self._kept

    def _told(self, found: tuple[Any, ...]) -> tuple[Any, ...]:
        """What is told of the findings: of a copy only what is not due to what it lacks."""
        from slaeditor.rules.checks.copies import about_the_copy

        return found if self.reader is None else about_the_copy(found, self.reader)

    def _found(self, project: Project, on: date) -> tuple[Any, ...]:
        from slaeditor.rules.checks.checking import check, recheck

        if self._last is None or self._last[1] != on:
            found = check(project, on)
        else:
            before, _, earlier = self._last
            found = recheck(project, earlier, changes(before, project), on)
        self._last = (project, on, found)
        return found

    def _take(self, now: Found) -> None:
        self.found = now
        self.is_done = True
        self.checked.emit(now)
