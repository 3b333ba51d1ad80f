"""What two people changed differently: where it is, what is mine and what is theirs, each whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from slaeditor.rules.merging import Conflict
from slaeditor.rules.settling import can_be_settled
from slaeditor.ui.icons import icon
from slaeditor.ui.locale_words import LocaleWords

HEADS = ("Where", "Mine", "Theirs")
WHERE, MINE, THEIRS = range(3)
NOTHING = "(nothing)"
_MOST_OF_A_VALUE = 4000
"""So many letters of a value are shown; a longer text is compared in the file itself."""


class ConflictTable(QTableWidget):
    """A line for each conflict; the side that does not stand by itself can be ticked."""

    def __init__(self) -> None:
        super().__init__(0, len(HEADS))
        self._conflicts: tuple[Conflict, ...] = ()
        self.setHorizontalHeaderLabels(list(HEADS))
        self.setAccessibleName("Changed by both")
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show conflicts, none of them ticked."""
        self._conflicts = tuple(conflicts)
        self.setRowCount(len(conflicts))
        for line, conflict in enumerate(conflicts):
            self._fill(line, conflict)
        self.resizeRowsToContents()

    def _fill(self, line: int, conflict: Conflict) -> None:
        if not can_be_settled(conflict):
            told = _cell(conflict.sentence)
            told.setIcon(icon("triangle-alert", "warning"))
            self.setItem(line, WHERE, told)
            self.setSpan(line, WHERE, 1, len(HEADS))
            return
        self.setItem(line, WHERE, _cell(conflict.subject))
        self.setItem(line, MINE, _cell(_value(conflict.our_words)))
        self.setItem(line, THEIRS, _cell(_value(conflict.their_words)))
        other = self.item(line, _other_side(conflict))
        if other is not None:
            other.setFlags(other.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            other.setCheckState(Qt.CheckState.Unchecked)

    def ticked(self) -> tuple[Conflict, ...]:
        """The conflicts in which the side was chosen that does not stand by itself."""
        cells = [self.item(at, _other_side(one)) for at, one in enumerate(self._conflicts)]
        return tuple(
            conflict
            for conflict, cell in zip(self._conflicts, cells, strict=True)
            if cell is not None and cell.checkState() == Qt.CheckState.Checked
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew where the columns are as wide as never before."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resizeRowsToContents()


def _other_side(conflict: Conflict) -> int:
    """The column of what can be ticked: theirs, but ours where ours is that a record is gone."""
    return MINE if not conflict.field and conflict.ours is None else THEIRS


def _cell(words: str) -> QTableWidgetItem:
    made = QTableWidgetItem(words)
    made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    made.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    made.setToolTip(words)
    return made


def _value(words: str) -> str:
    """The words of a value as the user's locale writes numbers, whole unless they are a book."""
    shown = LocaleWords(QLocale()).sentence(words) if words else NOTHING
    return shown if len(shown) <= _MOST_OF_A_VALUE else f"{shown[:_MOST_OF_A_VALUE]}…"
