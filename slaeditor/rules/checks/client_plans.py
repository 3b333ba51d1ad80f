"""Rules about the price plans by which a client pays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from slaeditor.model.clients import Client
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PriceBracket, PricePlan
from slaeditor.model.project import Project
from slaeditor.rules.checks.rule import WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, listed
from slaeditor.rules.plan_prices import currency_of
from slaeditor.rules.plans import plans_of


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
    reads=(PricePlan, PriceBracket, ServiceLevel),
    severity=WARNING,
    source="C2",
    why="The client's own handbook would name a sum in a currency it does not pay in.",
    remedy="Say by which price plan the client pays.",
)
def client_currency_unsaid(project: Project, row: Client, on: date) -> Iterator[Flaw]:
    """A client whose level is sold in several currencies says by which plan it pays."""
    for level in _bought(project, row):
        held = [plan for plan in plans_of(project, level, on) if not plan.on_top]
        currencies = dict.fromkeys(currency_of(project, plan) for plan in held)
        currencies.pop("", None)
        if len(currencies) > 1 and not {plan.id for plan in held} & {*row.plans}:
            yield Flaw(
                f"{called(project, level)} is sold in {listed(list(currencies))}, and nothing says "
                f"in which of them {called(project, row)} pays; {next(iter(currencies))} is "
                "counted.",
                "plans",
                (level.id, *(plan.id for plan in held)),
            )


def _bought(project: Project, client: Client) -> tuple[ServiceLevel, ...]:
    """The level and the add-ons a client has."""
    found = (project.service_levels.get(key) for key in (client.level, *client.add_ons))
    return tuple(one for one in found if one is not None)
