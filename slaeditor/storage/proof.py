"""Proof that a built file holds what was put in, before it goes anywhere.

Every file passes the strict reader. Tables that differ from the file proved last are read back row
by row; those that are the same are compared with that file inside SQLite, cell by cell.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass

from slaeditor.storage.digest import StoredTable
from slaeditor.storage.rows import columns
from slaeditor.storage.strict_reader import read_rows
from slaeditor.storage.trouble import NotStorable

_MOST = 2


@dataclass(frozen=True, slots=True)
class Built:
    """The bytes of a file with what stands in it."""

    content: bytes
    digest: str
    tables: Mapping[str, StoredTable]
    entries: Mapping[str, str]

    @property
    def document(self) -> str:
        """The key of the document it is a version of."""
        return self.entries["document"]

    def shared(self, tables: Mapping[str, StoredTable]) -> frozenset[str]:
        """Return the names of the tables that are the very ones of this file."""
        return frozenset(name for name, table in tables.items() if self.tables.get(name) is table)


_PROVED: OrderedDict[str, Built] = OrderedDict()


def proved_last(document: str) -> Built | None:
    """Return the version of a document that was proved or read last, while it is remembered."""
    return _PROVED.get(document)


def remember(built: Built) -> None:
    """Remember a version that was proved, or read by the strict reader."""
    _PROVED.pop(built.document, None)
    _PROVED[built.document] = built
    while len(_PROVED) > _MOST:
        _PROVED.popitem(last=False)


def prove(built: Built, name: str) -> None:
    """Raise `NotStorable` unless the strict reader finds in the bytes exactly what was put in."""
    earlier = proved_last(built.document)
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
