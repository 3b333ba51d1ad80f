"""The history panel: every step by name, to go back to and forward again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from slaeditor.session.session import Session
from slaeditor.ui.icons import icon

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """The steps as lines, the beginning first; undone steps are greyed."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._labels = self._now()
        session.stepped.connect(self._update)

    def _now(self) -> tuple[str, ...]:
        history = self._session.history
        undone = tuple(step.label for step in reversed(history.undone))
        return ("Beginning", *(step.label for step in history.done), *undone)

    def _update(self) -> None:
        labels = self._now()
        if len(labels) != len(self._labels):
            self.beginResetModel()
            self._labels = labels
            self.endResetModel()
            return
        self._labels = labels
        self.dataChanged.emit(self.index(0), self.index(len(labels) - 1))

    @property
    def done(self) -> int:
        """How many steps are done."""
        return len(self._session.history.done)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """The beginning and every step."""
        return 0 if parent.isValid() else len(self._labels)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name of a step, bold where the project stands now."""
        at = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._labels[at]
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("circle-dot" if at == self.done else "circle", _token(at, self.done))
        if role == Qt.ItemDataRole.FontRole and at == self.done:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = "now" if at == self.done else "done" if at < self.done else "undone"
            return f"{self._labels[at]}, {state}"
        return None


def _token(at: int, done: int) -> str:
    return "accent" if at <= done else "muted"


class HistoryPanel(QWidget):
    """The list of steps; Enter or a double click goes to where a step ended."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = HistoryModel(session, self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName("History of edits")
        self.view.activated.connect(self._go)
        self._model.modelReset.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def _follow(self) -> None:
        self.view.scrollTo(self._model.index(self._model.done))

    def _go(self, index: QModelIndex) -> None:
        self._session.go_to(index.row())
