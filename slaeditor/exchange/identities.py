"""Which record is which: the appendix `ids:` that keeps UUIDs and positions, and readable keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from slaeditor.exchange.drafts import Draft, Drafts
from slaeditor.exchange.nodes import Words, folded
from slaeditor.exchange.trouble import Problems
from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.model.table import STEP
from slaeditor.model.values.slug import slug
from slaeditor.rules.names import title

_IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_ENTRY = re.compile(rf"({_IDENTIFIER.pattern})(?:@(-?\d{{1,18}}))?")


@dataclass(frozen=True, slots=True)
class Identity:
    """The id of a record, and its position where that is not the usual one."""

    id: str
    position: int | None = None


def is_identifier(words: str) -> bool:
    """Whether words are the id of a record rather than a key."""
    return _IDENTIFIER.fullmatch(words) is not None


def position_at(index: int) -> int:
    """The position of the row that is read as number `index`, from 0, of its table."""
    return (index + 1) * STEP


def written_identity(row: Entity, index: int) -> str:
    """Return id and position as the appendix has them; the usual position is not said."""
    return row.id if row.position == position_at(index) else f"{row.id}@{row.position}"


class FreeKeys:
    """Gives out keys that nobody has yet: the wanted one, or one with a number behind it."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Begin with the keys that are taken."""
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def next(self, wanted: str) -> str:
        """Return a free key and take it; never one that looks like an id."""
        if is_identifier(wanted):
            wanted = f"record-{wanted}"
        number = self._last.get(wanted, 0) + 1
        while (key := wanted if number == 1 else f"{wanted}-{number}") in self._taken:
            number += 1
        self._last[wanted] = number
        self._taken.add(key)
        return key


def keys_in_order(
    project: Project, rows: Iterable[Entity], given: Mapping[str, str]
) -> dict[str, str]:
    """Return for the rows of one table, in the order of the text, their keys by id.

    `given` holds the keys that the text states; any other is made of the title.
    """
    free = FreeKeys(given.values())
    return {row.id: given.get(row.id) or free.next(slug(title(project, row))) for row in rows}


def identified(project: Project, drafts: Drafts, problems: Problems) -> dict[str, Identity]:
    """Return for the drafts that the appendix knows their ids and positions, by the fresh id."""
    found: dict[str, Identity] = {}
    used: dict[str, str] = {}
    for table, listed in drafts.tables.items():
        for draft, path in _paths(project, table, listed):
            entry = drafts.identities.get(path)
            if entry is not None:
                found[draft.id] = _identity(entry, path, problems)
                _check_once(entry, path, found[draft.id].id, used, problems)
    return found


def _paths(project: Project, table: str, listed: list[Draft]) -> Iterable[tuple[Draft, str]]:
    given = {draft.id: folded(draft.key) for draft in listed if draft.key}
    rows = [project.find(draft.kind, draft.id) for draft in listed]
    keys = keys_in_order(project, [row for row in rows if row is not None], given)
    return [(draft, f"{folded(table)}/{keys[draft.id]}") for draft in listed]


def _identity(entry: Words, path: str, problems: Problems) -> Identity:
    match = _ENTRY.fullmatch(entry.text.strip())
    if match is None:
        told = f"“{path}” needs a UUID of version 4, and @position where that is unusual."
        problems.add(entry.line, told)
        return Identity("")
    return Identity(match[1], int(match[2]) if match[2] else None)


def _check_once(
    entry: Words, path: str, identity: str, used: dict[str, str], problems: Problems
) -> None:
    if identity and identity in used:
        told = f"“{path}” and “{used[identity]}” cannot be the same record; leave one out."
        problems.add(entry.line, told)
    used[identity] = path
