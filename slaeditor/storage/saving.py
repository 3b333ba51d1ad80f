"""Putting bytes under a name so that the old or the new file stands there whole, whatever happens.

The steps: write beside the target, force it to the medium, read it back, look whether the target
is still the one that was opened, let both swap their names, look at what was displaced, force the
folder to the medium. Until the swap nothing of the target has changed; after it, the file *is*
saved, and what fails then is told as a notice.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import socket
import stat
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from slaeditor.storage.files import FileSystem, read_all, read_file, write_all
from slaeditor.storage.header import LARGEST_FILE
from slaeditor.storage.trouble import CannotWrite, Conflict, write_trouble
from slaeditor.storage.turns import turn

ANYTHING = "anything"
"""Expected content: whatever stands there may be displaced."""
NOTHING = ""
"""Expected content: the name is free."""

INTERRUPTED = re.compile(r"\.sla-[0-9a-f]{8}\.(tmp|old|turn)")
"""The names of what a save that was cut off may leave beside its target."""

_PRIVATE, _ORDINARY = 0o600, 0o666
_SIDE_FILES = ("-journal", "-wal", "-shm")
_TRIES, _FIRST_WAIT = 7, 0.04
_HELD = {errno.EBUSY, errno.ETXTBSY, *((errno.EACCES, errno.EPERM) if os.name == "nt" else ())}
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM, errno.EXDEV}
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it now stands: where, its SHA-256, what was kept beside it, and what to tell."""

    path: Path
    sha256: str
    conflict: Path | None = None
    notices: tuple[str, ...] = ()


