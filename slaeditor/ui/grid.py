"""A grid to be worked like a spreadsheet: type, Tab, Enter, Escape, copy and paste."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget

from slaeditor.model.project import table_name
from slaeditor.ui.cells import SEVERITY, CellDelegate
from slaeditor.ui.grid_model import GridModel
from slaeditor.ui.icons import icon
from slaeditor.ui.kept_widths import KeptWidths
from slaeditor.ui.pasted_block import beyond, is_named, parsed, placed
from slaeditor.ui.spreadsheet_view import SpreadsheetView

COMMENTING = "insert.comment"
SIGN = 18
"""Pixels that the sign of a finding takes in a cell."""


class Grid(SpreadsheetView):
    """Shows a grid model; `opened` brings the cell somebody wants to see in full.

    `typed` brings the cell and the words while somebody types, `moved` the cell that is current.
    """

    typed = Signal(object, str)
    moved = Signal(object)

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self._words: tuple[int, ...] = ()
        self.setModel(model)
        delegate = CellDelegate(self._project, self)
        delegate.typed.connect(self.typed)
        self.setItemDelegate(delegate)
        self.setAccessibleName(f"Grid of {model.kind.declaration.plural}")
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setWordWrap(False)
        self._dress()
        self.selectionModel().currentChanged.connect(self._moved)
        model.modelReset.connect(self._reset)
        model.dataChanged.connect(self._measure_again)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit)

    def _dress(self) -> None:
        """Give the sides of the grid their looks."""
        self._kept = KeptWidths(self, f"grid-{table_name(self.grid.kind)}")
        letter = self.fontMetrics().horizontalAdvance("n")
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setDefaultSectionSize(18 * letter)
        across.setMinimumSectionSize(8 * letter)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setResizeContentsPrecision(0)
        down.setResizeContentsPrecision(0)
        down.setDefaultSectionSize(self.fontMetrics().height() + 16)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMaximumWidth(44 * letter)

    def _moved(self, current: QModelIndex) -> None:
        self.moved.emit(current)

    def _reset(self) -> None:
        self._words = ()
        if self.isVisible():
            self._fit()

    def _measure_again(self) -> None:
        """Give the columns the widths of their words anew, once nothing else is to do.

        Those of a grid that nobody sees are measured when it is shown.
        """
        self._words = ()
        if self.isVisible():
            self._fitting.start(0)

    def changeEvent(self, event: QEvent) -> None:
        """Follow letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._words = ()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the columns their widths when the grid is first seen."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns again."""
        super().resizeEvent(event)
        self._fitting.start(0)

    def _fit(self) -> None:
        """Make columns as wide as their words, within limits; share what is left over."""
        across, letter = self.horizontalHeader(), self.fontMetrics().horizontalAdvance("n")
        count = self.grid.columnCount()
        if not count:
            return
        if len(self._words) != count:
            self._words = self.widths_of_words()
        wanted = [min(max(one, 9 * letter), 30 * letter) for one in self._words]
        spare = max(self.viewport().width() - sum(wanted), 0) // count
        for at, width in enumerate(wanted):
            chosen = self._kept.of(at)
            across.resizeSection(at, chosen or width + min(spare, 8 * letter))

    def widths_of_words(self) -> tuple[int, ...]:
        """Return how wide the words of each column are in the lines that are in sight."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        seen = range(max(first, 0), (last + 1) or self.grid.rowCount())
        beside, columns = self._beside_words(), range(self.grid.columnCount())
        return tuple(self._width_of_words(at, seen, beside) for at in columns)

    def _width_of_words(self, column: int, seen: Iterable[int], beside: int) -> int:
        """How wide a column is whose words in some lines, and in its head, have their room."""
        cells = (self.grid.index(line, column) for line in seen)
        words = max(map(self._width_in, cells), default=0)
        return max(self.horizontalHeader().sectionSizeHint(column), words + beside)

    def _width_in(self, index: QModelIndex) -> int:
        words = self.fontMetrics().horizontalAdvance(str(self.grid.data(index) or ""))
        return words + (SIGN if self.grid.data(index, SEVERITY) else 0)

    def _beside_words(self) -> int:
        """How many pixels of a cell are neither its words nor its sign."""
        first = self.grid.index(0, 0)
        return max(self.sizeHintForIndex(first).width() - self._width_in(first), 0) + 1

    def _project(self) -> object:
        return self.grid.session.project

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the cell under the pointer."""
        index = self.indexAt(event.pos())
        if index.isValid():
            self.menu_for(index, self).exec(event.globalPos())

    def menu_for(self, index: QModelIndex, parent: QWidget) -> QMenu:
        """Return the menu of a cell."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.addAction(icon("panel-right"), "All fields\tCtrl+Enter")
        opening.triggered.connect(lambda: self.opened.emit(index))
        menu.addSeparator()
        menu.addAction(icon("copy"), "Copy\tCtrl+C", self.copy)
        menu.addAction(icon("clipboard-paste"), "Paste\tCtrl+V", self.paste)
        words, source = self.grid.inherited(index)
        clearing = f"Use “{words}” from {source}" if words else "Clear"
        menu.addAction(icon("rotate-ccw" if words else "x"), f"{clearing}\tDel", self.clear)
        menu.addSeparator()
        menu.addActions([one for one in self.window().actions() if one.objectName() == COMMENTING])
        return menu

    def copied(self, index: QModelIndex) -> str:
        """What a cell holds, else what it inherits."""
        own = str(index.data(Qt.ItemDataRole.EditRole) or "")
        return own or self.grid.inherited(index)[0]

    def paste(self) -> None:
        """Take cells from the clipboard, by their names or from the current cell on."""
        pasted = parsed(QGuiApplication.clipboard().text())
        chosen = self.chosen() or [self.currentIndex()]
        first = chosen[0]
        if not first.isValid() or not pasted:
            return
        if len(pasted) == 1 and len(pasted[0]) == 1:
            self._take([(index, pasted[0][0]) for index in chosen])
            return
        down, across = self._down(), self._across()
        laid = placed(pasted, (first.row(), first.column()), down, across)
        by_names = is_named(pasted, down, across)
        left_out = beyond(pasted, (one.words for one in laid), by_names=by_names)
        cells = [(self.grid.index(one.line, one.column), one.words) for one in laid]
        self._take(cells, left_out)

    def _across(self) -> list[str]:
        across = Qt.Orientation.Horizontal
        return [str(self.grid.headerData(n, across)) for n in range(self.grid.columnCount())]

    def _down(self) -> list[str]:
        down = Qt.Orientation.Vertical
        return [str(self.grid.headerData(n, down)) for n in range(self.grid.rowCount())]

    def _take(self, cells: Sequence[tuple[QModelIndex, str]], left_out: str = "") -> None:
        """Give the model what differs from what its cells show, as one step."""
        others = [(index, words) for index, words in cells if words != self.copied(index)]
        several = f"Paste {len(others)} cells"
        self.grid.take(others, several if len(others) > 1 else "Paste a cell", left_out)

    def clear(self) -> None:
        """Empty the selected cells; what they inherit shows again."""
        cells = [(index, "") for index in self.chosen()]
        if cells:
            self.grid.take(cells, f"Clear {len(cells)} cells" if len(cells) > 1 else "Clear a cell")
