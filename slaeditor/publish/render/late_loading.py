"""Parts of the engine's libraries that no page of ours needs: they are loaded when they are used.

They instantiate variable fonts, and take subsets where the system's library for it is missing. To
load them takes longer than all the rest of the engine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

RARE = ("fontTools.subset", "fontTools.varLib.instancer", "fontTools.ttLib.woff2")


class _Rare(ModuleType):
    """A module in waiting: whatever of it is called loads the true one."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Return something of the module that is to be called."""
        if name.startswith("__"):
            raise AttributeError(name)
        return partial(_called, self.__name__, name)


def _called(module: str, name: str, *words: Any, **more: Any) -> Any:
    return getattr(import_module(module), name)(*words, **more)


@contextmanager
def rare_parts_late() -> Iterator[None]:
    """Let what is imported meanwhile have rare modules in waiting; one that is loaded stays."""
    waiting = [name for name in RARE if name not in sys.modules]
    sys.modules.update({name: _Rare(name) for name in waiting})
    try:
        yield
    finally:
        for name in waiting:
            del sys.modules[name]
