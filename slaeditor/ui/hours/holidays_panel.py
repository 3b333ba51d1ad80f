"""The holidays of a calendar at a glance, and the way to take over those of a country."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from slaeditor.model import kinds
from slaeditor.model.calendars import Calendar, HolidaySet
from slaeditor.rules.calendars import holidays
from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.hours.holiday_dialog import HolidayDialog
from slaeditor.ui.locale_words import LocaleWords

MOST = 6


class HolidaysPanel(QFrame):
    """Names the next closed days of a calendar or of a list of holidays."""

    wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.session = session
        self.calendar: Calendar | None = None
        self.listed: HolidaySet | None = None
        self._local = LocaleWords()
        self.words = labels.muted("", self)
        self.take = labels.button("Holidays of a country…", "calendar-plus", self)
        self.take.clicked.connect(self.open_dialog)
        head = QHBoxLayout()
        head.addWidget(labels.heading("Next holidays"), 1)
        head.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.words)

    def show_calendar(self, calendar: Calendar | None) -> None:
        """Show the holidays of a calendar; those of its first list can be updated."""
        self.calendar = calendar
        keys = calendar.holiday_sets if calendar is not None else ()
        self.listed = self.session.project.holiday_sets.get(keys[0]) if keys else None
        self.refresh()

    def show_list(self, listed: HolidaySet | None) -> None:
        """Show the holidays of one list."""
        self.listed = listed
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now."""
        self.setVisible(self.calendar is not None or self.listed is not None)
        self.words.setText(self._told())

    def _told(self) -> str:
        today = date.today()  # noqa: DTZ011  the user's own day
        dated = self._dates()
        ahead = [(on, name) for on, name in dated if on >= today]
        if not dated:
            return "No holidays yet: every day of the week counts, all year."
        if not ahead:
            return f"The last holiday known was {self._day(*dated[-1])}. Take the years to come."
        more = f" and {len(ahead) - MOST} more" if len(ahead) > MOST else ""
        return " · ".join(self._day(on, name) for on, name in ahead[:MOST]) + more

    def _dates(self) -> list[tuple[date, str]]:
        project = self.session.project
        if self.calendar is not None:
            rows = holidays(project, self.calendar)
        else:
            rows = project.holidays.where("holiday_set", self.listed.id if self.listed else "")
        return sorted((row.on, row.name) for row in rows if row.on is not None)

    def _day(self, on: date, name: str) -> str:
        weekday = self._local.day_names()[on.weekday()]
        return f"{weekday} {self._local.words(kinds.DATE, on)} {name}".strip()

    def open_dialog(self) -> None:
        """Choose a country and see which dates come and go."""
        HolidayDialog(self.window(), self.session, self.listed, self.calendar).open()
