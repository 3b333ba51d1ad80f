"""The curve and the worked example of a credit or reward, made from its own rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from math import ceil
from typing import Final

from slaeditor.model.compensation import (
    Compensation,
    CompensationBand,
    Method,
    StepRounding,
)
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, MeasureKind
from slaeditor.model.values.money import Money
from slaeditor.model.values.numbers import EXACT
from slaeditor.rules.compensation import (
    GIVES,
    NotDecidable,
    Occurrence,
    Owed,
    band_range,
    bands_of,
    value_of,
)
from slaeditor.rules.credits import owed
from slaeditor.rules.plan_prices import currency_of
from slaeditor.rules.results import higher_is_better, threshold

STEPS_DRAWN: Final = 5
"""Steps of a curve without a cap."""

EXAMPLE_CASES: Final = Decimal(2)
_EXAMPLE_BASE: Final = Decimal(1000)
_WHOLE: Final = Decimal(100)
_SHARES: Final = frozenset({MeasureKind.AVAILABILITY, MeasureKind.RATIO})
_HALF: Final = Decimal("0.5")

Corner = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Corners:
    """The corners of a curve from left to right, results against amounts.

    Two corners above each other are a jump. `unit` is "%", "h" or a currency.
    """

    points: tuple[Corner, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Example:
    """What happened in a worked example, and what is owed for it."""

    occurrence: Occurrence
    owed: Owed


def corners(project: Project, row: Compensation, level: ServiceLevel | None = None) -> Corners:
    """Return the curve of a credit or reward; without points where it has none to draw."""
    if row.method is Method.BANDS:
        return _possible(project, row, level, _band_corners(bands_of(project, row)))
    if row.method is Method.STEP:
        return _possible(project, row, level, _step_corners(project, row, level))
    return _case_corners(row) if row.method is Method.PER_CASE else Corners((), "%")


def _possible(
    project: Project, row: Compensation, level: ServiceLevel | None, found: Corners
) -> Corners:
    """The part of a curve that can happen: no share is below 0 % or above 100 %."""
    measure, value = project.measures.get(row.measure), value_of(project, row, level)
    is_share = measure is not None and measure.kind in _SHARES
    is_share = is_share or (value is not None and value.share is not None)
    return replace(found, points=_shares_only(found.points)) if is_share else found


def _shares_only(points: tuple[Corner, ...]) -> tuple[Corner, ...]:
    kept: list[Corner] = []
    for before, after in pairwise(points):
        kept += [_cut(before, after), _cut(after, before)] if _is_share(before, after) else []
    return _without_repeats(kept)


def _is_share(one: Corner, other: Corner) -> bool:
    """Whether a part of the run between two corners can happen."""
    return min(one[0], other[0]) <= _WHOLE and max(one[0], other[0]) >= 0


def _cut(corner: Corner, other: Corner) -> Corner:
    """The corner, or the place between 0 and 100 where the run from the other one leaves it."""
    (x, y), (start, height) = corner, other
    end = min(max(x, Decimal(0)), _WHOLE)
    if x in (end, start):
        return corner
    part = EXACT.divide(end - start, x - start)
    return end, height + EXACT.multiply(y - height, part)


def example(
    project: Project,
    row: Compensation,
    level: ServiceLevel | None = None,
    base: Money | None = None,
) -> Example | None:
    """Return a worked example in which something is owed, or None where none can be made.

    Without charges to count on, 1,000 of the currency of the level's prices are taken.
    """
    result = _example_result(project, row, level)
    needs_result = row.method in {Method.BANDS, Method.STEP}
    if row.method is Method.FORMULA or (needs_result and result is None):
        return None
    base = base or Money(_EXAMPLE_BASE, _currency(project, row))
    cases = EXAMPLE_CASES if row.method is Method.PER_CASE else None
    occurrence = Occurrence(result, base, cases, dict(_passing(project, row)))
    try:
        return Example(occurrence, owed(project, row, occurrence, level))
    except NotDecidable:
        return None


def _band_corners(bands: tuple[CompensationBand, ...]) -> Corners:
    ranges = [band_range(band) for band in bands]
    edges = sorted({end for one in ranges for end in (one.lower, one.upper) if end is not None})
    if not edges:
        return Corners((), "%")
    pad = max((edges[-1] - edges[0]) / 4, Decimal(1) if len(edges) == 1 else Decimal(0))
    ends = [edges[0] - pad, *edges, edges[-1] + pad]
    unit = _band_unit(bands)
    points: list[Corner] = []
    for start, end in pairwise(ends):
        middle = EXACT.multiply(start + end, _HALF)
        holding = next((band for band in bands if middle in band_range(band)), None)
        height = _height(holding, unit)
        points += [(start, height), (end, height)]
    return Corners(_without_repeats(points) if any(high for _, high in points) else (), unit)


def _band_unit(bands: tuple[CompensationBand, ...]) -> str:
    if any(band.share for band in bands):
        return "%"
    amounts = [band.amount.currency for band in bands if band.amount]
    return amounts[0] if amounts else "h"


def _height(band: CompensationBand | None, unit: str) -> Decimal:
    if band is None:
        return Decimal(0)
    if unit == "%":
        return band.share.value if band.share else Decimal(0)
    amount = band.hours if unit == "h" else band.amount and band.amount.amount
    return amount or Decimal(0)


def _step_corners(project: Project, row: Compensation, level: ServiceLevel | None) -> Corners:
    start = row.baseline if row.baseline is not None else threshold(value_of(project, row, level))
    amount, unit = _step_amount(row)
    if start is None or not row.step_size or row.step_size < 0 or not amount:
        return Corners((), unit)
    side = _side(project, row, level)
    start += side * (row.dead_band or Decimal(0))
    cap = cap_in(row, unit)
    count = _steps_to_draw(amount, cap)
    heights = _stairs(row.step_rounding, row.step_size * side, amount, count)
    points = [(start - side * row.step_size, Decimal(0)), (start, Decimal(0))]
    points += [
        (start + off, height if cap is None else min(height, cap)) for off, height in heights
    ]
    return Corners(tuple(points if side > 0 else reversed(points)), unit)


def _step_amount(row: Compensation) -> tuple[Decimal, str]:
    if row.step_share:
        return row.step_share.value, "%"
    return (row.step_money.amount, row.step_money.currency) if row.step_money else (Decimal(0), "%")


def cap_in(row: Compensation, unit: str) -> Decimal | None:
    """Return the limit of a credit in a unit, "%" or a currency; None where it has none."""
    if unit == "%":
        return row.cap_share.value if row.cap_share else None
    return row.cap_money.amount if row.cap_money and row.cap_money.currency == unit else None


def _steps_to_draw(amount: Decimal, cap: Decimal | None) -> int:
    if cap is None:
        return STEPS_DRAWN
    return min(ceil(cap / abs(amount)) + 1, 2 * STEPS_DRAWN)


def _stairs(
    rounding: StepRounding | None, size: Decimal, amount: Decimal, count: int
) -> Iterator[Corner]:
    """Yield the corners of so many steps as distance and height."""
    for step in range(count):
        if rounding is StepRounding.PRO_RATA:
            yield size * (step + 1), amount * (step + 1)
            continue
        height = amount * (step + (rounding is StepRounding.PART_COUNTS_WHOLE))
        yield size * step, height
        yield size * (step + 1), height


def _side(project: Project, row: Compensation, level: ServiceLevel | None) -> int:
    """1 where more is owed to the right, -1 where to the left."""
    measure = project.measures.get(row.measure) or Measure()
    rises = higher_is_better(measure, value_of(project, row, level))
    return -1 if rises is (row.direction in GIVES) else 1


def _case_corners(row: Compensation) -> Corners:
    factor = row.case_factor * 100 if row.case_factor is not None else None
    share = factor if factor is not None else row.case_share and row.case_share.value
    amount = share or (row.case_money.amount if row.case_money else Decimal(0))
    unit = "%" if share or not row.case_money else row.case_money.currency
    if not amount:
        return Corners((), unit)
    cap = cap_in(row, unit)
    points: list[Corner] = []
    for cases in range(STEPS_DRAWN + 1):
        height = amount * cases if cap is None else min(amount * cases, cap)
        points += [(Decimal(cases), points[-1][1] if points else Decimal(0))]
        points += [(Decimal(cases), height)]
    return Corners(_without_repeats(points), unit)


def _without_repeats(points: list[Corner]) -> tuple[Corner, ...]:
    """The corners without those that lie on a flat run or on the corner before."""
    kept: list[Corner] = []
    for point in points:
        flat = len(kept) > 1 and kept[-2][1] == kept[-1][1] == point[1]
        if flat or (kept and kept[-1] == point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _example_result(
    project: Project, row: Compensation, level: ServiceLevel | None
) -> Decimal | None:
    if row.method is Method.BANDS:
        return _inside(bands_of(project, row))
    value = value_of(project, row, level)
    start = row.baseline if row.baseline is not None else threshold(value)
    if row.method is not Method.STEP or start is None or not row.step_size:
        return None
    off = (row.dead_band or Decimal(0)) + row.step_size * (2 + _HALF)
    return start + _side(project, row, level) * off


def _inside(bands: tuple[CompensationBand, ...]) -> Decimal | None:
    """A result in the middle of the first band with an amount."""
    for band in bands:
        amounts = (band.share, band.amount and band.amount.amount, band.hours)
        if not any(amounts) or (band.lower is None and band.upper is None):
            continue
        if band.lower is None or band.upper is None:
            edge = band.lower if band.lower is not None else band.upper
            return (edge or Decimal(0)) + (1 if band.upper is None else -1)
        return EXACT.multiply(band.lower + band.upper, _HALF)
    return None


def _passing(project: Project, row: Compensation) -> Iterator[tuple[str, Decimal]]:
    """Results that pass the further tests: just what is asked for."""
    for test in project.compensation_tests.where("compensation", row.id):
        asked = threshold(test.value)
        if asked is not None:
            yield test.measure, asked


def _currency(project: Project, row: Compensation) -> str:
    amounts = [row.step_money, row.case_money, row.cap_money, row.smallest]
    told = (one.currency for one in amounts if one)
    of_prices = (currency_of(project, plan) for plan in project.price_plans)
    return next(filter(None, (*told, *of_prices)), "EUR")
