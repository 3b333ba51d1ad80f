"""What the worker process may do: so much memory and time, and no more than reading fonts."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

MEMORY = 1_500_000_000
MOST_MEMORY = 4_000_000_000
_MEMORY_PER_BYTE = 1_000  # of the edition; 370 kB of it make 60 pages
SECONDS = 900
LARGEST_FILE = 64_000_000
_MOST_PIXELS = 40_000_000

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.kill",
    "os.putenv",
    "urllib.",
    "http.client",
    "ftplib.",
    "smtplib.",
    "ctypes.dlopen",
    "webbrowser.open",
    "winreg.",
    "sqlite3.connect",
)
_CHANGING = (
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.symlink",
    "os.link",
    "os.chmod",
    "os.chown",
    "os.truncate",
    "shutil.rmtree",
)
_WRITING = frozenset("wax+")


def limit_resources(size: int = 0) -> None:
    """Cap memory, processor time, file size and core dumps where the system can.

    `size` is the length of the edition in bytes: a longer one is allowed more memory.
    """
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_AS, min(MEMORY + _MEMORY_PER_BYTE * size, MOST_MEMORY)),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, LARGEST_FILE),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, allowed))


def name_libraries() -> None:
    """Let libraries be loaded by the names they have, without asking other programs for them.

    Python's own search on Linux starts a compiler and a linker for each name it does not know,
    half a second in all; the layout engine asks by the full name afterwards.
    """
    if sys.platform == "linux":
        import ctypes.util

        ctypes.util.find_library = _nowhere


def _nowhere(name: str) -> None:
    """Find no library, whatever its name."""
    del name


def limit_pictures() -> None:
    """Leave Pillow with PNG and JPEG only and refuse pictures that unfold without end."""
    from PIL import Image

    Image.init()
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    for name in set(Image.OPEN) - {"PNG", "JPEG"}:
        del Image.OPEN[name]
    Image.ID[:] = [name for name in Image.ID if name in {"PNG", "JPEG"}]


def close_doors(readable: list[Path]) -> None:
    """From now on refuse sockets, processes, and files outside Python, `readable` and the scratch.

    There is no way back: an audit hook cannot be removed.
    """
    scratch = os.path.realpath(tempfile.gettempdir())
    roots = {sys.prefix, sys.base_prefix, sys.exec_prefix, str(Path(os.__file__).parent), *sys.path}
    allowed = tuple(
        sorted({os.path.realpath(root) for root in (*roots, *map(str, readable), scratch) if root})
    )
    sys.dont_write_bytecode = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise PermissionError(f"{event} is not allowed while pages are laid out")
        if event == "open":
            _watch_open(arguments, allowed, scratch)
        elif event in _CHANGING and not _within(arguments[0], (scratch,)):
            raise PermissionError(f"{event} is not allowed while pages are laid out")

    sys.addaudithook(watch)


def _watch_open(arguments: tuple[object, ...], allowed: tuple[str, ...], scratch: str) -> None:
    path, mode, flags = arguments
    writes = (
        bool(_WRITING & set(mode))
        if isinstance(mode, str)
        else isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    )
    if not _within(path, (scratch,) if writes else allowed):
        raise PermissionError(f"{path!r} may not be opened while pages are laid out")


def _within(path: object, roots: tuple[str, ...]) -> bool:
    if isinstance(path, int):
        return True
    if not isinstance(path, str | bytes | os.PathLike):
        return False
    real = os.path.realpath(os.fsdecode(path))
    return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in roots)
