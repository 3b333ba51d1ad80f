"""What one price plan charges for an order, before discount and rounding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan, Proration
from slaeditor.model.project import Project
from slaeditor.model.values import numbers
from slaeditor.model.values.money import Money
from slaeditor.model.values.period import Period
from slaeditor.rules import brackets as kernel
from slaeditor.rules.brackets import Bracket, Portion
from slaeditor.rules.counted_units import counted_by, counted_unit, one_of
from slaeditor.rules.names import title
from slaeditor.rules.phrase import Phrase
from slaeditor.rules.plans import period_of, plan_title
from slaeditor.rules.quotes import Line, NotPriceable, Order, part_of


def plan_lines(project: Project, plan: PricePlan, order: Order) -> tuple[Line, ...]:
    """Return the lines of a plan for its period; raise `NotPriceable` naming what is missing."""
    lines = _PRICED[plan.model](project, plan, order)
    lines += _limited(plan, lines)
    return (*lines, *_prorated(plan, order, lines))


def set_up_lines(project: Project, plan: PricePlan, order: Order) -> tuple[Line, ...]:
    """Return the line of the set-up fee, if there is one: for the contract or for each unit.

    Raises `NotPriceable` for a fee of each unit without a quantity.
    """
    if plan.set_up is None:
        return ()
    words = f": {plan.set_up_words}" if plan.set_up_words else ""
    if not plan.set_up_each:
        return (Line(f"Set-up fee, once{words}", plan.set_up, Period.ONCE),)
    quantity = _quantity(project, plan, order)
    counted = f"{_counted(project, plan, quantity)} × {plan.set_up}"
    return (Line(f"Set-up fee, {counted}{words}", plan.set_up * quantity, Period.ONCE),)


def sum_of(lines: tuple[Line, ...]) -> Money | None:
    """Return the sum of the lines' money, or None when no line has any."""
    total: Money | None = None
    for line in lines:
        if line.money is not None:
            total = line.money if total is None else total + line.money
    return total


def brackets_of(project: Project, plan: PricePlan) -> tuple[Bracket, ...]:
    """Return the brackets of a plan as prices; those quoted in words only are left out."""
    rows = project.price_brackets.where("plan", plan.id)
    currency = _currency(plan, rows)
    made = (_bracket(row, currency) for row in rows)
    return tuple(one for one in made if one is not None)


def currency_of(project: Project, plan: PricePlan) -> str:
    """Return the currency of a plan's amounts; nothing where it has none."""
    return _currency(plan, project.price_brackets.where("plan", plan.id))


def _bracket(row: PriceBracket, currency: str) -> Bracket | None:
    if not currency or (row.unit_price, row.flat_price, row.percentage) == (None, None, None):
        return None
    nothing = Money(Decimal(0), currency)
    share = Money(row.percentage.fraction, currency) if row.percentage else nothing
    above = row.above or Decimal(0)
    return Bracket(above, row.up_to, row.unit_price or share, row.flat_price or nothing)


def _currency(plan: PricePlan, rows: tuple[PriceBracket, ...]) -> str:
    amounts = [money for row in rows for money in (row.unit_price, row.flat_price)]
    amounts += [plan.price.money if plan.price else None, plan.minimum, plan.maximum, plan.set_up]
    return next((money.currency for money in amounts if money), "")


def _included(project: Project, plan: PricePlan, order: Order) -> tuple[Line, ...]:
    del project, order
    return (Line("Included, costs nothing extra", None, period_of(plan)),)


def _quoted(project: Project, plan: PricePlan, order: Order) -> tuple[Line, ...]:
    del project, order
    return (Line("Quoted on request", None, period_of(plan)),)


def _flat(project: Project, plan: PricePlan, order: Order) -> tuple[Line, ...]:
    del order
    return (Line(_said(plan), _price(project, plan), period_of(plan)),)


def _per_unit(project: Project, plan: PricePlan, order: Order) -> tuple[Line, ...]:
    price = _price(project, plan)
    quantity = _quantity(project, plan, order)
    words = f"{_counted(project, plan, quantity)} × {price}"
    return (Line(words, price * quantity, period_of(plan), quantity),)


