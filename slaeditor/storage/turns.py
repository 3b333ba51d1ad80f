"""One save after the other, where a file system cannot exchange two names in one step.

Between looking at a file and renaming another one to its name, somebody else may have saved; what
they saved would be gone. So a save that needs two steps waits for its turn: a small file beside the
target that only one program can create. It lies there for milliseconds; one that lies there for
five seconds was left by a program that was killed, and is taken away.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from slaeditor.storage.files import FileSystem, read_file, write_all

SECONDS = 5.0
_WAIT = 0.02
_MOST_ROUNDS = 4
_LARGEST = 100


def turn_path(target: Path) -> Path:
    """Return where the turn for a file lies: short, whatever the file is called."""
    return target.with_name(f".sla-{hashlib.sha256(target.name.encode()).hexdigest()[:8]}.turn")


@contextmanager
def turn(target: Path, files: FileSystem) -> Iterator[None]:
    """Have the turn to save a file meanwhile; `OSError` (`EBUSY`) when it does not come."""
    path = turn_path(target)
    _take(path, files)
    try:
        yield
    finally:
        with suppress(OSError):
            files.remove(path)


def _take(path: Path, files: FileSystem) -> None:
    for _ in range(_MOST_ROUNDS):
        seen = _seen(path, files)
        give_up = time.monotonic() + SECONDS
        while time.monotonic() < give_up:
            if _is_created(path, files):
                return
            present = _seen(path, files)
            if present != seen:
                seen, give_up = present, time.monotonic() + SECONDS
            threading.Event().wait(_WAIT)
        if _seen(path, files) == seen:
            with suppress(OSError):
                files.remove(path)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))


def _is_created(path: Path, files: FileSystem) -> bool:
    try:
        descriptor = files.open_new(path, 0o644)
    except FileExistsError:
        return False
    try:
        write_all(files, descriptor, secrets.token_hex(8).encode())
    except OSError:
        with suppress(OSError):
            files.remove(path)
        raise
    finally:
        files.close(descriptor)
    return True


def _seen(path: Path, files: FileSystem) -> bytes:
    try:
        return read_file(files, path, _LARGEST)
    except OSError:
        return b""
