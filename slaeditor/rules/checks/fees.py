"""Rules about credits together: beside the fee, the margin and each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from slaeditor.model.compensation import Compensation, Direction
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure
from slaeditor.model.values import numbers
from slaeditor.rules.checks.ladders import is_sold
from slaeditor.rules.checks.rule import WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, ids
from slaeditor.rules.compensation import applying
from slaeditor.rules.inheritance import lineage

ALL: Final = 100
"""Percent of a whole."""


@rule(
    "credits-above-fee",
    subject=ServiceLevel,
    reads=(Compensation, Measure, ServiceLevel, PricePlan),
    severity=WARNING,
    source="L12",
    why="In a bad month more would be owed than is earned.",
    remedy="Limit the credits together, or each of them lower.",
)
def credits_above_fee(project: Project, row: ServiceLevel, on: date) -> Iterator[Flaw]:
    """The limits of a level's credits together stay below its fee and its margin.

    Only shares of the same base over the same time are added; shares of a base that is said in
    words are shares of that base, not of the fee.
    """
    del on
    if not is_sold(row):
        return
    for rows in _by_base(_credits(project, row)):
        yield from _above(project, row, rows)


def _by_base(rows: list[Compensation]) -> list[list[Compensation]]:
    """Credits with a limit, together where their shares are of one base over the same time."""
    found: dict[tuple[str, str], list[Compensation]] = {}
    for one in rows:
        if one.cap_share is not None:
            words = (" ".join(one.base.split()), " ".join(one.cap_period.split()))
            found.setdefault((words[0].casefold(), words[1].casefold()), []).append(one)
    return list(found.values())


def _above(project: Project, level: ServiceLevel, rows: list[Compensation]) -> Iterator[Flaw]:
    """What credits that count on one base may come to, where that is more than there is."""
    total = sum((one.cap_share.value for one in rows if one.cap_share), Decimal(0))
    of = f"“{rows[0].base}”" if rows[0].base else "the fee"
    told = f"The credits of {called(project, level)} may come to {numbers.words(total)} % of {of}"
    if total > ALL:
        yield Flaw(f"{told} together.", "", ids(rows))
        return
    margin = None if rows[0].base else _margin(project, level)
    if margin is not None and total > margin > 0:
        more = f"more than its margin of {numbers.words(round(margin, 1))} %"
        yield Flaw(f"{told}, {more}.", "", ids(rows))


def _credits(project: Project, level: ServiceLevel) -> list[Compensation]:
    return [
        one
        for measure in project.measures
        for one in applying(project, level, measure)
        if one.direction is Direction.CREDIT
    ]


def _margin(project: Project, level: ServiceLevel) -> Decimal | None:
    """What is left of a monthly price after the cost to serve, in percent."""
    cost = level.cost_to_serve
    for key in (one.id for one in lineage(project, level)):
        for plan in project.price_plans.where("level", key):
            price = plan.price
            monthly = price and price.period is not None and str(price.period) == "month"
            if cost and price and monthly and price.money.currency == cost.currency:
                fee = price.money.amount
                return (fee - cost.amount) * 100 / fee if fee else None
    return None


@rule(
    "weights-of-a-pool",
    subject=ServiceLevel,
    reads=(Compensation, Measure, ServiceLevel),
    severity=WARNING,
    source="demand 21",
    why="Weights that do not add up to 100 % give away too much or too little of the pool.",
    remedy="Correct the weights.",
)
def weights_of_a_pool(project: Project, row: ServiceLevel, on: date) -> Iterator[Flaw]:
    """The weights of a level's credits add up to 100 %."""
    del on
    rows = [one for one in _credits(project, row) if one.weight is not None]
    total = sum((one.weight.value for one in rows if one.weight), Decimal(0))
    if rows and total != ALL:
        yield Flaw(
            f"The weights of the credits of {called(project, row)} add up to "
            f"{numbers.words(total)} %, not to 100 %.",
            "",
            ids(rows),
        )
