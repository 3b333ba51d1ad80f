"""The responsibility matrix as a table: activities under their sections, a column for each role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QWidget

from slaeditor.model.project import Project
from slaeditor.model.work import Assignment
from slaeditor.rules import matrix
from slaeditor.rules.changes import Changes
from slaeditor.rules.matrix import Spot, Tally
from slaeditor.session.session import Session, differs
from slaeditor.ui.icons import severity_icon
from slaeditor.ui.responsibilities.matrix_cells import MatrixCells
from slaeditor.ui.responsibilities.matrix_lines import Look
from slaeditor.ui.responsibilities.unread_steps import Typed, UnreadSteps

Index = QModelIndex | QPersistentModelIndex
LETTERS = Qt.ItemDataRole.UserRole + 20
INHERITED = Qt.ItemDataRole.UserRole + 21
MORE = Qt.ItemDataRole.UserRole + 22
WRONG = Qt.ItemDataRole.UserRole + 23
TABLES = ("assignments", "activities", "activity_groups", "roles", "service_levels")
MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap.value
READ = Qt.ItemFlag.ItemIsEnabled
TYPED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable
"""What can be done with a total and with a cell; put together once."""
QUIET = 80
"""Milliseconds without an edit after which roles are counted anew."""


class MatrixModel(QAbstractTableModel):
    """Letters of roles in activities at one level, or at all; `refused` brings what was not taken.

    It brings no words once everything is read again. Turned over, roles are lines and activities
    columns. The last line and column are totals. `signs_changed` says that the warnings beside the
    names may be others: all lines would be measured anew if that were said as Qt does.
    """

    refused = Signal(str)
    signs_changed = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.turned = False
        self.cells = MatrixCells(session)
        self._unread = UnreadSteps()
        self._answers = {
            Qt.ItemDataRole.DisplayRole: self.cells.words,
            Qt.ItemDataRole.EditRole: self.cells.words,
            LETTERS: self.cells.letters,
            INHERITED: self.cells.inherited,
            MORE: self.cells.more,
            WRONG: self.cells.wrong,
            Qt.ItemDataRole.ToolTipRole: self.cells.tip,
            Qt.ItemDataRole.AccessibleTextRole: self.cells.tip,
        }
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(QUIET)
        self._recount.timeout.connect(self._count_roles)
        session.changed.connect(self._changed)
        session.stepped.connect(self._forget_undone)

    @property
    def project(self) -> Project:
        """The project as it stands now."""
        return self.session.project

    def show_level(self, level: str) -> None:
        """Show what holds at a level; all levels where it is empty."""
        self._rebuild(level=level)

    def hide_roles(self, hidden: frozenset[str]) -> None:
        """Leave roles out."""
        self._rebuild(hidden=hidden)

    def turn(self, *, over: bool) -> None:
        """Show roles as lines, or activities."""
        self.beginResetModel()
        self.turned = over
        self.endResetModel()

    def _rebuild(self, **shown: Any) -> None:
        self.beginResetModel()
        self.cells.show(**shown)
        self.cells.count_roles()
        self.endResetModel()

    def _changed(self, made: Changes) -> None:
        if not made.touch(*TABLES):
            return
        sides = (row for one in made for row in (one.before, one.after))
        touched = [row for row in sides if isinstance(row, Assignment)]
        for row in touched:
            self.cells.forget(row)
        if all(isinstance(one.row, Assignment) for one in made):
            self._redraw_lines({row.activity for row in touched})
        elif not self._read_again():
            return
        self._recount.start()

    def _read_again(self) -> bool:
        """Read both sides again; return whether they are as long and stand as before."""
        cells = self.cells
        before = cells.lines, cells.roles
        cells.read()
        if before != (cells.lines, cells.roles):
            cells.lines, cells.roles = before
            self._rebuild()
            return False
        cells.forget_looks()
        self.redraw()
        return True

    def _redraw_lines(self, activities: set[str]) -> None:
        """Say that the lines of some activities may look different now."""
        if self.turned or not self.columnCount():
            self.redraw()
            return
        for at, line in enumerate(self.cells.lines):
            if line.activity in activities:
                last = self.index(at, self.columnCount() - 1)
                self.dataChanged.emit(self.index(at, 0), last)
        self.signs_changed.emit()

    def redraw(self) -> None:
        """Say that any cell may look different now."""
        if self.rowCount() and self.columnCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            lines = Qt.Orientation.Horizontal if self.turned else Qt.Orientation.Vertical
            self.headerDataChanged.emit(lines, 0, len(self.cells.activities))

    def _count_roles(self) -> None:
        self.cells.count_roles()
        if self.rowCount() and self.columnCount():
            below = self.rowCount() - 1
            self.dataChanged.emit(self.index(below, 0), self.index(below, self.columnCount() - 1))

    def _across(self) -> int:
        return len(self.cells.activities if self.turned else self.cells.roles)

    def _down(self) -> int:
        return len(self.cells.roles if self.turned else self.cells.lines)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many lines there are, the totals with them."""
        return 0 if parent.isValid() else self._down() + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many columns there are, the totals with them."""
        return 0 if parent.isValid() else self._across() + 1

    def is_heading(self, row: int) -> bool:
        """Whether a line is the heading of a section."""
        return not self.turned and row < self._down() and not self.cells.lines[row].activity

    def spot(self, index: Index) -> Spot | None:
        """The cell of an index, None for headings and totals."""
        row, column, cells = index.row(), index.column(), self.cells
        if not index.isValid() or column >= self._across() or row >= self._down():
            return None
        if self.turned:
            return Spot(cells.activities[column], cells.roles[row], cells.level)
        activity = cells.lines[row].activity
        return Spot(activity, cells.roles[column], cells.level) if activity else None

    def index_of(self, activity: str, role: str) -> QModelIndex:
        """The index of a cell; not valid when it is not shown."""
        cells = self.cells
        if role not in cells.roles or activity not in cells.activities:
            return QModelIndex()
        if self.turned:
            return self.index(cells.roles.index(role), cells.activities.index(activity))
        line = next(at for at, one in enumerate(cells.lines) if one.activity == activity)
        return self.index(line, cells.roles.index(role))

    def look(self, index: Index) -> Look | None:
        """How a cell is drawn; None for headings and totals."""
        spot = self.spot(index)
        return self.cells.look(spot) if spot is not None else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of activities, sections and roles."""
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return MIDDLE
        lines = (orientation == Qt.Orientation.Vertical) != self.turned
        if lines and role in {Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.FontRole}:
            return self._look(section, role)
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        return self._line_name(section) if lines else self._role_name(section)

    def _look(self, section: int, role: int) -> QIcon | QFont | None:
        """A warning beside an activity without one who answers; headings of sections are bold."""
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font if self.is_heading(section) else None
        key = self._activity_at(section)
        return severity_icon("warning") if key and self.cells.check(key).trouble else None

    def _activity_at(self, section: int) -> str:
        """The activity of a line, or of a column where they are turned over; nothing elsewhere."""
        cells = self.cells
        if self.turned:
            return cells.activities[section] if section < len(cells.activities) else ""
        return cells.lines[section].activity if section < len(cells.lines) else ""

    def _line_name(self, section: int) -> str:
        names = self.cells.line_names
        if self.turned:
            pairs = zip(names, self.cells.lines, strict=True)
            names = tuple(name for name, line in pairs if line.activity)
        return names[section] if section < len(names) else "Total"

    def _role_name(self, section: int) -> str:
        return self.cells.role_names[min(section, len(self.cells.roles))]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be typed into, headings and totals only be read."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return READ if self.spot(index) is None else TYPED

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell and how it is drawn; totals where there is no cell."""
        spot = self.spot(index)
        if spot is None:
            return self._total(index, role)
        answer = self._answers.get(role)
        return answer(spot) if answer is not None else None

    def _total(self, index: Index, role: int) -> Any:
        """What stands in the last line and column, and in headings."""
        found = self._tally_at(index)
        if found is None:
            return None
        is_activity = (index.column() >= self._across()) != self.turned
        if role == Qt.ItemDataRole.DisplayRole:
            counts = f"A {found.accountable} · R {found.responsible}"
            return (found.trouble or "✓") if is_activity else counts
        if role == WRONG:
            return found.trouble if is_activity else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{found.accountable} accountable, {found.responsible} responsible"
        return None

    def _tally_at(self, index: Index) -> Tally | None:
        row, column = index.row(), index.column()
        last_row, last_column = row >= self._down(), column >= self._across()
        if self.is_heading(row) or (last_row and last_column):
            return None
        at, roles = row if last_column else column, self.cells.roles
        if last_column == self.turned:
            return self.cells.tallies.get(roles[at] if at < len(roles) else "")
        key = self._activity_at(at)
        return self.cells.check(key) if key else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the words of one cell."""
        spot, cells = self.spot(index), self.cells
        if role != Qt.ItemDataRole.EditRole or spot is None:
            return False
        if str(value).strip() == cells.words(spot) and spot not in cells.unread:
            return True
        return self.take([(spot, str(value))], f"Change {cells.named(spot)}")

    def take(self, listed: Sequence[tuple[Spot, str]], label: str, left_out: str = "") -> bool:
        """Take the words of cells as one step; words that cannot be read stay in their cells.

        `left_out` is said as well.
        """
        project, refused = self.cells.taken(listed)
        if refused:
            spots = tuple(spot for spot, _ in listed if spot in self.cells.unread)
            is_step = differs(self.project, project)
            self._unread.note(Typed(len(self.session.history.done) + is_step, is_step, spots))
        self.edit(project, label)
        several = f"{len(refused)} of {len(listed)} cells could not be read. "
        told = (several if len(listed) > 1 else "") + refused[0] if refused else ""
        self.refused.emit(f"{told} {left_out}".strip())
        self.redraw()
        return not refused

    @property
    def unread_last(self) -> bool:
        """Whether the last thing done was to type what nobody could read."""
        latest = self._unread.latest(len(self.session.history.done))
        return any(spot in self.cells.unread for spot in latest)

    def take_back_unread(self) -> None:
        """Let the cells typed last say again what they say, with no step to undo."""
        latest = self._unread.latest(len(self.session.history.done))
        self._unread.take_latest()
        self._forget_unread(latest)

    def _forget_undone(self) -> None:
        self._forget_unread(self._unread.undone(len(self.session.history.done)))

    def _forget_unread(self, spots: Sequence[Spot]) -> None:
        if spots:
            self.cells.forget_unread(spots)
            self.refused.emit(next((one.sentence for one in self.cells.unread.values()), ""))
            self.redraw()

    def toggle(self, spots: Sequence[Spot], letter: str) -> None:
        """Give a letter to cells, or take it where all have it, as one step."""
        if not spots:
            return
        project, giving = matrix.toggled(self.project, spots, letter)
        where = self.cells.named(spots[0]) if len(spots) == 1 else f"{len(spots)} cells"
        self.edit(project, f"Give {letter} to {where}" if giving else f"Take {letter} from {where}")

    def reset(self, spots: Sequence[Spot]) -> None:
        """Let cells of a level say what holds for all levels."""
        project = self.project
        for spot in spots:
            project = matrix.reset(project, spot)
        self.edit(project, "Reset to every level")

    def edit(self, project: Project, label: str) -> None:
        """Make another project the current one, as a step of its own."""
        self.session.seal()
        self.session.edit(project, label)
        self.session.seal()
