"""A week to paint on: a row for each day, open hours as bars; mouse and keys open and close."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from slaeditor.model.values.times import DAY
from slaeditor.model.values.week import Week
from slaeditor.rules import painted_hours
from slaeditor.ui.week_actions import day_menu, pasted
from slaeditor.ui.week_drawing import WeekDrawing
from slaeditor.ui.week_place import DAYS, WeekPlace


class WeekGrid(WeekDrawing):
    """Shows a week and lets it be painted; `painted` brings the week after each gesture.

    The mouse paints from where it is pressed to where it is let go: closed hours open, open ones
    close. Arrows move, Shift extends, Space opens or closes, Ctrl+C and Ctrl+V take the hours of a
    day to others; both speak words, so that they also work with a letter or a sheet.
    """

    painted = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._erasing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to paint, or choose a whole day by its name."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        day, cell = self.spot_at(event.position().toPoint())
        if cell < 0:
            self._go(self.place.whole_day(day))
            return
        self._go(self.place.at(day, cell))
        self._erasing = self.is_all_open()
        self._preview()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Paint up to the pointer."""
        if self.drawn is None:
            return
        day, cell = self.spot_at(event.position().toPoint())
        moved = self.place.extended_to(day, max(cell, 0))
        if moved != self.place:
            self.place = moved
            self._preview()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was painted as one gesture."""
        if event.button() == Qt.MouseButton.LeftButton and self.drawn is not None:
            made, self.drawn = self.drawn, None
            self._take(made)

    def _preview(self) -> None:
        self.drawn = self._changed(erasing=self._erasing)
        self.describe()
        self.update()

    def _changed(self, *, erasing: bool) -> Week:
        change = painted_hours.closed if erasing else painted_hours.opened
        return change(self.week, self.place.weekdays, self.place.minutes)

    def _take(self, week: Week) -> None:
        self.show_week(week)
        self.update()
        self.painted.emit(week)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, extend, open, close, copy, paste; Escape gives up a stroke of the mouse."""
        if event.key() == Qt.Key.Key_Escape and self.drawn is not None:
            self.drawn = None
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
            self._take(self._changed(erasing=self.is_all_open()))
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
        self.describe()
        self.update()
