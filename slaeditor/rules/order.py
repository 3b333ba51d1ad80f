"""Moving records within the order of their table."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.model.table import STEP


def moved(
    project: Project, listed: Sequence[Entity], keys: Sequence[str], before: str | None
) -> Project:
    """Return the project with the records of these ids standing before another, or last.

    `listed` are the records among which they move (a whole table, or those of one owner) in their
    order. Only positions change: those of the moved records where the gap is wide enough, else of
    all that are listed.
    """
    moving = [row for row in listed if row.id in set(keys)]
    staying = [row for row in listed if row.id not in set(keys)]
    at = next((n for n, row in enumerate(staying) if row.id == before), len(staying))
    positions = _between(staying, at, len(moving))
    if positions is None:
        return _renumbered(project, [*staying[:at], *moving, *staying[at:]])
    pairs = zip(moving, positions, strict=True)
    return project.put(*(row.but(position=place) for row, place in pairs if row.position != place))


def shifted(project: Project, listed: Sequence[Entity], keys: Sequence[str], by: int) -> Project:
    """Return the project with records one line up (by -1) or down (by 1); at the end they stay."""
    wanted = set(keys)
    places = [n for n, row in enumerate(listed) if row.id in wanted]
    if not places or (by < 0 and places[0] == 0) or (by > 0 and places[-1] == len(listed) - 1):
        return project
    at = places[0] - 1 if by < 0 else places[-1] + 2
    before = listed[at].id if at < len(listed) else None
    return moved(project, listed, keys, before)


def _between(staying: Sequence[Entity], at: int, count: int) -> list[int] | None:
    """Positions for `count` records before the record at a place; None where there is no room."""
    low = staying[at - 1].position if at else None
    high = staying[at].position if at < len(staying) else None
    if high is None:
        start = low or 0
        return [start + STEP * (n + 1) for n in range(count)]
    if low is None:
        low = high - STEP * (count + 1)
    gap = (high - low) // (count + 1)
    return [low + gap * (n + 1) for n in range(count)] if gap > 0 else None


def _renumbered(project: Project, ordered: Sequence[Entity]) -> Project:
    places = sorted(row.position for row in ordered)
    start = places[0] if places else 0
    changed = (row.but(position=start + STEP * n) for n, row in enumerate(ordered))
    return project.put(*changed)
