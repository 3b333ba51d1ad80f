"""The terms a target is said in: its state, its comparison, its statistic."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from slaeditor.model.values.duration import Duration
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.quantity import Quantity
from slaeditor.model.values.relative_due import RelativeDue

Amount = Duration | Percentage | Quantity
"""What a result may be measured in."""


class State(StrEnum):
    """What stands in the cell of a target; a cell with nothing in it has no target value at all.

    The member's value is its canonical words, except for VALUE and TEXT, which say more.
    """

    VALUE = "value"
    TEXT = "text"
    BEST_EFFORT = "best effort"
    AS_AGREED = "as agreed"
    NOT_OFFERED = "not offered"
    NOT_APPLICABLE = "n/a"
    NO_TARGET = "no target"


class Comparison(StrEnum):
    """How a result must stand to the limit; the member's value is its canonical words.

    WITHIN is said before times: at most so long. EVERY is a cadence.
    """

    WITHIN = "at most"
    AT_LEAST = "at least"
    LESS_THAN = "<"
    MORE_THAN = ">"
    EXACTLY = "exactly"
    EVERY = "every"


class Statistic(StrEnum):
    """Which figure of many cases is compared, when it is not each case."""

    AVERAGE = "average"
    MEDIAN = "median"
    PERCENTILE = "percentile"


class TargetParts(NamedTuple):
    """The parts of a target's value, in the order of its fields."""

    state: State
    comparison: Comparison | None = None
    amount: Amount | None = None
    upper: Amount | None = None
    due: RelativeDue | None = None
    share: Percentage | None = None
    share_upper: Percentage | None = None
    statistic: Statistic | None = None
    percentile: Decimal | None = None
    words: str = ""
