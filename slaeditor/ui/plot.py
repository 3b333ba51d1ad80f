"""What a curve on the screen shows: its corners, what is marked on it and where it is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

Corner = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across the curve at a number: a target, a limit, a quantity; `tone` is its colour."""

    at: Decimal
    words: str
    tone: str = "warning"
    level: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the axis below where something is wrong, such as a gap; an open end is None."""

    start: Decimal | None
    end: Decimal | None
    words: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A curve from left to right; two corners above each other are a jump."""

    corners: tuple[Corner, ...]
    x_title: str
    y_title: str
    told: str = ""
    marks: tuple[Mark, ...] = ()
    stretches: tuple[Stretch, ...] = ()


def height_at(corners: tuple[Corner, ...], at: float) -> float | None:
    """Return how high a curve is at a number; at a jump the height before it, outside None."""
    for (x, y), (next_x, next_y) in pairwise(corners):
        if float(x) <= at <= float(next_x):
            wide = float(next_x) - float(x)
            part = (at - float(x)) / wide if wide else 0.0
            return float(y) + part * (float(next_y) - float(y))
    return None


def middle(stretch: Stretch, first: float, last: float) -> float:
    """Return the middle of what is seen of a stretch on an axis from first to last."""
    start = max(float(stretch.start), first) if stretch.start is not None else first
    end = min(float(stretch.end), last) if stretch.end is not None else last
    return (start + end) / 2
