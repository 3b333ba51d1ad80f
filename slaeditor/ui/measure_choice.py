"""Which measure a grid of targets shows: a list beside it, or a line to choose from above it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from slaeditor.model.project import Project
from slaeditor.rules.names import title

ALL = "All measures"
KEY = Qt.ItemDataRole.UserRole


class MeasureChoice(QWidget):
    """Names all measures with the number of their targets; `chosen` brings the id of one, or ""."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Measures")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the count stays
        self.line = QComboBox(self)
        self.line.setAccessibleName("Measure")
        self._named: tuple[tuple[str, str], ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 12, 0, 16)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.line)
        self.list.currentRowChanged.connect(self._choose)
        self.line.currentIndexChanged.connect(self._choose)
        self.stand(beside=True)

    def stand(self, *, beside: bool) -> None:
        """Stand beside the grid as a list, or above it as a line."""
        self.list.setVisible(beside)
        self.line.setVisible(not beside)
        margins = (24, 12, 0, 16) if beside else (24, 8, 24, 0)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*margins)
        letters = QFontMetrics(self.font()).horizontalAdvance("n")
        self.list.setFixedWidth(26 * letters)

    @property
    def key(self) -> str:
        """The id of the measure that is chosen; nothing for all of them."""
        at = self.list.currentRow()
        return self._named[at][0] if 0 <= at < len(self._named) else ""

    def show_measures(self, project: Project) -> None:
        """Name the measures of a project; the one that was chosen stays so while it is there."""
        counted = (
            (one.id, f"{title(project, one)}  ({len(project.targets.where('measure', one.id))})")
            for one in project.measures
        )
        named = (("", ALL), *counted)
        if named == self._named:
            return
        key, self._named = self.key, named
        self._fill()
        self.choose(key)

    def _fill(self) -> None:
        for widget in (self.list, self.line):
            widget.blockSignals(True)
            widget.clear()
        for key, words in self._named:
            item = QListWidgetItem(words)
            item.setData(KEY, key)
            item.setToolTip(words)
            self.list.addItem(item)
            self.line.addItem(words, key)
        for widget in (self.list, self.line):
            widget.blockSignals(False)

    def choose(self, key: str) -> None:
        """Choose a measure by its id; all where it is "" or unknown."""
        at = next((n for n, (one, _) in enumerate(self._named) if one == key), 0)
        self.list.setCurrentRow(at)
        self.line.setCurrentIndex(at)

    def _choose(self, at: int) -> None:
        if at < 0:
            return
        for other in (self.list.setCurrentRow, self.line.setCurrentIndex):
            other(at)
        self.chosen.emit(self._named[at][0])
