"""Which records stand in which cells of a grid: its lines and columns, as the project has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from slaeditor.model.entity import Entity, field
from slaeditor.model.project import entity_named, table_name
from slaeditor.rules.changes import Changes
from slaeditor.session.session import Session
from slaeditor.ui.grid_spec import GridSpec, LineKey, axis, axis_title, is_plain, line_keys

Index = QModelIndex | QPersistentModelIndex
Spot = tuple[LineKey, str]


class GridRecords(QAbstractTableModel):
    """Lines × columns of records; it follows the project and says which cells may look different.

    What stands in the cells, and what is typed into them, is told by a grid that is one of these.
    """

    def __init__(self, session: Session, kind: type[Entity], spec: GridSpec, parent: QWidget):
        super().__init__(parent)
        self.session = session
        self.kind = kind
        self.spec = spec
        self.lines: tuple[LineKey, ...] = ()
        self.columns: tuple[str, ...] = ()
        self._only = ""
        self._names = (*spec.lines, spec.column)
        self._rows: dict[Spot, Sequence[Entity]] = {}
        self._table: object = None
        self._sides = {table_name(kind), *_tables(kind, self._names)}
        self._tables = self._sides | _tables(kind, (spec.value,))
        self._read()
        session.changed.connect(self._changed)

    def _read(self) -> None:
        project = self.session.project
        found = line_keys(project, self.kind, self.spec)
        self.lines = tuple(key for key in found if self._only in {"", key[0]})
        self.columns = axis(project, self.kind, self.spec.column)

    def show_only(self, key: str) -> None:
        """Show only the lines that begin with a record of the first side; all where it is ""."""
        if key != self._only:
            self.beginResetModel()
            self._only = key
            self.forget(Changes())
            self._read()
            self.endResetModel()

    @property
    def only(self) -> str:
        """The first part that all lines share, or nothing."""
        return self._only

    def forget(self, made: Changes) -> None:
        """Let go of what is known of cells; nothing changed where only other lines are shown."""

    def _changed(self, made: Changes) -> None:
        self.forget(made)
        if made.touch(*self._sides):
            before = self.lines, self.columns
            self._read()
            now = self.lines, self.columns
            if before != now:
                self.lines, self.columns = before
                self.beginResetModel()
                self.lines, self.columns = now
                self.endResetModel()
                return
        if self.depends_on(made):
            self.redraw()
        else:
            self._redraw_lines(made)

    def depends_on(self, made: Changes) -> bool:
        """Whether any cell may look different after changes, not only those of their records."""
        beside = self._tables - {table_name(self.kind)}
        return made.touch(*beside)

    def _redraw_lines(self, made: Changes) -> None:
        """Say that the lines of changed records may look different, and what inherits from them.

        That may be any line that begins alike.
        """
        mine = [row for c in made for row in (c.before, c.after) if isinstance(row, self.kind)]
        begun = {getattr(row, self.spec.lines[0]) for row in mine}
        touched = [at for at, line in enumerate(self.lines) if line[0] in begun]
        if touched and self.columns:
            last = self.index(touched[-1], len(self.columns) - 1)
            self.dataChanged.emit(self.index(touched[0], 0), last)

    def redraw(self) -> None:
        """Say that any cell may look different now."""
        if self.lines and self.columns:
            last = self.index(len(self.lines) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _spot_of(self, row: Entity) -> Spot:
        key = tuple(getattr(row, name) for name in self.spec.lines)
        return key, getattr(row, self.spec.column)

    def spot(self, index: Index) -> Spot:
        """The line and column of a cell."""
        return self.lines[index.row()], self.columns[index.column()]

    def index_of(self, row: Entity) -> QModelIndex:
        """The cell in which a record stands; not valid when it is not shown."""
        line, column = self._spot_of(row)
        if line not in self.lines or column not in self.columns:
            return QModelIndex()
        return self.index(self.lines.index(line), self.columns.index(column))

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
        pairs = list(zip(self.spec.lines, self.lines[section], strict=True))
        return " · ".join(self._title(name, key) for name, key in pairs[1 if self._only else 0 :])

    def _title(self, name: str, key: str) -> str:
        return axis_title(self.session.project, self.kind, name, key)

    def name_of(self, index: Index) -> str:
        """What a cell is called, such as "First response · Urgent · Gold"."""
        line, column = self.spot(index)
        pairs = zip(self.spec.lines, line, strict=True)
        names = [self._title(name, key) for name, key in pairs]
        return " · ".join((*names, self._title(self.spec.column, column)))

    def rows_at(self, index: Index) -> Sequence[Entity]:
        """The records of a cell: the plain one and those that say more about when they hold."""
        spot = line, column = self.spot(index)
        table = self.session.project.table(self.kind)
        if table is not self._table:
            self._table, self._rows = table, {}
        if spot not in self._rows:
            self._rows[spot] = table.where(self._names, (*line, column))
        return self._rows[spot]

    def plain(self, index: Index) -> Entity | None:
        """The record a cell edits, or None."""
        found = (r for r in self.rows_at(index) if is_plain(r, self.kind, self.spec))
        return next(found, None)


def _tables(kind: type[Entity], names: Sequence[str]) -> set[str]:
    """The tables whose records some fields of a kind name."""
    return {table_name(entity_named(spec.to)) for n in names if (spec := field(kind, n)).to}
