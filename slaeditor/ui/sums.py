"""Sums set out as a table of words and amounts, for reading only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from slaeditor.ui import theme
from slaeditor.ui.labels import muted


@dataclass(frozen=True, slots=True)
class SumLine:
    """Words with amounts beside them; `strong` is a total, `quiet` a remark."""

    words: str
    amounts: tuple[str, ...] = ()
    strong: bool = False
    quiet: bool = False


class Sums(QFrame):
    """Lines of words and right-aligned amounts, under headings where there are any."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(name)
        self.lines: tuple[SumLine, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)

    def show_lines(self, lines: Sequence[SumLine], headings: Sequence[str] = ()) -> None:
        """Show other lines; the same ones cost nothing."""
        wanted = (*((SumLine(headings[0], tuple(headings[1:]), quiet=True),) if headings else ()),)
        wanted = (*wanted, *lines)
        if wanted == self.lines:
            return
        self.lines = wanted
        self._clear()
        for at, line in enumerate(wanted):
            self._put(at, line)
        self.setVisible(bool(wanted))
        self.setAccessibleDescription(told(wanted))

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _put(self, at: int, line: SumLine) -> None:
        words = _label(line, line.words)
        words.setWordWrap(True)
        across = 1 if line.amounts else -1
        self._grid.addWidget(words, at, 0, 1, across)
        for column, amount in enumerate(line.amounts, start=1):
            right = _label(line, amount)
            right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(right, at, column)


def _label(line: SumLine, words: str) -> QLabel:
    made = muted(words) if line.quiet else QLabel(words)
    made.setWordWrap(False)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if line.strong:
        theme.enlarge(made, 1.0, QFont.Weight.DemiBold)
    return made


def told(lines: Sequence[SumLine]) -> str:
    """Return all lines in words, for a screen reader or a test."""
    return "; ".join(" ".join((line.words, *line.amounts)) for line in lines)
