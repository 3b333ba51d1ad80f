"""The schema of each file format, and the one that the declarations ask for.

The schemas of released formats are literal modules in `slaeditor.storage.schemas`, never derived
and never edited. `python -m slaeditor.storage.schema` prints the module that the declarations ask
for today.
"""

from __future__ import annotations

import importlib
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache

from slaeditor.model.project import kinds
from slaeditor.storage.rows import columns

FORMAT = 1
"""The number of the format that this version writes (`PRAGMA user_version`)."""

APPLICATION_ID = 0x534C4131
"""What tells our files from other SQLite files: the letters "SLA1"."""

PAGE_SIZE = 4096
META = """CREATE TABLE "meta" (
  "key" TEXT PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT, WITHOUT ROWID"""
CURE = (
    "run: python -m slaeditor.storage.schema > /tmp/schema.py && "
    f"mv /tmp/schema.py slaeditor/storage/schemas/v{FORMAT:03}.py"
)


@cache
def schema(version: int) -> Mapping[str, str]:
    """Return the literal statements of a format by table; `KeyError` for an unknown format."""
    if version not in known_formats():
        raise KeyError(version)
    module = importlib.import_module(f"slaeditor.storage.schemas.v{version:03}")
    return statements(module.SQL)


def statements(sql: str) -> dict[str, str]:
    """Return the statements of a literal schema by the table each of them creates."""
    parts = (part.strip() for part in sql.split(";"))
    return {part.split('"')[1]: part for part in parts if part}


def known_formats() -> range:
    """Return the numbers of all formats that can be read."""
    return range(1, FORMAT + 1)


def declared_schema() -> dict[str, str]:
    """Return the statements that the declarations of today ask for, by table."""
    return {"meta": META, **{name: _statement(name) for name in kinds()}}


def _statement(name: str) -> str:
    lines = [column.declaration for column in columns(kinds()[name])]
    lines[0] = '"id" TEXT PRIMARY KEY'
    body = ",\n".join(f"  {line}" for line in lines)
    return f'CREATE TABLE "{name}" (\n{body}\n) STRICT, WITHOUT ROWID'


def differences(declared: Mapping[str, str], literal: Mapping[str, str]) -> Iterator[str]:
    """Yield one sentence for each line that one schema has and the other has not."""
    for table in {**declared, **literal}:
        wanted = declared.get(table, "").splitlines()
        present = literal.get(table, "").splitlines()
        yield from (f"{table}: missing {line.strip()}" for line in wanted if line not in present)
        yield from (f"{table}: surplus {line.strip()}" for line in present if line not in wanted)
        if sorted(wanted) == sorted(present) and wanted != present:
            yield f"{table}: the same columns in another order"


def module_text() -> str:
    """Return the source of the literal module for the declarations of today."""
    sql = ";\n\n".join(declared_schema().values())
    return (
        f'"""The schema of file format {FORMAT}, literally; never edited once released."""\n\n'
        f'SQL = """\n{sql};\n"""\n'
    )


@cache
def empty_database() -> bytes:
    """Return the bytes of a database of the newest format that holds no row."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for name, value in (
        ("page_size", PAGE_SIZE),
        ("encoding", "'UTF-8'"),
        ("auto_vacuum", 0),
        ("application_id", APPLICATION_ID),
        ("user_version", FORMAT),
    ):
        connection.execute(f"PRAGMA {name} = {value}")
    for statement in schema(FORMAT).values():
        connection.execute(statement)
    image = connection.serialize()
    connection.close()
    return image


@cache
def root_pages() -> Mapping[str, int]:
    """Return where the tree of each table begins, which is the same in all files of a format."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(empty_database())
        return dict(connection.execute("SELECT name, rootpage FROM sqlite_schema"))


if __name__ == "__main__":
    sys.stdout.write(module_text())
