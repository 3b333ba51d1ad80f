"""What a client pays for what it has: its quantity times the price that holds for its level."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from slaeditor.model.clients import Client
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.values.price import Price
from slaeditor.publish.edition.view import View
from slaeditor.rules.client_quantities import quantity_of
from slaeditor.rules.counted_units import counted_by, counted_unit
from slaeditor.rules.inheritance import price_plans
from slaeditor.rules.plans import paid_by
from slaeditor.rules.pricing import quote
from slaeditor.rules.quotes import NotPriceable, Order, Quote, Total


def payment(view: View) -> str:
    """Return what the client pays, such as "12 × €49 per server per month = €588 per month".

    Nothing for other readers, without a quantity, or where the prices that are read do not tell.
    """
    client, level = view.client, view.own_level
    if client is None or level is None or not client.quantity:
        return ""
    try:
        found = quote(view.project, level, Order(client=client.id, on=view.on))
    except NotPriceable:
        return ""
    counted = any(line.quantity is not None for line in found.lines)
    return "" if found.is_open or not counted else _said(view, client, level, found)


def _said(view: View, client: Client, level: ServiceLevel, found: Quote) -> str:
    """The sums, the first with the product it comes from or the quantity it is for.

    A fee of nothing is no sum beside others.
    """
    owed = [one for one in found.totals if one.money.amount] or found.totals
    first, *others = (_total(view, one) for one in owed)
    price = _single_price(view, client, level, found, owed[0])
    quantity = view.words.number(_quantity(view, client, level))
    counted = "" if price else view.words.list(dict.fromkeys(_counted(view, client, level)))
    key = "price.product" if price else "price.paid-for" if counted else "price.paid"
    told = view.phrases(key, quantity=quantity, counted=counted, price=price, total=first)
    return "; ".join((told, *others))


def _counted(view: View, client: Client, level: ServiceLevel) -> Iterator[str]:
    """Yield what the plans count with how many the client pays for, such as "6 devices"."""
    for plan in _paid(view, client, level):
        count = quantity_of(view.project, client, plan)
        if count is not None and (unit := counted_by(plan)):
            charged = max(count, plan.least_quantity or Decimal(0))
            words = counted_unit(view.project, unit, charged)
            yield f"{view.words.number(charged)} {words}"


def _quantity(view: View, client: Client, level: ServiceLevel) -> Decimal:
    """What is counted in all: the client's quantity, or the smallest that the plan charges."""
    paid = _paid(view, client, level)
    least = [plan.least_quantity for plan in paid if plan.least_quantity]
    return max(client.quantity or Decimal(0), *least[:1], Decimal(0))


def _paid(view: View, client: Client, level: ServiceLevel) -> tuple[PricePlan, ...]:
    """The price plans by which the client pays."""
    held = tuple(one.row for one in price_plans(view.project, level, client, view.on))
    return paid_by(view.project, client, held, view.on)


def _single_price(
    view: View, client: Client, level: ServiceLevel, found: Quote, first: Total
) -> str:
    """The price that is multiplied, where the first sum is nothing but that product."""
    held = {one.row.id: one for one in price_plans(view.project, level, client, view.on)}
    plans = paid_by(view.project, client, tuple(one.row for one in held.values()), view.on)
    value = held[plans[0].id].value if plans else None
    quantity = found.lines[0].quantity
    if not isinstance(value, Price) or quantity is None:
        return ""
    multiplied = plans[0].model is PriceModel.PER_UNIT and found.lines[0].period is first.period
    return view.words.price(value) if multiplied and value.money * quantity == first.money else ""


def _total(view: View, total: Total) -> str:
    return f"{view.words.money(total.money)} {view.words.per(total.period)}".strip()
