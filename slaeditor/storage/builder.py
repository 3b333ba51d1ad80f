"""A project as the bytes of a fresh `.sla` file.

Nothing but the records and `meta` goes in: no undo, no deleted rows, no names of users or
machines. The same project and the same `meta` give the same bytes. Rows reach the
file by a copy within SQLite, whole cells at a time and in order of id: from a database they were
just put into, or from a file proved before that has the very same table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing

from slaeditor.model.project import Project
from slaeditor.storage.digest import StoredTable, combined, stored_tables
from slaeditor.storage.meta import Meta, meta_rows
from slaeditor.storage.proof import Built, attach, proved_before
from slaeditor.storage.rows import insertion
from slaeditor.storage.schema import empty_database
from slaeditor.storage.trouble import NotStorable


def build(project: Project, meta: Meta) -> Built:
    """Return the file of a project; raise `NotStorable` when a value could not be read back."""
    tables = stored_tables(project)
    _check_keys(tables)
    digest = combined({name: table.digest for name, table in tables.items()})
    rows = meta_rows(meta, digest)
    image = _image(tables, rows, proved_before(tables))
    return Built(image, digest, tables, dict(rows))


def _check_keys(tables: Mapping[str, StoredTable]) -> None:
    """Raise `NotStorable` when two records have the same key, since such a file never opens."""
    keys = {row[0] for table in tables.values() for row in table.rows}
    if len(keys) != sum(len(table.rows) for table in tables.values()):
        raise NotStorable(
            "Nothing was saved: two records have the same key.",
            "Undo the last step, or the import that brought them.",
        )


def _image(
    tables: Mapping[str, StoredTable], meta: list[tuple[str, str]], earlier: Built | None
) -> bytes:
    same = earlier.shared(tables) if earlier else frozenset()
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(empty_database())
        connection.execute("PRAGMA journal_mode = OFF")
        if earlier and same:
            attach(connection, "earlier", earlier.content)
        if len(same) < len(tables):
            attach(connection, "fresh", empty_database())
        connection.execute("BEGIN")
        connection.executemany('INSERT INTO main."meta" VALUES (?, ?)', meta)
        for name, table in tables.items():
            if name not in same:
                connection.executemany(insertion(table.kind, "fresh"), table.rows)
            source = "earlier" if name in same else "fresh"
            connection.execute(f'INSERT INTO main."{name}" SELECT * FROM {source}."{name}"')
        connection.execute("COMMIT")
        return connection.serialize()
