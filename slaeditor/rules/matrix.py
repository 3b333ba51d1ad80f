"""The responsibility matrix as it is edited: cells per level, letters given and taken, totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from slaeditor.model.entity import default, fields
from slaeditor.model.project import Project
from slaeditor.model.values.letters import ORDER, Letters
from slaeditor.model.work import Activity, Assignment
from slaeditor.rules.checks.responsibilities import effective

LETTER_NAMES: Mapping[str, str] = {
    "R": "Responsible: does the work",
    "A": "Accountable: answers for it, and is the only one",
    "S": "Supports: helps to do it",
    "C": "Consulted: is asked before",
    "I": "Informed: is told after",
}
_KEY = frozenset({"activity", "role", "level", "letters"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: the ids of an activity and a role, and of a level; an empty level means all."""

    activity: str
    role: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many roles answer for an activity and how many do it; `words` are cells with a text."""

    accountable: int = 0
    responsible: int = 0
    words: int = 0

    @property
    def trouble(self) -> str:
        """What is wrong, in few words; nothing where one answers and at least one does it."""
        if self.words:
            return ""
        if self.accountable != 1:
            return f"{self.accountable} × A" if self.accountable else "no A"
        return "" if self.responsible else "no R"


def held(project: Project, activity: str, level: str) -> dict[str, Assignment]:
    """Return each role's cell of an activity at a level: its own, else that for all levels."""
    cells = tuple(one for one in project.assignments.where("activity", activity) if not one.variant)
    return effective(cells, (level, ""))


def own_cell(project: Project, spot: Spot) -> Assignment | None:
    """Return the record that says the cell at just this level, or None."""
    cells = project.assignments.where("activity", spot.activity)
    wanted = (spot.role, spot.level, "")
    return next((one for one in cells if (one.role, one.level, one.variant) == wanted), None)


def further(project: Project, activity: str, role: str) -> int:
    """Return how many cells of an activity and role hold for a variant only."""
    cells = project.assignments.where("activity", activity)
    return sum(1 for one in cells if one.role == role and one.variant)


def with_letters(project: Project, spot: Spot, letters: Letters | None) -> Project:
    """Return the project with letters in a cell; without letters the cell says nothing.

    A level that is to have none where letters hold for all levels says so in a cell of its own.
    """
    row = own_cell(project, spot)
    general = own_cell(project, Spot(spot.activity, spot.role)) if spot.level else None
    if general is not None and general.letters == letters and _says_only_letters(row):
        return project.drop(row) if row is not None else project
    if letters is None and general is not None:
        letters = Letters()
    if row is None:
        return project if letters is None else project.add(_new(spot, letters))
    if letters is None and _says_only_letters(row):
        return project.drop(row)
    return project.put(row.but(letters=letters))


def reset(project: Project, spot: Spot) -> Project:
    """Return the project in which a level says nothing of its own in a cell."""
    row = own_cell(project, spot) if spot.level else None
    return project if row is None else project.drop(row)


def toggled(project: Project, spots: Sequence[Spot], letter: str) -> tuple[Project, bool]:
    """Return the project with a letter given to all cells, or taken where all have it.

    The second value is whether it was given.
    """
    shown = [letters_at(project, spot) for spot in spots]
    giving = not all(letter in one for one in shown)
    for spot, letters in zip(spots, shown, strict=True):
        project = with_letters(project, spot, _with(letters, letter, giving=giving))
    return project, giving


def letters_at(project: Project, spot: Spot) -> Letters:
    """Return the letters that hold in a cell, none where nothing is said."""
    cell = held(project, spot.activity, spot.level).get(spot.role)
    return (cell.letters if cell else None) or Letters()


def tally(cells: Iterable[Assignment], roles: frozenset[str] | None = None) -> Tally:
    """Return how often A and R stand in cells, of some roles or of all."""
    counted = [one.letters for one in cells if one.letters and (not roles or one.role in roles)]
    return Tally(
        sum("A" in letters for letters in counted),
        sum("R" in letters for letters in counted),
        sum(bool(letters.text) for letters in counted),
    )


def activities_at(project: Project, level: str) -> tuple[Activity, ...]:
    """Return the activities that there are at a level, in order."""
    listed = project.activities
    return tuple(one for one in listed if not level or not one.levels or level in one.levels)


def letters_in_words(letters: Letters, names: Mapping[str, str]) -> str:
    """Return what letters mean, such as "does the work; answers for it".

    >>> letters_in_words(Letters.parse("A R"), LETTER_NAMES).split(";")[0]
    'R Responsible: does the work'
    """
    if letters.text:
        return f"“{letters.text}”"
    meanings = (names.get(one, "not explained").rstrip(".") for one in letters.letters)
    return "; ".join(f"{one} {meant}" for one, meant in zip(letters.letters, meanings, strict=True))


def letter_names(project: Project) -> dict[str, str]:
    """Return what each letter means in this project, the usual ones first."""
    own = {
        row.letter: f"{row.name}: {row.meaning}".rstrip(": ").split("\n")[0]
        for row in project.letter_meanings
        if row.letter and not row.matrix
    }
    usual = {letter: LETTER_NAMES[letter] for letter in ORDER}
    return {**usual, **own}


def _with(letters: Letters, letter: str, *, giving: bool) -> Letters | None:
    others = [one for one in letters.letters if one != letter]
    made = Letters(tuple([*others, letter] if giving else others), letters.marks)
    return None if made.is_empty and not made.marks else made


def _new(spot: Spot, letters: Letters) -> Assignment:
    return Assignment(activity=spot.activity, role=spot.role, level=spot.level, letters=letters)


def _says_only_letters(row: Assignment | None) -> bool:
    if row is None:
        return True
    others = (one.name for one in fields(Assignment) if one.name not in _KEY)
    return all(getattr(row, name) == default(Assignment, name) for name in others)
