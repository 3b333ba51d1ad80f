"""Files that nobody should be able to hurt the program with, made from a good one."""

from __future__ import annotations

import gzip
import random
import sqlite3
import struct
from collections.abc import Callable

from slaeditor.model.document import Document, Picture
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.storage.builder import build
from slaeditor.storage.digest import combined, table_digest
from slaeditor.storage.meta import Meta, meta_rows
from slaeditor.storage.strict_reader import read_rows

META = Meta("0b6e1c2e-0c6f-4f5e-9d52-0c1f8d1f3a77")
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c"


def project() -> Project:
    levels = (ServiceLevel(name=name) for name in ("Gold", "Silver", "Bronze"))
    picture = Picture(name="Logo", picture=bytes(range(256)) * 40)
    return Project().add(Document(name="Handbook"), picture, *levels)


GOOD = build(project(), META).content


def changed(*statements: str, resealed: bool = False) -> bytes:
    """Return the good file after statements that another program might run on it."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(GOOD)
    connection.execute("PRAGMA writable_schema = ON")
    for statement in statements:
        connection.executescript(statement)
    if resealed:
        reseal(connection)
    content = connection.serialize()
    connection.close()
    return content


def reseal(connection: sqlite3.Connection) -> None:
    """Make the digest true again, as somebody with bad intent would."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema")]
    tables = {n: sorted(connection.execute(f'SELECT * FROM "{n}"')) for n in names if n != "meta"}
    digests = {name: table_digest(rows) for name, rows in tables.items() if rows}
    connection.execute("DELETE FROM meta")
    connection.executemany("INSERT INTO meta VALUES (?, ?)", meta_rows(META, combined(digests)))


def patched(place: int, content: bytes) -> bytes:
    """Return the good file with other bytes in one place."""
    return GOOD[:place] + content + GOOD[place + len(content) :]


def number(place: int, value: int, form: str = ">i") -> bytes:
    """Return the good file with another number in its header."""
    return patched(place, struct.pack(form, value))


