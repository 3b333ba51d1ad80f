"""A credit or price curve over its axes."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, floor, log10

import htpy as h
from htpy import Element, Node

from slaeditor.publish.figures import Curve
from slaeditor.publish.render.colour import INK
from slaeditor.publish.render.figures.drawing import (
    GUTTER,
    MUTED,
    PAGE,
    SMALL,
    WARNING,
    Lettering,
    Look,
    canvas,
    dot,
    fitted,
    label,
    line,
    number,
    paragraph,
)
from slaeditor.publish.render.figures.lettering import width

_HEIGHT = 104.0
_RIGHT = 14.0
_PLOT = PAGE - GUTTER - _RIGHT
_THOUSAND = 1000
_TICKS = 5
_MARK_ROW = 11.0

_Range = tuple[float, float, list[float]]


def curve_svg(curve: Curve, look: Look) -> Element:
    """Return the curve with its axes, their titles and the marks that matter."""
    x_range = _axis([point.x for point in curve.points] + [x for x, _ in curve.marks])
    y_range = _axis([point.y for point in curve.points], from_zero=True)
    rows = _mark_rows(curve, x_range)
    top = 14 + _MARK_ROW * (max(rows.values(), default=-1) + 1)
    corners = [
        (_x(point.x / _THOUSAND, x_range), top + _y(point.y / _THOUSAND, y_range))
        for point in sorted(curve.points, key=lambda point: point.x)
    ]
    content: list[Node] = [
        _grid(x_range, y_range, top, look),
        _area(_stepped(corners) if curve.stepped else corners, top, look),
        [_mark(x, words, rows[x], x_range, top) for x, words in curve.marks],
        _titles(curve, top),
    ]
    return canvas(PAGE, top + _HEIGHT + 32, curve.alternative, content, look.family)


def _axis(values: list[int], *, from_zero: bool = False) -> _Range:
    """Return the ends of an axis and its ticks, in axis units."""
    units = [value / _THOUSAND for value in values] or [0.0]
    low, high = min(units), max(units)
    low = min(low, 0.0) if from_zero else low
    step = _step((high - low) or abs(high) or 1.0)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    last = max(last, first + 1)
    return first * step, last * step, [at * step for at in range(first, last + 1)]


def _step(spread: float) -> float:
    """Return 1, 2 or 5 times a power of ten that cuts `spread` into about five."""
    raw = spread / _TICKS
    power = 10.0 ** floor(log10(raw))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw - 1e-12)


def _x(value: float, scale: _Range) -> float:
    return GUTTER + _PLOT * (value - scale[0]) / (scale[1] - scale[0])


def _y(value: float, scale: _Range) -> float:
    return _HEIGHT * (1 - (value - scale[0]) / (scale[1] - scale[0]))


def _stepped(corners: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return the corners with a level run before each jump."""
    drawn = corners[:1]
    for (_, y_before), (x, y) in pairwise(corners):
        drawn += [(x, y_before), (x, y)]
    return drawn


def _grid(x_range: _Range, y_range: _Range, top: float, look: Look) -> list[Node]:
    bottom = top + _HEIGHT
    across = [
        [
            line(
                [(GUTTER, top + _y(tick, y_range)), (GUTTER + _PLOT, top + _y(tick, y_range))],
                look.line,
                0.35,
            ),
            label(
                GUTTER - 6,
                top + _y(tick, y_range) + 2.6,
                _tick(tick, y_range),
                Lettering(size=SMALL, colour=MUTED, anchor="end"),
            ),
        ]
        for tick in y_range[2]
    ]
    below = [
        [
            line([(_x(tick, x_range), bottom), (_x(tick, x_range), bottom + 3)], INK, 0.5),
            label(
                _x(tick, x_range),
                bottom + 12,
                _tick(tick, x_range),
                Lettering(size=SMALL, colour=MUTED, anchor="middle"),
            ),
        ]
        for tick in x_range[2]
    ]
    return [across, below, line([(GUTTER, bottom), (GUTTER + _PLOT, bottom)], INK, 0.75)]


def _tick(value: float, scale: _Range) -> str:
    step = scale[2][1] - scale[2][0]
    digits = max(0, -floor(log10(step) + 1e-9))
    return f"{value:.{digits}f}"


def _area(corners: list[tuple[float, float]], top: float, look: Look) -> list[Node]:
    if not corners:
        return []
    bottom = top + _HEIGHT
    ends = [(corners[-1][0], bottom), (corners[0][0], bottom)]
    outline = " ".join(f"{number(x)},{number(y)}" for x, y in [*corners, *ends])
    return [
        h.polygon(points=outline, fill=look.band),
        line(corners, look.accent, 1.8),
        [dot(x, y, 2.1, look.accent) for x, y in (corners[0], corners[-1])],
    ]


def _mark_rows(curve: Curve, x_range: _Range) -> dict[int, int]:
    """Return the row above the plot in which each mark's words stand, so that none meet."""
    ends: list[float] = []
    rows = {}
    for x, words in sorted(curve.marks):
        left, right = _mark_span(x, words, x_range)
        row = next((at for at, taken in enumerate(ends) if taken <= left), len(ends))
        ends[row : row + 1] = [right + 6]
        rows[x] = row
    return rows


def _mark_span(x: int, words: str, x_range: _Range) -> tuple[float, float]:
    wide = width(words, SMALL, bold=True)
    left = min(max(_x(x / _THOUSAND, x_range) - wide / 2, GUTTER), PAGE - wide)
    return left, left + wide


def _mark(x: int, words: str, row: int, x_range: _Range, top: float) -> list[Node]:
    place = _x(x / _THOUSAND, x_range)
    high = top - 7 - _MARK_ROW * row
    left, _ = _mark_span(x, words, x_range)
    return [
        line([(place, high + 3), (place, top + _HEIGHT)], WARNING, 0.9, dashed=True),
        label(left, high, words, Lettering(size=SMALL, colour=WARNING, bold=True)),
    ]


def _titles(curve: Curve, top: float) -> list[Node]:
    return [
        paragraph(
            0,
            top + 6,
            fitted(curve.y_title, GUTTER - 40, SMALL, bold=True, most=6),
            Lettering(size=SMALL, bold=True),
        ),
        label(
            GUTTER + _PLOT,
            top + _HEIGHT + 25,
            curve.x_title,
            Lettering(size=SMALL, bold=True, anchor="end"),
        ),
    ]
