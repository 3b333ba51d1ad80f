"""Which process owns a lock or a working copy, and whether it still runs."""

from __future__ import annotations

import ctypes
import getpass
import os
import socket
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_BOOT = Path("/proc/sys/kernel/random/boot_id")
_START_FIELD = 19  # behind the name in /proc/<pid>/stat, in ticks since boot
_MAY_ASK = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
_STILL_ACTIVE = 259


@dataclass(frozen=True, slots=True)
class Process:
    """A process: `boot` tells one run of the machine, `started` one use of the number."""

    host: str
    boot: str
    pid: int
    started: str
    user: str

    @classmethod
    def this(cls) -> Process:
        """Return the process this runs in."""
        boot = _first_line(_BOOT)
        return cls(socket.gethostname(), boot, os.getpid(), _started(os.getpid()), _user())

    @classmethod
    def told(cls, entries: Mapping[str, Any]) -> Process:
        """Return the process that a record names; `ValueError` when it names none."""
        try:
            words = [str(entries[name]) for name in ("host", "boot", "started", "user")]
            return cls(words[0], words[1], int(entries["pid"]), words[2], words[3])
        except (KeyError, TypeError) as error:
            raise ValueError("It does not say which process owns it.") from error

    @property
    def entries(self) -> dict[str, Any]:
        """What `told` reads back."""
        return asdict(self)

    @property
    def is_here(self) -> bool:
        """Whether it ran on this machine, so that it can be known whether it still does."""
        return self.host == socket.gethostname()

    @property
    def runs(self) -> bool:
        """Whether it still runs on this machine; a number given to another process is no sign."""
        if self.boot != _first_line(_BOOT) or not _is_alive(self.pid):
            return False
        return not self.started or self.started == _started(self.pid)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


def _first_line(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _started(pid: int) -> str:
    behind_name = _first_line(Path("/proc", str(pid), "stat")).rpartition(")")[2].split()
    return behind_name[_START_FIELD] if len(behind_name) > _START_FIELD else ""


def _is_alive(pid: int) -> bool:
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _is_alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _is_alive_on_windows(pid: int) -> bool:
    kernel = ctypes.CDLL("kernel32")
    handle = kernel.OpenProcess(_MAY_ASK, 0, pid)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == _STILL_ACTIVE
