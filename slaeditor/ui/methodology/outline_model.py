"""The methodology as an outline: phases, and under each its steps with what tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import QWidget

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.model.work import MethodStep, Phase
from slaeditor.rules.changes import Change, Changes
from slaeditor.rules.found import Found
from slaeditor.rules.method_order import holds_at, levels_of, placed
from slaeditor.rules.names import title
from slaeditor.rules.order import moved
from slaeditor.session.session import Session
from slaeditor.ui import theme
from slaeditor.ui.icons import icon, severity_icon

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-slaeditor-steps"
COLUMNS = ("Step", "When", "Who", "Why", "Levels")
TABLES = ("phases", "method_steps", "roles", "service_levels")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the outline: the id of a phase, and of a step where it is one."""

    phase: str
    step: str = ""

    @property
    def key(self) -> str:
        """The id of the record that stands in the line."""
        return self.step or self.phase


DRAGGED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
"""What can be done with a line; put together once, since each layout asks for every line."""


class OutlineModel(QAbstractTableModel):
    """Phases and steps in order; closed phases hide their steps.

    `level` is the level that is looked at: steps that are not done at it are quiet. `redrawn` says
    that any line may look different now.
    """

    moved_lines = Signal(object)
    redrawn = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.level = ""
        self.closed: frozenset[str] = frozenset()
        self._worst: dict[str, str] = {}
        self.lines: tuple[Line, ...] = ()
        self._at: dict[str, int] = {}
        self._read()
        self._judge(session.found)
        session.changed.connect(self._changed)
        session.checked.connect(self._judge)

    @property
    def project(self) -> Project:
        """The project as it stands now."""
        return self.session.project

    def _read(self) -> None:
        self.lines = tuple(_lines(self.project, self.closed))
        self._at = {line.key: at for at, line in enumerate(self.lines)}

    def _changed(self, made: Changes) -> None:
        if not made.touch(*TABLES):
            return
        if all(map(_stays, made)):
            for change in made:
                self._redraw_line(self.line(change.row.id))
            return
        before = self.lines
        if made.touch("method_steps", "phases"):
            self._read()
        if before == self.lines:
            self.redraw()
            return
        now, self.lines = self.lines, before
        self.beginResetModel()
        self.lines = now
        self.endResetModel()

    def _reset(self) -> None:
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def _redraw_line(self, at: int) -> None:
        if at >= 0:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))

    def redraw(self) -> None:
        """Say that any line may look different now."""
        self.redrawn.emit()

    def look_at(self, level: str) -> None:
        """Show which steps are done at a level; all where it is empty."""
        self.level = level
        self.redraw()

    def fold(self, phase: str, *, closed: bool) -> None:
        """Hide or show the steps of a phase."""
        wanted = self.closed | {phase} if closed else self.closed - {phase}
        if wanted != self.closed:
            self.closed = wanted
            self._reset()

    def _judge(self, found: Found) -> None:
        worst = {**found.gravest("method_steps"), **found.gravest("phases")}
        if worst != self._worst:
            self._worst = worst
            self.redraw()

    def line(self, key: str) -> int:
        """The line of a record, -1 when it is not shown."""
        return self._at.get(key, -1)

    def record(self, at: int) -> Entity | None:
        """The phase or step of a line."""
        if not 0 <= at < len(self.lines):
            return None
        line = self.lines[at]
        if line.step:
            return self.project.method_steps.get(line.step)
        return self.project.phases.get(line.phase)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """What, when, who, why, and the levels."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a line and how they look."""
        row = self.record(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._words(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cells = (self._words(row, column) for column in range(len(COLUMNS)))
            return ", ".join(filter(None, cells))
        if role == Qt.ItemDataRole.FontRole:
            return _bold() if isinstance(row, Phase) else None
        if role == Qt.ItemDataRole.DecorationRole:
            return None if index.column() else self._sign(row)
        faint = role == Qt.ItemDataRole.ForegroundRole and self.is_faint(row)
        return QColor(theme.colour("strong_border")) if faint else None

    def _words(self, row: Entity, column: int) -> str:
        if not isinstance(row, MethodStep):
            return self._phase_words(row, column)
        answers = (
            lambda: title(self.project, row),
            lambda: row.when or (f"within {row.within}" if row.within else ""),
            lambda: self._name("Role", row.who),
            lambda: row.why.strip().split("\n")[0],
            lambda: self._levels(row),
        )
        return answers[column]()

    def _phase_words(self, row: Entity, column: int) -> str:
        """The name of a phase, what it achieves, and the levels it is limited to."""
        if column == 0 or not isinstance(row, Phase):
            return title(self.project, row) if column == 0 else ""
        if column == 1:
            return row.purpose.strip().split("\n")[0]
        names = (self._name("ServiceLevel", key) for key in row.levels)
        return ", ".join(names) if column == len(COLUMNS) - 1 else ""

    def _levels(self, row: MethodStep) -> str:
        """The levels a step is limited to; those of its phase in brackets."""
        keys, inherited = levels_of(self.project, row)
        words = ", ".join(self._name("ServiceLevel", key) for key in keys)
        return f"({words})" if inherited else words

    def _name(self, kind: str, key: str) -> str:
        row = self.project.find(kind, key) if key else None
        return title(self.project, row) if row is not None else ""

    def _sign(self, row: Entity) -> QIcon | None:
        if row.id in self._worst:
            return severity_icon(self._worst[row.id])
        if isinstance(row, Phase):
            return icon("chevron-right" if row.id in self.closed else "chevron-down", "muted")
        return None

    def is_faint(self, row: Entity) -> bool:
        """Whether a step is not done at the level that is looked at."""
        level = self.project.service_levels.get(self.level)
        if level is None or not isinstance(row, MethodStep):
            return False
        return not holds_at(self.project, row, level)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Lines can be dragged, and dropped between others."""
        return DRAGGED if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Lines are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What can be dropped: lines of this outline."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the lines that are dragged."""
        keys = list(dict.fromkeys(self.lines[one.row()].key for one in indexes))
        made = QMimeData()
        made.setData(MIME, " ".join(keys).encode())
        return made

    def dropMimeData(
        self, mime: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index
    ) -> bool:
        """Move the lines before another line."""
        if mime.hasFormat(MIME):
            keys = bytes(mime.data(MIME).data()).decode().split()
            self.put_before(keys, row if row >= 0 else len(self.lines))
        return False  # the lines are moved by the edit, Qt must not remove any

    def put_before(self, keys: Sequence[str], at: int) -> None:
        """Move phases or steps to stand before a line, or at the end, as one step."""
        project = self.project
        phases = [key for key in keys if key in project.phases]
        steps = [key for key in keys if key in project.method_steps]
        if phases:
            listed = [line for line in self.lines[at:] if not line.step]
            before = listed[0].phase if listed else None
            project = moved(project, list(project.phases), phases, before)
        elif steps:
            project = self._steps_before(project, steps, at)
        moved_row = self.project.find(MethodStep, keys[0]) or self.project.find(Phase, keys[0])
        if moved_row is not None and project is not self.project:
            self.session.seal()
            self.session.edit(project, f"Move {title(self.project, moved_row)}")
            self.session.seal()
            self.moved_lines.emit(list(keys))

    def _steps_before(self, project: Project, steps: Sequence[str], at: int) -> Project:
        """Steps dropped on the line of a phase go to the end of the phase above it."""
        if at < len(self.lines) and self.lines[at].step and self.lines[at].step not in steps:
            line = self.lines[at]
            return placed(project, steps, line.phase, line.step)
        above = self.lines[at - 1] if at > 0 else self.lines[0]
        return placed(project, steps, above.phase, None)


def _stays(change: Change) -> bool:
    """Whether a change is one of a step that stands where it stood, which no other line shows."""
    before, after = change.before, change.after
    if not isinstance(before, MethodStep) or not isinstance(after, MethodStep):
        return False
    return (before.phase, before.position) == (after.phase, after.position)


def _lines(project: Project, closed: frozenset[str]) -> list[Line]:
    found: list[Line] = []
    for phase in project.phases:
        found.append(Line(phase.id))
        if phase.id not in closed:
            steps = project.method_steps.where("phase", phase.id)
            found += [Line(phase.id, step.id) for step in steps]
    known = {phase.id for phase in project.phases}
    loose = [row for row in project.method_steps if row.phase not in known]
    return [*found, *(Line(row.phase, row.id) for row in loose)]


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
