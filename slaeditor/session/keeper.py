"""Keeps the work of a session in its working copy: on the writer thread, and told of each save."""

from __future__ import annotations

import threading
from pathlib import Path

from slaeditor.rules.history import History
from slaeditor.storage.document_file import Base
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import State
from slaeditor.storage.working_copy import WorkingCopy


class Keeper:
    """A writer for `Session.keep_with`; the working copy is begun by the first `keep`."""

    def __init__(
        self,
        state: State,
        target: Path | None,
        meta: Meta,
        base: Base | None,
        begun: WorkingCopy | None = None,
    ) -> None:
        """Keep what the working copy has to say about itself; `begun` is one that is there."""
        self._state = state
        self._target = target
        self._meta = meta
        self._base = base
        self._copy = begun
        self._turn = threading.Lock()
        self.leave_behind = False

    def keep(self, history: History) -> None:
        """Put what changed since the last call on the disk; raises StorageTrouble.

        A working copy that somebody cleared away is begun anew with all of the history.
        """
        with self._turn:
            if self._copy is None or self._copy.is_lost:
                self._begin(history)
            else:
                self._copy.keep(history)

    def _begin(self, history: History) -> None:
        """Begin a working copy, and only then remove what is left of one before."""
        lost, self._copy = (
            self._copy,
            WorkingCopy.begin(self._state, history, self._target, self._meta, self._base),
        )
        if lost is not None:
            lost.finish()

    def saved(self, target: Path, meta: Meta, base: Base) -> None:
        """Remember which file holds the work now."""
        with self._turn:
            self._target, self._meta, self._base = target, meta, base
            if self._copy is not None and not self._copy.is_lost:
                self._copy.saved(target, meta, base)

    def close(self) -> None:
        """Throw the working copy away, or leave it to be recovered with `leave_behind`."""
        with self._turn:
            copy, self._copy = self._copy, None
            if copy is not None and self.leave_behind:
                copy.leave()
            elif copy is not None:
                copy.finish()
