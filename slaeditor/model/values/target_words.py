"""The canonical words of a target."""

import re
from typing import Final

from slaeditor.model.values import numbers
from slaeditor.model.values.duration import SECONDS, Duration
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.quantity import Quantity
from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.model.values.target_terms import Amount, Comparison, State, Statistic, TargetParts
from slaeditor.model.values.words import quoted

_TEXT_STARTS: Final = re.compile(
    r"(?:continuous|until|by agreement|to be determined|at our discretion)\b", re.IGNORECASE
)


def words_of(parts: TargetParts) -> str:
    """Return the canonical words of a target's parts."""
    if parts.state is State.TEXT:
        return parts.words if starts_as_text(parts.words) else quoted(parts.words)
    if parts.state is not State.VALUE:
        return str(parts.state)
    return f"{_measured_over(parts)}{_compared(parts)}{_limits(parts)}"


def starts_as_text(words: str) -> bool:
    """Return whether the words open so that they are text without quotes, as "continuous" does."""
    return _TEXT_STARTS.match(words) is not None


def usual_comparison(limit: Amount | RelativeDue) -> Comparison:
    """Return what a limit alone means: times at most, percentages at least, quantities exactly."""
    if isinstance(limit, Percentage):
        return Comparison.AT_LEAST
    return Comparison.EXACTLY if isinstance(limit, Quantity) else Comparison.WITHIN


def _measured_over(parts: TargetParts) -> str:
    if parts.share and parts.share_upper:
        return f"{_range(parts.share, parts.share_upper)} "
    if parts.share:
        return f"{parts.share} "
    if parts.statistic is Statistic.PERCENTILE and parts.percentile is not None:
        return f"p{numbers.words(parts.percentile)} "
    return f"{parts.statistic} " if parts.statistic else ""


def _compared(parts: TargetParts) -> str:
    limit = parts.amount or parts.due
    if parts.share and isinstance(limit, RelativeDue):
        return "" if str(limit).startswith("by ") else "by "
    if parts.share and parts.comparison is Comparison.WITHIN and isinstance(limit, Duration):
        return "within "
    usual = limit is not None and usual_comparison(limit) is parts.comparison
    return "" if usual and not parts.share else f"{parts.comparison} "


def _limits(parts: TargetParts) -> str:
    if parts.due:
        return str(parts.due)
    if parts.amount and parts.upper:
        return _range(parts.amount, parts.upper)
    return _once(parts.amount) if parts.comparison is Comparison.EVERY else str(parts.amount)


def _once(amount: Amount | None) -> str:
    if isinstance(amount, Duration) and amount.amount == 1 and amount.unit not in SECONDS:
        return str(amount).removeprefix("1 ")
    return str(amount)


def _range(lower: Amount, upper: Amount) -> str:
    units_differ = (
        isinstance(lower, Duration) and isinstance(upper, Duration) and lower.unit != upper.unit
    )
    if units_differ:
        return f"{lower} – {upper}"
    figure = lower.value if isinstance(lower, Percentage) else lower.amount
    return f"{numbers.words(figure)}–{upper}"
