"""Rules about the price plans by which a client pays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.model.document import Document
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values import numbers
from slaeditor.rules.checks.rule import WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, listed
from slaeditor.rules.client_quantities import counted_otherwise, is_unit, unread
from slaeditor.rules.counted_units import counted_by, one_of
from slaeditor.rules.plan_prices import currency_of
from slaeditor.rules.plans import named_by, paid_by, plans_of

_COUNTING: Final = frozenset(
    {PriceModel.PER_UNIT, PriceModel.GRADUATED, PriceModel.VOLUME, PriceModel.BLOCK}
)
"""Models in which a quantity is multiplied or looked up."""


@rule(
    "client-plan-elsewhere",
    subject=Client,
    reads=(PricePlan, PriceBracket, ServiceLevel),
    severity=WARNING,
    source="C2",
    why="What the client pays is worked out by another plan than its record says.",
    remedy="Choose a price plan of the client's level or add-ons.",
)
def client_plan_elsewhere(project: Project, row: Client, on: date) -> Iterator[Flaw]:
    """The price plans a client pays by are those of its level and add-ons."""
    held = {plan.id for level in _bought(project, row) for plan in plans_of(project, level, on)}
    for plan in filter(None, (project.price_plans.get(key) for key in row.plans)):
        if plan.id not in held:
            yield Flaw(
                f"{called(project, row)} pays by {called(project, plan)}, which is no price plan "
                "of its level or its add-ons today.",
                "plans",
                (plan.id,),
            )


@rule(
    "client-currency-unsaid",
    subject=Client,
    reads=(PricePlan, PriceBracket, ServiceLevel, SpecialDeal),
    severity=WARNING,
    source="C2",
    why="The client's own handbook would name a sum in a currency it does not pay in.",
    remedy="Say by which price plan the client pays.",
)
def client_currency_unsaid(project: Project, row: Client, on: date) -> Iterator[Flaw]:
    """A client whose level is sold in several currencies says by which plan it pays."""
    for level in _bought(project, row):
        plans = plans_of(project, level, on)
        held = [plan for plan in plans if not plan.on_top]
        currencies = dict.fromkeys(currency_of(project, plan) for plan in held)
        currencies.pop("", None)
        if len(currencies) > 1 and not named_by(project, row, plans, on):
            yield Flaw(
                f"{called(project, level)} is sold in {listed(list(currencies))}, and nothing says "
                f"in which of them {called(project, row)} pays; {next(iter(currencies))} is "
                "counted.",
                "plans",
                (level.id, *(plan.id for plan in held)),
            )


@rule(
    "client-count-unsaid",
    subject=Client,
    reads=(PricePlan, PriceBracket, ServiceLevel, SpecialDeal, Document),
    severity=WARNING,
    source="C2",
    why="Three scanners among six devices are charged as six.",
    remedy="Say how many of them the client has in “Counted otherwise”.",
)
def client_count_unsaid(project: Project, row: Client, on: date) -> Iterator[Flaw]:
    """Where the plans of a client count different things, it is said how many of each it has."""
    first = None
    for plan in _paid(project, row, on):
        unit = counted_by(plan)
        if plan.model not in _COUNTING or not unit:
            continue
        first = first or unit
        told = any(is_unit(project, one.unit, unit) for one in counted_otherwise(row))
        if not told and row.quantity is not None and not is_unit(project, one_of(unit), first):
            yield Flaw(
                f"{called(project, plan)} counts by the {one_of(unit)}, and nothing says how many "
                f"{called(project, row)} has; its quantity of {numbers.words(row.quantity)} is "
                "counted.",
                "counted_otherwise",
                (plan.id,),
            )


@rule(
    "client-count-without-plan",
    subject=Client,
    reads=(PricePlan, PriceBracket, ServiceLevel, SpecialDeal, Document),
    severity=WARNING,
    source="C2",
    why="What is counted and charged by nobody was meant otherwise.",
    remedy="Write a number and a unit that one of the client's price plans counts.",
)
def client_count_without_plan(project: Project, row: Client, on: date) -> Iterator[Flaw]:
    """What is counted otherwise is counted by a price plan of the client."""
    units = {counted_by(plan) for plan in _paid(project, row, on)} - {""}
    strange = [one.unit for one in counted_otherwise(row) if not _is_any(project, one.unit, units)]
    for words in (*strange, *unread(row)):
        yield Flaw(
            f"“{words}” of {called(project, row)} is nothing that its price plans count.",
            "counted_otherwise",
        )


def _is_any(project: Project, words: str, units: set[str]) -> bool:
    return any(is_unit(project, words, unit) for unit in units)


def _paid(project: Project, client: Client, on: date) -> tuple[PricePlan, ...]:
    """The plans by which a client pays today, those of its level first."""
    levels = _bought(project, client)
    return tuple(
        plan for one in levels for plan in paid_by(project, client, plans_of(project, one, on), on)
    )


def _bought(project: Project, client: Client) -> tuple[ServiceLevel, ...]:
    """The level and the add-ons a client has."""
    found = (project.service_levels.get(key) for key in (client.level, *client.add_ons))
    return tuple(one for one in found if one is not None)
