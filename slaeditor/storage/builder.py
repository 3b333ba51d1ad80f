"""A project as the bytes of a fresh `.sla` file.

Nothing but the records and `meta` goes in: no undo, no deleted rows, no names of users or
machines. The same project and the same `meta` give the same bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from slaeditor.model.project import Project
from slaeditor.storage.digest import StoredTable, combined, stored_tables
from slaeditor.storage.meta import Meta, meta_rows
from slaeditor.storage.rows import insertion
from slaeditor.storage.schema import empty_database


@dataclass(frozen=True, slots=True)
class Built:
    """The bytes of a file with what stands in it."""

    content: bytes
    digest: str
    tables: Mapping[str, StoredTable]
    meta: list[tuple[str, str]]


def build(project: Project, meta: Meta) -> Built:
    """Return the file of a project; raise `NotStorable` when a value could not be read back."""
    tables = stored_tables(project)
    digest = combined({name: table.digest for name, table in tables.items()})
    rows = meta_rows(meta, digest)
    return Built(_image(tables, rows), digest, tables, rows)


def _image(tables: Mapping[str, StoredTable], meta: list[tuple[str, str]]) -> bytes:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(empty_database())
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("BEGIN")
        connection.executemany('INSERT INTO "meta" VALUES (?, ?)', meta)
        for table in tables.values():
            connection.executemany(insertion(table.kind), table.rows)
        connection.execute("COMMIT")
        return connection.serialize()
    finally:
        connection.close()
