"""Rules about prices: a ladder that rises, brackets without hole, floors that hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.model.levels import Service, ServiceLevel
from slaeditor.model.prices import (
    Allowance,
    PriceBracket,
    PriceModel,
    PricePlan,
)
from slaeditor.model.project import Project
from slaeditor.model.values import numbers
from slaeditor.model.values.money import Money
from slaeditor.model.values.period import Period
from slaeditor.rules.brackets import Bracket, holes, overlaps
from slaeditor.rules.checks.ladders import level_before
from slaeditor.rules.checks.rule import ERROR, HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, listed
from slaeditor.rules.plans import chosen, plans_of
from slaeditor.rules.pricing import quote
from slaeditor.rules.quotes import NotPriceable, Order, Total

PRICES = (ServiceLevel, PricePlan, PriceBracket, Allowance, Client, SpecialDeal, Service)
"""What working out a price reads."""

BRACKETED: Final = frozenset(
    {PriceModel.GRADUATED, PriceModel.VOLUME, PriceModel.BLOCK, PriceModel.PERCENTAGE}
)
SAMPLES: Final = (1, 10, 100, 1_000, 10_000, 100_000)
"""Quantities at which the prices of two levels are compared; amounts are a hundred times that."""

_YEARS: Final = {
    Period.DAY: Decimal(365),
    Period.WEEK: Decimal(52),
    Period.MONTH: Decimal(12),
    Period.BILLING_CYCLE: Decimal(12),
    Period.QUARTER: Decimal(4),
    Period.YEAR: Decimal(1),
}


@rule(
    "price-ladder",
    subject=ServiceLevel,
    reads=PRICES,
    severity=WARNING,
    source="L04",
    why="Who gets more for less will not buy the lower level.",
    remedy="Raise the price of the higher level, or say that it is not ordered.",
)
def price_ladder(project: Project, row: ServiceLevel, on: date) -> Iterator[Flaw]:
    """A level costs no less than the level before it in its ladder."""
    before = level_before(project, row)
    if before is None:
        return
    for sample in SAMPLES:
        mine, theirs = _yearly(project, row, sample, on), _yearly(project, before, sample, on)
        if mine and theirs and mine.currency == theirs.currency and mine < theirs:
            of = _sample_words(project, (row, before), sample, on)
            yield Flaw(
                f"{called(project, row)} costs {mine.rounded()} a year{of}, less than "
                f"{called(project, before)} at {theirs.rounded()}.",
                "",
                (before.id,),
            )
            return


def _yearly(project: Project, level: ServiceLevel, sample: int, on: date) -> Money | None:
    """What a level costs a year for a sample, or None where that cannot be told."""
    currency = _currency(project, level, on)
    amount = Money(Decimal(100 * sample), currency) if currency else None
    try:
        made = quote(project, level, Order(quantity=Decimal(sample), amount=amount, on=on))
    except NotPriceable:
        return None
    yearly = [_by_year(total) for total in made.recurring]
    return None if made.is_open or len(yearly) != 1 else yearly[0]


def _by_year(total: Total) -> Money | None:
    times = _YEARS.get(total.period) if total.period else None
    return total.money * times if times else None


def _currency(project: Project, level: ServiceLevel, on: date) -> str:
    plans = chosen(plans_of(project, level, on))
    amounts = [plan.minimum for plan in plans]
    amounts += [plan.price.money for plan in plans if plan.price]
    return next((one.currency for one in amounts if one), "")


def _sample_words(project: Project, levels: tuple[ServiceLevel, ...], sample: int, on: date) -> str:
    """For how much two levels were compared; nothing where the price is always the same."""
    plans = [plan for level in levels for plan in chosen(plans_of(project, level, on))]
    if all(plan.model is PriceModel.FLAT for plan in plans):
        return ""
    if all(plan.model in {PriceModel.FLAT, PriceModel.PERCENTAGE} for plan in plans):
        of = next((plan.percentage_of for plan in plans if plan.percentage_of), "the amount")
        return f" for {100 * sample:,} {_currency(project, levels[0], on)} of {of}"
    return f" for {sample:,} units"


@rule(
    "bracket-hole",
    subject=PricePlan,
    reads=(PriceBracket, ServiceLevel),
    severity=ERROR,
    source="demand 3",
    why="A quantity in no bracket has no price, one in two has two.",
    remedy="Let each bracket begin where the one before ends, and the last one have no end.",
)
def bracket_hole(project: Project, row: PricePlan, on: date) -> Iterator[Flaw]:
    """The brackets of a plan cover every quantity once."""
    del on
    rows = project.price_brackets.where("plan", row.id)
    if row.model not in BRACKETED or not rows:
        return
    found = _all_brackets(project, row)
    for above, up_to in holes(found):
        end = f" up to {numbers.words(up_to)}" if up_to is not None else ""
        yield Flaw(
            f"{called(project, row)} has no price above {numbers.words(above)}{end}.",
            severity=HINT if up_to is None else None,
        )
    for one, other in overlaps(found):
        yield Flaw(
            f"{called(project, row)} has two prices above "
            f"{numbers.words(max(one.above, other.above))}."
        )


def _all_brackets(project: Project, plan: PricePlan) -> tuple[Bracket, ...]:
    """The brackets of a plan with those that are quoted in words, which are answers as well."""
    nothing = Money(Decimal(0), "EUR")
    return tuple(
        Bracket(row.above or Decimal(0), row.up_to, nothing, nothing)
        for row in project.price_brackets.where("plan", plan.id)
    )


@rule(
    "plan-without-price",
    subject=PricePlan,
    reads=(PriceBracket, ServiceLevel),
    severity=WARNING,
    source="C2",
    why="Nobody can say what it costs.",
    remedy="Enter the price or the brackets, or say that it is quoted.",
)
def plan_without_price(project: Project, row: PricePlan, on: date) -> Iterator[Flaw]:
    """A plan that has a price says which."""
    del on
    if row.model in BRACKETED:
        if not project.price_brackets.where("plan", row.id):
            yield Flaw(f"{called(project, row)} has no brackets.")
    elif row.model not in {PriceModel.INCLUDED, PriceModel.QUOTED} and row.price is None:
        yield Flaw(f"{called(project, row)} has no price.", "price")


@rule(
    "price-without-effect",
    subject=PricePlan,
    reads=(PriceBracket, ServiceLevel),
    severity=HINT,
    source="C2",
    why="Who reads it takes it for what is paid.",
    remedy="Take the price out, or choose a model that counts it.",
)
def price_without_effect(project: Project, row: PricePlan, on: date) -> Iterator[Flaw]:
    """A plan has no price of its own where its model counts another one."""
    del on
    if row.price is None:
        return
    plan, price = called(project, row), row.price.money
    if row.model in BRACKETED and project.price_brackets.where("plan", row.id):
        yield Flaw(f"The price {price} of {plan} does not count; its brackets do.", "price")
    elif row.model is PriceModel.INCLUDED and price.amount:
        yield Flaw(f"The price {price} of {plan} does not count; it is included.", "price")


@rule(
    "plan-in-two-currencies",
    subject=PricePlan,
    reads=(PriceBracket, ServiceLevel),
    severity=ERROR,
    source="C2",
    why="Amounts in two currencies cannot be added up.",
    remedy="Make a plan for each currency.",
)
def plan_in_two_currencies(project: Project, row: PricePlan, on: date) -> Iterator[Flaw]:
    """All amounts of a plan are in one currency, and its minimum is below its maximum."""
    del on
    amounts = [row.price.money if row.price else None, row.minimum, row.maximum, row.set_up]
    for bracket in project.price_brackets.where("plan", row.id):
        amounts += [bracket.unit_price, bracket.flat_price]
    currencies = sorted({one.currency for one in amounts if one})
    if len(currencies) > 1:
        yield Flaw(f"{called(project, row)} has amounts in {listed(currencies)}.")
    elif row.minimum and row.maximum and row.maximum < row.minimum:
        yield Flaw(
            f"{called(project, row)} costs at least {row.minimum} and at most {row.maximum}.",
            "maximum",
        )


@rule(
    "flat-price-per-unit",
    subject=PricePlan,
    reads=(ServiceLevel,),
    severity=WARNING,
    source="C2",
    why="The price says one thing and the model another; the model is what is charged.",
    remedy="Choose the model “per unit”, or take the unit out of the price.",
)
def flat_price_per_unit(project: Project, row: PricePlan, on: date) -> Iterator[Flaw]:
    """A flat price is for no unit."""
    del on
    if row.model is PriceModel.FLAT and row.price and row.price.per:
        yield Flaw(
            f"{called(project, row)} is flat, but its price is {row.price.money} per "
            f"{row.price.per}.",
            "model",
        )
