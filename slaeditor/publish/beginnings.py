"""Where pages begin so that few of them are left half empty.

What follows each other is given as stretches; pages may begin between two of them. Of all ways to
begin pages the one is found that costs least: pages, those that end with a few lines, and runs so
long that an edit would cost much. What is best from a page's beginning on does not depend on what
stands before it, so an edit moves few beginnings but its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import sqrt

from slaeditor.publish.strips import Fall, Strip

FULL = 0.7
"""A last page of which less is filled costs the more the emptier it is."""
_EMPTY = 4.0
_LONG_RUN, _LONGEST_RUN, _LONG = 4, 7, 0.15
"""Pages of a run that cost no more than others, those that are passed only where no page may begin
before, and what each between them costs more."""
_DOUBT = 0.015
"""By how much of a page a run may end elsewhere than foreseen, for each of its pages."""
_LIKELY = ((-1.2, 0.25), (0.0, 0.5), (1.2, 0.25))
"""Ends of a run, in such doubts, and how likely they are."""
_NOWHERE = float("inf")


class Begins(Enum):
    """Whether a page begins before a stretch."""

    ALWAYS = "always"
    PERHAPS = "perhaps"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Strips that follow each other; `below` is what it costs when they begin no page, in pages.

    No page begins within the next `together` stretches when this one begins none.
    """

    strips: tuple[Strip, ...]
    begins: Begins = Begins.PERHAPS
    below: float = 0.0
    together: int = 0


def beginnings(stretches: Sequence[Stretch], scale: float = 1.0) -> frozenset[int]:
    """Return before which stretches pages begin, from 0; the first always does.

    `scale` is how much more room the lines of a look take than those of the classic one.
    """
    count = len(stretches)
    cost, following = [0.0] * (count + 1), [count] * (count + 1)
    for begin in reversed(range(count)):
        cost[begin], following[begin] = _best(stretches, begin, cost, scale)
    found, at = set(), 0
    while at < count:
        found.add(at)
        at = following[at]
    return frozenset(found)


def _best(
    stretches: Sequence[Stretch], begin: int, cost: list[float], scale: float
) -> tuple[float, int]:
    """Return the least cost from a page's beginning on, and where the next one is begun."""
    fall, extra, closed = Fall(scale), 0.0, begin
    best = (_NOWHERE, len(stretches))
    for at in range(begin, len(stretches)):
        one = stretches[at]
        if at > begin:
            extra += one.below
            closed = max(closed, at + one.together)
        fall.add(one.strips)
        if fall.pages > _LONGEST_RUN and best[0] < _NOWHERE:
            break
        end = at + 1
        if _may_end(stretches, end, closed):
            best = min(best, (_run_cost(fall) + extra + cost[end], end))
        if _must_end(stretches, end):
            break
    return best


def _may_end(stretches: Sequence[Stretch], end: int, closed: int) -> bool:
    if _must_end(stretches, end):
        return True
    return end > closed and stretches[end].begins is Begins.PERHAPS


def _must_end(stretches: Sequence[Stretch], end: int) -> bool:
    return end == len(stretches) or stretches[end].begins is Begins.ALWAYS


def _run_cost(fall: Fall) -> float:
    """Return what a run costs that ends where strips have fallen, in pages."""
    doubt, ends = _DOUBT * fall.pages, fall.pages - 1 + fall.full
    pages = sum(share * _pages_cost(ends + by * doubt) for by, share in _LIKELY)
    return pages + _LONG * max(0, fall.pages - _LONG_RUN)


def _pages_cost(ends: float) -> float:
    """Return what pages cost that are filled up to an end: the emptier the last one, the more."""
    last = ends % 1
    lacking = max(0.0, FULL - last)
    return ends - last + 1 + _EMPTY * lacking * sqrt(lacking)
