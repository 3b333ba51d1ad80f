"""Sums set out as a table of words and amounts, for reading only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from slaeditor.ui import theme
from slaeditor.ui.selectable import Selectable


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
        self._labels: list[tuple[QLabel, ...]] = []
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
        if [_shape(one) for one in wanted] != [_shape(one) for one in self.lines]:
            self._clear()
            self._labels = [self._put(at, line) for at, line in enumerate(wanted)]
        for labels, line in zip(self._labels, wanted, strict=True):
            for label, words in zip(labels, (line.words, *line.amounts), strict=True):
                label.setText(words)
        self.lines = wanted
        self.setVisible(bool(wanted))
        self.setAccessibleDescription(told(wanted))

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _put(self, at: int, line: SumLine) -> tuple[QLabel, ...]:
        """Make the labels of a line, still without words."""
        words = _label(line, self)
        words.setWordWrap(True)
        across = 1 if line.amounts else -1
        self._grid.addWidget(words, at, 0, 1, across)
        amounts = tuple(_label(line, self) for _ in line.amounts)
        for column, right in enumerate(amounts, start=1):
            right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(right, at, column)
        return (words, *amounts)


def _shape(line: SumLine) -> tuple[int, bool, bool]:
    """What the labels of a line depend on besides their words."""
    return len(line.amounts), line.strong, line.quiet


def _label(line: SumLine, parent: QWidget) -> QLabel:
    made = Selectable(parent)
    if line.quiet:
        made.setProperty("role", "muted")
    if line.strong:
        theme.enlarge(made, 1.0, QFont.Weight.DemiBold)
    return made


def told(lines: Sequence[SumLine]) -> str:
    """Return all lines in words, for a screen reader or a test."""
    return "; ".join(" ".join((line.words, *line.amounts)) for line in lines)
