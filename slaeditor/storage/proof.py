"""Proof that a built file holds what was put in, before it goes anywhere.

Every file passes the strict reader. Tables that stand in no file proved before are read back row
by row; the others are compared with that file inside SQLite, cell by cell.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass

from slaeditor.storage.digest import StoredTable
from slaeditor.storage.rows import columns
from slaeditor.storage.strict_reader import read_rows
from slaeditor.storage.trouble import NotStorable


@dataclass(frozen=True, slots=True)
class Built:
    """The bytes of a file with what stands in it."""

    content: bytes
    digest: str
    tables: Mapping[str, StoredTable]
    entries: Mapping[str, str]

    def shared(self, tables: Mapping[str, StoredTable]) -> frozenset[str]:
        """Return the names of the tables that are the very ones of this file."""
        return frozenset(name for name, table in tables.items() if self.tables.get(name) is table)


_PROVED: deque[Built] = deque(maxlen=3)


def proved_before(tables: Mapping[str, StoredTable]) -> Built | None:
    """Return the file, of those remembered, that has most tables in common with these."""
    best = max(tuple(_PROVED), key=lambda built: len(built.shared(tables)), default=None)
    return best if best and best.shared(tables) else None


def remember(built: Built) -> None:
    """Remember a file that was proved, or read by the strict reader."""
    _PROVED.append(built)


def prove(built: Built, name: str) -> None:
    """Raise `NotStorable` unless the strict reader finds in the bytes exactly what was put in."""
    earlier = proved_before(built.tables)
    same = earlier.shared(built.tables) if earlier else frozenset()
    stored = read_rows(built.content, name, apart_from=same)
    wanted = {table: held.rows for table, held in built.tables.items() if table not in same}
    holds = stored.tables == wanted and stored.entries == built.entries
    if earlier and same:
        holds = holds and _are_equal(built, earlier.content, same)
    if not holds:
        raise NotStorable(
            f"“{name}” was not saved: what was built did not read back the same.",
            "Save it again; if it happens twice, restart the computer.",
        )
    remember(built)


def _are_equal(built: Built, earlier: bytes, names: Iterable[str]) -> bool:
    """Whether the tables named hold the same rows in both files, none more and none less."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(built.content)
        attach(connection, earlier)
        return all(_is_equal(connection, built.tables[name], name) for name in names)


def _is_equal(connection: sqlite3.Connection, table: StoredTable, name: str) -> bool:
    cells = " AND ".join(f'n."{c.name}" IS e."{c.name}"' for c in columns(table.kind))
    both = f'SELECT count(*) FROM main."{name}" n CROSS JOIN earlier."{name}" e ON {cells}'
    count = f'SELECT count(*) FROM main."{name}"'
    wanted = (len(table.rows),)
    return all(connection.execute(query).fetchone() == wanted for query in (both, count))


def attach(connection: sqlite3.Connection, earlier: bytes) -> None:
    """Give a connection a second database, `earlier`, with the content of a proved file."""
    connection.execute("ATTACH ':memory:' AS earlier")
    connection.deserialize(earlier, name="earlier")
