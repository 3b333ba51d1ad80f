"""A client's own handbook: only what concerns the level and add-ons it has.

This leaves out what the client may see but does not have; what it may not see is gone before.
Levels that the client's level is based on stay, since the level takes from them what it does not
say itself; of their prices only those by which the client's level is sold.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import Client
from slaeditor.model.entity import Entity, links
from slaeditor.model.field import Field
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project
from slaeditor.model.table import Table
from slaeditor.rules.compensation import applying
from slaeditor.rules.deals import model_agreed
from slaeditor.rules.inheritance import (
    allowances,
    cases,
    entitlements,
    lineage,
    price_plans,
    said_by,
    targets,
)
from slaeditor.rules.plans import named_by, paid_by

E = TypeVar("E", bound=Entity)

_LEVEL = ServiceLevel.__name__


def own_levels(
    project: Project, client: Client
) -> tuple[ServiceLevel | None, tuple[ServiceLevel, ...]]:
    """Return the level a client has and its add-ons."""
    add_ons = (project.service_levels.get(key) for key in client.add_ons)
    return project.service_levels.get(client.level), tuple(one for one in add_ons if one)


def tailored(project: Project, client: Client) -> Project:
    """Return the project without what concerns other levels; all of it for a client without one."""
    return fitting(project, client).holding((client,))


@dataclass(frozen=True, slots=True)
class Fitting:
    """What is left of a project for the clients of a level, but for the clients themselves.

    `steps` are the ids of what went, step by step; `own` is the id of the level.
    """

    project: Project
    own: frozenset[str] = frozenset()
    steps: tuple[frozenset[str], ...] = ()

    def suits(self, client: Client) -> bool:
        """Return whether it is left for a client too that has the same level and add-ons.

        One that means nothing without what is gone would take more along.
        """
        specs = links(Client)
        return not any(_is_lost(client, spec, gone) for gone in self.steps for spec in specs)

    def holding(self, clients: Iterable[Client]) -> Project:
        """Return what is left with clients in it, but for those that are gone themselves."""
        return self.project.with_table("clients", Table(self._left(clients)))

    def _left(self, clients: Iterable[Client]) -> Iterator[Client]:
        specs = links(Client)
        for client in clients:
            if not any(client.id in gone for gone in self.steps):
                row = client
                for gone in self.steps:
                    row = _narrowed(row, specs, gone, self.own)
                yield row


def fitting(project: Project, client: Client) -> Fitting:
    """Return what is left of a client's own cut of a project when it is tailored to its level.

    Of the client only level, add-ons, price plans, hours and deals count.
    """
    level, add_ons = own_levels(project, client)
    if level is None:
        return Fitting(project.with_table("clients", Table()))
    own = frozenset({level.id})
    kept = {base.id for one in (level, *add_ons) for base in lineage(project, one)}
    gone = {one.id for one in project.service_levels if one.id not in kept}
    _spread(project, gone)
    kept_project = _without(project, gone, own)
    outdone = _outdone(kept_project, client, level, add_ons)
    outdone |= _unpaid(kept_project, client, (level, *add_ons))
    outdone |= _unowed(project, (level, *add_ons))
    _spread(kept_project, outdone)
    whole = _repriced(_without(kept_project, outdone, own), client)
    whole = _without(whole, _other_hours(whole, client, (level, *add_ons)), own)
    whole = _allowed(whole, level, add_ons).with_table("clients", Table())
    return Fitting(whole, own, (frozenset(gone), frozenset(outdone)))


def _repriced(project: Project, client: Client) -> Project:
    """The project without the brackets in whose place a deal of the client says one price."""
    for deal in project.special_deals.where("client", client.id):
        plan = project.price_plans.get(deal.plan)
        if plan is None or model_agreed(plan, deal) is plan.model:
            continue
        rows = [row for row in project.price_brackets if row.plan != plan.id]
        agreed = plan.but(model=model_agreed(plan, deal), price=plan.price or deal.agreed_price)
        project = project.put(agreed)
        project = project.with_table("price_brackets", Table(rows))
    return project


def _unpaid(project: Project, client: Client, levels: tuple[ServiceLevel, ...]) -> set[str]:
    """The price plans of levels that one is based on, where it is not sold by them itself."""
    paid = {plan.id for one in levels for plan in _paid(project, client, one)}
    paid |= {deal.plan for deal in project.special_deals.where("client", client.id)}
    return {plan.id for plan in project.price_plans if plan.id not in paid}


def _other_hours(project: Project, client: Client, levels: tuple[ServiceLevel, ...]) -> set[str]:
    """The hours to which nothing is bound that the client has, with their dates.

    Where nothing is bound to any hours, whoever wrote them down means them for everybody.
    """
    bound = {client.calendar, *(said_by(project, one, "calendar").calendar for one in levels)}
    bound |= _bound(project) - {""}
    kept = [row for row in project.calendars if row.id in bound]
    gone = [row for row in project.calendars if row.id not in bound] if kept else []
    lists = {key for row in gone for key in row.holiday_sets}
    lists -= {key for row in kept for key in row.holiday_sets}
    found = lists | {row.id for row in gone}
    dates = (*project.calendar_exceptions, *project.holidays)
    return found | {row.id for row in dates if _owners(row) & found}


def _bound(project: Project) -> set[str]:
    """The ids of the hours that records name, but for levels and clients, which have their own."""
    return {
        key
        for _, kind, table in project.tables()
        if kind not in {Client, ServiceLevel}
        for spec in links(kind)
        if spec.to == Calendar.__name__ and not spec.owner
        for row in table
        for key in spec.targets(getattr(row, spec.name))
    }


def _owners(row: Entity) -> set[str]:
    """The ids of the records that a record is a part of."""
    return {
        key
        for spec in links(type(row))
        if spec.owner
        for key in spec.targets(getattr(row, spec.name))
    }


def _allowed(project: Project, level: ServiceLevel, add_ons: tuple[ServiceLevel, ...]) -> Project:
    """The project with what the client's prices include, under its own level.

    What the level takes over from one it is based on, which the client has not bought, included.
    """
    own = [held.row.but(level=level.id) for held in allowances(project, level)]
    added = [row for one in add_ons for row in project.allowances.where("level", one.id)]
    rows = {row.id: row for row in (*own, *added)}
    return project.with_table("allowances", Table(rows.values()))


def _paid(project: Project, client: Client, level: ServiceLevel) -> tuple[PricePlan, ...]:
    """The plans by which a client may pay a level: those it is said to pay by, or all."""
    held = tuple(one.row for one in price_plans(project, level))
    return paid_by(project, client, held) if named_by(project, client, held) else held


def _unowed(project: Project, levels: tuple[ServiceLevel, ...]) -> set[str]:
    """The credits of levels that one is based on, where it has others of its own."""
    owed = {
        row.id
        for one in levels
        for measure in project.measures
        for row in applying(project, one, measure)
    }
    return {row.id for row in project.compensations if row.levels and row.id not in owed}


def _outdone(
    project: Project,
    client: Client,
    level: ServiceLevel,
    add_ons: tuple[ServiceLevel, ...],
) -> set[str]:
    """The targets and entitlements in whose place a nearer level, add-on or deal says another."""
    deals = project.special_deals.where("client", client.id)
    standing = {deal.target for deal in deals}
    for measure in project.measures:
        for one in (level, *add_ons):
            for case in cases(project, one, measure.id):
                found = targets(project, level, case, client, add_ons)
                standing |= {held.row.id for held in found}
    whole = entitlements(project, level, client, add_ons)
    held = {entry.row.id for entry in whole.values()}
    for one in add_ons:
        held |= {entry.row.id for entry in entitlements(project, one).values()}
    rows = project.level_entitlements
    return {row.id for row in project.targets if row.id not in standing} | {
        row.id for row in rows if row.id not in held
    }


def _spread(project: Project, gone: set[str]) -> None:
    """Take into `gone` every record that means nothing without one that is gone."""
    before = -1
    while len(gone) != before:
        before = len(gone)
        for _, kind, table in project.tables():
            specs = links(kind)
            gone |= {row.id for row in table if any(_is_lost(row, spec, gone) for spec in specs)}


def _is_lost(row: Entity, spec: Field, gone: Container[str]) -> bool:
    wanted = spec.targets(getattr(row, spec.name))
    if not wanted or not (spec.owner or spec.needed):
        return False
    return all(key in gone for key in wanted)


def _without(project: Project, gone: Container[str], own: frozenset[str]) -> Project:
    for name, kind, table in project.tables():
        specs = links(kind)
        rows = [_narrowed(row, specs, gone, own) for row in table if row.id not in gone]
        project = project.with_table(name, Table(rows))
    return project


def _narrowed(row: E, specs: tuple[Field, ...], gone: Container[str], own: frozenset[str]) -> E:
    values: dict[str, Any] = {}
    for spec in specs:
        value = getattr(row, spec.name)
        kept = _kept(value, gone)
        if spec.to == _LEVEL and spec.name == "levels" and own <= set(kept):
            kept = ()
        if kept != value:
            values[spec.name] = kept
    return row.but(**values) if values else row


def _kept(value: Any, gone: Container[str]) -> Any:
    """References without those to what is gone."""
    if isinstance(value, tuple):
        return tuple(key for key in value if key not in gone)
    return "" if value in gone else value
