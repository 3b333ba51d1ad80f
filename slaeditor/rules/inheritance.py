"""What holds for a level: its own records, then those of the levels it is based on.

The nearest record wins: a special deal of the client, then an add-on, the level itself, the level
it is based on and so on, and at last what is said for every level. Among equally near records the
one that says most about the case (severity, service, channel, variant, condition) wins. A target
for a channel holds only at levels that have the channel. Levels of one ladder do not inherit from
each other by their order; only `based_on` counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, Generic, TypeVar

from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.model.entity import Entity, default
from slaeditor.model.levels import LevelEntitlement, LevelKind, Offer, Service, ServiceLevel
from slaeditor.model.prices import Allowance, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.deals import deal_on_price, deals_of, price_agreed
from slaeditor.rules.told_prices import tells_price

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Standing(Generic[E]):
    """A record that holds for a level, and where it comes from.

    `level` is the level that says it, None when it is said for every level. `deal` is the special
    deal that replaces its value, `value` what holds in the end.
    """

    row: E
    value: Any
    level: ServiceLevel | None = None
    deal: SpecialDeal | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """The circumstances a target is looked up for; an empty word asks for the general target."""

    measure: str
    severity: str = ""
    service: str = ""
    channel: str = ""
    variants: tuple[str, ...] = ()
    applies_when: str = ""


def lineage(project: Project, level: ServiceLevel) -> tuple[ServiceLevel, ...]:
    """Return the level, the one it is based on, the one that is based on, and so on.

    A level that is based on itself in the end is listed once.
    """
    found = {level.id: level}
    base = project.service_levels.get(level.based_on)
    while base is not None and base.id not in found:
        found[base.id] = base
        base = project.service_levels.get(base.based_on)
    return tuple(found.values())


def sold(project: Project) -> tuple[ServiceLevel, ...]:
    """Return the levels a client can have, in order: no base levels, no add-ons."""
    return project.service_levels.where("kind", LevelKind.LEVEL)


def add_ons_of(
    project: Project, client: Client | None, level: ServiceLevel
) -> tuple[ServiceLevel, ...]:
    """Return the add-ons that a client has on top of a level; none on a level it has not."""
    if client is None or client.level != level.id:
        return ()
    found = (project.service_levels.get(key) for key in client.add_ons)
    return tuple(one for one in found if one is not None)


def is_offered(level: ServiceLevel) -> bool:
    """Whether a level or an add-on is for sale; nobody buys a base level."""
    return level.kind is not LevelKind.BASE and level.offer is Offer.OFFERED


def fits(project: Project, add_on: ServiceLevel, level: ServiceLevel) -> bool:
    """Whether an add-on can come on top of a level.

    It names no level, or one of those that speak for the level.
    """
    own = {one.id for one in lineage(project, level)}
    return not add_on.adds_to or not own.isdisjoint(add_on.adds_to)


def said_by(project: Project, level: ServiceLevel, name: str) -> ServiceLevel:
    """Return the level whose word on a field holds for a level; itself when nobody says any.

    A field says nothing while it holds what a new level has in it.
    """
    silent = default(ServiceLevel, name)
    tellers = (one for one in lineage(project, level) if getattr(one, name) != silent)
    return next(tellers, level)


def service_chain(project: Project, service: str) -> tuple[str, ...]:
    """Return the ids of a service and of those it is part of, nearest first."""
    found: list[str] = []
    row: Service | None = project.services.get(service)
    while row is not None and row.id not in found:
        found.append(row.id)
        row = project.services.get(row.part_of)
    return tuple(found)


def concerns(row: Any, name: str, keys: Iterable[str]) -> bool:
    """Return whether a list of references names one of the keys; an empty list names all."""
    listed = getattr(row, name)
    return not listed or any(key in listed for key in keys)


def targets(
    project: Project,
    level: ServiceLevel,
    case: Case,
    client: Client | None = None,
    add_ons: Sequence[ServiceLevel] = (),
    on: date | None = None,
) -> tuple[Standing[Target], ...]:
    """Return the targets that hold at a level in a case; several only where a source has several.

    `client` brings its special deals in force, on a date where one is given; `add_ons` are levels
    on top whose word comes first.
    """
    owners = _owners(project, level, add_ons)
    candidates = [
        (nearness, _distance(one, case), one)
        for nearness, key in enumerate(owners)
        for one in project.targets.where(("level", "measure"), (key, case.measure))
        if _fits(project, one, case) and _has_channel(project, one, owners)
    ]
    if not candidates:
        return ()
    best = min((nearness, distance) for nearness, distance, _ in candidates)
    winners = [one for nearness, distance, one in candidates if (nearness, distance) == best]
    return tuple(_target_with_deal(project, one, client, on) for one in winners)


def cases(project: Project, level: ServiceLevel, measure: str) -> Iterator[Case]:
    """Yield every case for which some record of the level or its bases has a target, each once."""
    seen: set[Case] = set()
    owners = _owners(project, level, ())
    for key in owners:
        for one in project.targets.where("level", key):
            case = case_of(one)
            if one.measure == measure and case not in seen and _has_channel(project, one, owners):
                seen.add(case)
                yield case


def case_of(target: Target) -> Case:
    """Return the case a target speaks of."""
    return Case(
        *(target.measure, target.severity, target.service, target.channel),
        *(target.variants, target.applies_when),
    )


def entitlements(
    project: Project,
    level: ServiceLevel,
    client: Client | None = None,
    add_ons: Sequence[ServiceLevel] = (),
    on: date | None = None,
) -> dict[str, Standing[LevelEntitlement]]:
    """Return what a level includes, by the id of the entitlement; add-ons' word comes first."""
    found: dict[str, Standing[LevelEntitlement]] = {}
    for teller in (*add_ons, *lineage(project, level)):
        for row in project.level_entitlements.where("level", teller.id):
            deal = _deal(project, client, on, "entitlement", row.entitlement)
            agreed = deal.agreed_grant if deal else None
            value: Grant | None = agreed or row.value
            found.setdefault(
                row.entitlement, Standing(row, value, teller, deal if agreed else None)
            )
    return found


