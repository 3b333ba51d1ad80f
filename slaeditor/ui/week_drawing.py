"""A week drawn with a row for each day, open hours as bars, and the place of the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from slaeditor.model.values.times import DAY, time_words
from slaeditor.model.values.week import Week
from slaeditor.rules import painted_hours
from slaeditor.ui import theme
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.week_place import CELLS, DAYS, Stretch, WeekPlace

HOURS_BETWEEN_LABELS = 3
CORNER = 3.0


class WeekDrawing(QWidget):
    """Draws a week, or another one that is tried in its place, and says where the keyboard is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.week = Week()
        self.place = WeekPlace()
        self.drawn: Week | None = None
        self._names = LocaleWords().day_names()
        self.setAccessibleName(f"{name}: a week to paint on")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.describe()

    def show_week(self, week: Week) -> None:
        """Show another week."""
        if week != self.week:
            self.week = week
            self.describe()
            self.update()

    def sizeHint(self) -> QSize:
        """As high as seven lines of letters and the scale."""
        letter = self.fontMetrics().horizontalAdvance("n")
        return QSize(60 * letter, self._line() * (DAYS + 1) + 4)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for days and hours to be told apart."""
        letter = self.fontMetrics().horizontalAdvance("n")
        return QSize(34 * letter, self.sizeHint().height())

    def _line(self) -> int:
        return self.fontMetrics().height() + 10

    def _left(self) -> int:
        widest = max(self.fontMetrics().horizontalAdvance(name) for name in self._names)
        return widest + 14

    def _width(self) -> float:
        return max(self.width() - self._left() - self.fontMetrics().horizontalAdvance("00"), 1)

    def cell_rect(self, day: int, cell: int, count: int = 1) -> QRectF:
        """Where cells of a day (0 Monday) are drawn."""
        step = self._width() / CELLS
        top = self._line() * (day + 1)
        return QRectF(self._left() + cell * step, top, step * count, self._line())

    def spot_at(self, point: QPoint) -> Stretch:
        """Return the day and cell under a point; cell -1 stands for the day's name."""
        day = min(max(point.y() // self._line() - 1, 0), DAYS - 1)
        if point.x() < self._left():
            return day, -1
        cell = int((point.x() - self._left()) / self._width() * CELLS)
        return day, min(max(cell, 0), CELLS - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scale, the days, the open hours and the place of the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_scale(painter)
        week = self.drawn if self.drawn is not None else self.week
        for day in range(DAYS):
            self._draw_day(painter, week, day)
        if self.hasFocus():
            self._draw_place(painter)
        painter.end()

    def _draw_scale(self, painter: QPainter) -> None:
        bottom = self._line() * (DAYS + 1)
        for hour in range(25):
            x = self.cell_rect(0, hour * 2).left()
            labelled = hour % HOURS_BETWEEN_LABELS == 0
            painter.setPen(QPen(QColor(theme.colour("border")), 1.0 if labelled else 0.5))
            painter.drawLine(QPoint(round(x), self._line()), QPoint(round(x), bottom))
            if labelled:
                painter.setPen(QColor(theme.colour("muted")))
                box = QRectF(x - 30, 0, 60, self._line())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{hour:02d}")

    def _draw_day(self, painter: QPainter, week: Week, day: int) -> None:
        top = self._line() * (day + 1)
        painter.setPen(QPen(QColor(theme.colour("border")), 0.7))
        painter.drawLine(0, top, self.width(), top)
        hours = week.day(day + 1)
        painter.setPen(QColor(theme.colour("text" if hours else "muted")))
        name = QRectF(2, top, self._left(), self._line())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self._names[day])
        for start, end in hours:
            self._draw_bar(painter, day, start, end)

    def _draw_bar(self, painter: QPainter, day: int, start: int, end: int) -> None:
        row = self.cell_rect(day, 0, CELLS)
        scale = row.width() / DAY
        bar = QRectF(row.left() + start * scale, row.top() + 4, (end - start) * scale, 0)
        bar.setHeight(row.height() - 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colour("accent")))
        painter.drawRoundedRect(bar, CORNER, CORNER)
        words = f"{time_words(start)}–{time_words(end)}"
        if painter.fontMetrics().horizontalAdvance(words) + 8 < bar.width():
            painter.setPen(QColor(theme.colour("on_accent")))
            painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, words)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_place(self, painter: QPainter) -> None:
        """A frame in two colours, to be seen on open hours and beside them."""
        first, last = self.place.days[0], self.place.days[-1]
        low, high = self.place.cells
        box = self.cell_rect(first, low, high - low + 1)
        box.setBottom(self.cell_rect(last, low).bottom())
        for width, shade in ((4.0, "surface"), (2.0, "text")):
            painter.setPen(QPen(QColor(theme.colour(shade)), width))
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def is_all_open(self) -> bool:
        """Return whether all hours of the place are open."""
        stretch = self.place.minutes
        days = self.place.weekdays
        return all(painted_hours.is_open(self.week, day, stretch) for day in days)

    def describe(self) -> None:
        """Tell a screen reader where the keyboard is and what stands there."""
        start, end = self.place.minutes
        names = [self._names[day] for day in self.place.days]
        days = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
        state = "open" if self.is_all_open() else "not all open"
        words = f"{days} {time_words(start)} to {time_words(end)}, {state}. {self.week}"
        self.setAccessibleDescription(words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide where the keyboard was."""
        super().focusOutEvent(event)
        self.update()
