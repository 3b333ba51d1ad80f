"""The page of service hours, and that of lists of holidays."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from slaeditor.model.calendars import Calendar, HolidaySet
from slaeditor.model.entity import Entity
from slaeditor.rules.changes import Changes
from slaeditor.session.session import Session
from slaeditor.ui.hours.days_ahead_view import DaysAheadView
from slaeditor.ui.hours.holidays_panel import HolidaysPanel
from slaeditor.ui.records_page import RecordsPage

TABLES = ("holiday_sets", "holidays", "calendar_exceptions", "document")
FIELDS = frozenset({"hours", "time_zone", "zone_words", "holiday_sets", "day_length"})
"""Fields of a calendar that decide about its days."""


class HoursPage(RecordsPage):
    """Calendars in a list; a week to paint on, the days ahead and the holidays in the form."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(session, kind, parent)
        self.days = DaysAheadView(session, self.form.page)
        self.holidays = HolidaysPanel(session, self.form.page)
        self.form.add_panel(self.days)
        self.form.add_panel(self.holidays, after=2)
        self.form.shown.connect(self._show_days)

    @property
    def is_told_by_place(self) -> bool:
        """No record holds the days and the country that were looked at."""
        return False

    def _show_days(self) -> None:
        one = self.form.rows[0] if len(self.form.rows) == 1 else None
        calendar = one if isinstance(one, Calendar) else None
        self.days.show_calendar(calendar)
        self.holidays.show_calendar(calendar)

    def _changed(self, made: Changes) -> None:
        super()._changed(made)
        fields = {name for one in made if one.table == self.table for name in one.fields}
        if made.touch(*TABLES) or fields & FIELDS:
            self._show_days()


class HolidayListsPage(RecordsPage):
    """Lists of holidays, with the dates of a country one button away."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(session, kind, parent)
        self.holidays = HolidaysPanel(session, self.form.page)
        self.form.add_panel(self.holidays)
        self.form.shown.connect(self._show_next)

    @property
    def is_told_by_place(self) -> bool:
        """No record holds the country that was looked at."""
        return False

    def _show_next(self) -> None:
        one = self.form.rows[0] if len(self.form.rows) == 1 else None
        self.holidays.show_list(one if isinstance(one, HolidaySet) else None)

    def _changed(self, made: Changes) -> None:
        super()._changed(made)
        if made.touch("holidays", "holiday_sets"):
            self._show_next()