def _graduated(project: Project, plan: PricePlan, order: Order) -> tuple[Line, ...]:
    quantity = _quantity(project, plan, order)
    portions = kernel.graduated(_priced(project, plan), quantity)
    _require_covered(project, plan, portions, quantity)
    return tuple(_portion_line(project, plan, portion) for portion in portions)


def _volume(project: Project, plan: PricePlan, order: Order) -> tuple[Line, ...]:
    quantity = _quantity(project, plan, order)
    portion = kernel.volume(_priced(project, plan), quantity)
    return (_portion_line(project, plan, _found(project, plan, portion, quantity)),)


def _block(project: Project, plan: PricePlan, order: Order) -> tuple[Line, ...]:
    quantity = _quantity(project, plan, order)
    portion = _found(project, plan, kernel.block(_priced(project, plan), quantity), quantity)
    words = f"{_counted(project, plan, quantity)}: the bracket {_span(portion.bracket)}"
    return (Line(words, portion.money, period_of(plan), quantity),)


def _percentage(project: Project, plan: PricePlan, order: Order) -> tuple[Line, ...]:
    if order.amount is None:
        of = plan.percentage_of or "what it is a percentage of"
        words = f"Give the amount, {of}, for {plan_title(project, plan)}."
        raise NotPriceable(_reason(project, plan, words, "price.amount", of=of))
    amount, currency = order.amount.amount, order.amount.currency
    _require_same(project, plan, currency)
    rows = project.price_brackets.where("plan", plan.id)
    made = tuple(one for one in (_bracket(row, currency) for row in rows) if one is not None)
    portions = kernel.graduated(made, amount)
    _require_covered(project, plan, portions, amount)
    nothing = Line("Nothing was used", Money(Decimal(0), currency), period_of(plan), amount)
    return tuple(_percent_line(plan, portion) for portion in portions) or (nothing,)


def _time_and_material(project: Project, plan: PricePlan, order: Order) -> tuple[Line, ...]:
    price = _price(project, plan)
    quantity = _quantity(project, plan, order)
    unit = one_of(counted_by(plan)) or "hour"
    words = f"{numbers.words(quantity)} × {price} per {unit}, as used"
    return (Line(words, price * quantity, period_of(plan), quantity),)


_Priced = Callable[[Project, PricePlan, Order], tuple[Line, ...]]

_PRICED: Final[Mapping[PriceModel, _Priced]] = {
    PriceModel.INCLUDED: _included,
    PriceModel.FLAT: _flat,
    PriceModel.PER_UNIT: _per_unit,
    PriceModel.GRADUATED: _graduated,
    PriceModel.VOLUME: _volume,
    PriceModel.BLOCK: _block,
    PriceModel.PERCENTAGE: _percentage,
    PriceModel.TIME_AND_MATERIAL: _time_and_material,
    PriceModel.QUOTED: _quoted,
}


