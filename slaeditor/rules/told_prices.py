"""Which price plans tell a price; one that was begun and left empty counts as none."""

from __future__ import annotations

from typing import Final

from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.project import Project

ANSWERS: Final = frozenset({PriceModel.INCLUDED, PriceModel.QUOTED})
"""Models that are an answer without an amount."""


def tells_price(project: Project, plan: PricePlan) -> bool:
    """Return whether a plan says what is paid: an amount, brackets, included or quoted."""
    amounts = (plan.price, plan.minimum, plan.maximum, plan.set_up)
    told = plan.model in ANSWERS or any(one is not None for one in amounts)
    return told or bool(project.price_brackets.where("plan", plan.id))
