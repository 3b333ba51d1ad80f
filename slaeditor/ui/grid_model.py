"""The cells of a grid, each the value of one record; typing into an empty one makes a record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import is_not
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from slaeditor.model.entity import Entity, default, field, fields
from slaeditor.model.field import Field
from slaeditor.model.project import Project, entity_named, table_name
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.changes import Changes
from slaeditor.rules.found import Found
from slaeditor.rules.openings import started
from slaeditor.session.session import Session
from slaeditor.ui import theme
from slaeditor.ui.cells import (
    CELL_LOOK,
    FALLBACK,
    SEVERITY,
    SPEC,
    TROUBLE,
    CellLook,
    cell_value,
    cell_words,
    locale_words,
    looked_at,
)
from slaeditor.ui.grid_spec import GridSpec, LineKey, axis, axis_title, is_plain, line_keys
from slaeditor.ui.standings import Said, standing
from slaeditor.ui.worst_findings import worst_of

Index = QModelIndex | QPersistentModelIndex
Spot = tuple[LineKey, str]
DRAWN = (Qt.ItemDataRole.FontRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.BackgroundRole)


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that stand in a cell though they could not be read, and the sentence why."""

    words: str
    sentence: str


class GridModel(QAbstractTableModel):
    """Lines × columns of values; `refused` brings the sentence about words not taken.

    Words that cannot be read stay in their cell until they are typed anew, cleared or undone.
    """

    refused = Signal(str)

    def __init__(self, session: Session, kind: type[Entity], spec: GridSpec, parent: QWidget):
        super().__init__(parent)
        self.session = session
        self.kind = kind
        self.spec = spec
        self.value: Field = field(kind, spec.value)
        self.local = locale_words()
        self.lines: tuple[LineKey, ...] = ()
        self.columns: tuple[str, ...] = ()
        self.unread: dict[Spot, Unread] = {}
        self._only = ""
        self._names = (*spec.lines, spec.column)
        self._said: dict[Spot, Said | None] = {}
        self._looks: dict[Spot, CellLook] = {}
        self._looks_of: tuple[object, ...] = (None, None, None)
        self._rows: dict[Spot, Sequence[Entity]] = {}
        self._table: object = None
        self._sides = {table_name(kind), *_tables(kind, self._names)}
        self._tables = self._sides | _tables(kind, (spec.value,))
        self._answers = self._answering()
        self._read()
        self._worst = session.found.gravest(table_name(kind))
        session.changed.connect(self._changed)
        session.checked.connect(self._judged)

    def _read(self) -> None:
        project = self.session.project
        found = line_keys(project, self.kind, self.spec)
        self.lines = tuple(key for key in found if self._only in {"", key[0]})
        self.columns = axis(project, self.kind, self.spec.column)

    def _answering(self) -> dict[int, Callable[[Index], Any]]:
        """What answers for each role."""
        return {
            SPEC: self.field_at,
            Qt.ItemDataRole.EditRole: self._plain_words,
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.ToolTipRole: self._tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            TROUBLE: self.trouble,
            SEVERITY: self._severity,
            FALLBACK: lambda index: self.inherited(index)[0],
            CELL_LOOK: self._whole_look,
        }

    def _whole_look(self, index: Index) -> CellLook:
        """Return what is drawn of a cell, kept while project, findings and colours are the same."""
        now = (self.session.project, self._worst, theme.tokens())
        if any(map(is_not, now, self._looks_of)):
            self._looks_of = now
            self._looks.clear()
        spot = self.spot(index)
        known = self._looks.get(spot)
        if known is None:
            known = self._looks[spot] = looked_at(index)
        return known

    def show_only(self, key: str) -> None:
        """Show only the lines that begin with a record of the first side; all where it is ""."""
        if key != self._only:
            self.beginResetModel()
            self._only = key
            self._said.clear()
            self._read()
            self.endResetModel()

    @property
    def only(self) -> str:
        """The first part that all lines share, or nothing."""
        return self._only

    def _changed(self, made: Changes) -> None:
        self._said.clear()
        self._forget(made)
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
        self._looks.clear()
        if self.lines and self.columns:
            last = self.index(len(self.lines) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _forget(self, made: Changes) -> None:
        """Let go of unread words where the record they were typed for is another one now."""
        mine = [c.row for c in made if isinstance(c.row, self.kind)] if self.unread else []
        for row in mine:
            self.unread.pop(self._spot_of(row), None)

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

    def field_at(self, _index: Index) -> Field:
        """The field whose value a cell shows; the same one in all cells of a plain grid."""
        return self.value

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

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed into."""
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return usual | Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, those inherited in a quieter colour."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        answer = self._answers.get(role)
        if answer is not None:
            return answer(index)
        return self._look(index, role) if role in DRAWN else None

    def _plain_words(self, index: Index) -> str:
        unread = self.unread.get(self.spot(index))
        if unread is not None:
            return unread.words
        row = self.plain(index)
        return self.words_of(index, row) if row is not None else ""

    def trouble(self, index: Index) -> str:
        """The sentence about the words in a cell that could not be read, or nothing."""
        unread = self.unread.get(self.spot(index)) if self.unread else None
        return unread.sentence if unread is not None else ""

    def _severity(self, index: Index) -> str:
        rows = self.rows_at(index) if self._worst else ()
        return worst_of(self._worst.get(row.id, "") for row in rows)

    def _look(self, index: Index, role: int) -> Any:
        """Letters, ink and paper of a cell: unread words are red, inherited ones grey."""
        if self.trouble(index):
            token = {DRAWN[1]: "error", DRAWN[2]: "error_bg"}.get(Qt.ItemDataRole(role))
            return QColor(theme.colour(token)) if token else None
        if role == Qt.ItemDataRole.BackgroundRole or self.rows_at(index):
            return None
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.colour("muted"))
        font = QFont()
        font.setItalic(True)
        return font

    def words_of(self, index: Index, row: Entity) -> str:
        """What a record says in a cell."""
        return cell_words(self.session.project, row, self.field_at(index), self.local)

    def _shown(self, index: Index) -> str:
        unread = self.unread.get(self.spot(index))
        if unread is not None:
            return unread.words
        rows, plain = self.rows_at(index), self.plain(index)
        if not rows:
            return self.inherited(index)[0]
        more = len(rows) - (plain is not None)
        words = self.words_of(index, plain if plain is not None else rows[0])
        more -= plain is None
        return f"{words} (+{more})" if more else words

    def _tip(self, index: Index) -> str | None:
        if self.trouble(index):
            return self.trouble(index)
        rows = self.rows_at(index)
        if len(rows) > 1:
            return f"{len(rows)} records say something here; Ctrl+Enter shows them."
        words, source = self.inherited(index) if not rows else ("", "")
        return f"{words}, from {source}" if words else None

    def _spoken(self, index: Index) -> str:
        words = self._shown(index) or "empty"
        parts = [words, self._tip(index) or "", self._severity(index)]
        return ". ".join(dict.fromkeys(filter(None, parts)))

    def inherited(self, index: Index) -> tuple[str, str]:
        """What holds in a cell beside its own word, and who says it; nothing where nobody does."""
        found = self._standing(index)
        return (self.words_of(index, found[0]), found[1]) if found is not None else ("", "")

    def inherited_value(self, index: Index) -> Any:
        """The value that holds in a cell beside its own word, None where nothing does."""
        found = self._standing(index)
        return getattr(found[0], self.field_at(index).name) if found is not None else None

    def _standing(self, index: Index) -> Said | None:
        if not self.spec.inherits:
            return None
        spot = self.spot(index)
        if spot not in self._said:
            self._said[spot] = self.looked_up(index)
        return self._said[spot]

    def looked_up(self, index: Index) -> Said | None:
        """Who says what holds in a cell beside its own word."""
        line, column = self.spot(index)
        project, plain = self.session.project, self.plain(index)
        if plain is not None:
            project = project.drop(plain)
        values = dict(zip(self._names, (*line, column), strict=True))
        return standing(project, self.kind, values)

    def _judged(self, found: Found) -> None:
        worst = found.gravest(table_name(self.kind))
        if worst != self._worst:
            self._worst = worst
            self.redraw()

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the words of one cell."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        label = self.field_at(index).label
        label = label[0].lower() + label[1:]
        return self.take([(index, str(value))], f"Change {label} of {self.name_of(index)}")

    def take(self, cells: Sequence[tuple[Index, str]], label: str, left_out: str = "") -> bool:
        """Take the words of several cells as one step; what cannot be read stays as it is typed.

        `left_out` is said as well.
        """
        project, refused = self.session.project, []
        for index, words in cells:
            self.unread.pop(self.spot(index), None)
            try:
                project = self.with_words(project, index, words)
            except Unreadable as unreadable:
                refused.append((self.spot(index), Unread(words, unreadable.sentence)))
        self.session.edit(project, label)
        self.session.seal()
        self.unread.update(refused)
        self.redraw()
        if refused:
            count = f"{len(refused)} of {len(cells)} cells could not be read; they stand in red. "
            told = (count if len(cells) > 1 else "") + refused[0][1].sentence
            self.refused.emit(f"{told} {left_out}".strip())
        elif left_out:
            self.refused.emit(left_out)
        return not refused

    def with_words(self, project: Project, index: Index, words: str) -> Project:
        """Return a project in which a cell says these words; raise `Unreadable` with a sentence."""
        value = cell_value(project, self.value, words, self.local)
        row = self.plain(index)
        empty = value in (self.value.kind.absent, None)
        if row is None:
            return project if empty else project.add(self.new(index, value))
        if empty and self._says_nothing_else(row):
            return project.drop(row)
        return project.put(row.but(**{self.spec.value: value}))

    def new(self, index: Index, value: Any) -> Entity:
        """Return the record of a cell that has none yet, with a value."""
        line, column = self.spot(index)
        values: dict[str, Any] = dict(zip(self._names, (*line, column), strict=True))
        return started(self.kind(**values, **{self.spec.value: value}))

    def _says_nothing_else(self, row: Entity) -> bool:
        known = {*self._names, self.spec.value}
        others = (one.name for one in fields(self.kind) if one.name not in known)
        return all(getattr(row, name) == default(self.kind, name) for name in others)


def _tables(kind: type[Entity], names: Sequence[str]) -> set[str]:
    """The tables whose records some fields of a kind name."""
    return {table_name(entity_named(spec.to)) for n in names if (spec := field(kind, n)).to}
