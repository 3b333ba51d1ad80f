"""The cells of a grid, each the value of one record; typing into an empty one makes a record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import is_not
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from slaeditor.model.entity import Entity, default, field, fields
from slaeditor.model.field import Field
from slaeditor.model.project import Project, table_name
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
from slaeditor.ui.grid_records import GridRecords, Index, Spot
from slaeditor.ui.grid_spec import GridSpec
from slaeditor.ui.standings import Said, standing
from slaeditor.ui.worst_findings import worst_of

DRAWN = (Qt.ItemDataRole.FontRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.BackgroundRole)


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that stand in a cell though they could not be read, and the sentence why."""

    words: str
    sentence: str


class GridModel(GridRecords):
    """Lines × columns of values; `refused` brings the sentence about words not taken.

    Words that cannot be read stay in their cell until they are typed anew, cleared or undone.
    """

    refused = Signal(str)

    def __init__(self, session: Session, kind: type[Entity], spec: GridSpec, parent: QWidget):
        super().__init__(session, kind, spec, parent)
        self.value: Field = field(kind, spec.value)
        self.local = locale_words()
        self.unread: dict[Spot, Unread] = {}
        self._said: dict[Spot, Said | None] = {}
        self._looks: dict[Spot, CellLook] = {}
        self._looks_of: tuple[object, ...] = (None, None, None)
        self._answers = self._answering()
        self._worst = session.found.gravest(table_name(kind))
        session.checked.connect(self._judged)

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

    def forget(self, made: Changes) -> None:
        """Let go of unread words where the record they were typed for is another one now."""
        self._said.clear()
        mine = [c.row for c in made if isinstance(c.row, self.kind)] if self.unread else []
        for row in mine:
            self.unread.pop(self._spot_of(row), None)

    def redraw(self) -> None:
        """Say that any cell may look different now."""
        self._looks.clear()
        super().redraw()

    def field_at(self, _index: Index) -> Field:
        """The field whose value a cell shows; the same one in all cells of a plain grid."""
        return self.value

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
