"""Rules about cells that say nothing, and about offers that cannot be had."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from slaeditor.model.levels import LevelEntitlement, LevelKind, Offer, ServiceLevel
from slaeditor.model.prices import PriceBracket, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity, Target
from slaeditor.rules.checks.ladders import CELL, PLACE_OF_LEVEL, is_sold, measure_of, nearest
from slaeditor.rules.checks.rule import HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, called_each, ids
from slaeditor.rules.inheritance import is_offered, lineage, price_plans
from slaeditor.rules.plans import lender
from slaeditor.rules.told_prices import tells_price


@rule(
    "blank-cell",
    subject=Measure,
    reads=(Target, Severity, ServiceLevel),
    heeds={ServiceLevel: PLACE_OF_LEVEL},
    reach={Target: measure_of},
    severity=WARNING,
    source="L05",
    why="An empty cell is read as a promise by the client and as none by the team.",
    remedy="Enter a promise; “not offered”, “best effort” and “n/a” are answers as well.",
)
def blank_cell(project: Project, row: Measure, on: date) -> Iterator[Flaw]:
    """A level that is sold says something on every measure its ladder promises."""
    del on
    sold = [one for one in project.service_levels if is_sold(one)]
    ladders = {one.ladder: [peer for peer in sold if peer.ladder == one.ladder] for one in sold}
    asked = {ladder: _severities(project, peers, row) for ladder, peers in ladders.items()}
    for level in sold:
        severities = asked[level.ladder]
        missing = [one for one in severities if not _is_answered(project, level, row, one)]
        if missing:
            named = [one for one in missing if one is not None]
            case = f" for {called_each(project, named)}" if named else ""
            yield Flaw(
                f"{called(project, level)} says nothing on {called(project, row)}{case}.",
                "",
                ids((row, *named)),
                level,
            )


def _severities(
    project: Project, levels: list[ServiceLevel], measure: Measure
) -> list[Severity | None]:
    """The severities for which some level of a ladder is promised a measure; None is without."""
    keys = {
        target.severity
        for level in levels
        for one in (*lineage(project, level), None)
        for target in project.targets.where(CELL, (one.id if one else "", measure.id))
        if not (target.service or target.channel or target.variants or target.applies_when)
    }
    found: list[Severity | None] = [one for one in project.severities if one.id in keys]
    return found or ([None] if "" in keys else [])


def _is_answered(
    project: Project, level: ServiceLevel, measure: Measure, severity: Severity | None
) -> bool:
    if severity and severity.levels and level.id not in severity.levels:
        return True
    like = Target(measure=measure.id, severity=severity.id if severity else "")
    found = nearest(project, level.id, like)
    if found is not None:
        return found.value is not None
    return _is_answered_in_part(project, level, like)


def _is_answered_in_part(project: Project, level: ServiceLevel, like: Target) -> bool:
    """Whether a level answers for some service, channel or variant at least."""
    return any(
        one.severity in {like.severity, ""} and one.value is not None
        for key in (*(one.id for one in lineage(project, level)), "")
        for one in project.targets.where(CELL, (key, like.measure))
    )


@rule(
    "blank-target",
    subject=Target,
    severity=WARNING,
    source="L05",
    why="An empty cell is read as a promise by the client and as none by the team.",
    remedy="Enter a promise; “not offered”, “best effort” and “n/a” are answers as well.",
)
def blank_target(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """A target says what is promised."""
    del on
    if row.value is None:
        yield Flaw(f"{called(project, row)} is empty.", "value")


@rule(
    "blank-entitlement",
    subject=ServiceLevel,
    reads=(LevelEntitlement, ServiceLevel),
    severity=WARNING,
    source="L05",
    why="Sales and clients fill an empty cell with what they wish for.",
    remedy="Enter yes, no, a quantity or words.",
)
def blank_entitlement(project: Project, row: ServiceLevel, on: date) -> Iterator[Flaw]:
    """A level that is sold says of every entitlement of its ladder whether it is included."""
    del on
    if not is_sold(row):
        return
    own = _entitled(project, row)
    peers = [one for one in project.service_levels.where("ladder", row.ladder) if is_sold(one)]
    wanted = {key for one in peers for key in _entitled(project, one)}
    missing = [one for one in project.entitlements if one.id in wanted - own]
    if missing:
        yield Flaw(
            f"{called(project, row)} does not say whether it includes "
            f"{called_each(project, missing)}.",
            "",
            ids(missing),
        )


def _entitled(project: Project, level: ServiceLevel) -> set[str]:
    return {
        row.entitlement
        for one in lineage(project, level)
        for row in project.level_entitlements.where("level", one.id)
        if row.value is not None
    }


@rule(
    "level-not-available",
    subject=ServiceLevel,
    reads=(Target, PricePlan),
    severity=WARNING,
    source="demand 2",
    why="A level that cannot be had should not look as if it could.",
    remedy="Offer the level again, call it legacy, or remove its prices.",
)
def level_not_available(project: Project, row: ServiceLevel, on: date) -> Iterator[Flaw]:
    """A level that is not available has no price that is offered."""
    del on
    if row.offer is not Offer.NOT_AVAILABLE:
        return
    plans = project.price_plans.where("level", row.id)
    offered = [one for one in plans if one.offer is Offer.OFFERED]
    if offered:
        yield Flaw(f"{called(project, row)} is not available, yet it has a price.", "offer")
    elif project.targets.where("level", row.id):
        yield Flaw(
            f"{called(project, row)} is not available, yet it makes promises.",
            "offer",
            severity=HINT,
        )


@rule(
    "level-without-price",
    subject=ServiceLevel,
    reads=(PricePlan, PriceBracket, ServiceLevel),
    severity=WARNING,
    source="C2",
    why="Sales will make up a price.",
    remedy="Add a price plan; “included” and “quoted” are prices as well.",
)
def level_without_price(project: Project, row: ServiceLevel, on: date) -> Iterator[Flaw]:
    """A level or add-on that is offered has a price, its own or that of its base."""
    del on
    if not is_offered(row):
        return
    plans = tuple(one.row for one in price_plans(project, row))
    base = lender(project, row, plans)
    if not any(tells_price(project, plan) for plan in plans):
        yield Flaw(f"{called(project, row)} is offered without a price.")
    elif base is not None and base.kind is not LevelKind.BASE:
        yield Flaw(
            f"{called(project, row)} has no price of its own; it is sold at that of "
            f"{called(project, base)}.",
            "",
            (base.id,),
            severity=HINT,
        )


@rule(
    "level-circle",
    subject=ServiceLevel,
    reads=(ServiceLevel,),
    severity=WARNING,
    source="C1",
    why="What it inherits depends on where one starts to read.",
    remedy="Base one of them on nothing.",
)
def level_circle(project: Project, row: ServiceLevel, on: date) -> Iterator[Flaw]:
    """A level is not based on itself."""
    del on
    last = lineage(project, row)[-1]
    if last.based_on in {one.id for one in lineage(project, row)}:
        yield Flaw(f"{called(project, row)} is based on itself in the end.", "based_on")
