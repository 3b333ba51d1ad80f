"""Reading a file of a newer format as far as this version understands it, to be looked at only.

A newer file is understood when its tables are plain ones as ours are, and every table and column
that this version knows is among them, letter by letter. What it has beyond that is left out, and
said. Everything else that is asked of a file is asked of it too: its pages, its digest, its values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from slaeditor.model.project import Project, kinds
from slaeditor.storage.loader import project_of
from slaeditor.storage.meta import Meta
from slaeditor.storage.rows import Row
from slaeditor.storage.schema import FORMAT, schema
from slaeditor.storage.strict_reader import proved_meta, read_newer_rows
from slaeditor.storage.trouble import DamagedFile, NewerFile

_COLUMN = r'  "[a-z][a-z0-9_]*" (?:TEXT|INTEGER|REAL|BLOB)(?: PRIMARY KEY| NOT NULL)?'
_PLAIN = re.compile(
    rf'CREATE TABLE "[a-z][a-z0-9_]*" \(\n{_COLUMN}(?:,\n{_COLUMN})*\n\) STRICT, WITHOUT ROWID'
)
_ID = '  "id" TEXT PRIMARY KEY'


@dataclass(frozen=True, slots=True)
class Understood:
    """What this version understands of a newer file, and the words for what it left out."""

    project: Project
    meta: Meta
    digest: str
    version: int
    left_out: tuple[str, ...]


def understood(content: bytes, name: str) -> Understood:
    """Return the project in a file of a newer format; raise `NewerFile` where it is not understood.

    Raises the trouble of any other file where it is none of ours or its pages are damaged.
    """
    stored, statements = read_newer_rows(content, name, _is_understood)
    try:
        meta, digest, _ = proved_meta(stored, name)
        project, _ = project_of(dict(_known(stored.tables, statements)), name)
    except DamagedFile as error:
        raise NewerFile(name, stored.version, FORMAT) from error
    return Understood(
        project, meta, digest, stored.version, tuple(_left_out(stored.tables, statements))
    )


def _is_understood(statements: Mapping[str, str | None]) -> bool:
    """Whether the tables of a file are plain, and ours are among them with all their columns."""
    ours = schema(FORMAT)
    plain = all(
        _PLAIN.fullmatch(sql or "") and f'CREATE TABLE "{table}" (' in (sql or "")
        for table, sql in statements.items()
    )
    return (
        plain
        and statements.get("meta") == ours["meta"]
        and all(_lines(sql)[0] == _ID for table, sql in statements.items() if table != "meta")
        and all(set(_lines(sql)) <= set(_lines(statements.get(t))) for t, sql in ours.items())
    )


def _lines(sql: str | None) -> list[str]:
    """The columns of a statement as it writes them, without the commas between."""
    return [line.removesuffix(",") for line in (sql or "").splitlines()[1:-1]]


def _names(sql: str | None) -> list[str]:
    return [line.split('"')[1] for line in _lines(sql)]


def _known(
    tables: Mapping[str, list[Row]], statements: Mapping[str, str | None]
) -> Iterator[tuple[str, list[Row]]]:
    """Yield the rows of the tables that this version knows, with the columns that it knows."""
    ours = schema(FORMAT)
    for table in kinds():
        if table in tables:
            theirs = _names(statements[table])
            places = [theirs.index(name) for name in _names(ours[table])]
            yield table, [tuple(row[place] for place in places) for row in tables[table]]


def _left_out(
    tables: Mapping[str, list[Row]], statements: Mapping[str, str | None]
) -> Iterator[str]:
    """Yield what of a file stays unread and is not empty, in the file's own words."""
    ours = schema(FORMAT)
    for table, rows in tables.items():
        known = _names(ours.get(table))
        if not known:
            yield _words(table)
            continue
        for place, name in enumerate(_names(statements[table])):
            if name not in known and any(row[place] not in {None, "", 0} for row in rows):
                yield f"{_words(name)} ({kinds()[table].declaration.plural})"


def _words(name: str) -> str:
    return f"“{name.replace('_', ' ')}”"
