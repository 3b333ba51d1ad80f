"""Special deals: which of them hold for a client on a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from slaeditor.model.clients import DealStatus, SpecialDeal
from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.project import Project

_REPRICED = {PriceModel.FLAT, PriceModel.PER_UNIT, PriceModel.TIME_AND_MATERIAL}


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
