"""Fields side by side where there is room, one below the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from slaeditor.ui.field_row import FieldRow

_WAYS = Qt.FocusPolicy
BY_TAB = frozenset((_WAYS.TabFocus, _WAYS.StrongFocus, _WAYS.WheelFocus))
"""The ways in which a widget takes the keyboard that Tab is one of."""
LETTERS_FOR_TWO = 62
"""From so many letters of width on, two narrow fields stand side by side."""


class Columns(QWidget):
    """Lays field rows out in one or two columns, whichever fits the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FieldRow] = []
        self._hidden: list[FieldRow] = []
        self._two = True
        self._next = (0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(16)
        self._stretch()

    def add(self, row: FieldRow, *, at_once: bool = True) -> None:
        """Put one more row after those that are there; else it is hidden, but ready to be placed.

        A hidden row is dressed already, so that little is left to do when it is placed.
        """
        if at_once and not self._hidden:
            self._rows.append(row)
            self._place(row)
            return
        row.hide()
        self._hidden.append(row)
        for one in row.findChildren(QWidget):
            one.ensurePolished()

    @property
    def hidden(self) -> int:
        """How many rows are ready to be placed."""
        return len(self._hidden)

    def place_all(self) -> None:
        """Place the rows that are ready."""
        ready, self._hidden = self._hidden, []
        for row in ready:
            self._rows.append(row)
            self._place(row)
            row.show()

    @property
    def last_reached(self) -> QWidget | None:
        """What Tab reaches last among the rows, None where it reaches nothing."""
        last = [*self._rows, *self._hidden][-1:]
        listed = [one for row in last for one in reachable(row)]
        return listed[-1] if listed else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one or two columns."""
        super().resizeEvent(event)
        letter = self.fontMetrics().horizontalAdvance("n")
        two = event.size().width() >= LETTERS_FOR_TWO * letter
        if two is not self._two:
            self._two = two
            self._next = (0, 0)
            for row in self._rows:
                self._place(row)
            self._stretch()

    def _place(self, row: FieldRow) -> None:
        line, column = self._next
        wide = row.wide or not self._two
        if wide and column:
            line, column = line + 1, 0
        self._grid.addWidget(row, line, column, 1, 2 if wide else 1)
        self._next = (line + 1, 0) if wide or column else (line, 1)

    def _stretch(self) -> None:
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if self._two else 0)


def reachable(widget: QWidget) -> list[QWidget]:
    """Return what Tab can reach in a widget, in the order it was made."""
    found, window = widget.findChildren(QWidget), widget.window()
    able = (one for one in found if one.focusPolicy() in BY_TAB and one.focusProxy() is None)
    return [one for one in able if one.window() is window]
