"""Special deals: which of them hold for a client on a date, and what a plan costs under one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from slaeditor.model.clients import DealStatus, SpecialDeal
from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price

_REPRICED = {PriceModel.FLAT, PriceModel.PER_UNIT, PriceModel.TIME_AND_MATERIAL}
_HUNDREDTH = Decimal("0.01")


def in_force(deal: SpecialDeal, on: date | None) -> bool:
    """Return whether a deal is approved and, on the date if there is one, begun and not over."""
    if deal.status is not DealStatus.APPROVED:
        return False
    if on is None:
        return True
    begun = deal.valid_from is None or deal.valid_from <= on
    return begun and (deal.valid_to is None or on <= deal.valid_to)


def is_over(deal: SpecialDeal, on: date | None) -> bool:
    """Return whether a deal binds nobody any more: ended, refused or past its last day."""
    done = deal.status in {DealStatus.ENDED, DealStatus.REFUSED}
    return done or (on is not None and deal.valid_to is not None and deal.valid_to < on)


def deals_of(project: Project, client: str, on: date | None) -> tuple[SpecialDeal, ...]:
    """Return the deals of a client that hold on a date."""
    if not client:
        return ()
    return tuple(one for one in project.special_deals.where("client", client) if in_force(one, on))


def deal_on_price(
    project: Project, client: str, plan: PricePlan, on: date | None
) -> SpecialDeal | None:
    """Return the deal by which a client pays another price for a plan; None where none says one.

    A deal that names the plan comes before one that is about all of them, the first before others.
    """
    held = deals_of(project, client, on)
    for named in (plan.id, ""):
        for deal in held:
            if deal.plan == named and (_price_of(deal, plan) or discount_agreed(deal, plan)):
                return deal
    return None


def discount_agreed(deal: SpecialDeal, plan: PricePlan) -> Percentage | None:
    """Return what a deal takes off a plan; None where it takes nothing, or says a price instead."""
    discount = deal.agreed_discount
    if deal.plan not in {plan.id, ""} or _price_of(deal, plan) is not None:
        return None
    return discount if discount is not None and discount.value else None


def _price_of(deal: SpecialDeal, plan: PricePlan) -> Price | None:
    """The price a deal says of a plan; a price without a plan is about none."""
    return deal.agreed_price if deal.plan == plan.id else None


def less(money: Money, discount: Percentage | None) -> Money:
    """Return an amount after a discount, exactly: 29.00 USD less 10 % is 26.10 USD."""
    return money if discount is None else money - money * discount.fraction


def price_agreed(plan: PricePlan, deal: SpecialDeal) -> Price | None:
    """Return what one of a plan costs under a deal: the price it says, or the list price reduced.

    The list price itself where a discount is off the whole: of brackets, or of a plan that costs
    at least or at most something. Flat prices are rounded as their total is, others are exact.
    """
    said, discount = _price_of(deal, plan), discount_agreed(deal, plan)
    if said is not None or plan.price is None or discount is None or not is_reduced_singly(plan):
        return said or plan.price
    money = less(plan.price.money, discount)
    return replace(plan.price, money=money.rounded() if plan.model is PriceModel.FLAT else money)


def is_reduced_singly(plan: PricePlan) -> bool:
    """Return whether a discount off the total of a plan is the same as one off its single price."""
    return plan.model in _REPRICED and plan.minimum is None and plan.maximum is None


def discount_granted(plan: PricePlan, deal: SpecialDeal) -> Percentage | None:
    """Return how much less than the list price a deal asks: as it says, or as its price comes to.

    That of a price is told to a hundredth of a percent; None where it cannot be compared, or is no
    less.
    """
    said, listed = _price_of(deal, plan), plan.price
    if said is None or listed is None or plan.model not in _REPRICED:
        return discount_agreed(deal, plan)
    same = (said.money.currency, said.per) == (listed.money.currency, listed.per)
    if not same or said.period is not listed.period or not said.money < listed.money:
        return None
    part = (listed.money.amount - said.money.amount) / listed.money.amount
    return Percentage((part * 100).quantize(_HUNDREDTH))


def model_agreed(plan: PricePlan, deal: SpecialDeal) -> PriceModel:
    """Return how a plan is counted under a deal: an agreed price takes the place of brackets."""
    if deal.agreed_price is None or plan.model in _REPRICED:
        return plan.model
    return PriceModel.PER_UNIT if deal.agreed_price.per else PriceModel.FLAT


@dataclass(frozen=True, slots=True)
class Station:
    """A station on the way of a deal from being granted to being known: what, and when it was."""

    name: str
    passed: bool
    on: date | None = None


def stations(deal: SpecialDeal) -> tuple[Station, ...]:
    """Return the stations of a deal in order: granted, approved, told to service, acknowledged."""
    return (
        Station("Granted", bool(deal.granted_by)),
        Station("Approved", deal.status in {DealStatus.APPROVED, DealStatus.ENDED}),
        Station("Service told", deal.service_informed_on is not None, deal.service_informed_on),
        Station("Acknowledged", deal.acknowledged_on is not None, deal.acknowledged_on),
    )


def next_station(deal: SpecialDeal) -> Station | None:
    """Return the first station a deal has not passed; None for one that all know, or is refused."""
    if deal.status is DealStatus.REFUSED:
        return None
    return next((one for one in stations(deal) if not one.passed), None)


def passed(deal: SpecialDeal, station: Station, on: date) -> SpecialDeal:
    """Return a deal that passes a station on a day; being granted needs a role, not a day."""
    if station.name == "Approved":
        return deal.but(status=DealStatus.APPROVED)
    if station.name == "Service told":
        return deal.but(service_informed_on=on)
    return deal.but(acknowledged_on=on) if station.name == "Acknowledged" else deal


def station_words(deal: SpecialDeal) -> str:
    """Return how far a deal has come: "Next: service told", or that everybody knows it."""
    if deal.status is DealStatus.REFUSED:
        return "Refused"
    following = next_station(deal)
    return f"Next: {following.name.lower()}" if following else "Acknowledged by service"
