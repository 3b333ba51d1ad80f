"""Converting the rows of an older format into the newest, in a scratch database.

`CONVERTERS` holds for each older format the function that turns its database into the next one.
The scratch database is thrown away; only its rows are read back, by the names of today's columns.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from slaeditor.storage.rows import Row
from slaeditor.storage.schema import FORMAT, schema

if TYPE_CHECKING:
    from sqlite_utils import Database

Converter = Callable[["Database"], None]

CONVERTERS: Mapping[int, Converter] = {}
"""What turns the database of a format into that of the next; there is one format so far."""


def converted(version: int, tables: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """Return the rows of an older format as rows of the newest."""
    steps = [CONVERTERS[number] for number in range(version, FORMAT)]
    return converted_by(steps, schema(version), tables, schema(FORMAT))


def converted_by(
    steps: Sequence[Converter],
    old: Mapping[str, str],
    tables: Mapping[str, list[Row]],
    new: Mapping[str, str],
) -> dict[str, list[Row]]:
    """Return the rows of one schema as rows of another, after the steps between the two."""
    from sqlite_utils import Database, Migrations

    connection = sqlite3.connect(":memory:")
    try:
        database = Database(
            connection, execute_plugins=False, recursive_triggers=False, strict=True
        )
        _fill(connection, old, tables)
        migrations = Migrations("formats")
        for number, step in enumerate(steps):
            migrations(name=f"step {number}")(step)
        migrations.apply(database)
        rows = {table: _read(connection, table, sql) for table, sql in new.items()}
    finally:
        connection.close()
    rows.pop("meta", None)
    return {table: found for table, found in rows.items() if found}


def _fill(
    connection: sqlite3.Connection, old: Mapping[str, str], tables: Mapping[str, list[Row]]
) -> None:
    with connection:
        for statement in old.values():
            connection.execute(statement)
        for table, rows in tables.items():
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)


def _read(connection: sqlite3.Connection, table: str, sql: str) -> list[Row]:
    names = ", ".join(f'"{line.split(chr(34))[1]}"' for line in sql.splitlines()[1:-1])
    first = names.split(",", maxsplit=1)[0]
    return connection.execute(f'SELECT {names} FROM "{table}" ORDER BY {first}').fetchall()
