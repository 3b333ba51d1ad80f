"""Reading the rows of a file that may come from anybody, by value, in memory.

The bytes are handed to SQLite as a database in memory, so that no lock, journal or other file
comes into play. Before the first row is read, the schema has to be the literal schema of its
format, letter by letter; statements that do more than read are denied; sizes, depths, memory and
time are limited. The time is the processor's: on a busy machine a good file opens late, but opens.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from operator import itemgetter

from slaeditor.storage.digest import combined, table_digest
from slaeditor.storage.header import ANY_FORMAT, checked_format, damaged
from slaeditor.storage.meta import Meta, read_meta
from slaeditor.storage.rows import Row
from slaeditor.storage.schema import FORMAT, PAGE_SIZE, schema
from slaeditor.storage.trouble import NewerFile

MOST_ROWS = 250_000
_SECONDS = 1.5
_SECONDS_PER_BYTE = 1e-7
_MEMORY = 1024**3  # whole process, and SQLite takes only the first word; a file is 256 MB at most
_STEPS_BETWEEN_LOOKS = 2_000
_FIRST_TREE = 2  # the first page holds the schema
_LEAF = b"\x0a"  # the first byte of a page of rows that stand by their key
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 100),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 20),
    (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 3),
    (sqlite3.SQLITE_LIMIT_VDBE_OP, 25_000),
    (sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 8),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
    (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
    (sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 100),
    (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
)
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "query_only = ON",
    "recursive_triggers = OFF",
    "temp_store = MEMORY",
    f"hard_heap_limit = {_MEMORY}",
)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What a file holds before its cells are read as values; rows stand in order of id."""

    version: int
    tables: Mapping[str, list[Row]]
    entries: Mapping[str, str]


def read_rows(content: bytes, name: str, *, apart_from: frozenset[str] = frozenset()) -> StoredFile:
    """Return the rows of a file; raise the trouble that makes it none of ours or damaged.

    The tables in `apart_from` pass all checks of the file, but their rows are not handed out.
    """
    version = checked_format(content, name)
    wanted = schema(version)

    def check(found: Mapping[str, str | None]) -> None:
        if found != wanted:
            raise damaged(name, f"its tables are not those of file format {version}")

    return _stored(content, name, version, check, apart_from)


def read_newer_rows(
    content: bytes, name: str, understood: Callable[[Mapping[str, str | None]], bool]
) -> tuple[StoredFile, Mapping[str, str | None]]:
    """Return the rows of a file of any newer format, and the statements of its tables.

    Raises `NewerFile` where its tables are not `understood`.
    """
    version = checked_format(content, name, ANY_FORMAT)
    statements: dict[str, str | None] = {}

    def check(found: Mapping[str, str | None]) -> None:
        if not understood(found):
            raise NewerFile(name, version, FORMAT)
        statements.update(found)

    return _stored(content, name, version, check, frozenset()), statements


def _stored(
    content: bytes,
    name: str,
    version: int,
    check: Callable[[Mapping[str, str | None]], None],
    apart_from: frozenset[str],
) -> StoredFile:
    """Read a file whose tables pass a check, which raises what is the matter with them."""
    try:
        with _opened(content) as connection:
            schema_rows = list(_schema_of(connection))
            check({table: sql for table, sql, _ in schema_rows})
            if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                raise damaged(name, "its pages do not fit together")
            tables = {
                table: _rows(connection, table, name)
                for table, _, root in schema_rows
                if table not in apart_from and not _is_without_rows(content, root)
            }
    except (sqlite3.Error, UnicodeError, MemoryError) as error:
        raise damaged(name, "its pages cannot be read") from error
    entries = {str(row[0]): str(row[1]) for row in tables.pop("meta", [])}
    return StoredFile(version, {table: rows for table, rows in tables.items() if rows}, entries)


def proved_meta(stored: StoredFile, name: str) -> tuple[Meta, str, Mapping[str, str]]:
    """Return what a file says about itself, its digest and those of its tables.

    Raises `DamagedFile` when the records are not those that were saved.
    """
    try:
        meta, digest = read_meta(stored.entries)
    except ValueError as error:
        raise damaged(name, "what it says about itself does not hold together") from error
    digests = {table: table_digest(rows) for table, rows in stored.tables.items()}
    if combined(digests) != digest:
        raise damaged(name, "its content is not what was saved")
    return meta, digest, digests


@contextmanager
def _opened(content: bytes) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None, cached_statements=0)
    try:
        for limit, most in _LIMITS:
            connection.setlimit(limit, most)
        connection.deserialize(content)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        give_up = time.thread_time() + _SECONDS + len(content) * _SECONDS_PER_BYTE
        connection.set_progress_handler(lambda: time.thread_time() > give_up, _STEPS_BETWEEN_LOOKS)
        connection.set_authorizer(_permission)
        yield connection
    finally:
        connection.close()


def _permission(
    action: int, first: str | None, _second: str | None, _database: str | None, cause: str | None
) -> int:
    reading = action in {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
    checking = action == sqlite3.SQLITE_PRAGMA and first == "quick_check"
    return sqlite3.SQLITE_OK if (reading or checking) and cause is None else sqlite3.SQLITE_DENY


def _schema_of(connection: sqlite3.Connection) -> Iterator[tuple[str, str | None, object]]:
    found = connection.execute(
        "SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema LIMIT 1000"
    )
    for sort, name, table, sql, root in found:
        yield (name if sort == "table" and name == table else f"{sort} {name}"), sql, root


def _is_without_rows(content: bytes, root: object) -> bool:
    """Whether the tree that begins on a page is one leaf without a cell, seen from its bytes.

    Most tables of a project are empty, and asking SQLite costs more than all the rest. The pages
    were found to fit together; their layout: https://www.sqlite.org/fileformat2.html, section 1.6.
    """
    if not isinstance(root, int) or root < _FIRST_TREE:
        return False
    start = (root - 1) * PAGE_SIZE
    return content[start : start + 1] == _LEAF and content[start + 3 : start + 5] == bytes(2)


def _rows(connection: sqlite3.Connection, table: str, name: str) -> list[Row]:
    rows = connection.execute(f'SELECT * FROM "{table}" LIMIT {MOST_ROWS + 1}').fetchall()
    if len(rows) > MOST_ROWS:
        raise damaged(name, f"it holds more than {MOST_ROWS:,} records of one kind")
    rows.sort(key=itemgetter(0))
    return rows
