"""The files that were merged into the work of a window, as its own file names them.

A file that was merged in is among what the work was made from: a later merge with the same copy
then begins there, and what it has brought already is no difference any more. Whoever undoes the
merge is no longer made from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from slaeditor.model.readers import Reader
from slaeditor.rules.history import History, Step
from slaeditor.storage.meta import Meta


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that was merged in: the digest of its records, its bytes, whom it was cut for."""

    digest: str
    content: bytes
    edition: Reader | None = None


@dataclass(slots=True)
class Joins:
    """What was merged in since the window was opened, each with the step that brought it."""

    _steps: list[tuple[Step | None, str]] = field(default_factory=list)

    def note(self, brought: Brought, before: History, after: History, meta: Meta) -> None:
        """Note a file that came in between two states of the history.

        It has no step where everything it brought was declined, and need not be noted where `meta`
        names it already.
        """
        if brought.digest not in meta.ancestors:
            step = after.done[-1] if after.done != before.done else None
            self._steps.append((step, brought.digest))

    def told(self, meta: Meta, history: History) -> Meta:
        """Return what the file says with what is merged in, and without what was undone since."""
        for step, digest in self._steps:
            stands = step is None or any(one is step for one in history.done)
            if not stands:
                meta = meta.without(digest)
            elif digest not in meta.ancestors:
                meta = meta.after(digest)
        return meta
