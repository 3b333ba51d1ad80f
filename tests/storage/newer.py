"""Files as a later version of the program might write them, made from one of today."""

from __future__ import annotations

import sqlite3

from slaeditor.model.project import Project
from slaeditor.storage.builder import build
from slaeditor.storage.digest import combined, table_digest
from slaeditor.storage.meta import Meta, meta_rows

META = Meta("0b6e1c2e-0c6f-4f5e-9d52-0c1f8d1f3a77")
ANOTHER_TABLE = (
    'CREATE TABLE "sustainability_goals" (\n  "id" TEXT PRIMARY KEY,\n  "name" TEXT NOT NULL\n'
    ") STRICT, WITHOUT ROWID"
)
A_GOAL = "INSERT INTO sustainability_goals VALUES ('00000000-0000-4000-8000-000000000001', 'CO2')"
ANOTHER_COLUMN = (
    "UPDATE sqlite_schema SET sql = replace(sql, '\n) STRICT', ',\n  \"carbon\" TEXT\n) STRICT') "
    "WHERE name = 'service_levels'"
)


def newer_file(project: Project, *statements: str) -> bytes:
    """Return a file of format 2: that of today after statements, sealed anew."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(build(project, META).content)
    connection.execute("PRAGMA writable_schema = ON")
    for statement in statements:
        connection.execute(statement)
    content = connection.serialize()
    connection.close()
    return _sealed(content)


def _sealed(content: bytes) -> bytes:
    """Return a file with the digest of what it holds now, read by the schema it has now."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(content)
    names = [
        row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    tables = {n: sorted(connection.execute(f'SELECT * FROM "{n}"')) for n in names if n != "meta"}
    digests = {name: table_digest(rows) for name, rows in tables.items() if rows}
    connection.execute("DELETE FROM meta")
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta_rows(META, combined(digests)))
    connection.execute("PRAGMA user_version = 2")
    sealed = connection.serialize()
    connection.close()
    return sealed
