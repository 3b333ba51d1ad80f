"""What the cells of the matrix say at one level, and what along its sides; each worked out once."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.entity import field
from slaeditor.model.project import Project
from slaeditor.model.values.letters import Letters
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.model.work import Assignment
from slaeditor.rules import matrix
from slaeditor.rules.matrix import Spot, Tally
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui.cells import cell_value, locale_words
from slaeditor.ui.responsibilities.matrix_lines import Line, Look, Unread, lines_of

LONGEST = 400
"""Characters of a cell that are kept when they cannot be read."""


class MatrixCells:
    """The letters of roles in activities; `unread` are words that stay where they are typed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.level = ""
        self.hidden: frozenset[str] = frozenset()
        self.lines: tuple[Line, ...] = ()
        self.roles: tuple[str, ...] = ()
        self.activities: tuple[str, ...] = ()
        self.line_names: tuple[str, ...] = ()
        self.role_names: tuple[str, ...] = ()
        self.tallies: dict[str, Tally] = {}
        self._uncounted: set[str] = set()
        self.unread: dict[Spot, Unread] = {}
        self._held: dict[str, dict[str, Assignment]] = {}
        self._looks: dict[Spot, Look] = {}
        self._checks: dict[str, Tally] = {}
        self._spec = field(Assignment, "letters")
        self._local = locale_words()
        self.read()
        self.count_roles()

    @property
    def project(self) -> Project:
        """The project as it stands now."""
        return self._session.project

    def show(self, *, level: str | None = None, hidden: frozenset[str] | None = None) -> None:
        """Show another level or other roles, and forget what was worked out."""
        self.level = self.level if level is None else level
        self.hidden = self.hidden if hidden is None else hidden
        for kept in (self._held, self._looks, self._checks):
            kept.clear()
        self.read()

    def read(self) -> None:
        """Read what stands along both sides; names are asked for with every paint."""
        project = self.project
        self.roles = tuple(row.id for row in project.roles if row.id not in self.hidden)
        self._uncounted = set(self.roles)
        self.lines = tuple(lines_of(project, self.level))
        self.activities = tuple(line.activity for line in self.lines if line.activity)
        self.role_names = (*(self.role_name(key) for key in self.roles), "Check")
        named = (self.activity_name(o.activity) if o.activity else o.words for o in self.lines)
        self.line_names = tuple(named)

    def count_roles(self) -> None:
        """Count how often each role answers for an activity and how often it does one.

        A role whose cells are as they were when it was counted is not counted again.
        """
        for role in self._uncounted:
            cells = (self.held(activity).get(role) for activity in self.activities)
            self.tallies[role] = matrix.tally(cell for cell in cells if cell)
        self._uncounted.clear()

    def forget(self, row: Assignment) -> None:
        """Let go of what is remembered of an activity with a cell that changed."""
        self.unread.pop(Spot(row.activity, row.role, row.level), None)
        self._held.pop(row.activity, None)
        self._checks.pop(row.activity, None)
        self._uncounted.add(row.role)
        for role in self.roles:
            self._looks.pop(Spot(row.activity, role, self.level), None)

    def forget_unread(self, spots: Sequence[Spot]) -> None:
        """Let cells say again what their records say."""
        for spot in spots:
            self.unread.pop(spot, None)
            self._looks.pop(spot, None)

    def forget_looks(self) -> None:
        """Let go of how cells are drawn."""
        self._looks.clear()

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

    def cell(self, spot: Spot) -> Assignment | None:
        """The record whose letters hold in a cell."""
        return self.held(spot.activity).get(spot.role)

    def look(self, spot: Spot) -> Look:
        """How a cell is drawn."""
        if spot not in self._looks:
            inherited, wrong = self.inherited(spot), self.wrong(spot)
            self._looks[spot] = Look(self.letters(spot), self.more(spot), inherited, wrong)
        return self._looks[spot]

    def words(self, spot: Spot) -> str:
        """The letters of a cell as they are typed, or the words that could not be read."""
        if spot in self.unread:
            return self.unread[spot].words
        cell = self.cell(spot)
        return str(cell.letters) if cell is not None and cell.letters else ""

    def letters(self, spot: Spot) -> Letters:
        """The letters that hold in a cell."""
        cell = self.cell(spot)
        return (cell.letters if cell is not None else None) or Letters()

    def inherited(self, spot: Spot) -> bool:
        """Whether a cell says what holds at every level."""
        cell = self.cell(spot)
        return cell is not None and cell.level != self.level

    def more(self, spot: Spot) -> str:
        """What stands beside the letters: a star for a note, how many records say more."""
        cell = self.cell(spot)
        noted = cell is not None and (cell.footnote or cell.delegable)
        count = matrix.further(self.project, spot.activity, spot.role)
        return ("*" if noted else "") + (f"+{count}" if count else "")

    def wrong(self, spot: Spot) -> str:
        """The sentence about words that could not be read, or nothing."""
        return self.unread[spot].sentence if spot in self.unread else ""

    def tip(self, spot: Spot) -> str:
        """What a cell says in words."""
        who = f"{self.role_name(spot.role)}, {self.activity_name(spot.activity)}"
        if spot in self.unread:
            return f"{who}: {self.unread[spot].sentence}"
        cell = self.cell(spot)
        told = matrix.letters_in_words(self.letters(spot), matrix.letter_names(self.project))
        from_all = " (from every level)" if self.inherited(spot) else ""
        noted = f" Footnote: {cell.footnote}" if cell is not None and cell.footnote else ""
        return f"{who}: {told or 'no part'}{from_all}.{noted}"

    def named(self, spot: Spot) -> str:
        """A cell by its role and activity."""
        return f"{self.role_name(spot.role)} in {self.activity_name(spot.activity)}"

    def activity_name(self, key: str) -> str:
        """What an activity is called."""
        row = self.project.activities.get(key)
        return title(self.project, row) if row is not None else "?"

    def role_name(self, key: str) -> str:
        """What a role is called."""
        row = self.project.roles.get(key)
        return title(self.project, row) if row is not None else "?"

    def taken(self, listed: Sequence[tuple[Spot, str]]) -> tuple[Project, tuple[str, ...]]:
        """Return the project in which cells say these words, and why some could not be read.

        Words that cannot be read stay in their cells.
        """
        project, refused = self.project, list[str]()
        for spot, words in listed:
            self.unread.pop(spot, None)
            self._looks.pop(spot, None)
            try:
                letters = cell_value(project, self._spec, words, self._local)
            except Unreadable as unreadable:
                self.unread[spot] = Unread(words[:LONGEST], unreadable.sentence)
                refused.append(unreadable.sentence)
            else:
                project = matrix.with_letters(project, spot, letters)
        return project, tuple(refused)
