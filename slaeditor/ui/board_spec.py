"""How the records of a kind stand on a board, and what one of its columns shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.ui.board_card import Face

MOST = 40
"""So many cards stand in a column; a list shows more of them better."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a record says once it stands in a column; `ask` is a field somebody has to fill in."""

    values: Mapping[str, Any] = field(default_factory=dict)
    ask: str = ""


def stays(_project: Project, _row: Entity, _column: int) -> Taken | None:
    """Return that a record cannot be moved to another column."""
    return None


@dataclass(frozen=True, slots=True)
class BoardSpec:
    """How the records of a kind stand on a board.

    `columns` gives the titles with the rows under each; `face` what a card says; `arrows` draws
    one between neighbours of a single row, which is the order of the records. `into` says what a
    record takes on in a column, where it can stand there.
    """

    columns: Callable[[Project], Sequence[tuple[str, Sequence[Entity]]]]
    face: Callable[[Project, Entity], Face]
    arrows: bool = False
    into: Callable[[Project, Entity, int], Taken | None] = stays


Shown = tuple[str, int, tuple[tuple[str, Face], ...]]
"""A column as it is shown: its title, how many records are under it, and the cards."""


def shown_in(spec: BoardSpec, project: Project, title: str, rows: Sequence[Entity]) -> Shown:
    """Return what a column shows of some rows under a title."""
    cards = tuple((row.id, spec.face(project, row)) for row in rows[:MOST])
    return title, len(rows), cards
