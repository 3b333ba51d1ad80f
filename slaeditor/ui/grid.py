"""A grid to be worked like a spreadsheet: type, Tab, Enter, Escape, copy and paste."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from slaeditor.ui.cells import CellDelegate
from slaeditor.ui.grid_model import GridModel


class Grid(QTableView):
    """Shows a grid model; `opened` brings the cell somebody wants to see in full."""

    opened = Signal(object)

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self.grid = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self._project, self))
        self.setAccessibleName(f"Grid of {model.kind.declaration.plural}")
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        letter = self.fontMetrics().horizontalAdvance("n")
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setDefaultSectionSize(18 * letter)
        across.setMinimumSectionSize(8 * letter)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setDefaultSectionSize(self.fontMetrics().height() + 16)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMaximumWidth(44 * letter)
        model.modelReset.connect(self._fit)
        model.dataChanged.connect(self._fit_soon)
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit)

    def _fit_soon(self) -> None:
        self._fitting.start(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the columns their widths when the grid is first seen."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns again."""
        super().resizeEvent(event)
        self._fit_soon()

    def _fit(self) -> None:
        """Make columns as wide as their words, within limits; share what is left over."""
        across, letter = self.horizontalHeader(), self.fontMetrics().horizontalAdvance("n")
        count = self.grid.columnCount()
        if not count:
            return
        self.resizeColumnsToContents()
        wanted = [min(max(across.sectionSize(at), 9 * letter), 30 * letter) for at in range(count)]
        spare = max(self.viewport().width() - sum(wanted), 0) // count
        for at, width in enumerate(wanted):
            across.resizeSection(at, width + min(spare, 8 * letter))

    def _project(self) -> object:
        return self.grid.session.project

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of a spreadsheet."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # a key that the editor has answered already
            return
        key = event.key()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.clear()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            self.opened.emit(self.currentIndex())
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> list[QModelIndex]:
        """The selected cells, line by line."""
        return sorted(self.selectedIndexes(), key=lambda one: (one.row(), one.column()))

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as a spreadsheet takes them."""
        lines: dict[int, list[str]] = {}
        for index in self._chosen():
            words = str(index.data(Qt.ItemDataRole.EditRole) or "")
            lines.setdefault(index.row(), []).append(_quoted(words))
        words = "\n".join("\t".join(cells) for cells in lines.values())
        QGuiApplication.clipboard().setText(words)

    def paste(self) -> None:
        """Take cells from the clipboard, from the current cell to the right and down."""
        pasted = parsed(QGuiApplication.clipboard().text())
        chosen = self._chosen() or [self.currentIndex()]
        first = chosen[0]
        if not first.isValid() or not pasted:
            return
        if len(pasted) == 1 and len(pasted[0]) == 1:
            cells = [(index, pasted[0][0]) for index in chosen]
        else:
            cells = [
                (index, words)
                for down, line in enumerate(pasted)
                for right, words in enumerate(line)
                if (index := self.grid.index(first.row() + down, first.column() + right)).isValid()
            ]
        self.grid.take(cells, f"Paste {len(cells)} cells" if len(cells) > 1 else "Paste a cell")

    def clear(self) -> None:
        """Empty the selected cells."""
        cells = [(index, "") for index in self._chosen()]
        if cells:
            self.grid.take(cells, f"Clear {len(cells)} cells" if len(cells) > 1 else "Clear a cell")


def _quoted(words: str) -> str:
    if any(sign in words for sign in '\t\n"'):
        doubled = words.replace('"', '""')
        return f'"{doubled}"'
    return words


def parsed(words: str) -> list[list[str]]:
    r"""Return the cells of words from a spreadsheet: tabs between cells, line ends between lines.

    >>> parsed('a\\tb\\n"x ""y"" z"\\t\\n')
    [['a', 'b'], ['x "y" z', '']]
    """
    import csv
    import io

    stripped = words.replace("\r\n", "\n").removesuffix("\n")
    return list(csv.reader(io.StringIO(stripped), delimiter="\t")) if stripped else []
