"""The one place where content is left out: what a reader may see of a project.

A record is visible when its own readers include the reader and so do those of the record it
belongs to, all the way up. A field is visible when it is declared for the reader; otherwise it
falls back to its default, and a record without any field for the reader is hidden. A record that
means something else without a record that is hidden (a target without its severity would hold for
every severity) is hidden with it. Of a picture only what is seen stays, not where it was taken.

What this promises, and the tests prove: two projects that differ only in what a reader may not
see give equal results, down to the positions of records.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.model.document import Picture
from slaeditor.model.entity import Entity, default, fields, links
from slaeditor.model.field import Field
from slaeditor.model.picture_bytes import bare_picture
from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.project import Project, entity_named, kinds
from slaeditor.model.readers import CLIENT, EVERYONE, SALES, Reader
from slaeditor.model.remembered import remembered
from slaeditor.model.table import STEP, Table
from slaeditor.rules.deals import in_force

_QUOTED = {
    **dict.fromkeys(("price", "minimum", "maximum", "set_up", "least_quantity"), None),
    "model": PriceModel.QUOTED,
    "set_up_each": False,
}
"""What a client reads of a price plan that is not printed for clients."""

_AUDIENCE = {Reader.STAFF: EVERYONE, Reader.SALES: SALES | CLIENT, Reader.CLIENT: CLIENT}
"""Whom the reader's own copy may be passed on to."""


@dataclass(frozen=True, slots=True)
class View:
    """For whom: a reader, for clients also which client, and the date the handbook speaks of."""

    reader: Reader
    client: str = ""
    on: date | None = None


def visible(project: Project, reader: Reader, client: str = "", on: date | None = None) -> Project:
    """Return the project with nothing in it that the reader may not see.

    `client` is the id of the client whose own handbook this is, or empty; other clients and
    their deals are left out of every client edition. `on` leaves out what is no longer, or not
    yet, valid on that date for a client. Positions are numbered afresh, and of a record's readers
    only those stay who see no more than this one, so that neither tells of what was left out and
    a copy of the result can be opened to nobody else.
    """
    return Sight(project, reader, on).of(client)


class Sight:
    """What one reader may see of a project, for one client after the other.

    What no client's record bears on is cut once; the tables of the results are the very same.
    """

    def __init__(self, project: Project, reader: Reader, on: date | None = None) -> None:
        """Cut what is the same for every client."""
        self.project = project
        self._view = View(reader, "", on)
        self._shown = _shown(project, self._view, _apart(of_clients=False))
        self._cut = _rebuilt(project, self._view, self._shown, _apart(of_clients=False))

    def of(self, client: str = "") -> Project:
        """Return the project as a client's own handbook shows it, or that for all without one."""
        view = View(self._view.reader, client, self._view.on)
        names = _apart(of_clients=True)
        shown = self._shown | _shown(self.project, view, names, self._shown)
        return self._cut.with_tables(
            {name: getattr(_rebuilt(self.project, view, shown, names), name) for name in names}
        )


def _shown(
    project: Project, view: View, names: tuple[str, ...], others: Container[str] = ()
) -> set[str]:
    """The ids of what may be seen of some tables; `others` of the rest are seen."""
    tables = [(kind, project.table(kind)) for kind in map(_kind_of, names)]
    shown = {row.id for _, table in tables for row in table if _open(row, view)}
    shown -= _unlisted_brackets(project, view)
    while hidden := set(_hidden(tables, view, shown, others)):
        shown -= hidden
    return shown


def _kind_of(name: str) -> type[Entity]:
    return kinds()[name]


def _hidden(
    tables: Sequence[tuple[type[Entity], Table[Entity]]],
    view: View,
    shown: set[str],
    others: Container[str],
) -> Iterator[str]:
    """Yield the ids of records that are shown and depend on one that is hidden."""
    seen = _Either(shown, others)
    for kind, table in tables:
        specs = links(kind)
        for row in table:
            if row.id in shown and any(stands_on(row, spec, view, seen) for spec in specs):
                yield row.id


