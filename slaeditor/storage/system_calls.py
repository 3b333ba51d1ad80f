"""The calls by which two files change places in one step, for each system that has one.

Python knows none of them. Linux: `renameat2` with `RENAME_EXCHANGE`, see renameat2(2). macOS:
`renamex_np` with `RENAME_SWAP`. Windows: `ReplaceFileW`, always with a name for what is replaced,
since without one a failure may leave neither file. A library can be handed in, so that tests see
what each system would be asked and how its refusals are understood.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_HERE = -100  # AT_FDCWD: names are relative to the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS alike
_TEXT, _NUMBER = ctypes.c_char_p, ctypes.c_int
_REMOTE_DRIVE = 4  # DRIVE_REMOTE
_FULL_SYNC = 51  # F_FULLFSYNC of macOS
_FAILED = {errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS}

_MEANINGS = {
    1: errno.ENOTSUP,  # ERROR_INVALID_FUNCTION: the file system knows no such call
    2: errno.ENOENT,
    3: errno.ENOENT,
    5: errno.EACCES,
    17: errno.EXDEV,
    19: errno.EROFS,
    32: errno.EBUSY,  # ERROR_SHARING_VIOLATION: a scanner or synchroniser holds it
    33: errno.EBUSY,
    50: errno.ENOTSUP,
    112: errno.ENOSPC,
    1175: errno.EBUSY,  # nothing has happened
    1176: errno.EBUSY,  # nothing has happened, since there was a name for what is replaced
    1177: errno.EBUSY,  # what was to be replaced has the name for it, and has to get its own back
}
HALF_WAY = 1177
"""ERROR_UNABLE_TO_MOVE_REPLACEMENT_2: the target was moved away and nothing took its place."""


def swap_names(one: Path, other: Path, platform: str = sys.platform, library: Any = None) -> None:
    """Let two files swap their names; `OSError` where that is refused or not possible."""
    name = {"linux": "renameat2", "darwin": "renamex_np"}.get(platform, "")
    call = getattr(library or _own_library(platform), name, None) if name else None
    if call is None:
        raise OSError(errno.ENOSYS, "This system cannot exchange names.")
    first, second = os.fsencode(one), os.fsencode(other)
    if platform == "linux":
        call.argtypes = [_NUMBER, _TEXT, _NUMBER, _TEXT, ctypes.c_uint]
        refused = call(_HERE, first, _HERE, second, _EXCHANGE)
    else:
        call.argtypes = [_TEXT, _TEXT, ctypes.c_uint]
        refused = call(first, second, _EXCHANGE)
    if refused:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(one))


@cache
def _own_library(platform: str) -> Any:
    return ctypes.CDLL(None, use_errno=True) if platform == sys.platform else None


def force_to_medium(descriptor: int, platform: str = sys.platform, control: Any = None) -> bool:
    """Ask macOS to write to the medium itself; whether it did, for `fsync` is what others have.

    There `fsync` reaches the drive only. Network drives refuse the stronger call, and saving to
    them must not fail for it; `OSError` is raised where the disk failed.
    """
    if platform != "darwin":
        return False
    if control is None:
        from fcntl import fcntl as control
    try:
        control(descriptor, _FULL_SYNC)
    except OSError as refused:
        if refused.errno in _FAILED:
            raise
        return False
    return True


class HalfReplaced(OSError):
    """A file was moved away to the name for it, and the one for its place did not get there."""


def replace_file(target: Path, fresh: Path, kept: Path, kernel: Any = None) -> None:
    """Put a fresh file in the place of another, which gets the third name; Windows only.

    Raises `HalfReplaced` when the target has got that name and nothing has taken its place, and
    `OSError` when nothing has happened.
    """
    kernel = kernel or _kernel()
    if kernel is None:
        raise OSError(errno.ENOSYS, "This system cannot replace a file and keep it.")
    if kernel.ReplaceFileW(str(target), str(fresh), str(kept), 0, None, None):
        return
    code = kernel.GetLastError()
    number = _MEANINGS.get(code, errno.EIO)
    sort = HalfReplaced if code == HALF_WAY else OSError
    raise sort(number, os.strerror(number), str(target))


def is_remote_drive(path: Path, kernel: Any = None) -> bool:
    """Whether Windows says that a path lies on another machine; False on other systems."""
    kernel = kernel or _kernel()
    if kernel is None:
        return False
    drive = os.path.splitdrive(str(path))[0]
    is_share = str(path).startswith(("\\\\", "//"))
    return is_share or bool(kernel.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE)


def _kernel() -> Any:
    return ctypes.CDLL("kernel32", use_last_error=True) if os.name == "nt" else None


_REMOTE_SORTS = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "davfs", "ceph"),
        *("glusterfs", "lustre", "gpfs", "ocfs2", "vboxsf", "prl_fs", "fuse.sshfs", "fuse.rclone"),
        *("fuse.davfs2", "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.s3fs", "fuse.vmhgfs-fuse"),
    }
)


def is_remote_mount(path: Path, mounts: str) -> bool:
    """Whether a path lies on a network file system, by the lines of /proc/self/mountinfo.

    The layout of a line: proc(5); the mount point is the fifth word, the sort follows a dash.
    """
    best, sort = "", ""
    for line in mounts.splitlines():
        before, _, behind = line.partition(" - ")
        words = before.split()
        point = _unescaped(words[4]) if len(words) > 4 else ""  # noqa: PLR2004 - the fifth word
        inside = str(path) == point or str(path).startswith(point.rstrip("/") + "/")
        if point and inside and len(point) >= len(best):
            best, sort = point, behind.split(" ", 1)[0]
    return sort in _REMOTE_SORTS


def _unescaped(word: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        word = word.replace(code, letter)
    return word