def _limited(plan: PricePlan, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    total = sum_of(lines)
    if total is None:
        return ()
    if plan.minimum is not None and total < plan.minimum:
        return (Line(f"At least {plan.minimum}", plan.minimum - total, period_of(plan)),)
    if plan.maximum is not None and plan.maximum < total:
        return (Line(f"At most {plan.maximum}", plan.maximum - total, period_of(plan)),)
    return ()


def _prorated(plan: PricePlan, order: Order, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    total, part = sum_of(lines), order.part_of_period
    if part is None or total is None or period_of(plan) in {Period.ONCE, None}:
        return ()
    if plan.proration is not Proration.BY_DAY:
        return (Line("A part of a period costs the full period", None, period_of(plan)),)
    words = f"Only {part} of the {period_of(plan)}"
    return (Line(words, part_of(total, part) - total, period_of(plan)),)


def _price(project: Project, plan: PricePlan) -> Money:
    if plan.price is None:
        words = f"There is no price in {plan_title(project, plan)}; enter one."
        raise NotPriceable(_reason(project, plan, words, "price.none"))
    return plan.price.money


def _quantity(project: Project, plan: PricePlan, order: Order) -> Decimal:
    unit = one_of(counted_by(plan)) or "unit"
    if order.quantity is None:
        named = plan_title(project, plan)
        words = f"Give the quantity, a number counted by the {unit}, for {named}."
        raise NotPriceable(_reason(project, plan, words, "price.quantity", unit=unit))
    if order.quantity < 0:
        words = f"The quantity for {plan_title(project, plan)} must not be negative."
        raise NotPriceable(_reason(project, plan, words, "price.negative"))
    return max(order.quantity, plan.least_quantity or Decimal(0))


def _priced(project: Project, plan: PricePlan) -> tuple[Bracket, ...]:
    found = brackets_of(project, plan)
    if not found:
        words = f"There are no brackets in {plan_title(project, plan)}; enter them."
        raise NotPriceable(_reason(project, plan, words, "price.no-brackets"))
    return found


def _found(
    project: Project, plan: PricePlan, portion: Portion | None, quantity: Decimal
) -> Portion:
    if portion is None:
        raise _no_bracket(project, plan, quantity)
    return portion


def _require_covered(
    project: Project, plan: PricePlan, portions: tuple[Portion, ...], quantity: Decimal
) -> None:
    if sum((one.units for one in portions), Decimal(0)) != quantity:
        raise _no_bracket(project, plan, quantity)


def _no_bracket(project: Project, plan: PricePlan, quantity: Decimal) -> NotPriceable:
    said = next(
        (row.words for row in project.price_brackets.where("plan", plan.id) if row.words), ""
    )
    advice = f"it says: {said}" if said else "add the bracket that is missing"
    count = numbers.words(quantity)
    words = f"No bracket of {plan_title(project, plan)} prices all of {count}; {advice}."
    key = "price.bracket-says" if said else "price.no-bracket"
    return NotPriceable(_reason(project, plan, words, key, quantity=quantity, said=said))


def _require_same(project: Project, plan: PricePlan, currency: str) -> None:
    own = currency_of(project, plan)
    if own not in {"", currency}:
        words = f"Give the amount in {own}, the currency of {plan_title(project, plan)}."
        raise NotPriceable(_reason(project, plan, words, "price.currency", currency=own))


def _reason(project: Project, plan: PricePlan, words: str, key: str, **facts: object) -> Phrase:
    """Return why a plan has no price as a sentence that can be said in another language."""
    return Phrase(words, key, plan=title(project, plan), **facts)


def _said(plan: PricePlan) -> str:
    return f"{plan.name or 'Price'}, {plan.price}" if plan.price else plan.name


def _counted(project: Project, plan: PricePlan, quantity: Decimal) -> str:
    unit = counted_unit(project, counted_by(plan), quantity)
    least = " (the smallest quantity)" if quantity == plan.least_quantity else ""
    return f"{numbers.words(quantity)} {unit}".strip() + least


def _span(bracket: Bracket) -> str:
    end = f"up to {numbers.words(bracket.up_to)}" if bracket.up_to is not None else ""
    begin = "" if end and not bracket.above else f"above {numbers.words(bracket.above)}"
    return " ".join(filter(None, (begin, end)))


def _portion_line(project: Project, plan: PricePlan, portion: Portion) -> Line:
    rate, flat = portion.bracket.rate, portion.bracket.flat
    more = f" + {flat}" if flat.amount else ""
    words = f"{_counted(project, plan, portion.units)} × {rate}{more} ({_span(portion.bracket)})"
    return Line(words, portion.money, period_of(plan), portion.units)


def _percent_line(plan: PricePlan, portion: Portion) -> Line:
    percent = numbers.words(portion.bracket.rate.amount * 100)
    units = Money(portion.units, portion.money.currency)
    words = f"{percent} % of {units} ({_span(portion.bracket)})"
    return Line(words, portion.money, period_of(plan), portion.units)
