"""The working copy of an open document: every finished edit stands on the local disk at once.

A session's folder holds `work.db`, a live SQLite database with the records, the steps that can be
undone and the digest of the content, all of one edit in one transaction; and `session.json`, which
says what it belongs to. Nobody else opens them while the session lives.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from slaeditor.model.entity import new_id
from slaeditor.model.project import kinds
from slaeditor.rules.changes import Change, changes
from slaeditor.rules.history import History
from slaeditor.storage.builder import build
from slaeditor.storage.digest import content_digest
from slaeditor.storage.document_file import Base
from slaeditor.storage.files import FileSystem
from slaeditor.storage.meta import Meta
from slaeditor.storage.processes import Process
from slaeditor.storage.rows import BadCell, insertion, stored_rows
from slaeditor.storage.saving import write_file
from slaeditor.storage.session_record import NAME as RECORD
from slaeditor.storage.session_record import SessionRecord
from slaeditor.storage.state import State
from slaeditor.storage.steps import TABLE, step_row, timeline
from slaeditor.storage.trouble import (
    CannotWrite,
    DiskFull,
    NotStorable,
    WorkingCopyLost,
    write_trouble,
)

DATABASE = "work.db"
JOURNAL = f"{DATABASE}-wal"
UNNAMED = "begun "
"""What the name of a folder starts with as long as the working copy in it is not whole."""
_PRAGMAS: tuple[tuple[str, str | int, str | int], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", 0, 0),
    ("recursive_triggers", "OFF", 0),
    ("temp_store", "MEMORY", 2),
    ("wal_autocheckpoint", 256, 256),
    ("journal_size_limit", 4194304, 4194304),
    ("busy_timeout", 0, 0),
)
_WITHOUT_WAL = (("journal_mode", "DELETE", "delete"), ("synchronous", "EXTRA", 3))
_ON_MACOS = (("fullfsync", "ON", 1), ("checkpoint_fullfsync", "ON", 1))
_SESSION_TABLE = (
    'CREATE TABLE "session" ("key" TEXT PRIMARY KEY, "value" TEXT NOT NULL) STRICT, WITHOUT ROWID'
)


class WorkingCopy:
    """The state of one session on the disk, from `begin` to `finish`.

    Its methods may be called from any one thread at a time.
    """

    def __init__(
        self,
        folder: Path,
        history: History,
        record: SessionRecord,
        files: FileSystem,
        *,
        begun: bool = False,
    ) -> None:
        """Open the database in a session's folder, which `begin` makes.

        `begun` says that the history stands in it already.
        """
        self.folder = folder
        self._files = files
        self._record = record
        self._turn = threading.Lock()
        self._connection = connect(folder / DATABASE)
        self._history = history if begun else History(history.project)
        self._seen: dict[Path, int] = {}
        if not begun:
            self._start(history)
        self._look()

    @classmethod
    def begin(
        cls,
        state: State,
        history: History,
        target: Path | None,
        meta: Meta,
        base: Base | None = None,
        files: FileSystem | None = None,
    ) -> WorkingCopy:
        """Return the working copy of a session that opens now, in a folder of its own.

        The folder takes its name once all of the history stands in it, so that a crash leaves
        either nothing or the whole.
        """
        present = files or FileSystem()
        now = datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H:%M")
        sha, digest = (base.sha256, base.digest) if base else ("", "")
        record = SessionRecord(target, sha, digest, meta, Process.this(), now)
        folder = state.sessions / new_id()
        begun = folder.with_name(f"{UNNAMED}{folder.name}")
        try:
            present.make_private_folder(begun)
        except OSError as error:
            raise write_trouble(error, begun) from error
        record.written(begun, present)
        write_file(begun / DATABASE, build(history.project, meta).content, present)
        cls(begun, history, record, present).leave()
        _name(begun, folder, present)
        return cls(folder, history, record, present, begun=True)

    def keep(self, history: History) -> None:
        """Put what changed since the last call on the disk, in one transaction.

        Raises `CannotWrite` when the disk refuses; the next call then brings everything.
        """
        with self._turn:
            self._write(history)
            self._look()

    @property
    def is_lost(self) -> bool:
        """Whether somebody took its files away, or put others in their place, since the last call.

        SQLite goes on writing into what has no name any more, and a crash takes that with it.
        """
        with self._turn:
            there = self._files.exists(self.folder / RECORD)
            return not there or any(
                self._identity(path) not in {identity, None}
                for path, identity in self._seen.items()
            )

    def _identity(self, path: Path) -> int | None:
        """Return which file has a name: 0 for none, None where that is not to be learned now."""
        try:
            return self._files.status(path).st_ino
        except FileNotFoundError:
            return 0
        except OSError:
            return None

    def _look(self) -> None:
        """Note which files the database is in; its journal comes to be with the first edit."""
        for path in (self.folder / DATABASE, self.folder / JOURNAL):
            if path not in self._seen and (found := self._identity(path)):
                self._seen[path] = found

    def saved(self, target: Path, meta: Meta, base: Base) -> None:
        """Remember which file the document was saved to and what stands there now."""
        with self._turn:
            old = self._record
            self._record = SessionRecord(
                target, base.sha256, base.digest, meta, old.process, old.opened
            )
            self._record.written(self.folder, self._files)

    def finish(self) -> None:
        """Throw the working copy away, because its content was saved or is not wanted.

        What cannot be removed is looked at again at the next start.
        """
        self.leave()
        with suppress(OSError):
            self._files.remove_folder(self.folder)

    def leave(self) -> None:
        """Let go of the working copy and keep it, to be recovered at the next start."""
        with self._turn:
            self._connection.close()

    def _start(self, history: History) -> None:
        with self._turn, _Transaction(self._connection) as run:
            run(TABLE)
            run(_SESSION_TABLE)
        with self._turn:
            self._write(history)

    def _write(self, history: History) -> None:
        old, old_steps, steps = self._history, timeline(self._history), timeline(history)
        same = _common(old_steps, steps)
        try:
            digest = content_digest(history.project)
            new_rows = [step_row(n, step) for n, step in enumerate(steps[same:], same)]
            with _Transaction(self._connection) as run:
                for change in changes(old.project, history.project):
                    _put(run, change)
                run('DELETE FROM "step" WHERE "number" >= ?', same)
                for row in new_rows:
                    run('INSERT INTO "step" VALUES (?, ?, ?)', *row)
                for key, value in (("digest", digest), ("done", str(len(history.done)))):
                    run('INSERT OR REPLACE INTO "session" VALUES (?, ?)', key, value)
        except BadCell as bad:
            raise NotStorable(f"{bad.label}: {bad.sentence}", "Change this field.") from bad
        self._history = history


def _name(begun: Path, folder: Path, files: FileSystem) -> None:
    """Give a working copy its name, for good."""
    try:
        files.rename(begun, folder)
        files.sync_folder(folder.parent)
    except OSError as error:
        raise write_trouble(error, folder) from error


def _common(old: tuple[object, ...], new: tuple[object, ...]) -> int:
    """Return how many steps both begin with."""
    pairs = zip(old, new, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a is not b), min(len(old), len(new)))


class _Transaction:
    """One transaction: all its statements or none; a refusal of the disk becomes `CannotWrite`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Self:
        self("BEGIN IMMEDIATE")
        return self

    def __call__(self, statement: str, *values: object) -> None:
        try:
            self._connection.execute(statement, values)
        except sqlite3.Error as error:
            raise _refusal(error) from error

    def __exit__(self, sort: type[BaseException] | None, *_: object) -> None:
        if sort is None:
            try:
                self("COMMIT")
            except CannotWrite:
                self._roll_back()
                raise
        else:
            self._roll_back()

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def _put(run: _Transaction, change: Change) -> None:
    if change.after is None:
        run(f'DELETE FROM "{change.table}" WHERE "id" = ?', change.row.id)
        return
    kind = kinds()[change.table]
    statement = insertion(kind).replace("INSERT", "INSERT OR REPLACE", 1)
    run(statement, *stored_rows(kind, [change.after])[0])


