"""Fragments kept for the next time, in memory and in a private folder, under what they are made of.

A fragment's key is a digest of its piece and of everything that lays it out, so that what is
found under a key is what would be made again. Nothing in it tells whose handbook it was made for.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from slaeditor.bundled import PACKAGE, bundled
from slaeditor.publish.press.sheaf import Sheaves
from slaeditor.version import VERSION

MOST_IN_MEMORY = 96_000_000
MOST_ON_DISK = 256_000_000
"""Bytes of fragments that are kept; the ones used longest ago go first."""
_ENGINES = ("weasyprint", "pydyf", "pikepdf", "tinycss2", "pyphen", "htpy", "Markdown", "nh3")
_LIBRARIES = ("libpango-1.0.so.0", "libharfbuzz.so.0", "libharfbuzz-subset.so.0")
_SHAPES = ("document.py", "figures.py", "fragment.py", "late.py", "numbering.py", "piece.py")
_LENGTHS = ("lengths.py", "strips.py", "table_lengths.py")
"""By how long something is going to be it is told what stays on one page."""
_DIGEST = hashlib.sha256().digest_size


def key_of_message(message: bytes) -> str:
    """Return the key of the piece that a message asks for.

    It is the same for equal pieces laid out by the same program.
    """
    return hashlib.sha256(maker().encode() + message).hexdigest()


@cache
def maker() -> str:
    """Return a digest of what lays out pages: our code and looks, the engine, its libraries."""
    digest = hashlib.sha256(f"{VERSION} {sys.version}".encode())
    for name in _ENGINES:
        with contextlib.suppress(metadata.PackageNotFoundError):
            digest.update(f"{name} {metadata.version(name)}".encode())
    for path in _sources():
        digest.update(path.name.encode() + path.read_bytes())
    for library in _libraries():
        digest.update(library.encode())
    return digest.hexdigest()


@cache
def packer() -> str:
    """Return a digest of what makes bytes of a handbook from fragments: our code and zlib."""
    digest = hashlib.sha256(f"{maker()} {zlib.ZLIB_RUNTIME_VERSION}".encode())
    for path in sorted((PACKAGE / "publish" / "press").glob("*.py")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    publish = PACKAGE / "publish"
    yield from sorted((publish / "render").rglob("*.py"))
    yield from (publish / name for name in (*_SHAPES, *_LENGTHS) if (publish / name).is_file())
    yield from sorted(bundled("themes").glob("*.css"))
    yield from sorted(bundled("fonts").rglob("*.ttf"))


def _libraries() -> Iterator[str]:
    """Yield the names, with versions, of the system's libraries that shape text."""
    if sys.platform != "linux":
        return
    for folder in sorted(Path("/usr/lib").glob("*-linux-gnu*")):
        yield from (str((folder / name).resolve()) for name in _LIBRARIES)


class FragmentStore:
    """Keeps fragments by their keys; usable from any thread.

    Without a folder they are kept in memory only. A folder that cannot be used is done without.
    """

    def __init__(
        self,
        folder: Path | None = None,
        memory: int = MOST_IN_MEMORY,
        disk: int = MOST_ON_DISK,
    ) -> None:
        """Keep at most so many bytes in memory and in the folder."""
        self.folder = folder
        self._most, self._most_on_disk = memory, disk
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._turn = threading.Lock()
        self.sheaves = Sheaves(recalled=self.recalled)

    def __contains__(self, key: str) -> bool:
        """Return whether a fragment is kept."""
        return key in self._kept or (self.folder is not None and self._path(key).is_file())

    def is_at_hand(self, key: str) -> bool:
        """Return whether a fragment is kept in memory."""
        return key in self._kept

    def get(self, key: str) -> bytes | None:
        """Return a fragment, or None where it is not kept or was damaged."""
        with self._turn:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        content = self._read(key)
        if content is not None:
            self._remember(key, content)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep a fragment."""
        self._remember(key, content)
        if self.folder is not None:
            with contextlib.suppress(OSError):
                self._write(self.folder, key, content)

    def recalled(self, words: str, work: Callable[[], bytes]) -> bytes:
        """Return what work makes of what the words tell, from the folder where it is kept there."""
        if self.folder is None:
            return work()
        key = hashlib.sha256(f"{packer()} {words}".encode("utf-8", "surrogatepass")).hexdigest()
        with contextlib.suppress(OSError):
            content = self._used(key)
            if _signed(key, content[_DIGEST:]) == content[:_DIGEST]:
                return content[_DIGEST:]
        made = work()
        with contextlib.suppress(OSError):
            self._put(self.folder, key, _signed(key, made) + made)
        return made

    def forget(self) -> None:
        """Keep nothing in memory any more; the folder stays."""
        with self._turn:
            self._kept.clear()
            self._size = 0
        self.sheaves.forget()

    def trim(self) -> None:
        """Remove from the folder what was used longest ago, until the rest fits."""
        files = sorted(_files(self.folder), key=lambda one: -one[1])
        total = 0
        for path, _, size in files:
            total += size
            if total > self._most_on_disk:
                with contextlib.suppress(OSError):
                    path.unlink()

    def clear(self) -> int:
        """Remove all fragments; return how many files there were."""
        self.forget()
        files = list(_files(self.folder))
        for path, _, _ in files:
            with contextlib.suppress(OSError):
                path.unlink()
        return len(files)

    def _remember(self, key: str, content: bytes) -> None:
        with self._turn:
            self._size += len(content) - len(self._kept.get(key, b""))
            self._kept[key] = content
            self._kept.move_to_end(key)
            while self._size > self._most and len(self._kept) > 1:
                _, oldest = self._kept.popitem(last=False)
                self._size -= len(oldest)

    def _path(self, key: str) -> Path:
        return (self.folder or Path()) / f"{key}.piece"

    def _read(self, key: str) -> bytes | None:
        if self.folder is None:
            return None
        try:
            content = self._used(key)
            made = zlib.decompress(content[_DIGEST:])
        except (OSError, zlib.error):
            return None
        return made if _signed(key, made) == content[:_DIGEST] else None

    def _used(self, key: str) -> bytes:
        path = self._path(key)
        content = path.read_bytes()
        os.utime(path)
        return content

    def _write(self, folder: Path, key: str, content: bytes) -> None:
        self._put(folder, key, _signed(key, content) + zlib.compress(content, 1))

    def _put(self, folder: Path, key: str, content: bytes) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(self._path(key))


def _signed(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + content).digest()


def _files(folder: Path | None) -> Iterator[tuple[Path, float, int]]:
    """Yield each file of a folder with the moment of its last use and its size."""
    if folder is None or not folder.is_dir():
        return
    for path in folder.iterdir():
        with contextlib.suppress(OSError):
            told = path.stat()
            yield path, told.st_mtime, told.st_size
