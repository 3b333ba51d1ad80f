"""Which record is which: the appendix `ids:` that keeps UUIDs and positions, and readable keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

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


def is_identifier(words: str) -> bool:
    """Whether words are the id of a record rather than a key."""
    return _IDENTIFIER.fullmatch(words) is not None


def position_at(index: int) -> int:
    """The position of the row that is read as number `index`, from 0, of its table."""
    return (index + 1) * STEP


def written_identity(row: Entity, index: int) -> str:
    """Return id and position as the appendix has them; the usual position is not said."""
    return row.id if row.position == position_at(index) else f"{row.id}@{row.position}"


def free_key(wanted: str, taken: set[str]) -> str:
    """Return the key, with a number behind it when it is taken, and take it."""
    if is_identifier(wanted):
        wanted = f"record-{wanted}"
    number, key = 1, wanted
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    taken.add(key)
    return key


def keys_in_order(
    project: Project, rows: Iterable[Entity], given: Mapping[str, str]
) -> dict[str, str]:
    """Return for the rows of one table, in the order of the text, their keys by id.

    `given` holds the keys that the text states; any other is made of the title.
    """
    taken = set(given.values())
    return {row.id: given.get(row.id) or free_key(slug(title(project, row)), taken) for row in rows}


def identified(project: Project, drafts: Drafts, problems: Problems) -> dict[str, tuple[str, int]]:
    """Return for the drafts that the appendix knows their ids and positions, by the fresh id."""
    found: dict[str, tuple[str, int]] = {}
    used: dict[str, str] = {}
    for table, listed in drafts.tables.items():
        for draft, path in _paths(project, table, listed):
            entry = drafts.identities.get(path)
            if entry is not None:
                found[draft.id] = _identity(entry, path, problems)
                _check_once(entry, path, found[draft.id][0], used, problems)
    return found


def _paths(project: Project, table: str, listed: list[Draft]) -> Iterable[tuple[Draft, str]]:
    given = {draft.id: folded(draft.key) for draft in listed if draft.key}
    rows = [project.find(draft.kind, draft.id) for draft in listed]
    keys = keys_in_order(project, [row for row in rows if row is not None], given)
    return [(draft, f"{folded(table)}/{keys[draft.id]}") for draft in listed]


def _identity(entry: Words, path: str, problems: Problems) -> tuple[str, int]:
    match = _ENTRY.fullmatch(entry.text.strip())
    if match is None:
        told = f"“{path}” needs a UUID of version 4, and @position where that is unusual."
        problems.add(entry.line, told)
        return "", 0
    return match[1], int(match[2]) if match[2] else 0


def _check_once(
    entry: Words, path: str, identity: str, used: dict[str, str], problems: Problems
) -> None:
    if identity and identity in used:
        told = f"“{path}” and “{used[identity]}” cannot be the same record; leave one out."
        problems.add(entry.line, told)
    used[identity] = path