def other_database(*pragmas: str) -> bytes:
    """Return a small database of another program."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE t (x)")
    content = connection.serialize()
    connection.close()
    return content


def with_column(table: str, column: str) -> str:
    """Return the statement that edits the schema so that a table has another column."""
    return (
        "UPDATE sqlite_schema SET sql = replace(sql, '\"readers\" TEXT NOT NULL', "
        f"'\"readers\" TEXT NOT NULL, {column}') WHERE name = '{table}'"
    )


def noise(count: int) -> bytes:
    return random.Random(1).randbytes(count)


FOREIGN: dict[str, bytes] = {
    "empty": b"",
    "one byte": b"S",
    "71 bytes": GOOD[:71],
    "header only": GOOD[:100],
    "text": b"Dear Anna,\nplease find the agreement attached.\n",
    "UTF-16 text": "Dear Anna".encode("utf-16"),
    "zip": b"PK\x03\x04" + noise(1000),
    "PDF": b"%PDF-1.7\n" + noise(1000),
    "JPEG": b"\xff\xd8\xff\xe0" + noise(1000),
    "PNG": b"\x89PNG\r\n\x1a\n" + noise(1000),
    "old Word": b"\xd0\xcf\x11\xe0" + noise(1000),
    "gzip": gzip.compress(GOOD),
    "noise": noise(1_000_000),
    "encrypted": noise(len(GOOD)),
    "Scribus": b'<?xml version="1.0" encoding="UTF-8"?>\n<SCRIBUSUTF8NEW Version="1.5.8">\n',
    "another database": other_database(),
    "another application": number(68, 0x41424344),
    "future": number(60, 9999),
    "format 0": number(60, 0),
    "format -1": number(60, -1),
    "UTF-16 database": other_database("encoding = 'UTF-16'", "application_id = 0x534C4131"),
}

BROKEN: dict[str, bytes] = {
    **{f"cut to {share} %": GOOD[: len(GOOD) * share // 100] for share in (20, 50, 90, 99)},
    "one byte missing": GOOD[:-1],
    "appended": GOOD + noise(1_000_000),
    "WAL header": patched(18, b"\x02\x02"),
    "UTF-16": number(56, 2),
    "page size 0": number(16, 0, ">H"),
    "page size 512": number(16, 512, ">H"),
    "page size 65536": number(16, 1, ">H"),
    "reserved 255": patched(20, b"\xff"),
    "page count 2^31": number(28, 2**31, ">I"),
    "page count 0": number(28, 0),
    "free pages": number(32, 3)[:36] + struct.pack(">i", 2) + GOOD[40:],
    "schema format 255": number(44, 255),
    "automatic vacuum": number(52, 1),
    "payload fractions": patched(21, b"\x00\x00\x00"),
    "first page zero": GOOD[:100] + bytes(3996) + GOOD[4096:],
    "all pages zero": GOOD[:4096] + bytes(len(GOOD) - 4096),
    "all pages noise": GOOD[:4096] + noise(len(GOOD) - 4096),
}

TRIGGER = "CREATE TRIGGER t AFTER UPDATE ON roles BEGIN DELETE FROM document; END"
SQL: dict[str, Callable[[], bytes]] = {
    "trigger": lambda: changed(TRIGGER),
    "view": lambda: changed("CREATE VIEW v AS SELECT * FROM roles"),
    "endless view instead of a table": lambda: changed(
        f"DROP TABLE roles; CREATE VIEW roles AS {ENDLESS}"
    ),
    "full-text table": lambda: changed("CREATE VIRTUAL TABLE f USING fts5(x)"),
    "r-tree": lambda: changed("CREATE VIRTUAL TABLE f USING rtree(id, a, b)"),
    "virtual table in place of one": lambda: changed(
        "DROP TABLE roles; CREATE VIRTUAL TABLE roles USING fts5(x)"
    ),
    "generated column": lambda: changed(
        with_column("roles", '"bomb" TEXT AS (hex(zeroblob(100000000)))')
    ),
    "check": lambda: changed(
        with_column("document", '"bomb" TEXT CHECK (length(hex(zeroblob(100000000))) > 0)')
    ),
    "index": lambda: changed("CREATE INDEX i ON roles (name)"),
    "index on an expression": lambda: changed(
        "CREATE INDEX i ON service_levels (length(hex(zeroblob(1000000)) || name))"
    ),
    "statistics": lambda: changed("ANALYZE"),
    "edited schema": lambda: changed(
        "UPDATE sqlite_schema SET sql = replace(sql, 'INTEGER', 'BLOB') WHERE name = 'roles'"
    ),
    "nonsense in the schema": lambda: changed(
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE roles (((' WHERE name = 'roles'"
    ),
    "long schema": lambda: changed(
        "UPDATE sqlite_schema SET sql = sql || '/*' || hex(zeroblob(3000000)) || '*/' "
        "WHERE name = 'roles'"
    ),
    "root page out of range": lambda: changed(
        "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'roles'"
    ),
    "two tables on one page": lambda: changed(
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema "
        "WHERE name = 'service_levels') WHERE name = 'roles'"
    ),
    "missing table": lambda: changed("DROP TABLE roles", "VACUUM"),
    "surplus table": lambda: changed("CREATE TABLE surplus (x)"),
    "surplus column": lambda: changed("ALTER TABLE roles ADD COLUMN surplus TEXT"),
    "without STRICT": lambda: changed(
        "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT, ', '') WHERE name = 'roles'"
    ),
    "sequence": lambda: changed("CREATE TABLE s (i INTEGER PRIMARY KEY AUTOINCREMENT)"),
    "deleted rows": lambda: changed("PRAGMA secure_delete = OFF", "DELETE FROM pictures"),
}


def cells(column: str, value: str) -> Callable[[], bytes]:
    """Return what makes the good file with another cell and a digest that fits it."""
    return lambda: changed(f"UPDATE service_levels SET {column} = {value}", resealed=True)


CELLS: dict[str, Callable[[], bytes]] = {
    "NUL in text": cells("name", "'a' || char(0) || 'b'"),
    "escape in text": cells("name", "char(27) || '[2J'"),
    "text turned round": cells("name", "char(8238) || 'gpj.exe'"),
    "invalid UTF-8": lambda: changed("UPDATE service_levels SET name = CAST(X'ff80' AS TEXT)"),
    "surrogate": lambda: changed("UPDATE service_levels SET name = CAST(X'eda080' AS TEXT)"),
    "line break in a line": cells("name", "'a' || char(10) || 'b'"),
    "long text": cells("name", "replace(hex(zeroblob(2000)), '0', 'x')"),
    "unknown reader": cells("readers", "'everybody'"),
    "largest number": cells("position", "9223372036854775807"),
    "smallest number": cells("position", "-9223372036854775808"),
    "odd reference": cells("adds_to", "'../../etc/passwd'"),
    "odd key": cells("id", "'key ' || name"),
    "key of version 1": cells("id", "substr(id, 1, 14) || '1' || substr(id, 16)"),
    "key in capitals": cells("id", "upper(id)"),
    "one key in two tables": lambda: changed(
        "UPDATE pictures SET id = (SELECT id FROM document)", resealed=True
    ),
    "unknown choice": lambda: changed("UPDATE document SET language = 'tlh'", resealed=True),
    "large picture": lambda: changed(
        "UPDATE pictures SET picture = zeroblob(20000000)", resealed=True
    ),
    "huge picture": lambda: changed(
        "UPDATE pictures SET picture = zeroblob(100000000)", resealed=True
    ),
    "wrong digest": lambda: changed("UPDATE service_levels SET name = 'Gold!'"),
    "no digest": lambda: changed("DELETE FROM meta WHERE key = 'digest'"),
    "no meta": lambda: changed("DELETE FROM meta"),
    "surplus meta": lambda: changed("INSERT INTO meta VALUES ('surplus', 'x')"),
    "another document": lambda: changed(
        "UPDATE meta SET value = '00000000-0c6f-4f5e-9d52-0c1f8d1f3a77' WHERE key = 'document'"
    ),
    "full document from a copy": lambda: changed(
        "UPDATE meta SET value = 'client' WHERE key = 'edition'"
    ),
}


def is_good() -> bool:
    """Whether the good file is one."""
    return bool(read_rows(GOOD, "good").tables)
