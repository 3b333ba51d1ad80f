"""The lock beside an open document, which tells a colleague who has it open. It binds nobody.

`.~lock.<name>#` holds JSON. A lock whose process on this machine has ended counts for nothing;
one from elsewhere is called silent when its beat stands still for ten minutes of *our* clock.
It is never taken over without being asked for.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from slaeditor.model.entity import new_id
from slaeditor.storage.files import FileSystem, read_file, write_all
from slaeditor.storage.processes import Process
from slaeditor.storage.saving import write_file
from slaeditor.storage.trouble import CannotWrite, FileInUse
from slaeditor.version import VERSION

SILENT_SECONDS = 600.0
BEAT_SECONDS = 60.0
_FORMAT = 1
_LARGEST = 10_000


class Standing(Enum):
    """What a lock that somebody else left means."""

    FREE = "free"
    """There is no lock, or its process on this machine has ended."""
    HELD = "held"
    """Somebody has the file open, or it is not known better."""
    SILENT = "silent"
    """There has been no sign of life for ten minutes; the user may take over."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open, as their lock says; `process` is None for a lock nobody can read."""

    session: str
    process: Process | None
    opened: str
    beat: int

    @property
    def sentence(self) -> str:
        """Who it is and since when, for a person."""
        if self.process is None:
            return "Somebody has this file open."
        when = f" since {self.opened}" if self.opened else ""
        return f"{self.process.user} on {self.process.host} has this file open{when}."


def lock_path(path: Path) -> Path:
    """Return where the lock of a file lies."""
    return path.with_name(f".~lock.{path.name}#")


def holder(path: Path, files: FileSystem | None = None) -> Holder | None:
    """Return who holds the lock of a file, or None; a lock nobody can read is held by somebody."""
    present = files or FileSystem()
    if not present.exists(lock_path(path)):
        return None
    try:
        told = json.loads(read_file(present, lock_path(path), _LARGEST))
        return Holder(
            str(told["session"]), Process.told(told), str(told["opened"]), int(told["beat"])
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        return Holder("", None, "", 0)


class Watch:
    """Looks at the lock of a file now and then, and says what it means by our own clock."""

    def __init__(
        self, path: Path, clock: Callable[[], float] = time.monotonic, session: str = ""
    ) -> None:
        """Watch a file; a lock of the session named is our own and counts as free."""
        self._path = path
        self._clock = clock
        self._session = session
        self._seen: tuple[str, int] | None = None
        self._since = clock()

    def standing(self) -> tuple[Standing, Holder | None]:
        """Return what the lock means at this moment, and who holds it."""
        found = holder(self._path)
        if found is None or (self._session and found.session == self._session):
            return Standing.FREE, found
        if found.process and found.process.is_here and not found.process.runs:
            return Standing.FREE, found
        if (found.session, found.beat) != self._seen:
            self._seen = (found.session, found.beat)
            self._since = self._clock()
        silent = self._clock() - self._since >= SILENT_SECONDS
        return (Standing.SILENT if silent else Standing.HELD), found


class Lock:
    """Our own lock beside a file, from `take` to `release`."""

    def __init__(self, path: Path, session: str, files: FileSystem) -> None:
        """Prepare the lock of a file; `take` creates it."""
        self.session = session
        self._path = path
        self._files = files
        self._opened = datetime.now(UTC).astimezone().strftime("%Y-%m-%d %H:%M")
        self._beat = 0

    @classmethod
    def take(
        cls,
        path: Path,
        session: str = "",
        *,
        over: bool = False,
        files: FileSystem | None = None,
    ) -> Lock:
        """Return the lock once it lies beside the file.

        Raises `FileInUse` when somebody holds it, unless `over` says to take it over, and
        `CannotWrite` where the folder takes no lock; the file can be worked on all the same.
        """
        lock = cls(path, session or new_id(), files or FileSystem())
        standing, found = Watch(path, session=lock.session).standing()
        if standing is not Standing.FREE and not over and found:
            raise FileInUse(
                found.sentence, "Open it to read, open a copy, or ask them to close it."
            )
        lock._create(replace=found is not None)
        return lock

    def beat(self) -> bool:
        """Show a sign of life; return False, and write nothing, when somebody else took over."""
        if not self.is_ours:
            return False
        self._beat += 1
        write_file(lock_path(self._path), self._content(), self._files)
        return True

    @property
    def is_ours(self) -> bool:
        """Whether the lock that lies there is this one."""
        found = holder(self._path, self._files)
        return found is not None and found.session == self.session

    def release(self) -> None:
        """Remove the lock if it is still this one; one that cannot be removed goes stale."""
        if self.is_ours:
            with suppress(OSError):
                self._files.remove(lock_path(self._path))

    def _create(self, *, replace: bool) -> None:
        if replace:
            write_file(lock_path(self._path), self._content(), self._files)
            return
        try:
            descriptor = self._files.open_new(lock_path(self._path), 0o644)
        except FileExistsError:
            raise FileInUse("Somebody is just opening this file.", "Try again.") from None
        except OSError as error:
            raise _unmarked() from error
        try:
            write_all(self._files, descriptor, self._content())
        except OSError as error:
            with suppress(OSError):  # half a lock would say that somebody has the file open
                self._files.remove(lock_path(self._path))
            raise _unmarked() from error
        finally:
            self._files.close(descriptor)

    def _content(self) -> bytes:
        told: dict[str, Any] = {
            "format": _FORMAT,
            "program": "SLA Editor",
            "version": VERSION,
            "session": self.session,
            **Process.this().entries,
            "opened": self._opened,
            "beat": self._beat,
        }
        return json.dumps(told, indent=1).encode()


def _unmarked() -> CannotWrite:
    return CannotWrite(
        "The file could not be marked as open.",
        "Colleagues will not be told that you are working on it.",
    )
