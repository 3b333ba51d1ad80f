"""What a price plan charges for a period against the quantity, as the corners of a curve.

The minimum, the maximum and the smallest quantity of the plan are part of it. Amounts are exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.numbers import EXACT
from slaeditor.rules.brackets import Bracket
from slaeditor.rules.plan_prices import brackets_of

BEYOND: Final = Decimal("1.3")
"""How far an open bracket is drawn beyond where it begins."""
UNITS: Final = Decimal(10)
"""Up to how many units a price without brackets is drawn when nobody asks for more."""

Corner = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class PriceCurve:
    """The corners from left to right; two above each other are a jump. Sums are in `currency`."""

    corners: tuple[Corner, ...]
    currency: str


@dataclass(frozen=True, slots=True)
class _Segment:
    """A straight part of the curve."""

    start: Corner
    end: Corner

    def at(self, height: Decimal) -> Decimal:
        """Where the segment crosses a height that lies between its ends."""
        (x, y), (end_x, end_y) = self.start, self.end
        part = EXACT.multiply(height - y, end_x - x)
        return x + EXACT.divide(part, end_y - y)


def price_curve(project: Project, plan: PricePlan, up_to: Decimal | None = None) -> PriceCurve:
    """Return the curve of a plan, at least up to a quantity; without corners where it has none."""
    brackets = sorted(brackets_of(project, plan), key=lambda one: one.above)
    currencies = {one.rate.currency for one in brackets}
    if plan.model in _TOTALS and brackets and len(currencies) == 1:
        found = list(_by_brackets(plan, brackets, up_to))
        return PriceCurve(_corners(plan, found), currencies.pop())
    if plan.model is PriceModel.PER_UNIT and plan.price is not None:
        end = max(up_to or UNITS, UNITS)
        rate = plan.price.money
        line = _Segment((Decimal(0), Decimal(0)), (end, EXACT.multiply(end, rate.amount)))
        return PriceCurve(_corners(plan, [line]), rate.currency)
    return PriceCurve((), "")


def dips(curve: PriceCurve) -> tuple[Decimal, ...]:
    """Return the quantities beyond which more costs less."""
    steps = pairwise(curve.corners)
    return tuple(x for (x, y), (next_x, next_y) in steps if x == next_x and next_y < y)


def _graduated(bracket: Bracket, before: Decimal) -> tuple[Decimal, Decimal]:
    return before + bracket.flat.amount, bracket.rate.amount


def _volume(bracket: Bracket, _before: Decimal) -> tuple[Decimal, Decimal]:
    start = EXACT.multiply(bracket.above, bracket.rate.amount)
    return start + bracket.flat.amount, bracket.rate.amount


def _block(bracket: Bracket, _before: Decimal) -> tuple[Decimal, Decimal]:
    return bracket.flat.amount, Decimal(0)


_TOTALS: Final[Mapping[PriceModel, Callable[[Bracket, Decimal], tuple[Decimal, Decimal]]]] = {
    PriceModel.GRADUATED: _graduated,
    PriceModel.VOLUME: _volume,
    PriceModel.BLOCK: _block,
    PriceModel.PERCENTAGE: _graduated,
}
"""For each model the sum at the start of a bracket, given that before it, and what a unit adds."""


def _by_brackets(
    plan: PricePlan, brackets: list[Bracket], up_to: Decimal | None
) -> Iterator[_Segment]:
    total = Decimal(0)
    for bracket in brackets:
        far = max((bracket.above or Decimal(1)) * BEYOND, up_to or Decimal(0))
        end = bracket.up_to if bracket.up_to is not None else far
        start, slope = _TOTALS[plan.model](bracket, total)
        total = start + EXACT.multiply(end - bracket.above, slope)
        yield _Segment((bracket.above, start), (end, total))


def _corners(plan: PricePlan, segments: list[_Segment]) -> tuple[Corner, ...]:
    points: list[Corner] = []
    for segment in _from_least(plan, segments):
        for corner in _limited(plan, segment):
            if not points or points[-1] != corner:
                points.append(corner)
    return tuple(points)


def _from_least(plan: PricePlan, segments: list[_Segment]) -> Iterator[_Segment]:
    """The segments from the smallest quantity on, which fewer units cost as well."""
    least = plan.least_quantity
    if least is None or not segments or least <= segments[0].start[0]:
        yield from segments
        return
    for segment in segments:
        (x, y), (end_x, end_y) = segment.start, segment.end
        if end_x <= least:
            continue
        if x < least:
            slope = EXACT.divide(end_y - y, end_x - x)
            y, x = y + EXACT.multiply(slope, least - x), least
            yield _Segment((segments[0].start[0], y), (least, y))
        yield _Segment((x, y), (end_x, end_y))


def _limited(plan: PricePlan, segment: _Segment) -> Iterator[Corner]:
    """The corners of a segment within the minimum and maximum, with those where it meets them."""
    low = plan.minimum.amount if plan.minimum else None
    high = plan.maximum.amount if plan.maximum else None
    bottom, top = sorted((segment.start[1], segment.end[1]))
    crossed = [limit for limit in (low, high) if limit is not None and bottom < limit < top]
    xs = sorted({segment.start[0], segment.end[0], *(segment.at(limit) for limit in crossed)})
    for x in xs:
        yield x, _clamped(_height(segment, x), low, high)


def _height(segment: _Segment, x: Decimal) -> Decimal:
    (start, y), (end, end_y) = segment.start, segment.end
    if end in (x, start):
        return end_y
    return y + EXACT.divide(EXACT.multiply(end_y - y, x - start), end - start)


def _clamped(height: Decimal, low: Decimal | None, high: Decimal | None) -> Decimal:
    height = height if low is None else max(height, low)
    return height if high is None else min(height, high)
