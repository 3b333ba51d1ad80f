"""The digest of a project's content: equal for equal content, whoever saved it, wherever.

It is the SHA-256 of one line a table that has rows, in order of name: the name, a space, and the
SHA-256 of the table's rows in order of id as JSON (text as strings, whole numbers as numbers,
nothing as null, bytes as {"sha256": …}). It tells damage, not authorship.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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

    The table is kept beside its stored form, so that its address is not given to another one.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[int, tuple[Table[Entity], StoredTable]] = OrderedDict()

    def get(self, table: Table[Entity]) -> StoredTable | None:
        found = self._held.get(id(table))
        return found[1] if found else None

    def put(self, table: Table[Entity], stored: StoredTable) -> None:
        self._held[id(table)] = (table, stored)
        while len(self._held) > self._most:
            self._held.popitem(last=False)


_REMEMBERED = _Remembered(most=256)


def remember_table(table: Table[Entity], stored: StoredTable) -> None:
    """Remember the stored form of a table that was just read."""
    _REMEMBERED.put(table, stored)


def stored_tables(project: Project) -> dict[str, StoredTable]:
    """Return every table that has rows in stored form; raise `NotStorable` naming the record."""
    return {
        name: _stored(project, kind, table) for name, kind, table in project.tables() if len(table)
    }


def _stored(project: Project, kind: type[Entity], table: Table[Entity]) -> StoredTable:
    found = _REMEMBERED.get(table)
    if found is None:
        found = _made(project, kind, table)
        _REMEMBERED.put(table, found)
    return found


def _made(project: Project, kind: type[Entity], table: Table[Entity]) -> StoredTable:
    try:
        rows = stored_rows(kind, table)
    except BadCell as bad:
        row = sorted(table, key=lambda one: one.id)[bad.index]
        raise NotStorable(
            f"{kind.declaration.singular} “{title(project, row)}”, {bad.label}: {bad.sentence}",
            "Change this field, then save again.",
        ) from bad
    return StoredTable(kind, rows, table_digest(rows))


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