def price_plans(
    project: Project, level: ServiceLevel, client: Client | None = None, on: date | None = None
) -> tuple[Standing[PricePlan], ...]:
    """Return the price plans of a level; of its base where none of its own tells a price."""
    told = partial(tells_price, project)
    found = nearest(project, level, PricePlan, told) or nearest(project, level, PricePlan)
    return tuple(plan_with_deal(project, row, teller, client, on) for teller, row in found)


def allowances(project: Project, level: ServiceLevel) -> tuple[Standing[Allowance], ...]:
    """Return what the prices of a level include; of its base where nothing is said itself."""
    found = nearest(project, level, Allowance)
    return tuple(Standing(row, row.quantity, teller) for teller, row in found)


def nearest(
    project: Project,
    level: ServiceLevel,
    kind: type[E],
    counts: Callable[[E], bool] = lambda _: True,
) -> tuple[tuple[ServiceLevel | None, E], ...]:
    """Return the records of a kind that belong to the nearest level having any, with that level.

    Records that belong to no level hold for those that have none; only those that count are seen.
    """
    for teller in (*lineage(project, level), None):
        rows = project.table(kind).where("level", teller.id if teller else "")
        found = tuple((teller, row) for row in rows if counts(row))
        if found:
            return found
    return ()


def _owners(
    project: Project, level: ServiceLevel, add_ons: Sequence[ServiceLevel]
) -> tuple[str, ...]:
    """The ids of the levels whose targets count, nearest first; "" stands for every level."""
    return (*(one.id for one in add_ons), *(one.id for one in lineage(project, level)), "")


def conditions(
    project: Project, level: ServiceLevel, case: Case, add_ons: Sequence[ServiceLevel] = ()
) -> tuple[str, ...]:
    """Return the conditions under which a level promises something of its own in a case.

    The measure of the case does not matter; an own condition of the case is not looked at.
    """
    owners = _owners(project, level, add_ons)
    found = (
        target.applies_when
        for target in project.targets
        if target.applies_when and target.level in owners
        if _fits(project, target, _case_of(target, case)) and _has_channel(project, target, owners)
    )
    return tuple(dict.fromkeys(found))


def _has_channel(project: Project, target: Target, owners: Sequence[str]) -> bool:
    """Whether a level has the channel a target names; one that names none holds by every channel.

    A level has the channels of the levels it is based on and of its add-ons.
    """
    channel = project.channels.get(target.channel)
    return channel is None or concerns(channel, "levels", owners)


def _case_of(target: Target, case: Case) -> Case:
    return replace(case, measure=target.measure, applies_when=target.applies_when)


def _fits(project: Project, target: Target, case: Case) -> bool:
    """Whether a target holds in a case, being said for it or more generally."""
    return (
        target.measure == case.measure
        and target.severity in {"", case.severity}
        and target.channel in {"", case.channel}
        and (not target.service or target.service in service_chain(project, case.service))
        and set(target.variants) <= set(case.variants)
        and target.applies_when.casefold() in {"", case.applies_when.casefold()}
    )


def _distance(target: Target, case: Case) -> int:
    """How much of the case a target leaves open; 0 when it was said for just this case."""
    return (
        (target.severity != case.severity)
        + (target.service != case.service)
        + (target.channel != case.channel)
        + (len(case.variants) - len(target.variants))
        + (target.applies_when.casefold() != case.applies_when.casefold())
    )


def _target_with_deal(
    project: Project, target: Target, client: Client | None, on: date | None
) -> Standing[Target]:
    deal = _deal(project, client, on, "target", target.id)
    agreed = deal.agreed_target if deal else None
    value: TargetValue | None = agreed or target.value
    level = project.service_levels.get(target.level)
    return Standing(target, value, level, deal if agreed else None)


def plan_with_deal(
    project: Project,
    plan: PricePlan,
    level: ServiceLevel | None,
    client: Client | None,
    on: date | None,
) -> Standing[PricePlan]:
    """Return what a plan costs a client: its price, or what a special deal makes of it."""
    has_deal = client is not None and len(project.special_deals) > 0
    deal = deal_on_price(project, client.id, plan, on) if client and has_deal else None
    price = plan.price if deal is None else price_agreed(plan, deal)
    return Standing(plan, price, level, deal)


def _deal(
    project: Project, client: Client | None, on: date | None, name: str, key: str
) -> SpecialDeal | None:
    """The client's first deal in force about a record, or None."""
    if client is None or not key or not len(project.special_deals):
        return None
    deals = deals_of(project, client.id, on)
    return next((deal for deal in deals if getattr(deal, name) == key), None)
