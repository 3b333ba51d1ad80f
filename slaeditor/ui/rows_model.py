"""Records as lines of a table, read from the project when they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from slaeditor.model import kinds
from slaeditor.model.entity import Entity
from slaeditor.model.field import Field
from slaeditor.model.project import table_name
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.changes import Changes
from slaeditor.rules.kinds_of_measure import following
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui.cells import SPEC, cell_value, cell_words, locale_words

Index = QModelIndex | QPersistentModelIndex
RIGHT = frozenset({"money", "number", "whole number", "percentage"})
EDITABLE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable


class RowsModel(QAbstractTableModel):
    """Some records of a kind with some of their fields as columns; cells can be edited.

    `refused` brings the sentence about words that could not be taken.
    """

    refused = Signal(str)

    def __init__(
        self,
        session: Session,
        kind: type[Entity],
        columns: Sequence[Field],
        listed: Callable[[], Sequence[Entity]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.kind = kind
        self.columns = tuple(columns)
        self._listed = listed
        self._local = locale_words()
        self.rows: tuple[Entity, ...] = tuple(listed())
        session.changed.connect(self._changed)

    def refresh(self) -> None:
        """Read the records again."""
        self.beginResetModel()
        self.rows = tuple(self._listed())
        self.endResetModel()

    def _changed(self, made: Changes) -> None:
        if made.touch(table_name(self.kind)):
            now = tuple(self._listed())
            if [row.id for row in now] != [row.id for row in self.rows]:
                self.refresh()
                return
            self.rows = now
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def line(self, key: str) -> int:
        """The line of a record, -1 when it is not listed."""
        return next((at for at, row in enumerate(self.rows) if row.id == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many records are listed."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many fields are shown."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The labels of the fields."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].help or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be edited but those of pictures and several references."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        spec = self.columns[index.column()]
        if spec.kind in {kinds.CONTENT, kinds.PROSE}:
            return EDITABLE & ~Qt.ItemFlag.ItemIsEditable
        return EDITABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, and its field."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        spec = self.columns[index.column()]
        if role == SPEC:
            return spec
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self._words(self.rows[index.row()], spec)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words(self.rows[index.row()], spec) or None
        if role == Qt.ItemDataRole.TextAlignmentRole and spec.kind.name in RIGHT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _words(self, row: Entity, spec: Field) -> str:
        return cell_words(self.session.project, row, spec, self._local)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the words of a cell; refuse with a sentence what cannot be read."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        spec, row = self.columns[index.column()], self.rows[index.row()]
        project = self.session.project
        try:
            read = cell_value(project, spec, str(value), self._local)
        except Unreadable as unreadable:
            self.refused.emit(unreadable.sentence)
            return False
        if read != getattr(row, spec.name):
            label = f"Change {spec.label.lower()} of {title(project, row)}"
            made = following(row, row.but(**{spec.name: read}))
            self.session.edit(project.put(made), label)
            self.session.seal()
        return True
