"""Every call to the file system that the program makes, in one place.

The methods of `FileSystem` are thin on purpose: a test replaces one of them by a failure and
looks whether what was on the disk is still there. What is promised about saving is in
`slaeditor.storage.saving`.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import Path

from slaeditor.storage.system_calls import (
    HalfReplaced,
    force_to_medium,
    is_remote_drive,
    is_remote_mount,
    replace_file,
    swap_names,
)

_CHUNK = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_MOUNTS = Path("/proc/self/mountinfo")


class FileSystem:
    """The file system of this machine."""

    def open_to_read(self, path: Path) -> int:
        """Return a descriptor to read from; a pipe without a writer does not block."""
        return os.open(path, os.O_RDONLY | _BINARY | _NO_WAIT)

    def open_new(self, path: Path, mode: int) -> int:
        """Return a descriptor to a file that did not exist before, to write and read back."""
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY | _NO_LINK, mode)

    def read(self, descriptor: int, most: int) -> bytes:
        """Return the next bytes; none at the end."""
        return os.read(descriptor, most)

    def write(self, descriptor: int, content: memoryview) -> int:
        """Write some of the bytes and return how many."""
        return os.write(descriptor, content)

    def rewind(self, descriptor: int) -> None:
        """Go back to the first byte."""
        os.lseek(descriptor, 0, os.SEEK_SET)

    def sync(self, descriptor: int) -> None:
        """Return once what was written is on the medium."""
        if not force_to_medium(descriptor):
            os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Give the descriptor back."""
        os.close(descriptor)

    def status_of(self, descriptor: int) -> os.stat_result:
        """Return size, sort and times of an open file."""
        return os.fstat(descriptor)

    def status(self, path: Path) -> os.stat_result:
        """Return size, sort and times of what a path leads to."""
        return path.stat()

    def exists(self, path: Path) -> bool:
        """Whether there is anything under that name, be it a link to nowhere."""
        return os.path.lexists(path)

    def is_writable(self, path: Path) -> bool:
        """Whether this user may change a file."""
        return os.access(path, os.W_OK)

    def real(self, path: Path) -> Path:
        """Return the path without links, so that a link survives a save."""
        return Path(os.path.realpath(path))

    def is_remote(self, path: Path) -> bool:
        """Whether a path lies on another machine, where a live database is not safe."""
        if os.name == "nt":
            return is_remote_drive(path)
        try:
            return is_remote_mount(self.real(path), _MOUNTS.read_text(errors="replace"))
        except OSError:
            return False  # no such list here, as on macOS, where home folders are local

    def is_ours(self, folder: Path) -> bool:
        """Whether a folder, and no link in its place, belongs to this user."""
        status = folder.lstat()
        return stat.S_ISDIR(status.st_mode) and (
            not hasattr(os, "getuid") or status.st_uid == os.getuid()
        )

    def free_bytes(self, folder: Path) -> int:
        """Return how many bytes fit into a folder."""
        return shutil.disk_usage(folder).free

    def copy_attributes(self, source: Path, target: Path) -> None:
        """Give a file the mode, extended attributes and owner of another, as far as allowed."""
        shutil.copystat(source, target)
        os.utime(target)
        owner, mine = source.stat(), target.stat()
        if hasattr(os, "chown") and (owner.st_uid, owner.st_gid) != (mine.st_uid, mine.st_gid):
            os.chown(target, owner.st_uid, owner.st_gid)

    def exchange(self, one: Path, other: Path) -> None:
        """Let two files swap their names in one step; `OSError` where that is not possible."""
        swap_names(one, other)

    def replace_keeping(self, target: Path, fresh: Path, kept: Path) -> None:
        """Put a fresh file in the place of another, which gets a third name, in one step.

        `OSError` where that is refused or not possible; then both have their own names.
        """
        try:
            replace_file(target, fresh, kept)
        except HalfReplaced:
            self.rename(kept, target)
            raise

    def link(self, path: Path, second: Path) -> None:
        """Give a file a second name that was free."""
        os.link(path, second)

    def rename(self, path: Path, name: Path) -> None:
        """Rename a file, in place of one that has the name."""
        path.replace(name)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def sync_folder(self, folder: Path) -> None:
        """Return once the names in a folder are on the medium; Windows keeps them by itself."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def make_private_folder(self, folder: Path) -> None:
        """Make a folder that only its owner may enter, with all above it."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder in order; none when there is no folder."""
        return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []

    def remove_folder(self, folder: Path) -> None:
        """Remove a folder with all in it."""
        shutil.rmtree(folder)


def write_all(files: FileSystem, descriptor: int, content: bytes) -> None:
    """Write every byte, however few the system takes at a time."""
    rest = memoryview(content)
    while rest:
        written = files.write(descriptor, rest)
        if written <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[written:]


def read_all(files: FileSystem, descriptor: int, most: int) -> bytes:
    """Return what is left to read; `OSError` with `EFBIG` when it is more than `most` bytes."""
    parts: list[bytes] = []
    total = 0
    while part := files.read(descriptor, min(_CHUNK, most + 1 - total) or 1):
        parts.append(part)
        total += len(part)
        if total > most:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return b"".join(parts)


def read_file(files: FileSystem, path: Path, most: int) -> bytes:
    """Return the bytes of a regular file that did not change while they were read.

    `OSError`: `EISDIR` for a folder, `ENXIO` for a device or pipe, `EFBIG` above `most` bytes,
    `EBUSY` when somebody writes to it at this moment.
    """
    for _ in range(3):
        descriptor = files.open_to_read(path)
        try:
            before = files.status_of(descriptor)
            _check_regular(before, most)
            content = read_all(files, descriptor, most)
            after = files.status_of(descriptor)
        finally:
            files.close(descriptor)
        if len(content) == after.st_size and before.st_mtime_ns == after.st_mtime_ns:
            return content
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))


def _check_regular(status: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
    if status.st_size > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
