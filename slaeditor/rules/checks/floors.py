"""Rules about the lowest price: list prices, discounts and the cost to serve."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from slaeditor.model.backing import Person, Team, TimeEntry, WorkStream
from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import Client
from slaeditor.model.compensation import Compensation, CompensationBand
from slaeditor.model.levels import Channel, Offer, Service, ServiceLevel
from slaeditor.model.prices import (
    DiscountAuthority,
    DiscountKind,
    PriceBracket,
    PriceModel,
    PricePlan,
)
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Target
from slaeditor.model.values.money import Money
from slaeditor.model.values.period import Period
from slaeditor.model.work import Role
from slaeditor.rules.checks.ladders import is_sold
from slaeditor.rules.checks.rule import ERROR, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called
from slaeditor.rules.cost_to_serve import cost_to_serve
from slaeditor.rules.exposure import credits_of, worst_credit
from slaeditor.rules.passages import sums


@rule(
    "price-below-floor",
    subject=PricePlan,
    reads=(PriceBracket, ServiceLevel),
    severity=ERROR,
    source="L27",
    why="The list price itself is below what anyone may accept.",
    remedy="Raise the price or lower the floor.",
)
def price_below_floor(project: Project, row: PricePlan, on: date) -> Iterator[Flaw]:
    """A flat list price is not below the floor of its level."""
    del on
    level = project.service_levels.get(row.level)
    price = list_price(row)
    if level and price and is_below(price, level.floor_price):
        yield Flaw(
            f"{called(project, row)} costs {price}, below the floor of {level.floor_price}.",
            "price",
            (level.id,),
        )


def list_price(plan: PricePlan) -> Money | None:
    """Return what a plan alone costs whatever the quantity; None where that is not one amount."""
    single = plan.model is PriceModel.FLAT and not plan.on_top
    return plan.price.money if single and plan.price else None


def is_below(price: Money, floor: Money | None) -> bool:
    """Return whether a price is less than a floor in its currency."""
    return floor is not None and floor.currency == price.currency and price < floor


@rule(
    "discount-below-floor",
    subject=DiscountAuthority,
    reads=(PricePlan, ServiceLevel, Role),
    severity=WARNING,
    source="L27",
    why="Somebody may grant what nobody may accept.",
    remedy="Lower the discount, lower the floor, or limit the authority to other levels.",
)
def discount_below_floor(project: Project, row: DiscountAuthority, on: date) -> Iterator[Flaw]:
    """The greatest discount keeps every flat list price above the floor."""
    del on
    if row.kind is not DiscountKind.PERCENT or row.most is None:
        return
    for level in project.service_levels:
        if row.levels and level.id not in row.levels:
            continue
        for plan in project.price_plans.where("level", level.id):
            price = list_price(plan)
            left = price and price - price * row.most.fraction
            if left and is_below(left, level.floor_price):
                yield Flaw(
                    f"A discount of {row.most} brings {called(project, level)} to "
                    f"{left.rounded()}, below its floor of {level.floor_price}.",
                    "most",
                    (level.id,),
                )


@rule(
    "discount-and-credits",
    subject=DiscountAuthority,
    reads=(PricePlan, ServiceLevel, Role, Compensation, CompensationBand, Measure),
    severity=WARNING,
    source="L27",
    why="The discount alone is covered; after a bad month the client costs more than it paid.",
    remedy="Lower the discount, limit the credits, or ask for something in return.",
)
def discount_and_credits(project: Project, row: DiscountAuthority, on: date) -> Iterator[Flaw]:
    """After the greatest discount and the worst month's credits a level still covers its cost."""
    del on
    if row.kind is not DiscountKind.PERCENT or row.most is None:
        return
    for level in project.service_levels:
        cost = level.cost_to_serve
        if cost is None or (row.levels and level.id not in row.levels):
            continue
        for plan in project.price_plans.where("level", level.id):
            left = _monthly_price(plan)
            paid = left and left - left * row.most.fraction
            owed = paid and _worst_month(project, level, paid)
            if paid and owed and not is_below(paid, cost) and is_below(paid - owed, cost):
                yield Flaw(
                    f"After a discount of {row.most} {called(project, level)} brings "
                    f"{paid.rounded()} a month; with {owed.rounded()} of credits in the worst "
                    f"month that is less than the {cost} it costs to serve.",
                    "most",
                    (level.id,),
                )


def _monthly_price(plan: PricePlan) -> Money | None:
    monthly = plan.price is not None and plan.price.period is Period.MONTH
    return list_price(plan) if monthly else None


def _worst_month(project: Project, level: ServiceLevel, fee: Money) -> Money | None:
    """The greatest credits of a month together; None without any that are limited."""
    amounts = [
        worst_credit(project, row, fee)
        for measure in project.measures
        for row in credits_of(project, level, measure)
    ]
    known = [one for one in amounts if one is not None]
    return next(iter(sums(known)), None)


@rule(
    "cost-above-price",
    subject=ServiceLevel,
    reads=(PricePlan, ServiceLevel),
    severity=WARNING,
    source="B5",
    why="Every client of this level costs more than it pays.",
    remedy="Raise the price, promise less, or serve it at less cost.",
)
def cost_above_price(project: Project, row: ServiceLevel, on: date) -> Iterator[Flaw]:
    """A flat monthly price is above the cost to serve."""
    del on
    cost = row.cost_to_serve
    for plan in project.price_plans.where("level", row.id) if cost else ():
        price = list_price(plan)
        monthly = plan.price is not None and plan.price.period is Period.MONTH
        offered = is_sold(row) and plan.offer is not Offer.NOT_AVAILABLE
        if cost and price and monthly and offered and is_below(price, cost):
            yield Flaw(
                f"{called(project, row)} costs {price} a month, less than the {cost} it takes to "
                "serve.",
                "cost_to_serve",
                (plan.id,),
            )


@rule(
    "floor-below-cost",
    subject=ServiceLevel,
    reads=(
        *(Team, WorkStream, Client, Channel, Calendar, Service, ServiceLevel, Target),
        *(TimeEntry, Person),
    ),
    severity=WARNING,
    source="B5",
    why="Whoever sells at the floor sells at a loss, and believes it is allowed.",
    remedy="Raise the floor to the cost, or serve the level at less cost.",
)
def floor_below_cost(project: Project, row: ServiceLevel, on: date) -> Iterator[Flaw]:
    """The lowest price anyone may accept covers the work a client makes in a month."""
    del on
    floor = row.floor_price
    if floor is None or not project.teams:
        return
    cost = cost_to_serve(project, row).floor
    if cost is not None and is_below(floor, cost):
        yield Flaw(
            f"A client of {called(project, row)} makes work for {cost} a month, more than the "
            f"floor of {floor}.",
            "floor_price",
        )
