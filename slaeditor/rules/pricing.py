"""What a level costs, step by step.

In this order: the price of each plan by its model; its minimum or maximum; the part of a period;
the discount of a special deal, then that of the order; set-up fees; what was used beyond the
allowances; add-ons likewise. Arithmetic is exact, and each total is rounded once, to the minor
unit of its currency.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date

from slaeditor.model.levels import LevelKind, ServiceLevel
from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.period import Period
from slaeditor.rules.allowances import usage_lines
from slaeditor.rules.client_quantities import quantity_of
from slaeditor.rules.deals import deal_on_price, discount_agreed, model_agreed
from slaeditor.rules.discounts import discount_remark, floor_remark
from slaeditor.rules.inheritance import fits, lineage
from slaeditor.rules.names import title
from slaeditor.rules.phrase import Phrase
from slaeditor.rules.plan_prices import plan_lines, set_up_lines, sum_of
from slaeditor.rules.plans import (
    alternatives,
    chosen,
    is_valid,
    lender,
    named_by,
    paid_by,
    period_of,
    plans_of,
)
from slaeditor.rules.quotes import Line, NotPriceable, Order, Quote, rounding_lines

NO_ORDER = Order()


def quote(project: Project, level: ServiceLevel, order: Order = NO_ORDER) -> Quote:
    """Return what a level costs with its add-ons; raise `NotPriceable` naming what is missing.

    A level without a plan is priced by the plans of the level it is based on. A special deal of
    the client with a price of its own replaces that of the plan, one with a discount is taken off
    what the plan charges.
    """
    order = _completed(project, order)
    taken = _plans(project, level, order)
    main = tuple(line for plan in taken for line in _charged(project, plan, order))
    used = usage_lines(project, level, order)
    added = tuple(line for one in _add_ons(project, level, order) for line in one)
    lines = (*main, *used, *added)
    open_ = any(plan.model is PriceModel.QUOTED for plan in taken)
    remarks = tuple(_remarks(project, level, order, taken, main))
    return Quote((*lines, *rounding_lines(lines)), remarks, open_)


def _completed(project: Project, order: Order) -> Order:
    """Return the order with what the client's record says where the order says nothing."""
    client = project.clients.get(order.client)
    if client is None:
        return order
    return dataclasses.replace(
        order,
        quantity=order.quantity if order.quantity is not None else client.quantity,
        add_ons=order.add_ons or client.add_ons,
    )


def _plans(project: Project, level: ServiceLevel, order: Order) -> tuple[PricePlan, ...]:
    held = plans_of(project, level, order.on, order.service)
    if order.plan and order.plan not in {plan.id for plan in held}:
        return (_agreed(project, _further(project, level, order), order),)
    client = project.clients.get(order.client)
    found = chosen(held, (order.plan,)) if order.plan else paid_by(project, client, held, order.on)
    if not found:
        raise NotPriceable(_no_plan(title(project, level), order.on))
    return tuple(_agreed(project, plan, order) for plan in found)


def _no_plan(level: str, on: date | None) -> Phrase:
    advice = "add one, or base the level on one that has a plan"
    if on is None:
        words = f"There is no price plan for “{level}”; {advice}."
        return Phrase(words, "price.no-plan", level=level)
    words = f"There is no price plan for “{level}” on {on.isoformat()}; {advice}."
    return Phrase(words, "price.no-plan-on", level=level, on=on)


def _further(project: Project, level: ServiceLevel, order: Order) -> PricePlan:
    """Return a plan that is asked for by name: of the base of a level, or for every level."""
    plan = project.price_plans.get(order.plan)
    keys = {*(one.id for one in lineage(project, level)), ""}
    if plan is None or plan.level not in keys or not is_valid(plan, order.on):
        own, named = title(project, level), title(project, plan) if plan else ""
        words = f"“{named}”" if plan else "What was asked for"
        words = f"{words} is no price plan of “{own}”; choose another."
        raise NotPriceable(Phrase(words, "price.other-plan", plan=named or "–", level=own))
    return plan