def sha256(content: bytes) -> str:
    """Return the hash of bytes in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def write_file(path: Path, content: bytes, files: FileSystem | None = None) -> Written:
    """Put bytes under a name, in place of what stands there; raise `CannotWrite` with that kept."""
    return put_file(path, content, ANYTHING, files or FileSystem())


def put_file(path: Path, content: bytes, expected: str, files: FileSystem) -> Written:
    """Put bytes under a name if it holds what is expected: a SHA-256, `NOTHING` or `ANYTHING`.

    Raises `Conflict` when it holds something else, `CannotWrite` when the disk refuses; either
    way the target is as it was. A file that another program wrote at the last moment is kept
    beside it (`Written.conflict`).
    """
    return _Placing(path, content, expected, files).placed()


class _Placing:
    """One save on its way; the steps are called once each, in order."""

    def __init__(self, path: Path, content: bytes, expected: str, files: FileSystem) -> None:
        self.content = content
        self.expected = expected
        self.files = files
        self.target = path
        self.fresh: Path | None = None
        self.seen = b""
        self.notices: list[str] = []
        self.conflict: Path | None = None

    def placed(self) -> Written:
        try:
            self._prepare()
            self._write_beside()
            present = self._compare()
            self._move_side_files()
            self._displace(present)
        except OSError as error:
            raise write_trouble(error, self.target) from error
        finally:
            self._clear()
        self._sync_folder()
        return Written(
            self.target, sha256(self.content), self.conflict, (*dict.fromkeys(self.notices),)
        )

    def _prepare(self) -> None:
        self.target = self.files.real(self.target)
        folder = self.target.parent
        if self.files.exists(self.target):
            self._check_target(self.files.status(self.target).st_mode)
        if self.files.free_bytes(folder) < len(self.content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _check_target(self, mode: int) -> None:
        if stat.S_ISDIR(mode):
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(mode):
            raise CannotWrite(
                f"“{self.target.name}” is a device, not a file.", "Choose another name."
            )
        if not mode & _WRITABLE:
            raise CannotWrite(
                f"“{self.target.name}” is marked as read-only.",
                "Save it under another name, or take the mark away.",
            )

    def _write_beside(self) -> None:
        present = self.files.exists(self.target)
        fresh = self.target.with_name(f".sla-{secrets.token_hex(4)}.tmp")
        descriptor = self.files.open_new(fresh, _PRIVATE if present else _ORDINARY)
        self.fresh = fresh
        try:
            write_all(self.files, descriptor, self.content)
            self.files.sync(descriptor)
            self.files.rewind(descriptor)
            if read_all(self.files, descriptor, len(self.content)) != self.content:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
        finally:
            self.files.close(descriptor)
        if present:
            self._copy_attributes(fresh)

    def _copy_attributes(self, fresh: Path) -> None:
        try:
            self.files.copy_attributes(self.target, fresh)
        except OSError:
            self.notices.append("The file's owner or permissions could not be kept.")

    def _compare(self) -> bool:
        """Return whether there is a file to displace; raise `Conflict` if it is another one."""
        if not self.files.exists(self.target):
            if self.expected not in {NOTHING, ANYTHING}:
                self.notices.append("The file had been moved or deleted; it was saved anew.")
            return False
        if self.expected != ANYTHING:
            self.seen = read_file(self.files, self.target, LARGEST_FILE)
        if self.expected not in {ANYTHING, sha256(self.seen)}:
            raise Conflict(
                f"“{self.target.name}” was saved by somebody else since you opened it.",
                "Merge both versions, or save yours under another name.",
            )
        if self.files.status(self.target).st_nlink > 1:
            self.notices.append("The file had a second name, which keeps the earlier version.")
        return True

    def _is_seen(self, kept: Path) -> bool:
        return self.expected == ANYTHING or read_file(self.files, kept, LARGEST_FILE) == self.seen

    def _move_side_files(self) -> None:
        """Take a database's journals away: they would be played back into the new file."""
        for ending in _SIDE_FILES:
            side = self.target.with_name(self.target.name + ending)
            if self.files.exists(side):
                orphan = side.with_name(f"{side.name}.{secrets.token_hex(2)}.orphan")
                self.files.rename(side, orphan)
                self.notices.append(
                    f"Another program left “{side.name}” here; it is now “{orphan.name}”."
                )

    def _displace(self, present: bool) -> None:  # noqa: FBT001 - the answer of the step before
        fresh = self.fresh or self.target
        if not present:
            self._take_free_name(fresh)
            return
        kept = self._swapped(fresh)
        self.fresh = None  # from here on nothing is thrown away unread
        try:
            same = self._is_seen(kept)
        except OSError:
            self._keep(kept, "The earlier version could not be read again")
        else:
            self._drop(kept) if same else self._keep(kept, "Somebody else saved at the same moment")

    def _take_free_name(self, fresh: Path) -> None:
        try:
            self.files.link(fresh, self.target)
        except OSError as error:
            if isinstance(error, FileExistsError) or self.files.exists(self.target):
                raise Conflict(
                    f"“{self.target.name}” was saved by somebody else at this moment.",
                    "Try again, or save yours under another name.",
                ) from error
            self.files.rename(fresh, self.target)

    def _swapped(self, fresh: Path) -> Path:
        """Put the fresh file in place and return where the earlier one is now.

        In one step where the system knows one; else one program of ours after the other.
        """
        kept = fresh.with_suffix(".old")
        for step, earlier in (
            (lambda: self.files.exchange(fresh, self.target), fresh),
            (lambda: self.files.replace_keeping(self.target, fresh, kept), kept),
        ):
            try:
                self._patiently(step)
            except OSError as error:
                if error.errno not in _NO_EXCHANGE:
                    raise
            else:
                return earlier
        with turn(self.target, self.files):
            self._copy_over(fresh, kept)
        return kept

    def _copy_over(self, fresh: Path, kept: Path) -> None:
        """Give the earlier file a second name and the fresh one its first."""
        self._compare()  # while we waited for our turn somebody may have saved
        self._copy_aside(kept)
        try:
            self._patiently(lambda: self.files.rename(fresh, self.target))
        except OSError:
            with suppress(OSError):
                self.files.remove(kept)
            raise

    def _copy_aside(self, kept: Path) -> None:
        try:
            self.files.link(self.target, kept)
        except OSError:
            earlier = read_file(self.files, self.target, LARGEST_FILE)
            descriptor = self.files.open_new(kept, _PRIVATE)
            try:
                write_all(self.files, descriptor, earlier)
                self.files.sync(descriptor)
            finally:
                self.files.close(descriptor)

    def _patiently(self, step: Callable[[], None]) -> None:
        """Do a step that a virus scanner or a synchroniser may hold up; five seconds at most."""
        for attempt in range(_TRIES):
            try:
                step()
            except OSError as error:
                if error.errno not in _HELD or attempt == _TRIES - 1:
                    raise
                threading.Event().wait(_FIRST_WAIT * 2**attempt)
            else:
                return

    def _drop(self, kept: Path) -> None:
        try:
            self.files.remove(kept)
        except OSError:
            self.notices.append(f"The earlier version could not be removed: “{kept.name}”.")

    def _keep(self, kept: Path, why: str) -> None:
        try:
            self.conflict = self._renamed(kept)
        except OSError:
            self.conflict = kept
        self.notices.append(f"{why}; that version is kept as “{self.conflict.name}”.")

    def _renamed(self, kept: Path) -> Path:
        """Give what was displaced a name that tells, and that no other conflict has."""
        when = datetime.now(UTC).strftime("%Y-%m-%d %H.%M.%S")
        stem = f"{self.target.stem} (conflict {socket.gethostname()} {when}"
        plain = self.target.with_name(f"{stem}){self.target.suffix}")
        try:
            self.files.link(kept, plain)
        except OSError:
            own = self.target.with_name(f"{stem} {secrets.token_hex(4)}){self.target.suffix}")
            self.files.rename(kept, own)
            return own
        self._drop(kept)
        return plain

    def _sync_folder(self) -> None:
        try:
            self.files.sync_folder(self.target.parent)
        except OSError:
            self.notices.append(
                "The file is saved, but the disk did not confirm it; a power cut now may bring "
                "back the earlier version."
            )

    def _clear(self) -> None:
        if self.fresh is not None:
            with suppress(OSError):
                self.files.remove(self.fresh)
