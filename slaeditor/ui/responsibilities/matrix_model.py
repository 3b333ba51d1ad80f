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

from slaeditor.model.entity import field
from slaeditor.model.project import Project
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.model.work import Assignment
from slaeditor.rules import matrix
from slaeditor.rules.changes import Changes
from slaeditor.rules.matrix import Spot, Tally
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui.cells import cell_value, locale_words
from slaeditor.ui.icons import severity_icon
from slaeditor.ui.responsibilities.matrix_lines import Line, Look, Unread, lines_of

Index = QModelIndex | QPersistentModelIndex
LETTERS = Qt.ItemDataRole.UserRole + 20
INHERITED = Qt.ItemDataRole.UserRole + 21
MORE = Qt.ItemDataRole.UserRole + 22
WRONG = Qt.ItemDataRole.UserRole + 23
TABLES = ("assignments", "activities", "activity_groups", "roles", "service_levels")
LONGEST = 400
"""Characters of a cell that are kept when they cannot be read."""


class MatrixModel(QAbstractTableModel):
    """Letters of roles in activities at one level, or at all; `refused` brings what was not taken.

    Turned over, roles are lines and activities columns. The last line and column are totals.
    """

    refused = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.level = ""
        self.turned = False
        self.hidden: frozenset[str] = frozenset()
        self.lines: tuple[Line, ...] = ()
        self.roles: tuple[str, ...] = ()
        self.unread: dict[Spot, Unread] = {}
        self._held: dict[str, dict[str, Assignment]] = {}
        self._looks: dict[Spot, Look] = {}
        self._checks: dict[str, Tally] = {}
        self.activities: tuple[str, ...] = ()
        """The activities that are shown."""
        self._line_names: tuple[str, ...] = ()
        self._role_names: tuple[str, ...] = ()
        self._tallies: dict[str, Tally] = {}
        self._spec = field(Assignment, "letters")
        self._local = locale_words()
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(80)
        self._recount.timeout.connect(self._count_roles)
        self._read()
        self._count_roles()
        session.changed.connect(self._changed)

    @property
    def project(self) -> Project:
        """The project as it stands now."""
        return self.session.project

    def show_level(self, level: str) -> None:
        """Show what holds at a level; all levels where it is empty."""
        self._rebuild(level=level)

    def turn(self, *, over: bool) -> None:
        """Show roles as lines, or activities."""
        self._rebuild(turned=over)

    def hide_roles(self, hidden: frozenset[str]) -> None:
        """Leave roles out."""
        self._rebuild(hidden=hidden)

    def _rebuild(self, **shown: Any) -> None:
        self.beginResetModel()
        for name, value in shown.items():
            setattr(self, name, value)
        for kept in (self._held, self._looks, self._checks):
            kept.clear()
        self._read()
        self.endResetModel()
        self._count_roles()

    def _read(self) -> None:
        project = self.project
        self.roles = tuple(row.id for row in project.roles if row.id not in self.hidden)
        self.lines = tuple(lines_of(project, self.level))
        self._name()

    def _name(self) -> None:
        """Remember the names along both sides, which are asked for with every paint."""
        self.activities = tuple(line.activity for line in self.lines if line.activity)
        self._role_names = (*(self.role_name(key) for key in self.roles), "Check")
        named = (self._activity_name(o.activity) if o.activity else o.words for o in self.lines)
        self._line_names = tuple(named)

    def _changed(self, made: Changes) -> None:
        if not made.touch(*TABLES):
            return
        before = self.lines, self.roles
        touched = [one.row for one in made if isinstance(one.row, Assignment)]
        for row in touched:
            self._forget(row)
        only_cells = len(touched) == len(made)
        if not only_cells:
            self._read()
        if before != (self.lines, self.roles):
            self.lines, self.roles = before
            self._rebuild()
            return
        if only_cells:
            self._redraw_lines({row.activity for row in touched})
        else:
            self._looks.clear()
            self.redraw()
        if any(one.after is None or "letters" in one.fields for one in made):
            self._recount.start()

    def _redraw_lines(self, activities: set[str]) -> None:
        """Say that the lines of some activities may look different now."""
        if self.turned or not self.columnCount():
            self.redraw()
            return
        for at, line in enumerate(self.lines):
            if line.activity in activities:
                last = self.index(at, self.columnCount() - 1)
                self.dataChanged.emit(self.index(at, 0), last)
                self.headerDataChanged.emit(Qt.Orientation.Vertical, at, at)

    def _forget(self, row: Assignment) -> None:
        """Let go of what is remembered of an activity with a cell that changed."""
        self.unread.pop(Spot(row.activity, row.role, row.level), None)
        self._held.pop(row.activity, None)
        self._checks.pop(row.activity, None)
        for role in self.roles:
            self._looks.pop(Spot(row.activity, role, self.level), None)

    def redraw(self) -> None:
        """Say that any cell may look different now."""
        if self.rowCount() and self.columnCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            lines = Qt.Orientation.Horizontal if self.turned else Qt.Orientation.Vertical
            self.headerDataChanged.emit(lines, 0, len(self.activities))

    def _count_roles(self) -> None:
        cells: dict[str, list[Assignment]] = {role: [] for role in self.roles}
        for activity in self.activities:
            for role, cell in self.held(activity).items():
                if role in cells:
                    cells[role].append(cell)
        self._tallies = {role: matrix.tally(found) for role, found in cells.items()}
        if self.rowCount() and self.columnCount():
            below = self.rowCount() - 1
            self.dataChanged.emit(self.index(below, 0), self.index(below, self.columnCount() - 1))

    def held(self, activity: str) -> dict[str, Assignment]:
        """The cells of an activity that count at the level shown, by role."""
        if activity not in self._held:
            self._held[activity] = matrix.held(self.project, activity, self.level)
        return self._held[activity]

    def check(self, activity: str) -> Tally:
        """How many roles answer for an activity at the level shown, and how many do it."""
        if activity not in self._checks:
            self._checks[activity] = matrix.tally(self.held(activity).values())
        return self._checks[activity]

    def look(self, index: Index) -> Look | None:
        """How a cell is drawn; None for headings and totals."""
        spot = self.spot(index)
        if spot is None:
            return None
        if spot not in self._looks:
            inherited, wrong = self._inherited(spot), self._wrong(spot)
            self._looks[spot] = Look(self._letters(spot), self._more(spot), inherited, wrong)
        return self._looks[spot]

    def _across(self) -> int:
        return len(self.activities) if self.turned else len(self.roles)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many lines there are, the totals with them."""
        if parent.isValid():
            return 0
        return (len(self.roles) if self.turned else len(self.lines)) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """How many columns there are, the totals with them."""
        return 0 if parent.isValid() else self._across() + 1

    def is_heading(self, row: int) -> bool:
        """Whether a line is the heading of a section."""
        return not self.turned and row < len(self.lines) and not self.lines[row].activity

    def spot(self, index: Index) -> Spot | None:
        """The cell of an index, None for headings and totals."""
        row, column = index.row(), index.column()
        if not index.isValid() or column >= self._across():
            return None
        if self.turned:
            if row >= len(self.roles):
                return None
            return Spot(self.activities[column], self.roles[row], self.level)
        if row >= len(self.lines) or not self.lines[row].activity:
            return None
        return Spot(self.lines[row].activity, self.roles[column], self.level)

    def index_of(self, activity: str, role: str) -> QModelIndex:
        """The index of a cell; not valid when it is not shown."""
        if role not in self.roles or activity not in self.activities:
            return QModelIndex()
        if self.turned:
            return self.index(self.roles.index(role), self.activities.index(activity))
        line = next(at for at, one in enumerate(self.lines) if one.activity == activity)
        return self.index(line, self.roles.index(role))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of activities, sections and roles."""
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap.value
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
        return severity_icon("warning") if key and self.check(key).trouble else None

    def _activity_at(self, section: int) -> str:
        """The activity of a line, or of a column where they are turned over; nothing elsewhere."""
        if self.turned:
            return self.activities[section] if section < len(self.activities) else ""
        return self.lines[section].activity if section < len(self.lines) else ""

    def _line_name(self, section: int) -> str:
        names = self._line_names
        if self.turned:
            names = tuple(n for n, one in zip(names, self.lines, strict=True) if one.activity)
        return names[section] if section < len(names) else "Total"

    def _activity_name(self, key: str) -> str:
        row = self.project.activities.get(key)
        return title(self.project, row) if row is not None else "?"

    def role_name(self, key: str) -> str:
        """What a role is called."""
        row = self.project.roles.get(key)
        return title(self.project, row) if row is not None else "?"

    def _role_name(self, section: int) -> str:
        return self._role_names[min(section, len(self.roles))]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be typed into, headings and totals only be read."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.spot(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return usual | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell and how it is drawn; totals where there is no cell."""
        spot = self.spot(index)
        if spot is None:
            return self._total(index, role)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self.words(spot)
        answers = {
            LETTERS: self._letters,
            INHERITED: self._inherited,
            MORE: self._more,
            WRONG: self._wrong,
            Qt.ItemDataRole.ToolTipRole: self.tip,
            Qt.ItemDataRole.AccessibleTextRole: self.tip,
        }
        answer = answers.get(role)
        return answer(spot) if answer is not None else None

    def cell(self, spot: Spot) -> Assignment | None:
        """The record whose letters hold in a cell."""
        return self.held(spot.activity).get(spot.role)

    def words(self, spot: Spot) -> str:
        """The letters of a cell as they are typed, or the words that could not be read."""
        if spot in self.unread:
            return self.unread[spot].words
        cell = self.cell(spot)
        return str(cell.letters) if cell is not None and cell.letters else ""

    def _letters(self, spot: Spot) -> Letters:
        cell = self.cell(spot)
        return (cell.letters if cell is not None else None) or Letters()

    def _inherited(self, spot: Spot) -> bool:
        cell = self.cell(spot)
        return cell is not None and cell.level != self.level

    def _more(self, spot: Spot) -> str:
        cell = self.cell(spot)
        noted = cell is not None and (cell.footnote or cell.delegable)
        count = matrix.further(self.project, spot.activity, spot.role)
        return ("*" if noted else "") + (f"+{count}" if count else "")

    def _wrong(self, spot: Spot) -> str:
        return self.unread[spot].sentence if spot in self.unread else ""

    def tip(self, spot: Spot) -> str:
        """What a cell says in words."""
        who = f"{self.role_name(spot.role)}, {self._activity_name(spot.activity)}"
        if spot in self.unread:
            return f"{who}: {self.unread[spot].sentence}"
        cell = self.cell(spot)
        letters = self._letters(spot)
        told = matrix.letters_in_words(letters, matrix.letter_names(self.project))
        from_all = " (from every level)" if self._inherited(spot) else ""
        noted = f" Footnote: {cell.footnote}" if cell is not None and cell.footnote else ""
        return f"{who}: {told or 'no part'}{from_all}.{noted}"

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
        if self.is_heading(row):
            return None
        last_row, last_column = row >= self.rowCount() - 1, column >= self._across()
        if last_row and last_column:
            return None
        at = row if last_column else column
        if last_column == self.turned:
            role = self.roles[at] if at < len(self.roles) else ""
            return self._tallies.get(role)
        key = self._activity_at(at)
        return self.check(key) if key else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take the words of one cell."""
        spot = self.spot(index)
        if role != Qt.ItemDataRole.EditRole or spot is None:
            return False
        if str(value).strip() == self.words(spot) and spot not in self.unread:
            return True
        return self.take([(spot, str(value))], f"Change {self.named(spot)}")

    def named(self, spot: Spot) -> str:
        """A cell by its role and activity."""
        return f"{self.role_name(spot.role)} in {self._activity_name(spot.activity)}"

    def take(self, cells: Sequence[tuple[Spot, str]], label: str) -> bool:
        """Take the words of cells as one step; words that cannot be read stay in their cells."""
        project, refused = self.project, []
        for spot, words in cells:
            self.unread.pop(spot, None)
            self._looks.pop(spot, None)
            try:
                letters = cell_value(project, self._spec, words, self._local)
            except Unreadable as unreadable:
                self.unread[spot] = Unread(words[:LONGEST], unreadable.sentence)
                refused.append(unreadable.sentence)
            else:
                project = matrix.with_letters(project, spot, letters)
        self.edit(project, label)
        if refused:
            several = f"{len(refused)} of {len(cells)} cells could not be read. "
            self.refused.emit((several if len(cells) > 1 else "") + refused[0])
        self.redraw()
        return not refused

    def toggle(self, spots: Sequence[Spot], letter: str) -> None:
        """Give a letter to cells, or take it where all have it, as one step."""
        if not spots:
            return
        project, giving = matrix.toggled(self.project, spots, letter)
        where = self.named(spots[0]) if len(spots) == 1 else f"{len(spots)} cells"
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
