"""Watching every call the program makes to the file system, whoever makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import Any
from unittest import mock

from slaeditor.storage.files import FileSystem

Call = Callable[..., Any]
Hook = Callable[[str, tuple[Any, ...], Call], Any]
"""Gets a call's name, its arguments and what makes it; returns what the caller gets."""

NAMES = tuple(
    name for name, made in vars(FileSystem).items() if callable(made) and not name.startswith("_")
)


@contextmanager
def every_call(hook: Hook) -> Iterator[None]:
    """Let a hook stand before each call to the file system in this process."""
    with ExitStack() as stack:
        for name in NAMES:
            call = getattr(FileSystem, name)
            stack.enter_context(mock.patch.object(FileSystem, name, _watched(name, call, hook)))
        yield


def nothing(*_: Any) -> None:
    """Stand in the place of a call that a sabotage leaves out; no hook hears of it."""


def _watched(name: str, call: Call, hook: Hook) -> Call:
    if call is nothing:
        return call

    @wraps(call)
    def watched(self: FileSystem, *arguments: Any) -> Any:
        return hook(name, arguments, lambda *given: call(self, *given))

    return watched
