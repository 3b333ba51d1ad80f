"""What every grid shares with a spreadsheet: its keys, and cells copied line by line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from slaeditor.ui.pasted_block import quoted

_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ENTERING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SpreadsheetView(QTableView):
    """A table whose cells are copied, pasted, cleared and entered; `opened` brings a cell in full.

    Whoever derives says what a cell reads as, and what pasting, clearing and opening do.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setCornerButtonEnabled(False)

    def chosen(self) -> list[QModelIndex]:
        """The selected cells, line by line."""
        return sorted(self.selectedIndexes(), key=lambda one: (one.row(), one.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of a spreadsheet; all others are those of a table."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # a key that the editor has answered already
            return
        answer = self.answer_to(event)
        if answer is None:
            super().keyPressEvent(event)
        else:
            answer()

    def answer_to(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does to the selected cells, nothing where a table knows better."""
        key = event.key()
        for standard, answer in (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Paste, self.paste),
            (QKeySequence.StandardKey.Cut, self.cut),
        ):
            if event.matches(standard):
                return answer
        if key in _CLEARING:
            return self.clear
        if key in _ENTERING:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            return self.open_in_full if control else self.enter
        return None

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as they are shown, for a spreadsheet."""
        lines: dict[int, list[str]] = {}
        for index in self.chosen():
            words = self.copied(index)
            if words is not None:
                lines.setdefault(index.row(), []).append(quoted(words))
        words = "\n".join("\t".join(cells) for cells in lines.values())
        QGuiApplication.clipboard().setText(words)

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.clear()

    def enter(self) -> None:
        """Type into the current cell, where there is one."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def open_in_full(self) -> None:
        """Ask for all fields of the current cell, where there is one."""
        if self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())

    def copied(self, index: QModelIndex) -> str | None:
        """The words of a cell for the clipboard; nothing for a cell that is not copied."""
        raise NotImplementedError

    def paste(self) -> None:
        """Take cells from the clipboard."""
        raise NotImplementedError

    def clear(self) -> None:
        """Empty the selected cells."""
        raise NotImplementedError
