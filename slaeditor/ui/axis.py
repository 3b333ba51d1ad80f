"""The scale of an axis: round ticks over a range of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

TICKS = 5


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from `first` to `last` with a tick at every `step`."""

    first: float
    last: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The round numbers at which a tick stands."""
        first = ceil(self.first / self.step - 1e-9)
        last = floor(self.last / self.step + 1e-9)
        return tuple(self.step * at for at in range(first, last + 1))

    @property
    def digits(self) -> int:
        """How many decimals a tick needs."""
        return max(0, -floor(log10(self.step) + 1e-9))

    def share(self, number: float) -> float:
        """Where a number lies on the axis, from 0 to 1."""
        return (number - self.first) / (self.last - self.first)

    def number(self, share: float) -> float:
        """The number at a share of the axis."""
        return self.first + share * (self.last - self.first)


def axis(low: float, high: float) -> Axis:
    """Return an axis that begins and ends at ticks and holds a range, with about five of them.

    >>> axis(0, 47)
    Axis(first=0.0, last=50.0, step=10.0)
    """
    step = _step((high - low) or abs(high) or 1.0)
    first = floor(low / step + 1e-9)
    last = max(ceil(high / step - 1e-9), first + 1)
    return Axis(first * step, last * step, step)


def close_axis(low: float, high: float) -> Axis:
    """Return an axis that begins and ends with the range itself; its ticks lie inside."""
    step = _step((high - low) or abs(high) or 1.0)
    return Axis(low, high if high > low else low + step, step)


def _step(spread: float) -> float:
    """Return 1, 2 or 5 times a power of ten that cuts a spread into about five."""
    raw = spread / TICKS
    power = 10.0 ** floor(log10(raw))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw - 1e-12)
