"""Special deals: which of them hold for a client on a date."""

from __future__ import annotations

from datetime import date

from slaeditor.model.clients import DealStatus, SpecialDeal
from slaeditor.model.project import Project


def in_force(deal: SpecialDeal, on: date | None) -> bool:
    """Return whether a deal is approved and, on the date if there is one, begun and not over."""
    if deal.status is not DealStatus.APPROVED:
        return False
    if on is None:
        return True
    begun = deal.valid_from is None or deal.valid_from <= on
    return begun and (deal.valid_to is None or on <= deal.valid_to)


def deals_of(project: Project, client: str, on: date | None) -> tuple[SpecialDeal, ...]:
    """Return the deals of a client that hold on a date."""
    if not client:
        return ()
    return tuple(one for one in project.special_deals.where("client", client) if in_force(one, on))
