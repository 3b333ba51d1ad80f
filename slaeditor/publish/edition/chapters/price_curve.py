"""The curve of a price in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.publish.document import Block
from slaeditor.publish.edition.view import View
from slaeditor.publish.figures import Curve, CurvePoint
from slaeditor.rules.counted_units import several_of
from slaeditor.rules.price_curve import price_curve

_LEAST = 2
_DRAWN = {PriceModel.GRADUATED, PriceModel.VOLUME, PriceModel.BLOCK}


def curve(view: View, plan: PricePlan, called: str) -> tuple[Block, ...]:
    """Return the price of a whole quantity as a curve; nothing where the brackets give none.

    `called` is the name of the plan in the table above it.
    """
    brackets = view.project.price_brackets.where("plan", plan.id)
    if plan.model not in _DRAWN or len(brackets) < _LEAST or _is_partly_in_words(brackets):
        return ()
    found = price_curve(view.project, plan)
    if len(found.corners) < _LEAST:
        return ()
    unit = several_of(plan.unit_name) or view.phrases("axis.quantity")
    caption = view.phrases("caption.price-curve", plan=called)
    told = "; ".join(f"{view.words.number(x)}: {view.words.number(y)}" for x, y in found.corners)
    return (
        Curve(
            caption,
            view.phrases("picture.price-curve", plan=called, told=told),
            unit,
            found.currency,
            tuple(CurvePoint(int(x * 1000), int(y * 1000)) for x, y in found.corners),
            stepped=False,
        ),
    )


def _is_partly_in_words(brackets: Sequence[PriceBracket]) -> bool:
    """Whether a bracket has no figure, so that the curve would have a hole."""
    return any(one.unit_price is None and one.flat_price is None for one in brackets)
