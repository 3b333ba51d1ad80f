"""Rules about the prices of special deals: floors, and who may grant how much."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import DiscountAuthority, DiscountKind, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.work import Role
from slaeditor.rules.checks.floors import is_below, list_price
from slaeditor.rules.checks.rule import WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called
from slaeditor.rules.deals import discount_agreed, discount_granted, is_over, less
from slaeditor.rules.discounts import grantors
from slaeditor.rules.names import title
from slaeditor.rules.plans import paid_by, plans_of


@rule(
    "deal-below-floor",
    subject=SpecialDeal,
    reads=(PricePlan, ServiceLevel, Client),
    severity=WARNING,
    source="L27",
    why="A price below the floor costs more than it brings.",
    remedy="Change the deal, or have it approved by whoever set the floor.",
)
def deal_below_floor(project: Project, row: SpecialDeal, on: date) -> Iterator[Flaw]:
    """An agreed flat price is not below the floor of its level, nor is one after a discount."""
    price = row.agreed_price
    for plan, level in _concerned(project, row, on):
        said = price and plan.id == row.plan and not price.per
        if price and said and is_below(price.money, level.floor_price):
            yield Flaw(
                f"{called(project, row)} agrees on {price.money}, below the floor of "
                f"{level.floor_price} of {called(project, level)}.",
                "agreed_price",
                (level.id,),
            )
        listed, discount = list_price(plan), discount_agreed(row, plan)
        left = less(listed, discount) if listed and discount else None
        if left and is_below(left, level.floor_price):
            yield Flaw(
                f"{called(project, row)} takes {discount} off {listed}, which leaves "
                f"{left.rounded()}, below the floor of {level.floor_price} of "
                f"{called(project, level)}.",
                "agreed_discount",
                (level.id,),
            )


def _concerned(
    project: Project, deal: SpecialDeal, on: date
) -> Iterator[tuple[PricePlan, ServiceLevel]]:
    """The plans whose price a deal is about, each with the level whose client pays by it.

    Without a plan of its own these are all that the client pays for its level and its add-ons.
    """
    plan, client = project.price_plans.get(deal.plan), project.clients.get(deal.client)
    level = project.service_levels.get(plan.level) if plan else None
    if plan and level:
        yield plan, level
    if deal.plan or client is None:
        return
    bought = (project.service_levels.get(key) for key in (client.level, *client.add_ons))
    for one in filter(None, bought):
        paid = paid_by(project, client, plans_of(project, one, on), on)
        yield from ((found, one) for found in paid)


@rule(
    "deal-beyond-authority",
    subject=SpecialDeal,
    reads=(PricePlan, ServiceLevel, Client, DiscountAuthority, Role),
    severity=WARNING,
    source="S17",
    why="Who grants more than is allowed binds the company to what nobody decided.",
    remedy="Grant less, or have it approved by somebody who may grant as much.",
)
def deal_beyond_authority(project: Project, row: SpecialDeal, on: date) -> Iterator[Flaw]:
    """Who granted a deal, or approved it, may grant a discount that large."""
    limits = [one for one in project.discount_authorities if one.kind is DiscountKind.PERCENT]
    role = project.roles.get(row.granted_by)
    if not limits or role is None or is_over(row, on):
        return
    for plan, level in _concerned(project, row, on):
        discount = discount_granted(plan, row)
        if discount is None or _is_allowed(project, row, level, discount):
            continue
        comes_to = "" if discount_agreed(row, plan) else ", which its price comes to"
        yield Flaw(
            f"{called(project, row)} grants {discount}{comes_to}; {title(project, role)} may "
            f"grant {_most(limits, role, level)} on {called(project, level)}.",
            "agreed_price" if comes_to else "agreed_discount",
            (level.id,),
        )
        return


def _is_allowed(
    project: Project, deal: SpecialDeal, level: ServiceLevel, discount: Percentage
) -> bool:
    """Whether who granted or approved a deal may grant it, or is asked by who granted it."""
    able = {one.role for one in grantors(project, level, discount, None)}
    asked = {
        one.approver
        for one in project.discount_authorities.where("role", deal.granted_by)
        if one.approver and one.kind is DiscountKind.PERCENT and _holds_for(one, level)
    }
    return deal.granted_by in able or deal.approved_by in able | asked


def _holds_for(row: DiscountAuthority, level: ServiceLevel) -> bool:
    return not row.levels or level.id in row.levels


def _most(limits: list[DiscountAuthority], role: Role, level: ServiceLevel) -> str:
    """What a role may grant at most, such as "at most 10 %"."""
    own = [
        one.most for one in limits if one.role == role.id and one.most and _holds_for(one, level)
    ]
    return f"at most {max(own)}" if own else "no discount"


@rule(
    "deal-price-and-discount",
    subject=SpecialDeal,
    severity=WARNING,
    source="C2",
    why="Each reads it another way: the price as agreed, or that price less the discount.",
    remedy="Keep the price, or keep the discount and name the price plan that it is off.",
)
def deal_price_and_discount(project: Project, row: SpecialDeal, on: date) -> Iterator[Flaw]:
    """A deal says a price of its own or a discount, not both."""
    del on
    if row.agreed_price is None or row.agreed_discount is None:
        return
    counts = "only the price counts" if row.plan else "only the discount counts"
    yield Flaw(
        f"{called(project, row)} says a price, {row.agreed_price}, and a discount, "
        f"{row.agreed_discount}; {counts}.",
        "agreed_discount",
    )
