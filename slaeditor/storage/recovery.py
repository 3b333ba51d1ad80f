"""Work that a crash left behind: listed, restored, set aside; never deleted without being asked."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, kinds
from slaeditor.model.table import Table
from slaeditor.rules.history import History, Step
from slaeditor.storage.digest import content_digest
from slaeditor.storage.document_file import Base
from slaeditor.storage.files import FileSystem
from slaeditor.storage.rows import BadCell, Row, restored_records
from slaeditor.storage.session_record import SessionRecord, read_record
from slaeditor.storage.state import State
from slaeditor.storage.steps import read_step
from slaeditor.storage.trouble import NotStorable, WorkingCopyLost, write_trouble
from slaeditor.storage.working_copy import DATABASE, UNNAMED, connect

KEPT_FOR = timedelta(days=30)
_SET_ASIDE = re.compile(r"(\d{4}-\d{2}-\d{2}) .*")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session whose program ended without closing it; `steps` is how many edits it holds.

    `record` is None, and `trouble` says why, where only the folder is left to offer.
    """

    folder: Path
    record: SessionRecord | None
    steps: int = 0
    trouble: str = ""

    @property
    def is_troubled(self) -> bool:
        """Whether recovery has failed twice, so that it should not be tried unasked again."""
        return self.record is None or self.record.attempts >= 2  # noqa: PLR2004 - twice is enough


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was in a working copy, with its undo; `losses` names what could not be read."""

    history: History
    record: SessionRecord
    losses: tuple[str, ...] = ()

    @property
    def base(self) -> Base | None:
        """What the file held when the lost session last opened or saved it."""
        return Base(self.record.sha256, self.record.digest) if self.record.sha256 else None


def unfinished(state: State, files: FileSystem | None = None) -> list[Unfinished]:
    """Return the sessions left by crashes; those whose content is all saved are cleared away."""
    present = files or FileSystem()
    found = []
    for name in _names(state.sessions, present):
        if name.startswith(UNNAMED):
            _clear_begun(state.sessions / name, present)
            continue
        session = _looked_at(state.sessions / name, present)
        if session is not None:
            found.append(session)
    return found


def _names(folder: Path, files: FileSystem) -> list[str]:
    try:
        return files.names(folder)
    except OSError:
        return []  # a folder that cannot be read tells of nothing; it is read again next time


def _clear_begun(folder: Path, files: FileSystem) -> None:
    """Remove a working copy that a crash cut off before it was whole; nothing stands in it alone.

    One without a record may belong to a program that starts at this moment, and stays for a day.
    """
    try:
        owner = read_record(folder, files).process
        is_over = owner.is_here and not owner.runs
    except WorkingCopyLost:
        is_over = _age(folder, files) > timedelta(days=1)
    if is_over:
        with suppress(OSError):
            files.remove_folder(folder)


def _age(folder: Path, files: FileSystem) -> timedelta:
    try:
        made = datetime.fromtimestamp(files.status(folder).st_mtime, UTC)
    except OSError:
        return timedelta()
    return datetime.now(UTC) - made


def _looked_at(folder: Path, files: FileSystem) -> Unfinished | None:
    try:
        record = read_record(folder, files)
    except WorkingCopyLost as lost:
        return Unfinished(folder, None, trouble=lost.sentence)
    if record.process.is_here and record.process.runs:
        return None
    try:
        with closing(connect(folder / DATABASE)) as connection:
            told = dict(connection.execute('SELECT * FROM "session"'))
            steps = connection.execute('SELECT count(*) FROM "step"').fetchone()[0]
    except (sqlite3.Error, UnicodeError, WorkingCopyLost) as error:
        return Unfinished(folder, record, trouble=str(error))
    if told.get("digest") == record.digest and record.digest:
        with suppress(OSError):  # then it is looked at again at the next start
            files.remove_folder(folder)
        return None
    return Unfinished(folder, record, steps)


def restore(session: Unfinished, files: FileSystem | None = None) -> Recovered:
    """Return what a working copy holds, row by row where it is damaged.

    The folder stays as it is: begin a new working copy with the result, then `discard` this one.
    Raises `WorkingCopyLost` when nothing can be read.
    """
    record = session.record
    if record is None:
        raise WorkingCopyLost(session.trouble, f"The folder is kept: {session.folder}")
    record.attempted().written(session.folder, files or FileSystem())
    try:
        with closing(connect(session.folder / DATABASE)) as connection:
            return _read(connection, record)
    except (sqlite3.Error, UnicodeError) as error:
        raise WorkingCopyLost(
            f"The working copy in “{session.folder}” cannot be read.",
            "It is kept; an earlier version may be among the backups.",
        ) from error


def _read(connection: sqlite3.Connection, record: SessionRecord) -> Recovered:
    losses: list[str] = []
    read = {n: _records(connection, n, losses.append) for n in _tables_with_rows(connection)}
    project = Project().with_tables({name: Table(rows) for name, rows in read.items() if rows})
    done, undone = _steps(connection, losses.append)
    if not losses and not _is_proved(connection, project):
        losses.append("Some records are older than the last edit.")
    if losses:
        done, undone = (), ()
    return Recovered(History(project, done, undone), record, tuple(losses))


def _is_proved(connection: sqlite3.Connection, project: Project) -> bool:
    told = connection.execute("SELECT value FROM session WHERE key = 'digest'").fetchone()
    try:
        return bool(told and told[0] == content_digest(project))
    except NotStorable:
        return False


def _tables_with_rows(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the tables that are not empty; of all where one cannot be looked into."""
    looks = (f"SELECT '{n}' WHERE EXISTS (SELECT 1 FROM \"{n}\")" for n in kinds())
    try:
        return [str(row[0]) for row in connection.execute(" UNION ALL ".join(looks))]
    except (sqlite3.Error, UnicodeError):
        return [*kinds()]


