"""What the gate has read in the files that it judged before, for those of the same run.

Every file is read whole. What is not read again are bytes that were read already: a stream, a page
drawn by the very same streams with the very same fonts, words held against the same secrets. Each
is known by a digest of all that its reading depends on, so that a page that differs by a letter is
another page.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypeVar

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.once import Memory, Things
from slaeditor.rules.confidential import Confidences

_MOST: Final = 8192
_MOST_TEXTS: Final = 32_768

T = TypeVar("T")


@dataclass(slots=True)
class Closed:
    """What is confidential in a project for a reader on a day, and what is made of it."""

    project: Project
    reader: Reader
    on: date | None
    confidences: Confidences
    made: dict[str, Any] = field(default_factory=dict)
    told: dict[int, tuple[object, Any]] = field(default_factory=dict)

    def once(self, what: str, work: Callable[[], T]) -> T:
        """Return what work makes of all of it."""
        if what not in self.made:
            self.made[what] = work()
        found: T = self.made[what]
        return found

    def of(self, thing: object, work: Callable[[], T]) -> T:
        """Return what work makes of one thing of it."""
        known = self.told.get(id(thing))
        if known is None:
            known = self.told[id(thing)] = thing, work()
        found: T = known[1]
        return found


class Known:
    """What was read before; usable from any thread."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._read = Memory(_MOST)
        self._texts = Memory(_MOST_TEXTS)
        self._closed: Closed | None = None

    def once(self, sort: str, digest: Hashable, work: Callable[[], T]) -> T:
        """Return what work makes of something of a sort that is known by a digest."""
        return self._read.once((sort, digest), (), work)

    def about(self, sort: str, thing: object, work: Callable[[], T]) -> T:
        """Return what work makes of a thing, known by its identity."""
        return self._read.once(sort, (thing,), work)

    def things(self, what: Hashable, things: Things, work: Callable[[], T], /) -> T:
        """Return what work makes of things, known by their identity."""
        return self._read.once(what, things, work)

    def text(self, sort: str, words: str, work: Callable[[str], T]) -> T:
        """Return what work makes of words."""
        return self._texts.once((sort, words), (), lambda: work(words))

    def closed(self, project: Project, reader: Reader, on: date | None) -> Closed:
        """Return what is confidential in a project for a reader, client by client."""
        held = self._closed
        if held is None or held.project is not project or (held.reader, held.on) != (reader, on):
            held = Closed(project, reader, on, Confidences(project, reader, on))
            self._closed = held
        return held