@dataclass(frozen=True, slots=True)
class _Either:
    """What is in one or the other."""

    one: Container[str]
    other: Container[str]

    def __contains__(self, key: object) -> bool:
        return key in self.one or key in self.other


@remembered
def _apart(*, of_clients: bool) -> tuple[str, ...]:
    """The names of the tables of clients and all that may point at them, or of the others."""
    found: set[type[Entity]] = {Client, SpecialDeal}
    before = 0
    while len(found) != before:
        before = len(found)
        found |= {
            kind
            for kind in kinds().values()
            if any(entity_named(spec.to) in found for spec in links(kind))
        }
    return tuple(name for name, kind in kinds().items() if (kind in found) is of_clients)


def _open(row: Entity, view: View) -> bool:
    if not concerns(row, view):  # of all clients but one that is all there is to ask
        return False
    return row.readers.include(view.reader) and tells(type(row), view.reader)


@remembered
def tells(kind: type[Entity], reader: Reader) -> bool:
    """Return whether a record of a kind has any field for the reader.

    A record without one is left out, because its being there would tell of it.
    """
    return any(spec.readers.include(reader) for spec in fields(kind))


def concerns(row: Entity, view: View) -> bool:
    """Return whether a record about one client belongs in this edition; any other record does."""
    if view.reader is not Reader.CLIENT:
        return True
    if isinstance(row, Client):
        return row.id == view.client
    if isinstance(row, SpecialDeal):
        return row.client == view.client and in_force(row, view.on)
    return True


def _unlisted_brackets(project: Project, view: View) -> set[str]:
    """The brackets of price plans that are not printed for clients."""
    if view.reader is not Reader.CLIENT:
        return set()
    brackets = project.price_brackets
    plans = project.price_plans.where("listed", False)
    return {row.id for plan in plans for row in brackets.where("plan", plan.id)}


def stands_on(row: Entity, spec: Field, view: View, shown: Container[str]) -> bool:
    """Return whether a field points at what is not `shown` and the record cannot stand without."""
    wanted = spec.targets(getattr(row, spec.name))
    if not wanted or any(key in shown for key in wanted):
        return False
    return spec.owner or (spec.needed and spec.readers.include(view.reader))


def _rebuilt(
    project: Project, view: View, shown: Container[str], names: tuple[str, ...]
) -> Project:
    """The project with what is shown of some tables."""
    return project.with_tables(
        {
            name: Table(_rebuilt_rows(kind, table, view, shown))
            for name, kind, table in project.tables()
            if name in names and len(table)
        }
    )


def _rebuilt_rows(
    kind: type[Entity], table: Table[Entity], view: View, shown: Container[str]
) -> Iterator[Entity]:
    kept = (row for row in table if row.id in shown)
    for place, row in enumerate(kept, 1):
        yield _narrowed(row, kind, view, shown).but(
            position=place * STEP, readers=row.readers & _AUDIENCE[view.reader]
        )


def _narrowed(row: Entity, kind: type[Entity], view: View, shown: Container[str]) -> Entity:
    values: dict[str, Any] = _hidden_defaults(kind, view.reader)
    values = dict(values)
    if isinstance(row, Picture):
        values["picture"] = bare_picture(row.picture)
    if isinstance(row, PricePlan) and not row.listed and view.reader is Reader.CLIENT:
        values |= _QUOTED
    for spec in links(kind):
        if spec.name not in values:
            values[spec.name] = _kept(getattr(row, spec.name), shown)
    return row.but(**values)


def _kept(value: Any, shown: Container[str]) -> Any:
    if isinstance(value, tuple):
        return tuple(key for key in value if key in shown)
    return value if value in shown else ""


@remembered
def _hidden_defaults(kind: type[Entity], reader: Reader) -> dict[str, Any]:
    """The default of every field that the reader may not see."""
    return {
        spec.name: default(kind, spec.name)
        for spec in fields(kind)
        if not spec.readers.include(reader)
    }
