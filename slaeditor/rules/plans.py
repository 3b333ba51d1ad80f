"""Which price plans a level is sold by, on a date, for a service."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from slaeditor.model.clients import Client
from slaeditor.model.levels import Offer, ServiceLevel
from slaeditor.model.prices import Billing, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.period import Period
from slaeditor.rules.deals import deals_of
from slaeditor.rules.inheritance import lineage
from slaeditor.rules.names import title
from slaeditor.rules.told_prices import tells_price

_PERIODS = {
    Billing.ONCE: Period.ONCE,
    Billing.MONTHLY: Period.MONTH,
    Billing.QUARTERLY: Period.QUARTER,
    Billing.YEARLY: Period.YEAR,
}


def period_of(plan: PricePlan) -> Period | None:
    """Return the period a plan's price is for; None for a price as used."""
    if plan.price is not None and plan.price.period is not None:
        return plan.price.period
    return _PERIODS.get(plan.billing) if plan.billing else None


def is_valid(plan: PricePlan, on: date | None) -> bool:
    """Return whether a plan can be had on a date, or at all when there is none."""
    if plan.offer is Offer.NOT_AVAILABLE:
        return False
    begun = on is None or plan.valid_from is None or plan.valid_from <= on
    return begun and (on is None or plan.valid_to is None or on <= plan.valid_to)


def plans_of(
    project: Project, level: ServiceLevel, on: date | None = None, service: str = ""
) -> tuple[PricePlan, ...]:
    """Return the plans a level is sold by; a level without any has those of its base level.

    A plan for one service holds only for that service, a plan for none holds for every service.
    A plan that tells no price counts only where nothing else is there.
    """
    empty: tuple[PricePlan, ...] = ()
    for key in (*(one.id for one in lineage(project, level)), ""):
        held = [
            plan
            for plan in project.price_plans.where("level", key)
            if is_valid(plan, on) and plan.service in {"", service}
        ]
        found = tuple(plan for plan in held if tells_price(project, plan))
        if found:
            return found
        empty = empty or tuple(held)
    return empty


def lender(
    project: Project, level: ServiceLevel, plans: tuple[PricePlan, ...]
) -> ServiceLevel | None:
    """Return the level whose plans another is sold by; None where they are its own."""
    keys = {plan.level for plan in plans} - {level.id, ""}
    return next((one for one in lineage(project, level) if one.id in keys), None)


def chosen(plans: tuple[PricePlan, ...], wanted: Container[str] = ()) -> tuple[PricePlan, ...]:
    """Return the plans that are charged together: those wanted, or the first, and all on top."""
    main = [plan for plan in plans if plan.id in wanted]
    main = main or [plan for plan in plans if not plan.on_top][:1]
    return (*main, *(plan for plan in plans if plan.on_top and plan not in main))


def paid_by(
    project: Project, client: Client | None, plans: tuple[PricePlan, ...], on: date | None = None
) -> tuple[PricePlan, ...]:
    """Return the plans of a level by which a client pays: those it is said to, or the first."""
    return chosen(plans, named_by(project, client, plans, on))


def named_by(
    project: Project, client: Client | None, plans: tuple[PricePlan, ...], on: date | None = None
) -> frozenset[str]:
    """Return the ids of the plans of a level by which a client is said to pay.

    Its record says so; where it says nothing, a special deal about one of them does.
    """
    if client is None:
        return frozenset()
    main = {plan.id for plan in plans if not plan.on_top}
    deals = deals_of(project, client.id, on)
    return frozenset(main & {*client.plans} or main & {deal.plan for deal in deals})


def alternatives(plans: tuple[PricePlan, ...], taken: tuple[PricePlan, ...]) -> str:
    """Return the names of the plans that could have been chosen instead."""
    keys = {plan.id for plan in taken}
    return ", ".join(plan.name or "another plan" for plan in plans if plan.id not in keys)


def plan_title(project: Project, plan: PricePlan) -> str:
    """Return what a plan is called in a sentence."""
    return f"the price plan “{title(project, plan)}”"
