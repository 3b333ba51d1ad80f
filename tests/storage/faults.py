"""A file system on which the n-th call fails, and all after it if that is wanted."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from typing import Any

from slaeditor.storage.files import FileSystem

ANSWERS = {"exists", "real", "is_writable"}
"""Calls that answer whatever happens to the disk."""


class FaultyFileSystem(FileSystem):
    """Counts its calls and lets one of them fail with an error number."""

    def __init__(
        self, fails_at: int, number: int, *, for_good: bool = False, unable: tuple[str, ...] = ()
    ) -> None:
        self._unable = unable
        self._fails_at = fails_at
        self._number = number
        self._for_good = for_good
        self.calls: list[str] = []

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name.startswith("_") or name == "calls" or name in ANSWERS:
            return found
        return self._counted(name, found)

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any) -> Any:
            self.calls.append(name)
            count = len(self.calls)
            if name != "close" and self._is_due(count):
                raise OSError(self._number, os.strerror(self._number))
            if name in self._unable:
                raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
            return call(*arguments)

        return counted

    def _is_due(self, count: int) -> bool:
        return count == self._fails_at or (self._for_good and count >= self._fails_at > 0)


class ShortWrites(FileSystem):
    """Takes seven bytes at a time at most."""

    def write(self, descriptor: int, content: memoryview) -> int:
        return super().write(descriptor, content[: max(7, len(content) // 3)])


class LyingDisk(FileSystem):
    """Says that everything was written, and loses the last byte of every write."""

    def write(self, descriptor: int, content: memoryview) -> int:
        super().write(descriptor, content[:-1])
        return len(content)


class WithoutExchange(FileSystem):
    """A file system that cannot swap two names."""

    def exchange(self, one: Any, other: Any) -> None:
        raise OSError(95, "Operation not supported")


class WithoutLinks(WithoutExchange):
    """A file system that knows neither swaps nor second names, as FAT."""

    def link(self, path: Any, second: Any) -> None:
        raise OSError(1, "Operation not permitted")
