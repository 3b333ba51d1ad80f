"""A file's bytes as a project, or the one sentence that says why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, kinds
from slaeditor.model.table import Table
from slaeditor.storage.header import damaged
from slaeditor.storage.meta import Meta
from slaeditor.storage.migrations import converted
from slaeditor.storage.rows import BadCell, Row, restored_records
from slaeditor.storage.schema import FORMAT
from slaeditor.storage.strict_reader import proved_meta, read_rows


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
    meta, digest = proved_meta(stored, name)
    tables = stored.tables if stored.version == FORMAT else converted(stored.version, stored.tables)
    return Loaded(project_of(tables, name), meta, digest, stored.version)


def project_of(tables: Mapping[str, list[Row]], name: str) -> Project:
    """Return the project that rows make; raise `DamagedFile` naming the cell that is no value."""
    project = Project()
    for table, rows in tables.items():
        project = project.with_table(table, _table(kinds()[table], rows, name))
    keys = [key for table in tables for key in getattr(project, table).rows]
    if len(set(keys)) != len(keys):
        raise damaged(name, "two records have the same key")
    return project


def _table(kind: type[Entity], rows: list[Row], name: str) -> Table[Entity]:
    try:
        return Table(restored_records(kind, rows))
    except BadCell as bad:
        what = f"in {kind.declaration.plural}, record {bad.index + 1}, {bad.label}: {bad.sentence}"
        raise damaged(name, what.rstrip(".")) from bad
    except ValueError as error:
        raise damaged(name, f"{kind.declaration.plural} hold two records of one key") from error
