"""The cells of a grid, each the value of one record; typing into an empty one makes a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from slaeditor.model.entity import Entity, default, field, fields
from slaeditor.model.field import Field
from slaeditor.model.project import Project
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules import inheritance
from slaeditor.rules.changes import Changes
from slaeditor.session.session import Session
from slaeditor.ui import theme
from slaeditor.ui.cells import SPEC, cell_value, cell_words, locale_words
from slaeditor.ui.grid_spec import GridSpec, LineKey, axis, axis_title, is_plain, line_keys

Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractTableModel):
    """Lines × columns of values; `refused` brings the sentence about words not taken."""

    refused = Signal(str)

    def __init__(self, session: Session, kind: type[Entity], spec: GridSpec, parent: QWidget):
        super().__init__(parent)
        self.session = session
        self.kind = kind
        self.spec = spec
        self.value: Field = field(kind, spec.value)
        self._local = locale_words()
        self.lines: tuple[LineKey, ...] = ()
        self.columns: tuple[str, ...] = ()
        self._cells: dict[tuple[LineKey, str], list[Entity]] = {}
        self._read()
        session.changed.connect(self._changed)

    def _read(self) -> None:
        project = self.session.project
        self.lines = line_keys(project, self.kind, self.spec)
        self.columns = axis(project, self.kind, self.spec.column)
        self._cells = {}
        for row in project.table(self.kind):
            key = tuple(getattr(row, name) for name in self.spec.lines)
            self._cells.setdefault((key, getattr(row, self.spec.column)), []).append(row)

    def _changed(self, _made: Changes) -> None:
        project = self.session.project
        lines = line_keys(project, self.kind, self.spec)
        columns = axis(project, self.kind, self.spec.column)
        if (lines, columns) != (self.lines, self.columns):
            self.beginResetModel()
            self._read()
            self.endResetModel()
            return
        self._read()
        if self.lines and self.columns:
            last = self.index(len(self.lines) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """What stands at lines and columns."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._title(self.spec.column, self.columns[section])
        pairs = zip(self.spec.lines, self.lines[section], strict=True)
        return " · ".join(self._title(name, key) for name, key in pairs)

    def _title(self, name: str, key: str) -> str:
        return axis_title(self.session.project, self.kind, name, key)

    def rows_at(self, index: Index) -> list[Entity]:
        """The records of a cell: the plain one and those that say more about when they hold."""
        return self._cells.get((self.lines[index.row()], self.columns[index.column()]), [])

    def plain(self, index: Index) -> Entity | None:
        """The record a cell edits, or None."""
        found = (r for r in self.rows_at(index) if is_plain(r, self.kind, self.spec))
        return next(found, None)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed into."""
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return usual | Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, those inherited in a quieter colour."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        answers = {
            SPEC: lambda _index: self.value,
            Qt.ItemDataRole.EditRole: self._plain_words,
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.ForegroundRole: self._ink,
        }
        answer = answers.get(role)
        return answer(index) if answer is not None else None

    def _plain_words(self, index: Index) -> str:
        row = self.plain(index)
        return self._words(row) if row is not None else ""

    def _ink(self, index: Index) -> QColor | None:
        return None if self.rows_at(index) else QColor(theme.colour("muted"))

    def _words(self, row: Entity) -> str:
        return cell_words(self.session.project, row, self.value, self._local)

    def _shown(self, index: Index) -> str:
        rows, plain = self.rows_at(index), self.plain(index)
        if not rows:
            return self._inherited(index)[0]
        more = len(rows) - (plain is not None)
        words = self._words(plain) if plain is not None else self._words(rows[0])
        more -= plain is None
        return f"{words} (+{more})" if more else words

    def _tip(self, index: Index) -> str | None:
        rows = self.rows_at(index)
        if len(rows) > 1:
            return f"{len(rows)} records say something here; Ctrl+Enter shows them."
        words, source = self._inherited(index) if not rows else ("", "")
        return f"{words}, from {source}" if words else None

    def _inherited(self, index: Index) -> tuple[str, str]:
        """What a level takes from the level it is based on, and from which."""
        if not self.spec.inherits:
            return "", ""
        line, column = self.lines[index.row()], self.columns[index.column()]
        project = self.session.project
        level = project.service_levels.get(column)
        if level is None or not level.based_on:
            return "", ""
        for above in inheritance.lineage(project, level)[1:]:
            for row in self._cells.get((line, above.id), []):
                if is_plain(row, self.kind, self.spec):
                    return self._words(row), above.name
        return "", ""

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the words of one cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        return self.take([(index, str(value))], f"Change {self.value.label.lower()}")

    def take(self, cells: Sequence[tuple[Index, str]], label: str) -> bool:
        """Take the words of several cells as one step; what cannot be read stays."""
        project, refused = self.session.project, []
        for index, words in cells:
            try:
                project = self._with(project, index, words)
            except Unreadable as unreadable:
                refused.append(unreadable.sentence)
        self.session.edit(project, label)
        self.session.seal()
        if refused:
            count = f"{len(refused)} of {len(cells)} cells were left as they were. "
            self.refused.emit((count if len(cells) > 1 else "") + refused[0])
        return not refused

    def _with(self, project: Project, index: Index, words: str) -> Project:
        value = cell_value(project, self.value, words, self._local)
        row = self.plain(index)
        empty = value in (self.value.kind.absent, None)
        if row is None:
            return project if empty else project.add(self._new(index, value))
        if empty and self._says_nothing_else(row):
            return project.drop(row)
        return project.put(row.but(**{self.spec.value: value}))

    def _new(self, index: Index, value: Any) -> Entity:
        values: dict[str, Any] = dict(zip(self.spec.lines, self.lines[index.row()], strict=True))
        values |= {self.spec.column: self.columns[index.column()], self.spec.value: value}
        return self.kind(**values)

    def _says_nothing_else(self, row: Entity) -> bool:
        known = {*self.spec.lines, self.spec.column, self.spec.value}
        others = (one.name for one in fields(self.kind) if one.name not in known)
        return all(getattr(row, name) == default(self.kind, name) for name in others)
