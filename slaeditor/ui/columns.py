"""Fields side by side where there is room, one below the other where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from slaeditor.ui.field_row import FieldRow

LETTERS_FOR_TWO = 62
"""From so many letters of width on, two narrow fields stand side by side."""


class Columns(QWidget):
    """Lays field rows out in one or two columns, whichever fits the width."""

    def __init__(self, rows: Sequence[FieldRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._two: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(16)
        self._arrange(two=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose one or two columns."""
        super().resizeEvent(event)
        letter = self.fontMetrics().horizontalAdvance("n")
        two = event.size().width() >= LETTERS_FOR_TWO * letter
        if two is not self._two:
            self._arrange(two=two)

    def _arrange(self, *, two: bool) -> None:
        self._two = two
        line = column = 0
        for row in self._rows:
            wide = row.wide or not two
            if wide and column:
                line, column = line + 1, 0
            self._grid.addWidget(row, line, column, 1, 2 if wide else 1)
            line, column = (line + 1, 0) if wide or column else (line, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if two else 0)
