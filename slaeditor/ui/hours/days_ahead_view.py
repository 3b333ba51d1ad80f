"""A week of real dates: what is open, what is a holiday, when the clock is changed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from slaeditor.model import kinds
from slaeditor.model.calendars import Calendar
from slaeditor.rules.calendars import service_hours
from slaeditor.rules.days_ahead import Day, DayKind, days_ahead, now_in_words
from slaeditor.rules.instants import ClockError
from slaeditor.session.session import Session
from slaeditor.ui import labels, theme
from slaeditor.ui.locale_words import LocaleWords

DAYS = 7


class DaysAheadView(QFrame):
    """Shows seven days of a calendar from a Monday on; buttons lead to other weeks."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.session = session
        self.calendar: Calendar | None = None
        self._local = LocaleWords()
        self._weeks = 0
        self.now = labels.muted("", self)
        self.lines = [(QLabel(self), QLabel(self), QLabel(self)) for _ in range(DAYS)]
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self.now)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        for at, line in enumerate(self.lines):
            for across, label in enumerate(line):
                grid.addWidget(label, at, across, Qt.AlignmentFlag.AlignTop)
        for _, hours, reason in self.lines:
            hours.setWordWrap(True)
            reason.setWordWrap(True)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(labels.heading("Days ahead"), 1)
        steps = (
            ("Week before", "chevron-left", -1),
            ("This week", "calendar", 0),
            ("Week after", "chevron-right", 1),
        )
        self.buttons = [labels.small_button(words, picture) for words, picture, _ in steps]
        for made, (_, _, by) in zip(self.buttons, steps, strict=True):
            made.clicked.connect(_Turn(self, by))
            head.addWidget(made)
        return head

    def turn(self, by: int) -> None:
        """Show another week; 0 leads back to this one."""
        self._weeks = self._weeks + by if by else 0
        self.refresh()

    @property
    def first(self) -> date:
        """The Monday from which on days are shown."""
        today = date.today()  # noqa: DTZ011  the user's own day
        return today + timedelta(days=7 * self._weeks - today.weekday())

    def show_calendar(self, calendar: Calendar | None) -> None:
        """Show the days of another calendar."""
        self.calendar = calendar
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now."""
        self.setVisible(self.calendar is not None)
        if self.calendar is None:
            return
        try:
            hours = service_hours(self.session.project, self.calendar)
            self.now.setText(now_in_words(hours, datetime.now(UTC)))
            days = days_ahead(self.session.project, self.calendar, self.first)
        except ClockError as trouble:
            self.now.setText(trouble.sentence)
            days = []
        for at, line in enumerate(self.lines):
            _show(line, days[at] if at < len(days) else None, self._local)


class _Turn:
    """Leads to another week."""

    def __init__(self, view: DaysAheadView, by: int) -> None:
        self._view = view
        self._by = by

    def __call__(self) -> None:
        self._view.turn(self._by)


def _show(line: tuple[QLabel, QLabel, QLabel], day: Day | None, local: LocaleWords) -> None:
    for label in line:
        label.setVisible(day is not None)
    if day is None:
        return
    name = local.day_names()[day.on.weekday()]
    line[0].setText(f"{name} {local.words(kinds.DATE, day.on)}")
    line[1].setText(day.hours)
    line[2].setText(reason(day))
    today = day.on == date.today()  # noqa: DTZ011  the user's own day
    font = line[0].font()
    font.setBold(today)
    line[0].setFont(font)
    theme.say(line[1], "role", "" if day.slots else "muted")
    theme.say(line[2], "role", "warning" if day.kind is not DayKind.USUAL else "hint")


def reason(day: Day) -> str:
    """Return why a day differs: its holiday or exception, and the change of the clock."""
    usual = {DayKind.HOLIDAY: "Holiday", DayKind.EXCEPTION: "Exception", DayKind.USUAL: ""}
    parts = [day.name or usual[day.kind]]
    if day.clock:
        way = "forward" if day.clock > 0 else "back"
        parts.append(f"clock goes {way} by {abs(day.clock)} min")
    return ", ".join(filter(None, parts))
