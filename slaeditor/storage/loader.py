"""A file's bytes as a project, or the one sentence that says why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, kinds
from slaeditor.model.table import Table
from slaeditor.storage.digest import StoredTable, remember_table
from slaeditor.storage.header import damaged
from slaeditor.storage.meta import Meta
from slaeditor.storage.migrations import converted
from slaeditor.storage.proof import Built, remember
from slaeditor.storage.rows import BadCell, Row, read_records
from slaeditor.storage.schema import FORMAT
from slaeditor.storage.strict_reader import StoredFile, proved_meta, read_rows


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project with what its file says about itself, and the format the file has."""

    project: Project
    meta: Meta
    digest: str
    version: int


def load(content: bytes, name: str = "This file") -> Loaded:
    """Return the project in a file's bytes; raise the trouble that prevents it.

    References that point nowhere do not prevent it: they are findings, shown beside their field.
    """
    stored = read_rows(content, name)
    meta, digest, digests = proved_meta(stored, name)
    if stored.version != FORMAT:
        project, _ = project_of(converted(stored.version, stored.tables), name)
        return Loaded(project, meta, digest, stored.version)
    project, exact = project_of(stored.tables, name)
    if exact:
        _remember(project, stored, content, digest, digests)
    return Loaded(project, meta, digest, stored.version)


def _remember(
    project: Project, stored: StoredFile, content: bytes, digest: str, digests: Mapping[str, str]
) -> None:
    """Spare the next save the work on every table that stays as it was read."""
    tables = {
        table: StoredTable(kinds()[table], rows, digests[table])
        for table, rows in stored.tables.items()
    }
    for name, held in tables.items():
        remember_table(getattr(project, name), held)
    remember(Built(content, digest, tables, stored.entries))


def project_of(tables: Mapping[str, list[Row]], name: str) -> tuple[Project, bool]:
    """Return the project that rows make, and whether storing it would give the same rows.

    Raises `DamagedFile` naming the cell that is no value of its field.
    """
    made = {table: _table(kinds()[table], rows, name) for table, rows in tables.items()}
    keys = [key for table, _ in made.values() for key in table.rows]
    if len(set(keys)) != len(keys):
        raise damaged(name, "two records have the same key")
    project = Project().with_tables({named: table for named, (table, _) in made.items()})
    return project, all(exact for _, exact in made.values())


def _table(kind: type[Entity], rows: list[Row], name: str) -> tuple[Table[Entity], bool]:
    try:
        records, exact = read_records(kind, rows)
        return Table(records), exact
    except BadCell as bad:
        what = f"in {kind.declaration.plural}, record {bad.index + 1}, {bad.label}: {bad.sentence}"
        raise damaged(name, what.rstrip(".")) from bad
    except ValueError as error:
        raise damaged(name, f"{kind.declaration.plural} hold two records of one key") from error
