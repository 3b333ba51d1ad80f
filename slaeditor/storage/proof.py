"""Proof that a built file holds what was put in, before it goes anywhere.

Every file passes the strict reader. Tables that stand in no file proved before are read back row
by row; the others are compared with that file: page by page, or by cell where pages have moved.
"""

from __future__ import annotations

import sqlite3
import struct
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise

from slaeditor.storage.digest import StoredTable
from slaeditor.storage.rows import columns
from slaeditor.storage.schema import PAGE_SIZE, root_pages
from slaeditor.storage.strict_reader import read_rows
from slaeditor.storage.trouble import NotStorable

_HEADER = 100
_INTERIOR = 2  # the first byte of a page whose cells lead to others


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
        holds = holds and _are_carried(built, earlier.content, same)
    if not holds:
        raise NotStorable(
            f"“{name}” was not saved: what was built did not read back the same.",
            "Save it again; if it happens twice, restart the computer.",
        )
    remember(built)


def _are_carried(built: Built, earlier: bytes, names: frozenset[str]) -> bool:
    """Whether the tables named hold the same rows in both files, none more and none less."""
    return _stand_on_equal_pages(built, earlier, names) or _are_equal(built, earlier, names)


def _stand_on_equal_pages(built: Built, earlier: bytes, names: frozenset[str]) -> bool:
    """Whether every page that differs between both files belongs to a table not named.

    The strict reader has seen that each page belongs to one table and that both schemas are the
    same, so tables on equal pages are equal.
    """
    roots = root_pages()
    others = {page for name in roots if name not in names for page in _pages(built, roots[name])}
    return len(built.content) == len(earlier) and _differing(built.content, earlier) <= others


def _differing(content: bytes, earlier: bytes) -> set[int]:
    """Return the numbers of the pages that differ, apart from the header in the first."""
    starts = [_HEADER, *range(PAGE_SIZE, len(content), PAGE_SIZE), len(content)]
    pairs = enumerate(pairwise(starts), 1)
    return {number for number, (start, end) in pairs if content[start:end] != earlier[start:end]}


def _pages(built: Built, root: int) -> Iterator[int]:
    """Yield the pages of a table's tree, without those that hold the rest of long rows.

    The layout of a page: https://www.sqlite.org/fileformat2.html, section 1.6.
    """
    start = (root - 1) * PAGE_SIZE
    yield root
    if built.content[start] == _INTERIOR:
        (cells,) = struct.unpack_from(">H", built.content, start + 3)
        yield from _pages(built, *struct.unpack_from(">I", built.content, start + 8))
        for place in struct.unpack_from(f">{cells}H", built.content, start + 12):
            yield from _pages(built, *struct.unpack_from(">I", built.content, start + place))


def _are_equal(built: Built, earlier: bytes, names: frozenset[str]) -> bool:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(built.content)
        attach(connection, "earlier", earlier)
        return all(_is_equal(connection, built.tables[name], name) for name in names)


def _is_equal(connection: sqlite3.Connection, table: StoredTable, name: str) -> bool:
    cells = " AND ".join(f'n."{c.name}" IS e."{c.name}"' for c in columns(table.kind))
    both = f'SELECT count(*) FROM main."{name}" n CROSS JOIN earlier."{name}" e ON {cells}'
    count = f'SELECT count(*) FROM main."{name}"'
    wanted = (len(table.rows),)
    return all(connection.execute(query).fetchone() == wanted for query in (both, count))


def attach(connection: sqlite3.Connection, name: str, content: bytes) -> None:
    """Give a connection a second database in memory with the content of a file."""
    connection.execute(f"ATTACH ':memory:' AS {name}")
    connection.deserialize(content, name=name)
