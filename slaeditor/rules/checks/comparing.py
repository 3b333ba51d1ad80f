"""Which of two promises is better for the client, told in comparable clocks."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Final

from slaeditor.model.project import Project
from slaeditor.model.promises import Better, Measure, Target
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import State, TargetValue
from slaeditor.rules.comparable_time import Comparison, compare
from slaeditor.rules.instants import ClockError
from slaeditor.rules.results import higher_is_better, number_of
from slaeditor.rules.usual_hours import length_of, usual_hours


class Standing(Enum):
    """How one promise stands to another, seen by the client."""

    BETTER = "better"
    EQUAL = "equal"
    WORSE = "worse"
    UNDECIDED = "undecided"


_ALL: Final = Percentage(Decimal(100))
_BY_TIME = {
    Comparison.SHORTER: Standing.BETTER,
    Comparison.EQUAL: Standing.EQUAL,
    Comparison.LONGER: Standing.WORSE,
    Comparison.UNDECIDED: Standing.UNDECIDED,
}
_STATES = {State.NOT_OFFERED: 0, State.NO_TARGET: 1, State.BEST_EFFORT: 1, State.VALUE: 2}
"""Promises by how much they bind; words of one's own and “as agreed” cannot be ranked."""


_compared: Final = lru_cache(maxsize=4096)(compare)


def compared_time(project: Project, one: Target, other: Target) -> Comparison:
    """Return how long one target takes beside another; undecided where that cannot be told."""
    left, right = length_of(one.value), length_of(other.value)
    if left is None or right is None:
        return Comparison.UNDECIDED
    try:
        return _compared(left, usual_hours(project, one), right, usual_hours(project, other))
    except ClockError:
        return Comparison.UNDECIDED


def standing(project: Project, measure: Measure, one: Target, other: Target) -> Standing:
    """Return how one target of a measure stands to another of the same measure."""
    left, right = one.value, other.value
    if left is None or right is None or _STATES.keys().isdisjoint({left.state, right.state}):
        return Standing.UNDECIDED
    if not (left.is_value and right.is_value):
        return _by_state(left, right)
    if left.statistic is not right.statistic or left.percentile != right.percentile:
        return Standing.UNDECIDED
    by_limit = _by_limit(project, measure, one, other)
    return _with_share(by_limit, left.share, right.share)


def _by_state(left: TargetValue, right: TargetValue) -> Standing:
    if left.state not in _STATES or right.state not in _STATES:
        return Standing.UNDECIDED
    one, other = Decimal(_STATES[left.state]), Decimal(_STATES[right.state])
    return _order(one, other, higher=True)


def _by_limit(project: Project, measure: Measure, one: Target, other: Target) -> Standing:
    left, right = one.value, other.value
    if length_of(left) is not None and length_of(right) is not None:
        return _BY_TIME[compared_time(project, one, other)]
    if left is None or right is None or type(left.limit) is not type(right.limit):
        return Standing.UNDECIDED
    mine, theirs = number_of(left.limit), number_of(right.limit)
    if mine is None or theirs is None or _units_differ(left, right):
        return Standing.UNDECIDED
    plain = Measure(better=measure.better or Better.LOWER)
    return _order(mine, theirs, higher=higher_is_better(plain, left))


def _units_differ(left: TargetValue, right: TargetValue) -> bool:
    if left.quantity and right.quantity:
        return left.quantity.unit != right.quantity.unit
    one, other = left.duration, right.duration
    return bool(one and other and (one.unit, one.clock) != (other.unit, other.clock))


def _with_share(by_limit: Standing, share: Percentage | None, other: Percentage | None) -> Standing:
    """A promise is worse when limit or share is and neither makes up for it."""
    by_share = _order((share or _ALL).value, (other or _ALL).value, higher=True)
    if by_share is Standing.EQUAL or by_limit is by_share:
        return by_limit
    return by_share if by_limit is Standing.EQUAL else Standing.UNDECIDED


def _order(one: Decimal, other: Decimal, *, higher: bool) -> Standing:
    if one == other:
        return Standing.EQUAL
    return Standing.BETTER if (one > other) is higher else Standing.WORSE
