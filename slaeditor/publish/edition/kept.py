"""What the handbooks of many clients of one project have in common, kept from one to the next.

Everything is found again only where it would be made again just so: the cut by the project it was
made from, a chapter by what it asked while it was made (`asked`). An edition made with what is kept
equals the one made without.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from slaeditor.model.clients import Client
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.model.table import Table
from slaeditor.publish.document import Edition
from slaeditor.publish.edition.asked import Asked, is_answered
from slaeditor.publish.edition.tailoring import Fitting, fitting
from slaeditor.publish.edition.view import View
from slaeditor.publish.once import Memory, Things, at_once
from slaeditor.rules.visible import Sight

_FITTINGS: Final = 24
_VARIANTS: Final = 4
_THINGS: Final = 512
_EDITIONS: Final = 4

T = TypeVar("T")


class Afresh:
    """Makes everything anew."""

    def made(self, _key: str, build: Callable[[View], T], view: View) -> T:
        """Return what is built from a view."""
        return build(view)

    def once(self, what: Hashable, things: Things, work: Callable[[], T], /) -> T:
        """Return what work makes of things."""
        return at_once(what, things, work)


class Shelf(Afresh):
    """Chapters of clients that have the same level and add-ons and nothing agreed beside them."""

    def __init__(self) -> None:
        """Begin without any."""
        self._made: dict[str, list[tuple[Asked, Any]]] = {}
        self._memory = Memory(_THINGS)

    def made(self, key: str, build: Callable[[View], T], view: View) -> T:
        """Return what is built from a view, as it was where all it asked has the same answers."""
        known = self._made.setdefault(key, [])
        for asked, found in known:
            client = view.client
            if client is not None and is_answered(asked, client) and view.ledger.answers(asked):
                view.ledger.take(asked)
                same: T = found
                return same
        asked, made = _heard(build, view)
        known[:] = [(asked, made), *known[: _VARIANTS - 1]]
        return made

    def once(self, what: Hashable, things: Things, work: Callable[[], T], /) -> T:
        """Return what work makes of things, worked out once for them."""
        return self._memory.once(what, things, work)


def _heard(build: Callable[[View], T], view: View) -> tuple[Asked, T]:
    """What is built from a view, with what it asked."""
    asked = view.ledger.heard = Asked()
    try:
        return asked, build(view)
    finally:
        view.ledger.heard = None


@dataclass(frozen=True, slots=True)
class _Fitted:
    """What is left for the clients of a level, what it was made from, and their chapters."""

    source: Project
    fitting: Fitting
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class _Asker:
    """Whose cut it is: of which project, for which reader, of which day."""

    project: Project
    reader: Reader
    on: date | None

    def is_same(self, project: Project, reader: Reader, on: date | None) -> bool:
        return project is self.project and (reader, on) == (self.reader, self.on)


class Kept:
    """What was made for the clients of a project lately; usable from any thread, by one at a time.

    With another project, reader or day everything is forgotten.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.turn = threading.Lock()
        self._asker: _Asker | None = None
        self._sight: Sight | None = None
        self._fitted: OrderedDict[Hashable, _Fitted] = OrderedDict()
        self._editions: OrderedDict[str, Edition] = OrderedDict()
        self._whole: dict[str, Any] = {}

    def sight(self, project: Project, reader: Reader, on: date | None) -> Sight:
        """Return what a reader may see of a project."""
        if self._sight is None or not (self._asker and self._asker.is_same(project, reader, on)):
            self._asker, self._sight = _Asker(project, reader, on), Sight(project, reader, on)
            self._fitted.clear()
            self._editions.clear()
            self._whole.clear()
        return self._sight

    def once(self, what: str, work: Callable[[], T]) -> T:
        """Return what work makes of the project whose sight was asked for last."""
        if what not in self._whole:
            self._whole[what] = work()
        found: T = self._whole[what]
        return found

    def edition(self, client: str, make: Callable[[], Edition]) -> Edition:
        """Return the edition of a client, as it was made lately where it was."""
        if client not in self._editions:
            self._editions[client] = make()
            while len(self._editions) > _EDITIONS:
                self._editions.popitem(last=False)
        return self._editions[client]

    def fitted(self, project: Project, client: Client) -> tuple[Fitting, Afresh]:
        """Return what is left of a cut for a client, and the chapters of those that have the same.

        A client with deals of its own has nothing in common with others.
        """
        if len(project.special_deals) or len(project.clients) > 1:
            return fitting(project, client), Afresh()
        key = (client.level, client.add_ons, client.calendar, client.plans)
        source = project.with_table("clients", Table())
        found = self._fitted.get(key)
        if found is None or not _is_same(source, found.source):
            found = _Fitted(source, fitting(project, client), Shelf())
        if not found.fitting.suits(client):
            return fitting(project, client), Afresh()
        self._fitted[key] = found
        self._fitted.move_to_end(key)
        while len(self._fitted) > _FITTINGS:
            self._fitted.popitem(last=False)
        return found.fitting, found.shelf


def _is_same(one: Project, other: Project) -> bool:
    """Whether two projects hold the same tables, most of which are the very same."""
    others = other.tables()
    return all(
        mine is theirs or mine == theirs
        for (_, _, mine), (_, _, theirs) in zip(one.tables(), others, strict=True)
    )
