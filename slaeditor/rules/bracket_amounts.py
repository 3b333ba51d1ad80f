"""Amounts typed into a price bracket with the unit and period that its plan says for all of them.

The brackets of a plan share its unit and period, so that "5 EUR per month" is 5 EUR where the plan
is charged by the month, and a mistake where it is not.
"""

from __future__ import annotations

from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.price import Price
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.counted_units import counted_by, counted_unit, one_of, several_of
from slaeditor.rules.plans import period_of

AMOUNTS = frozenset({"unit_price", "flat_price"})
"""The fields of a bracket that hold an amount."""


def amount_alone(project: Project, plan: str, words: str) -> str:
    """Return the amount in words that say the unit and period of a plan along; else the words.

    `plan` is its id. Raises `Unreadable` where they name another unit or period than the plan.
    """
    row = project.price_plans.get(plan)
    try:
        price = Price.parse(words)
    except Unreadable:
        return words
    if row is None or not (price.per or price.period) or price.tax:
        return words
    for flaw in (_other_period(row, price), _other_unit(project, row, price)):
        if flaw:
            told = f"“{words.strip()}” {flaw}"
            raise Unreadable(f"{told} Type '{price.money}', or change it in the plan.")
    return str(price.money)


def _other_period(plan: PricePlan, price: Price) -> str:
    period = period_of(plan)
    if price.period is None or price.period is period:
        return ""
    charged = f"is charged {period.phrase}" if period is not None else "says no period"
    return f"is a price {price.period.phrase}, but the plan {charged}."


def _other_unit(project: Project, plan: PricePlan, price: Price) -> str:
    counted = counted_by(plan)
    known = {one_of(counted), several_of(counted), counted_unit(project, counted, None)}
    if not price.per or price.per.casefold() in {one.casefold() for one in known}:
        return ""
    counts = f"counts by the {one_of(counted)}" if counted else "says no unit"
    return f"is a price per {price.per}, but the plan {counts}."
