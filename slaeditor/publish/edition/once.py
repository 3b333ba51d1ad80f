"""What is worked out once for a thing, where somebody keeps it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Once(Protocol):
    """Answers what work makes of a thing, perhaps from memory; `what` says which work it is."""

    def __call__(self, what: Hashable, thing: object, work: Callable[[], T], /) -> T:
        """Return what work makes of a thing."""
        ...


def at_once(_what: Hashable, _thing: object, work: Callable[[], T], /) -> T:
    """Return what work makes of a thing, now."""
    return work()
