"""The curve of a price in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.publish.document import Block, Curve, CurvePoint
from slaeditor.publish.edition.view import View

_LEAST = 2
_BEYOND = Decimal("1.3")


def curve(view: View, plan: PricePlan, brackets: Sequence[PriceBracket]) -> tuple[Block, ...]:
    """Return the price of a whole quantity as a curve; nothing where the brackets give none."""
    points = _points(plan, brackets)
    if len(points) < _LEAST:
        return ()
    unit = plan.unit_name or view.phrases("axis.quantity")
    currency = _currency(brackets)
    caption = view.phrases("caption.price-curve", plan=view.title(plan))
    told = "; ".join(f"{view.words.number(x)}: {view.words.number(y)}" for x, y in points)
    return (
        Curve(
            caption,
            view.phrases("picture.price-curve", plan=view.title(plan), told=told),
            unit,
            currency,
            tuple(CurvePoint(int(x * 1000), int(y * 1000)) for x, y in points),
            stepped=plan.model is PriceModel.BLOCK,
        ),
    )


def _points(
    plan: PricePlan, brackets: Sequence[PriceBracket]
) -> tuple[tuple[Decimal, Decimal], ...]:
    """The corners of the curve: total price against quantity."""
    if len(brackets) < _LEAST or len(_currencies(brackets)) != 1:
        return ()
    ends = _ends(brackets)
    if plan.model is PriceModel.GRADUATED and all(one.unit_price for one in brackets):
        return _graduated(brackets, ends)
    if plan.model is PriceModel.BLOCK and all(one.flat_price for one in brackets):
        return _blocks(brackets, ends)
    return ()


def _graduated(
    brackets: Sequence[PriceBracket], ends: Sequence[Decimal]
) -> tuple[tuple[Decimal, Decimal], ...]:
    start = brackets[0].above or Decimal(0)
    found, total = [(start, Decimal(0))], Decimal(0)
    for bracket, end in zip(brackets, ends, strict=True):
        price = bracket.unit_price.amount if bracket.unit_price else Decimal(0)
        total += (end - start) * price
        found.append((end, total))
        start = end
    return tuple(found)


def _blocks(
    brackets: Sequence[PriceBracket], ends: Sequence[Decimal]
) -> tuple[tuple[Decimal, Decimal], ...]:
    prices = [one.flat_price.amount if one.flat_price else Decimal(0) for one in brackets]
    starts = [brackets[0].above or Decimal(0), *ends[:-1]]
    corners = list(zip(starts, prices, strict=True))
    return (*corners, (ends[-1], prices[-1]))


def _ends(brackets: Sequence[PriceBracket]) -> tuple[Decimal, ...]:
    """Where each bracket ends; the open one a little beyond the others."""
    return tuple(
        one.up_to if one.up_to is not None else (one.above or Decimal(1)) * _BEYOND
        for one in brackets
    )


def _currencies(brackets: Sequence[PriceBracket]) -> set[str]:
    prices = (one.unit_price or one.flat_price for one in brackets)
    return {price.currency for price in prices if price}


def _currency(brackets: Sequence[PriceBracket]) -> str:
    return next(iter(sorted(_currencies(brackets))), "")
