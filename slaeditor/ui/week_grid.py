"""A week to paint on: a row for each day, open hours as bars; mouse and keys open and close."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from slaeditor.model.values.times import DAY, time_words
from slaeditor.model.values.week import Week
from slaeditor.rules import painted_hours
from slaeditor.ui import theme
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.week_actions import day_menu, pasted
from slaeditor.ui.week_place import CELLS, DAYS, Stretch, WeekPlace

HOURS_BETWEEN_LABELS = 3
CORNER = 3.0


class WeekGrid(QWidget):
    """Shows a week and lets it be painted; `painted` brings the week after each gesture.

    The mouse paints from where it is pressed to where it is let go: closed hours open, open ones
    close. Arrows move, Shift extends, Space opens or closes, Ctrl+C and Ctrl+V take the hours of a
    day to others; both speak words, so that they also work with a letter or a sheet.
    """

    painted = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.week = Week()
        self.place = WeekPlace()
        self._drawn: Week | None = None
        self._erasing = False
        self._names = LocaleWords().day_names()
        self.setAccessibleName(f"{name}: a week to paint on")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._describe()

    def show_week(self, week: Week) -> None:
        """Show another week."""
        if week != self.week:
            self.week = week
            self._describe()
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

    def _at(self, point: QPoint) -> Stretch:
        """The day and cell under a point; cell -1 stands for the day's name."""
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
        week = self._drawn if self._drawn is not None else self.week
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to paint, or choose a whole day by its name."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        day, cell = self._at(event.position().toPoint())
        if cell < 0:
            self._go(self.place.whole_day(day))
            return
        self._go(self.place.at(day, cell))
        self._erasing = self._all_open()
        self._preview()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Paint up to the pointer."""
        if self._drawn is None:
            return
        day, cell = self._at(event.position().toPoint())
        moved = self.place.extended_to(day, max(cell, 0))
        if moved != self.place:
            self.place = moved
            self._preview()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was painted as one gesture."""
        if event.button() == Qt.MouseButton.LeftButton and self._drawn is not None:
            made, self._drawn = self._drawn, None
            self._take(made)

    def _preview(self) -> None:
        self._drawn = self._changed(erasing=self._erasing)
        self._describe()
        self.update()

    def _changed(self, *, erasing: bool) -> Week:
        change = painted_hours.closed if erasing else painted_hours.opened
        return change(self.week, self.place.weekdays, self.place.minutes)

    def _all_open(self) -> bool:
        stretch = self.place.minutes
        days = self.place.weekdays
        return all(painted_hours.is_open(self.week, day, stretch) for day in days)

    def _take(self, week: Week) -> None:
        self.show_week(week)
        self.update()
        self.painted.emit(week)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, extend, open, close, copy, paste; Escape gives up a stroke of the mouse."""
        if event.key() == Qt.Key.Key_Escape and self._drawn is not None:
            self._drawn = None
            self.update()
            return
        moved = self.place.moved(event)
        if moved is not None:
            self._go(moved)
            return
        if not self._does(event):
            super().keyPressEvent(event)

    def _does(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False where it asks for nothing here."""
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control:
            return self._does_with_control(key)
        if key == Qt.Key.Key_Space:
            self._take(self._changed(erasing=self._all_open()))
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._take(self._changed(erasing=True))
        else:
            return False
        return True

    def _does_with_control(self, key: int) -> bool:
        runs = {
            Qt.Key.Key_C: self.copy,
            Qt.Key.Key_V: self.paste,
            Qt.Key.Key_A: self.choose_all,
        }
        run = runs.get(Qt.Key(key))
        if run is not None:
            run()
        return run is not None

    def choose_all(self) -> None:
        """Choose the whole week."""
        self._go(self.place.whole_week())

    def copy(self) -> None:
        """Put the hours of the chosen days on the clipboard, in words."""
        from PySide6.QtGui import QGuiApplication

        days = set(self.place.weekdays)
        others = [day for day in range(1, DAYS + 1) if day not in days]
        words = str(painted_hours.with_hours(self.week, others, ()))
        QGuiApplication.clipboard().setText(words)

    def paste(self) -> None:
        """Take hours from the clipboard: one day's for each chosen day, else a whole week."""
        from PySide6.QtGui import QGuiApplication

        typed = " ".join(QGuiApplication.clipboard().text().split())
        taken = pasted(typed)
        if taken is None:
            self.refused.emit(f"“{typed[:60]}” is no hours; copy words such as 09:00–17:00.")
            return
        days = [day for day in range(1, DAYS + 1) if taken.day(day)]
        if len(days) > 1 and len({taken.day(day) for day in days}) > 1:
            self._take(taken)
            return
        hours = taken.day(days[0]) if days else ()
        self._take(painted_hours.with_hours(self.week, self.place.weekdays, hours))

    def copy_day_to(self, days: tuple[int, ...]) -> None:
        """Give other days (1 Monday to 7 Sunday) the hours of the day the keyboard is in."""
        self._take(painted_hours.copied(self.week, self.place.day + 1, days))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the day's hours to other days."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return what can be done with the day the keyboard is in."""
        return day_menu(self, self._names[self.place.day], self.copy_day_to, self.close_day)

    def close_day(self) -> None:
        """Close the day the keyboard is in."""
        self._take(painted_hours.closed(self.week, (self.place.day + 1,), (0, DAY)))

    def _go(self, place: WeekPlace) -> None:
        self.place = place
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Tell a screen reader where the keyboard is and what stands there."""
        start, end = self.place.minutes
        names = [self._names[day] for day in self.place.days]
        days = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
        state = "open" if self._all_open() else "not all open"
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
