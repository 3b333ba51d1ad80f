"""Naming records in the sentences of findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.rules.names import title

MOST_NAMED = 4


def called(project: Project, row: Entity) -> str:
    """Return a record's title in quotes."""
    return f"“{title(project, row)}”"


def called_each(project: Project, rows: Iterable[Entity]) -> str:
    """Return the titles of records in quotes, at most four of them and how many more there are."""
    return listed([called(project, row) for row in rows])


def listed(words: Sequence[str]) -> str:
    """Return words as a list, such as "a, b and c"; of many the first ones.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    >>> listed(list("abcdef"))
    'a, b, c, d and 2 more'
    """
    shown = list(words[:MOST_NAMED])
    if len(words) > MOST_NAMED:
        return f"{', '.join(shown)} and {len(words) - MOST_NAMED} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def ids(rows: Iterable[Entity]) -> tuple[str, ...]:
    """Return the ids of records."""
    return tuple(row.id for row in rows)