def _agreed(project: Project, plan: PricePlan, order: Order) -> PricePlan:
    """Return the plan with the price that a special deal of the client says instead."""
    deal = deal_on_price(project, order.client, plan, order.on)
    if deal is None or deal.plan != plan.id or deal.agreed_price is None:
        return plan
    name = f"{plan.name} as agreed in “{deal.name}”".strip()
    return plan.but(price=deal.agreed_price, model=model_agreed(plan, deal), name=name)


def _charged(project: Project, plan: PricePlan, order: Order) -> tuple[Line, ...]:
    order = _of_its_unit(project, plan, order)
    lines = plan_lines(project, plan, order)
    lines += _agreed_discount(project, plan, order, lines)
    lines += _discounted(plan, order.discount, lines)
    return (*lines, *set_up_lines(project, plan, order))


def _of_its_unit(project: Project, plan: PricePlan, order: Order) -> Order:
    """The order with as many as its client has of what a plan counts, where that is said."""
    client = project.clients.get(order.client)
    if client is None or not client.counted_otherwise:
        return order
    usual = client.but(quantity=order.quantity)
    return dataclasses.replace(order, quantity=quantity_of(project, usual, plan))


def _agreed_discount(
    project: Project, plan: PricePlan, order: Order, lines: tuple[Line, ...]
) -> tuple[Line, ...]:
    deal = deal_on_price(project, order.client, plan, order.on)
    if deal is None:
        return ()
    return _discounted(plan, discount_agreed(deal, plan), lines, f" as agreed in “{deal.name}”")


def _discounted(
    plan: PricePlan, discount: Percentage | None, lines: tuple[Line, ...], why: str = ""
) -> tuple[Line, ...]:
    total = sum_of(lines)
    if discount is None or total is None:
        return ()
    off = -(total * discount.fraction)
    return (Line(f"Discount of {discount}{why}", off, period_of(plan)),)


def _add_ons(project: Project, level: ServiceLevel, order: Order) -> Iterator[tuple[Line, ...]]:
    for key in order.add_ons:
        add_on = project.service_levels.get(key)
        if add_on is None or add_on.kind is not LevelKind.ADD_ON:
            words = "One of the add-ons is no add-on of this project; choose another."
            raise NotPriceable(Phrase(words, "price.no-add-on"))
        if not fits(project, add_on, level):
            names = title(project, add_on), title(project, level)
            words = "“{}” cannot be added to “{}”.".format(*names)
            raise NotPriceable(Phrase(words, "price.unfit", add_on=names[0], level=names[1]))
        yield _add_on_lines(project, add_on, order)


def _add_on_lines(project: Project, add_on: ServiceLevel, order: Order) -> tuple[Line, ...]:
    name = title(project, add_on)
    plans = _plans(project, add_on, dataclasses.replace(order, plan=""))
    lines = (line for plan in plans for line in _charged(project, plan, order))
    used = usage_lines(project, add_on, order)
    return tuple(dataclasses.replace(one, words=f"{name}: {one.words}") for one in (*lines, *used))


def _remarks(
    project: Project,
    level: ServiceLevel,
    order: Order,
    taken: tuple[PricePlan, ...],
    lines: tuple[Line, ...],
) -> Iterator[str]:
    base = lender(project, level, taken)
    if base is not None:
        name = title(project, level)
        yield f"“{name}” has no price of its own; that of “{title(project, base)}” counts."
    others = alternatives(plans_of(project, level, order.on, order.service), taken)
    if others and not order.plan and not _has_chosen(project, order, taken):
        yield f"Other plans can be chosen: {others}."
    yield from dict.fromkeys(f"Prices are stated {plan.tax}." for plan in taken if plan.tax)
    price = _recurring(lines)
    if price is not None and order.discount is not None:
        yield discount_remark(project, level, order.discount, price)
    below = floor_remark(project, level, price) if price is not None else ""
    if below:
        yield below


def _has_chosen(project: Project, order: Order, taken: tuple[PricePlan, ...]) -> bool:
    return bool(named_by(project, project.clients.get(order.client), taken, order.on))


def _recurring(lines: tuple[Line, ...]) -> Money | None:
    """Return what the plans charge for a period, where all of it is in one currency."""
    kept = tuple(one for one in lines if one.period is not Period.ONCE)
    currencies = {one.money.currency for one in kept if one.money}
    return sum_of(kept) if len(currencies) == 1 else None
