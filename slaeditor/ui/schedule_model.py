"""The lines of a small table inside a record: bands of a credit, brackets of a price.

The last line is always empty: typing into it adds a record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from slaeditor.model.entity import Entity, field
from slaeditor.model.project import Project, table_name
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.changes import Changes
from slaeditor.rules.found import Found
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui import theme
from slaeditor.ui.cells import SEVERITY, SPEC, TROUBLE
from slaeditor.ui.locale_words import LocaleWords

Index = QModelIndex | QPersistentModelIndex
NEW = ""


@dataclass(frozen=True, slots=True)
class ScheduleColumn:
    """A column: its heading, a field it is about, how a record is said and read in it.

    `said` returns the words of a record, `read` the record after words were typed; it raises
    `Unreadable` with a sentence.
    """

    label: str
    about: str
    said: Callable[[Any, LocaleWords], str]
    read: Callable[[Any, str, LocaleWords], Any]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A table of records of a kind that belong to another one.

    `following` returns what a new record says when it comes after the one before it, `plain` the
    words for a field as far as it holds them, from project, id of the other record, name and words;
    `spread` lays pasted cells, of which the first is for the field named, over the columns.
    """

    kind: type[Entity]
    link: str
    columns: tuple[ScheduleColumn, ...]
    following: Callable[[Any, Any], Any]
    plain: Callable[[Project, str, str, str], str] | None = None
    spread: Callable[[str, list[list[str]]], list[list[str]]] | None = None


