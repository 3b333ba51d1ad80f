"""What is worked out once for things, where somebody keeps it.

A thing is told by its identity, which is quick; it is kept along, so that no other can take its
place. Whatever else the answer depends on belongs to what is asked.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
Things = tuple[object, ...]


class Once(Protocol):
    """Answers what work makes of things, perhaps from memory; `what` says which work it is."""

    def __call__(self, what: Hashable, things: Things, work: Callable[[], T], /) -> T:
        """Return what work makes of things."""
        ...


def at_once(_what: Hashable, _things: Things, work: Callable[[], T], /) -> T:
    """Return what work makes of things, now."""
    return work()


class Memory:
    """Keeps the answers that were asked for last; usable from any thread."""

    def __init__(self, most: int = 4096) -> None:
        """Keep so many answers."""
        self._most = most
        self._kept: OrderedDict[tuple[Hashable, ...], tuple[Things, Any]] = OrderedDict()
        self._turn = threading.Lock()

    def once(self, what: Hashable, things: Things, work: Callable[[], T], /) -> T:
        """Return what work makes of things, worked out once for them."""
        key = (what, *map(id, things))
        with self._turn:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
        if found is None:
            found = things, work()
            self._keep(key, found)
        made: T = found[1]
        return made

    def forget(self) -> None:
        """Keep nothing any more."""
        with self._turn:
            self._kept.clear()

    def _keep(self, key: tuple[Hashable, ...], found: tuple[Things, Any]) -> None:
        with self._turn:
            self._kept[key] = found
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
