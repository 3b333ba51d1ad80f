"""The digest of a project's content: equal for equal content, whoever saved it, wherever.

It is the SHA-256 of one line a table that has rows, in order of name: the name, a space, and the
SHA-256 of the table's rows in order of id as JSON (text as strings, whole numbers as numbers,
nothing as null, bytes as {"sha256": …}). It tells damage, not authorship.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Any

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.model.table import Table
from slaeditor.rules.names import title
from slaeditor.storage.rows import BadCell, Row, stored_rows
from slaeditor.storage.trouble import NotStorable


def _digest_of_bytes(content: Any) -> dict[str, str]:
    return {"sha256": hashlib.sha256(content).hexdigest()}


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_digest_of_bytes
)


@dataclass(frozen=True, slots=True)
class StoredTable:
    """The rows of one table in order of id, and their digest."""

    kind: type[Entity]
    rows: list[Row]
    digest: str


class _Remembered:
    """The stored form of the tables seen last; tables never change, so it stays true.

    The table is kept beside its stored form, so that no other can be mistaken for it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: dict[type[Entity], tuple[_Seen, ...]] = {}

    def get(self, kind: type[Entity], table: Table[Entity]) -> StoredTable | None:
        """Return the stored form of this very table, or None."""
        return next((stored for held, stored in self._held.get(kind, ()) if held is table), None)

    def latest(self, kind: type[Entity]) -> _Seen:
        """Return the table of a kind seen last; an empty one when there is none."""
        empty = (Table[Entity](), StoredTable(kind, [], ""))
        return next(iter(self._held.get(kind, ())), empty)

    def put(self, kind: type[Entity], table: Table[Entity], stored: StoredTable) -> None:
        """Remember the stored form of a table, and forget the oldest of its kind."""
        earlier = self._held.get(kind, ())[: self._most - 1]
        self._held[kind] = ((table, stored), *earlier)


_Seen = tuple[Table[Entity], StoredTable]
_REMEMBERED = _Remembered(most=3)


def remember_table(table: Table[Entity], stored: StoredTable) -> None:
    """Remember the stored form of a table that was just read."""
    _REMEMBERED.put(stored.kind, table, stored)


def stored_tables(project: Project) -> dict[str, StoredTable]:
    """Return every table that has rows in stored form; raise `NotStorable` naming the record."""
    return {
        name: _stored(project, kind, table) for name, kind, table in project.tables() if len(table)
    }


def _stored(project: Project, kind: type[Entity], table: Table[Entity]) -> StoredTable:
    found = _REMEMBERED.get(kind, table)
    if found is None:
        rows = _rows(project, kind, table)
        found = StoredTable(kind, rows, table_digest(rows))
        _REMEMBERED.put(kind, table, found)
    return found


def _rows(project: Project, kind: type[Entity], table: Table[Entity]) -> list[Row]:
    """Return the rows of a table in order of id; records it shares with the last are not redone."""
    earlier, stored = _REMEMBERED.latest(kind)
    fresh = {key: row for key, row in table.rows.items() if earlier.get(key) is not row}
    kept = (row for row in stored.rows if row[0] in table and row[0] not in fresh)
    try:
        made = stored_rows(kind, fresh.values())
    except BadCell as bad:
        row = sorted(fresh.values(), key=attrgetter("id"))[bad.index]
        raise NotStorable(
            f"{kind.declaration.singular} “{title(project, row)}”, {bad.label}: {bad.sentence}",
            "Change this field, then save again.",
        ) from bad
    return sorted((*made, *kept), key=itemgetter(0))


def table_digest(rows: Sequence[Row]) -> str:
    """Return the digest of rows that stand in order of id."""
    return hashlib.sha256(_ENCODER.encode(rows).encode()).hexdigest()


def combined(digests: Mapping[str, str]) -> str:
    """Return the digest of a whole project from those of its tables that have rows."""
    lines = "".join(f"{name} {digest}\n" for name, digest in sorted(digests.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def content_digest(project: Project) -> str:
    """Return the digest of a project; what an edit did not touch costs nothing again."""
    return combined({name: table.digest for name, table in stored_tables(project).items()})