class ScheduleModel(QAbstractTableModel):
    """Shows a schedule; `refused` brings the sentence about words not taken, which stay."""

    refused = Signal(str)

    def __init__(self, session: Session, schedule: Schedule, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.schedule = schedule
        self.local = LocaleWords()
        self.owner = ""
        self.rows: tuple[Entity, ...] = ()
        self.unread: dict[tuple[str, int], tuple[str, str]] = {}
        self.left_out = ""
        self._worst: Mapping[str, str] = {}
        session.changed.connect(self._changed)
        session.checked.connect(self._judged)
        self._judged(session.found)

    def show_owner(self, key: str) -> None:
        """Show what belongs to a record; words that could not be read wait for their record."""
        if key != self.owner:
            self.beginResetModel()
            self.owner, self.left_out = key, ""
            self.rows = self._listed()
            self.endResetModel()

    def show_columns(self, columns: tuple[ScheduleColumn, ...]) -> None:
        """Show other columns."""
        if [one.label for one in columns] != [one.label for one in self.schedule.columns]:
            self.beginResetModel()
            self.schedule = replace(self.schedule, columns=columns)
            self.endResetModel()

    def _listed(self) -> tuple[Entity, ...]:
        table = self.session.project.table(self.schedule.kind)
        return table.where(self.schedule.link, self.owner) if self.owner else ()

    def _changed(self, made: Changes) -> None:
        if not made.touch(table_name(self.schedule.kind)):
            return
        before, now = [row.id for row in self.rows], self._listed()
        if [row.id for row in now][: len(before)] != before:
            self.beginResetModel()
            self.rows = now
            self.endResetModel()
            return
        if len(now) > len(before):
            self._append(now)
        changed = {change.row.id for change in made}
        self.unread = {spot: kept for spot, kept in self.unread.items() if spot[0] not in changed}
        self.rows = now
        self.redraw()

    def _append(self, now: tuple[Entity, ...]) -> None:
        """Make a record of the empty line, where somebody is typing, and lay another below it."""
        first = len(self.rows) + 1
        self.beginInsertRows(QModelIndex(), first, len(now))
        self.rows = now
        self.endInsertRows()
        self.headerDataChanged.emit(Qt.Orientation.Vertical, first - 1, len(now))

    def _judged(self, found: Found) -> None:
        worst = found.gravest(table_name(self.schedule.kind))
        if worst != self._worst:
            self._worst = worst
            self.redraw()

    def redraw(self) -> None:
        """Say that any cell may look different now."""
        last = self.index(len(self.rows), len(self.schedule.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """The records and the empty line."""
        return 0 if parent.isValid() else len(self.rows) + bool(self.owner)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """The columns of the schedule."""
        return 0 if parent.isValid() else len(self.schedule.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings of the columns, and a number for each line."""
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Horizontal:
            column = self.schedule.columns[section]
            return f"{column.label}: {column.hint}" if column.hint else column.label
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.schedule.columns[section].label
        return str(section + 1) if section < len(self.rows) else "+"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed into."""
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return usual | Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def key_at(self, line: int) -> str:
        """The id of the record in a line; nothing in the empty one."""
        return self.rows[line].id if line < len(self.rows) else NEW

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; those that could not be read stand in red."""
        if not index.isValid() or index.row() > len(self.rows):
            return None
        key, column = self.key_at(index.row()), self.schedule.columns[index.column()]
        unread = self.unread.get((key, index.column()))
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return unread[0] if unread else self._said(index.row(), column)
        if role == SPEC:
            return field(self.schedule.kind, column.about)
        if role == SEVERITY:
            return self._worst.get(key, "") if index.column() == 0 else ""
        return self._look(role, unread[1]) if unread else None

    def _look(self, role: int, sentence: str) -> Any:
        """How a cell looks whose words could not be read."""
        if role in {TROUBLE, Qt.ItemDataRole.ToolTipRole}:
            return sentence
        wrong = role == Qt.ItemDataRole.BackgroundRole
        return QColor(theme.colour("error_bg")) if wrong else None

    def _said(self, line: int, column: ScheduleColumn) -> str:
        return column.said(self.rows[line], self.local) if line < len(self.rows) else ""

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the words of a cell; refuse with a sentence what cannot be read."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        return self.take([(index.row(), index.column(), str(value))])

    def take(self, cells: Sequence[tuple[int, int, str]], left_out: str = "") -> bool:
        """Take the words of several cells as one step; lines beyond the last are added.

        `left_out` is said as well, until the next words are taken.
        """
        project, made = self.session.project, list(self.rows)
        refused: list[tuple[tuple[int, int], tuple[str, str]]] = []
        for line, at, words in sorted(cells, key=lambda cell: cell[0]):
            try:
                project = self._with(project, made, (line, at), words)
            except Unreadable as unreadable:
                refused.append(((line, at), (words, unreadable.sentence)))
        self._forget(cells)
        self.left_out = left_out
        self.session.edit(project, self._label(cells))
        self.session.seal()
        for (line, at), kept in refused:
            self.unread[made[line].id if line < len(made) else NEW, at] = kept
        self.redraw()
        if refused or left_out:
            told = refused[0][1][1] if refused else ""
            self.refused.emit(f"{told} {left_out}".strip())
        return not refused

    def laid(self, pasted: list[list[str]], column: int) -> list[list[str]]:
        """Return pasted cells as they belong from a column on."""
        spread = self.schedule.spread
        about = self.schedule.columns[column].about
        return pasted if spread is None else spread(about, pasted)

    def _forget(self, cells: Sequence[tuple[int, int, str]]) -> None:
        for line, at, _ in cells:
            self.unread.pop((self.key_at(line), at), None)

    def _with(
        self, project: Project, made: list[Entity], spot: tuple[int, int], words: str
    ) -> Project:
        """The project with words in a cell; `made` are the records, one more where one is new."""
        line, at = spot
        column = self.schedule.columns[at]
        read = column.read
        if self.schedule.plain is not None:
            canonical = self.local.canonical(words)
            alone = self.schedule.plain(project, self.owner, column.about, canonical)
            words = words if alone == canonical else alone
        if line < len(made):
            made[line] = read(made[line], words, self.local)
            return project.put(made[line])
        if not words.strip():
            return project
        before = made[-1] if made else None
        fresh = self.schedule.following(self._blank(), before)
        made.append(read(fresh, words, self.local))
        project = project.add(made[-1])
        made[-1] = project.table(self.schedule.kind)[made[-1].id]
        return project

    def _blank(self) -> Entity:
        values: dict[str, Any] = {self.schedule.link: self.owner}
        return self.schedule.kind(**values)

    def _label(self, cells: Sequence[tuple[int, int, str]]) -> str:
        declared = self.schedule.kind.declaration
        what = declared.singular.lower() if len(cells) == 1 else declared.plural.lower()
        verb = "Add" if any(line >= len(self.rows) for line, _, _ in cells) else "Change"
        spec = field(self.schedule.kind, self.schedule.link)
        above = self.session.project.find(spec.to, self.owner)
        return (
            f"{verb} {what} of {title(self.session.project, above)}" if above else f"{verb} {what}"
        )
