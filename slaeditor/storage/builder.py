"""A project as the bytes of a fresh `.sla` file.

Nothing but the records and `meta` goes in: no undo, no deleted rows, no names of users or
machines. The same project and the same `meta` give the same bytes. Tables that
stand in a file proved before are copied from it within SQLite, row by row, which gives the same
bytes sooner.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing

from slaeditor.model.project import Project
from slaeditor.storage.digest import StoredTable, combined, stored_tables
from slaeditor.storage.meta import Meta, meta_rows
from slaeditor.storage.proof import Built, attach, proved_before
from slaeditor.storage.rows import columns, insertion
from slaeditor.storage.schema import empty_database


def build(project: Project, meta: Meta) -> Built:
    """Return the file of a project; raise `NotStorable` when a value could not be read back."""
    tables = stored_tables(project)
    digest = combined({name: table.digest for name, table in tables.items()})
    rows = meta_rows(meta, digest)
    image = _image(tables, rows, proved_before(tables))
    return Built(image, digest, tables, dict(rows))


def _image(
    tables: Mapping[str, StoredTable], meta: list[tuple[str, str]], earlier: Built | None
) -> bytes:
    same = earlier.shared(tables) if earlier else frozenset()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(empty_database())
        connection.execute("PRAGMA journal_mode = OFF")
        if earlier and same:
            attach(connection, earlier.content)
        connection.execute("BEGIN")
        connection.executemany('INSERT INTO "meta" VALUES (?, ?)', meta)
        for name, table in tables.items():
            if name in same:
                connection.execute(_copying(name, table))
            else:
                connection.executemany(insertion(table.kind), table.rows)
        connection.execute("COMMIT")
        return connection.serialize()


def _copying(name: str, table: StoredTable) -> str:
    """Return the statement that copies a table.

    The condition keeps SQLite from copying whole cells at once, which would lay out the pages in
    another way than inserting the rows does.
    """
    names = ", ".join(f'"{column.name}"' for column in columns(table.kind))
    return f'INSERT INTO main."{name}" SELECT {names} FROM earlier."{name}" WHERE 1'