def _records(connection: sqlite3.Connection, name: str, lose: Callable[[str], None]) -> list[Any]:
    kind = kinds()[name]
    rows, complete = _rows(connection, name)
    if not complete:
        lose(f"Some of the {kind.declaration.plural} could not be read.")
    try:
        return restored_records(kind, rows)
    except BadCell:
        return _one_by_one(kind, rows, lose)


def _rows(connection: sqlite3.Connection, name: str) -> tuple[list[Row], bool]:
    """Return the rows that can be read from either end, and whether these are all."""
    found: dict[Any, Row] = {}
    for order in ("ASC", "DESC"):
        try:
            cursor = connection.execute(f'SELECT * FROM "{name}" ORDER BY "id" {order}')
            for row in cursor:
                found[row[0]] = row
        except (sqlite3.Error, UnicodeError):
            continue
        return list(found.values()), True
    return list(found.values()), False


def _one_by_one(kind: type[Entity], rows: list[Row], lose: Callable[[str], None]) -> list[Any]:
    records: list[Any] = []
    for row in rows:
        try:
            records += restored_records(kind, [row])
        except BadCell as bad:
            lose(f"One of the {kind.declaration.plural} could not be read: {bad.label}.")
    return records


def _steps(
    connection: sqlite3.Connection, lose: Callable[[str], None]
) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    try:
        rows = connection.execute('SELECT "label", "changes" FROM "step" ORDER BY "number"')
        steps = tuple(read_step(*row) for row in rows)
        told = connection.execute("SELECT value FROM session WHERE key = 'done'").fetchone()
        done = int(told[0])
    except (sqlite3.Error, ValueError, KeyError, TypeError):
        lose("The steps that could be undone are lost.")
        return (), ()
    return steps[:done], tuple(reversed(steps[done:]))


def discard(session: Unfinished, state: State, files: FileSystem | None = None) -> Path:
    """Set a session's folder aside and return where it is for the next thirty days.

    Raises `CannotWrite` where that is refused; it then stays among what is unfinished.
    """
    present = files or FileSystem()
    day = datetime.now(UTC).date().isoformat()
    aside = state.quarantine / f"{day} {session.folder.name}"
    try:
        present.rename(session.folder, aside)
    except OSError as error:
        raise write_trouble(error, session.folder) from error
    return aside


def clear_quarantine(
    state: State, now: datetime | None = None, files: FileSystem | None = None
) -> None:
    """Delete what was set aside more than thirty days ago; a date to come is left alone."""
    present = files or FileSystem()
    oldest = ((now or datetime.now(UTC)) - KEPT_FOR).date().isoformat()
    for name in _names(state.quarantine, present):
        set_aside = _SET_ASIDE.fullmatch(name)
        if set_aside and set_aside[1] < oldest:
            with suppress(OSError):
                present.remove_folder(state.quarantine / name)
