"""The editor of a week of hours: the words on a line, and below it the week to paint on."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from slaeditor.model.field import Field
from slaeditor.model.values.week import Week
from slaeditor.rules.calendars import open_length
from slaeditor.session.session import Session
from slaeditor.ui.editors.manners import teach
from slaeditor.ui.editors.words import WordsEditor
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import muted
from slaeditor.ui.week_grid import WeekGrid

HINT = "Drag, or choose with the arrows and press Space; Ctrl+C and Ctrl+V take a day to others."


class WeekEditor(WordsEditor):
    """Words and drawing of one week; what is typed is drawn, what is painted is written.

    The drawing is open at once where the hours are what a record is about, else one button away.
    """

    wide = True

    def __init__(self, spec: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self.wide = True
        self.grid: WeekGrid | None = None
        if spec.required:
            self.paint()

    def lay_out(self, control: QWidget, *others: QWidget) -> None:
        """Put the line above the place of the drawing."""
        self.control = control
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(control, 1)
        for other in others:
            row.addWidget(other)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(row)
        control.setAccessibleName(self.spec.label)
        teach(control)

    def companions(self) -> tuple[QWidget, ...]:
        """The button that shows the drawing, where it is not shown at once."""
        if self.spec.required:
            return ()
        self.switch = QToolButton(self)
        self.switch.setText(f"Paint {self.spec.label}")
        self.switch.setToolTip("Paint the hours on a week")
        self.switch.setAccessibleName(f"Paint {self.spec.label}")
        self.switch.setIcon(icon("calendar-clock"))
        self.switch.setProperty("kind", "small")
        self.switch.setCheckable(True)
        self.switch.toggled.connect(self._toggle)
        return (self.switch,)

    def _toggle(self, on: bool) -> None:
        if on:
            self.paint()
        if self.grid is not None:
            self._drawing.setVisible(on)

    def paint(self) -> None:
        """Show the drawing."""
        if self.grid is not None:
            return
        self.grid = WeekGrid(self.spec.label)
        self.grid.painted.connect(self._painted)
        self.grid.refused.connect(self.say_trouble)
        self.sum = muted("")
        self._drawing = QWidget()
        column = QVBoxLayout(self._drawing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.grid)
        column.addLayout(self._foot())
        column.addWidget(muted(HINT))
        self._column.addWidget(self._drawing)
        self._draw()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        copying = QToolButton()
        copying.setText("Copy day…")
        copying.setAccessibleName("Copy or close the chosen day")
        copying.setToolTip("Copy the chosen day to others, or close it")
        copying.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        copying.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        copying.clicked.connect(self._offer)
        self.day_button = copying
        foot.addWidget(self.sum, 1)
        foot.addWidget(copying)
        return foot

    def _offer(self) -> None:
        if self.grid is not None:
            menu = self.grid.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.day_button.mapToGlobal(self.day_button.rect().bottomLeft()))

    def show_value(self, value: Any, hint: str = "") -> None:
        """Show a week in words and as a drawing."""
        super().show_value(value, hint)
        self._draw()

    def _typed(self) -> None:
        super()._typed()
        self._draw()

    def _draw(self) -> None:
        if self.grid is None:
            return
        week = self._value if isinstance(self._value, Week) else Week()
        self.grid.show_week(week)
        self.sum.setText(f"{open_length(week.minutes)} a week" if week.minutes else "Closed")

    def _painted(self, week: Week) -> None:
        """Take a week that was painted as a step of its own."""
        self.left.emit()
        self._value = week
        self._set_words(str(week))
        self.look_wrong(wrong=False)
        self.say_trouble("")
        self._draw()
        self.edited.emit(week)
        self.left.emit()
