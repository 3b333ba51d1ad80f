"""The titles of the records of a kind, as the lines of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import compress
from operator import is_not
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QWidget

from slaeditor.model.entity import Entity, owner
from slaeditor.model.project import table_name
from slaeditor.model.readers import Readers
from slaeditor.rules.changes import Change, Changes
from slaeditor.rules.found import Found
from slaeditor.rules.names import title
from slaeditor.rules.order import moved
from slaeditor.session.session import Session
from slaeditor.ui import reader_words

Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole + 1
MIME = "application/x-slaeditor-records"
DRAGGED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
"""What can be done with a line; put together once, since a change of looks asks for each."""


class Look(NamedTuple):
    """What is drawn of a line; `above` is what of its words names the record above it."""

    words: str
    above: str
    readers: Readers
    severity: str


class RecordListModel(QAbstractListModel):
    """Titles of the records of a kind, filtered by words; nothing is kept per line.

    `redrawn` says that names or signs of lines may be others, without saying of which.
    """

    redrawn = Signal()

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.kind = kind
        self._words = ""
        above = owner(kind)
        owned = above is not None and kind.declaration.title[0] == above.name
        self._owner = above if owned else None
        self._worst: Mapping[str, str] = session.found.gravest(table_name(kind))
        self._lines: dict[str, int] | None = None
        self._rows = self._listed()
        session.changed.connect(self._changed)
        session.checked.connect(self._judge)

    @property
    def rows(self) -> tuple[Entity, ...]:
        """The records that are listed, in their order."""
        return self._rows

    def _listed(self) -> tuple[Entity, ...]:
        rows = tuple(self.session.project.table(self.kind))
        words = self._words.casefold().split()
        return tuple(row for row in rows if self._has(row, words)) if words else rows

    def _has(self, row: Entity, words: Sequence[str]) -> bool:
        shown = title(self.session.project, row).casefold()
        return all(word in shown for word in words)

    def want(self, words: str) -> None:
        """Show only records whose titles have all these words."""
        self._words = words
        self._list(self._listed())

    def _list(self, rows: tuple[Entity, ...]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._rows, self._lines = rows, None
        self.endResetModel()

    @property
    def filtered(self) -> bool:
        """Whether some records may be left out."""
        return bool(self._words.strip())

    def _changed(self, made: Changes) -> None:
        mine = [change for change in made if change.table == table_name(self.kind)]
        if mine and (self.filtered or not all(map(_stays, mine))):
            self._read_again()
        elif mine:
            self._put({self.line(change.row.id): change.row for change in mine})
        self.redrawn.emit()

    def _read_again(self) -> None:
        now = self._listed()
        lines = _replaced(self._rows, now)
        if lines is None:
            self._list(now)
        else:
            self._put({line: now[line] for line in lines})

    def _put(self, by_line: Mapping[int, Entity]) -> None:
        """Put records into the lines in which they were before."""
        rows = list(self._rows)
        for line, row in by_line.items():
            rows[line] = row
        self._rows = tuple(rows)
        if by_line:
            self.dataChanged.emit(self.index(min(by_line), 0), self.index(max(by_line), 0))

    def _judge(self, found: Found) -> None:
        worst = found.gravest(table_name(self.kind))
        if worst != self._worst:
            self._worst = worst
            self.redrawn.emit()

    def line(self, key: str) -> int:
        """The line of a record, -1 when it is not shown."""
        if self._lines is None:
            self._lines = {row.id: at for at, row in enumerate(self._rows)}
        return self._lines.get(key, -1)

    def look(self, line: int) -> Look:
        """What is drawn of a line."""
        row = self._rows[line]
        readers = reader_words.effective(self.session.project, row)
        return Look(self._title(row), self._above(row), readers, self._worst.get(row.id, ""))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many records are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title of a record, its id, and what is spoken of it."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        answers: dict[int, Callable[[Entity], Any]] = {
            Qt.ItemDataRole.DisplayRole: self._title,
            Qt.ItemDataRole.ToolTipRole: self._title,
            KEY: lambda row: row.id,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }
        answer = answers.get(role)
        return answer(self.rows[index.row()]) if answer is not None else None

    def _title(self, row: Entity) -> str:
        return title(self.session.project, row)

    def _above(self, row: Entity) -> str:
        """What of the title is the name of the record this one belongs to."""
        if self._owner is None:
            return ""
        found = self.session.project.find(self._owner.to, getattr(row, self._owner.name))
        return title(self.session.project, found) if found is not None else ""

    def _spoken(self, row: Entity) -> str:
        readers = reader_words.sentence(reader_words.effective(self.session.project, row))
        worst = self._worst.get(row.id, "")
        words = f"{title(self.session.project, row)}. {readers}"
        return f"{words} It has an open {worst}." if worst else words

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Records can be dragged, and dropped between others."""
        return DRAGGED if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Records are moved, never copied, by dragging."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What is dragged: records of this kind."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the records that are dragged."""
        carried = QMimeData()
        keys = " ".join(str(index.data(KEY)) for index in indexes)
        carried.setData(MIME, keys.encode("ascii"))
        return carried

    def dropMimeData(
        self, carried: QMimeData, _action: Qt.DropAction, line: int, _column: int, parent: Index
    ) -> bool:
        """Move the records before the line they are dropped on."""
        if not carried.hasFormat(MIME) or self.filtered:
            return False
        at = parent.row() if parent.isValid() else line
        before = self.rows[at].id if 0 <= at < len(self.rows) else None
        keys = bytes(carried.data(MIME).data()).decode("ascii").split()
        project = moved(self.session.project, self.rows, keys, before)
        what = self.kind.declaration
        label = what.singular if len(keys) == 1 else f"{len(keys)} {what.plural}"
        self.session.edit(project, f"Move {label.lower()}")
        return False


def _stays(change: Change) -> bool:
    """Whether a record is neither new nor gone and stands where it stood."""
    before, after = change.before, change.after
    return before is not None and after is not None and before.position == after.position


def _replaced(before: Sequence[Entity], now: Sequence[Entity]) -> list[int] | None:
    """The lines whose records are others now, None where lines came, went or moved."""
    if len(before) != len(now):
        return None
    lines = list(compress(range(len(now)), map(is_not, before, now)))
    return None if any(before[at].id != now[at].id for at in lines) else lines