def _refusal(error: sqlite3.Error) -> CannotWrite:
    sentence = f"Your last edit could not be kept on this computer’s disk ({error})."
    remedy = "Save the document now; free some room if the disk is full."
    full = getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL
    return (DiskFull if full else CannotWrite)(sentence, remedy)


def connect(path: Path) -> sqlite3.Connection:
    """Return the one connection to a working copy, with every pragma seen to have taken."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        _set_all(connection)
    except (sqlite3.Error, WorkingCopyLost):
        connection.close()
        raise
    return connection


def _set_all(connection: sqlite3.Connection) -> None:
    refused = {
        name for name, wanted, told in _PRAGMAS if not _takes(connection, name, wanted, told)
    }
    settings = _WITHOUT_WAL if "journal_mode" in refused else ()
    settings = (*settings, *(_ON_MACOS if sys.platform == "darwin" else ()))
    refused -= {"journal_mode"} if settings else set()
    refused |= {
        name for name, wanted, told in settings if not _takes(connection, name, wanted, told)
    }
    if refused:
        raise WorkingCopyLost(
            f"The working copy cannot be made safe here ({', '.join(sorted(refused))}).",
            "Set SLAEDITOR_STATE to a folder on a disk of this computer.",
        )


def _takes(connection: sqlite3.Connection, name: str, wanted: str | int, told: str | int) -> bool:
    connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
    found = connection.execute(f"PRAGMA {name}").fetchone()
    return bool(found is not None and found[0] == told)
