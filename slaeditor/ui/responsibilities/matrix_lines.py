"""The lines of the matrix, and what its cells show."""

from __future__ import annotations

from dataclasses import dataclass

from slaeditor.model.project import Project
from slaeditor.model.values.letters import Letters
from slaeditor.model.work import ActivityGroup
from slaeditor.rules import matrix
from slaeditor.rules.names import title


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the matrix: an activity, or where there is none the heading of a section."""

    words: str
    activity: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell is drawn: its letters, what stands beside them, whether they are inherited.

    `wrong` is the sentence about words that cannot be read.
    """

    letters: Letters
    more: str = ""
    inherited: bool = False
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """Words of a cell that cannot be read, and the sentence why."""

    words: str
    sentence: str


def lines_of(project: Project, level: str) -> list[Line]:
    """Return the activities of a level under the headings of their sections."""
    listed = matrix.activities_at(project, level)
    groups: dict[str, list[Line]] = {}
    for row in listed:
        groups.setdefault(row.group, []).append(Line("", row.id))
    found: list[Line] = []
    for group in project.activity_groups:
        if group.id in groups:
            found += [Line(_heading(project, group)), *groups.pop(group.id)]
    rest = [line for lines in groups.values() for line in lines]
    return [*found, Line("Other"), *rest] if found and rest else [*found, *rest]


def _heading(project: Project, group: ActivityGroup) -> str:
    name = title(project, group)
    return f"{group.matrix}: {name}" if group.matrix else name
