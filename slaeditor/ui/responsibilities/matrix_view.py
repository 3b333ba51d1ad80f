"""The matrix on the screen: letters as small signs; keys R A S C I give and take them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QMenu,
    QWidget,
)

from slaeditor.rules.matrix import Spot, letter_names
from slaeditor.ui.pasted_block import parsed
from slaeditor.ui.responsibilities.letter_signs import LettersDelegate
from slaeditor.ui.responsibilities.matrix_model import (
    LETTERS,
    Index,
    MatrixModel,
)
from slaeditor.ui.responsibilities.pasting import left_out, pasted_cells
from slaeditor.ui.spreadsheet_view import SpreadsheetView

Move = QAbstractItemView.CursorAction
MOST_WIDENED = 200
"""Columns whose names are measured; more are never seen side by side."""


class MatrixView(SpreadsheetView):
    """Shows the matrix; `opened` brings the cell somebody wants to see in full."""

    moved_to = Signal(object)

    def __init__(self, model: MatrixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = model
        self.setModel(model)
        self.setItemDelegate(LettersDelegate(self))
        self.setAccessibleName("Matrix of responsibilities")
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setWordWrap(True)
        self._size_headers()
        self._kept: Spot | None = None
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        model.signs_changed.connect(self.verticalHeader().viewport().update)
        self.arrange()

    def _size_headers(self) -> None:
        letter, line = self.fontMetrics().horizontalAdvance("n"), self.fontMetrics().height()
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setDefaultSectionSize(9 * letter)
        across.setMinimumSectionSize(7 * letter)
        across.setHighlightSections(False)
        across.setFixedHeight(3 * line + 14)
        down.setDefaultSectionSize(line + 16)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setMaximumWidth(38 * letter)
        down.setMinimumWidth(18 * letter)

    def showEvent(self, event: QShowEvent) -> None:
        """Choose the first cell when the matrix is first seen."""
        super().showEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_first()

    def _keep(self) -> None:
        """Remember the cell the keyboard is in while lines and columns become others."""
        self._kept = self.matrix.spot(self.currentIndex())

    def _restore(self) -> None:
        self.arrange()
        kept = self._kept
        index = self.matrix.index_of(kept.activity, kept.role) if kept else QModelIndex()
        if index.isValid():
            self.select(index)

    def go_to_first(self) -> None:
        """Put the keyboard's place into the first cell."""
        model = self.matrix
        cells = (model.index(row, 0) for row in range(model.rowCount()))
        first = next((one for one in cells if model.spot(one) is not None), None)
        if first is not None:
            self.setCurrentIndex(first)

    def arrange(self) -> None:
        """Let each heading reach over its line, and each column be as wide as its longest word."""
        self.clearSpans()
        self._widen()
        for row in range(self.matrix.rowCount()):
            if self.matrix.is_heading(row) and self.matrix.columnCount() > 1:
                self.setSpan(row, 0, 1, self.matrix.columnCount())

    def _widen(self) -> None:
        header, metrics = self.horizontalHeader(), self.fontMetrics()
        least = header.defaultSectionSize()
        for column in range(min(self.matrix.columnCount(), MOST_WIDENED)):
            words = str(self.matrix.headerData(column, Qt.Orientation.Horizontal)).split()
            wanted = max((metrics.horizontalAdvance(one) for one in words), default=0)
            self.setColumnWidth(column, max(least, wanted * 11 // 10 + 18))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which cell the keyboard is in now."""
        super().currentChanged(current, previous)
        self.moved_to.emit(self.matrix.spot(current))

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go on with Tab to the next cell that takes letters, past headings, checks and totals."""
        before, found = self.currentIndex(), super().moveCursor(action, modifiers)
        if action not in {Move.MoveNext, Move.MovePrevious}:
            return found
        for _ in range(self.matrix.rowCount() * self.matrix.columnCount()):
            if self.matrix.spot(found) is not None:
                return found
            found = self._beside(found, 1 if action is Move.MoveNext else -1)
        return before

    def _beside(self, index: QModelIndex, by: int) -> QModelIndex:
        """The next cell in the order of reading; the first again after the last."""
        across, down = self.matrix.columnCount(), self.matrix.rowCount()
        at = (index.row() * across + index.column() + by) % (across * down)
        return self.matrix.index(at // across, at % across)

    def spots(self) -> list[Spot]:
        """The selected cells, line by line."""
        spots = (self.matrix.spot(index) for index in self.chosen())
        return [spot for spot in spots if spot is not None]

    def answer_to(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Give and take letters besides what the keys of a spreadsheet do."""
        return super().answer_to(event) or self._toggle(event)

    def open_in_full(self) -> None:
        """Ask for all fields of the current cell."""
        self.opened.emit(self.matrix.spot(self.currentIndex()))

    def _toggle(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Give or take the letter that is typed; other words open the cell with them in it."""
        words = event.text()
        typed = words.upper()
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier or not typed.isprintable():
            return None
        if typed in self.letters():
            return partial(self.matrix.toggle, self.spots(), typed)
        if len(typed) == 1 and not typed.isspace() and self.currentIndex().isValid():
            return partial(self._begin_with, words)
        return None

    def _begin_with(self, words: str) -> None:
        self.enter()
        line = self.findChild(QLineEdit)
        if line is not None:
            line.setText(words)

    def letters(self) -> list[str]:
        """The letters that have a meaning here."""
        return list(letter_names(self.matrix.project))

    def copied(self, index: QModelIndex) -> str | None:
        """The letters of a cell; headings, checks and totals are not copied."""
        return str(index.data() or "") if self.matrix.spot(index) is not None else None

    def paste(self) -> None:
        """Take cells from the clipboard: by their names where these come along, else from here."""
        table = parsed(QGuiApplication.clipboard().text())
        cells = pasted_cells(self.matrix, table, self.currentIndex(), self.spots())
        if cells:
            count = len(cells)
            label = f"Paste {count} cells" if count > 1 else "Paste a cell"
            self.matrix.take(cells, label, left_out(self.matrix, table, cells))

    def clear(self) -> None:
        """Empty the selected cells."""
        cells = [(spot, "") for spot in self.spots()]
        if cells:
            count = len(cells)
            self.matrix.take(cells, f"Clear {count} cells" if count > 1 else "Clear a cell")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the letters with their meanings."""
        if self.spots():
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the letters to give and take, and what else a cell can do."""
        made = QMenu(self)
        spots = self.spots()
        project = self.matrix.project
        for letter, meaning in letter_names(project).items():
            entry = made.addAction(f"&{letter}  {meaning}", _Toggle(self, letter))
            entry.setCheckable(True)
            held = (self.matrix.index_of(one.activity, one.role).data(LETTERS) for one in spots)
            entry.setChecked(all(letter in one for one in held))
        made.addSeparator()
        made.addAction("Open in &full", _Open(self))
        if self.matrix.cells.level:
            made.addAction("Reset to &every level", self.reset_cells)
        return made

    def reset_cells(self) -> None:
        """Let the selected cells say what holds for every level."""
        self.matrix.reset(self.spots())

    def select(self, index: QModelIndex) -> None:
        """Choose one cell."""
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )


class _Toggle:
    """Gives or takes a letter."""

    def __init__(self, view: MatrixView, letter: str) -> None:
        self._view = view
        self._letter = letter

    def __call__(self) -> None:
        self._view.matrix.toggle(self._view.spots(), self._letter)


class _Open:
    """Opens the current cell in full."""

    def __init__(self, view: MatrixView) -> None:
        self._view = view

    def __call__(self) -> None:
        self._view.opened.emit(self._view.matrix.spot(self._view.currentIndex()))
