"""What is promised, in a phrase of the handbook's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from slaeditor.model.values.duration import Duration
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.relative_due import END, SAME_TIME, START, RelativeDue
from slaeditor.model.values.target_value import Comparison, State, Statistic, TargetValue
from slaeditor.publish.edition.amounts import Amounts
from slaeditor.publish.edition.phrases import Phrases

_MOMENTS = {END: "end", START: "start", SAME_TIME: "same"}


@dataclass(frozen=True, slots=True)
class TargetWords:
    """Says targets; `deadline` says a moment of a service day.

    `service_day` is how long a service day is, where that is known; `more_is_better` says that a
    time is the least, not the most.
    """

    words: Amounts
    deadline: Callable[[RelativeDue], str]
    service_day: Duration | None = None
    more_is_better: bool = False

    def of(self, value: TargetValue) -> str:
        """Return a target in words."""
        phrases = self.words.phrases
        if value.state is State.TEXT:
            return value.words
        if value.state is not State.VALUE:
            return phrases(f"target.{value.state.name.lower()}")
        limit = self.compared(value)
        if value.share:
            return phrases("target.share", share=self._share(value), limit=limit)
        if value.statistic is Statistic.PERCENTILE and value.percentile is not None:
            number = self.words.number(value.percentile)
            return phrases("target.percentile", number=number, limit=limit)
        return phrases(f"target.{value.statistic.value}", limit=limit) if value.statistic else limit

    def compared(self, value: TargetValue) -> str:
        """Return the limit of a target with its comparison: "within 4 hours", "at least 95 %"."""
        phrases = self.words.phrases
        if value.due:
            return self.deadline(value.due)
        limit = self._limit(value)
        if value.is_cadence:
            return self._every(value)
        key = _comparison(value)
        if key == "within" and self.more_is_better and not value.share:
            key = "at_least"
        return phrases(f"compare.{key}", limit=limit) if key else limit

    def _every(self, value: TargetValue) -> str:
        amount = value.amount
        if isinstance(amount, Duration) and amount.amount == 1:
            return self.words.phrases(f"every.{_clock(amount)}{amount.unit.name.lower()}")
        return self.words.phrases("compare.every", limit=self._limit(value))

    def _limit(self, value: TargetValue) -> str:
        amount = self.words.amount(value.amount, None if value.upper else self.service_day)
        if value.upper is None:
            return amount
        upper = self.words.amount(value.upper, self.service_day)
        return f"{self._first_of_range(value) or amount}–{upper}"

    def _first_of_range(self, value: TargetValue) -> str:
        """The lower end alone, where its unit is that of the upper end."""
        if isinstance(value.amount, Duration) and isinstance(value.upper, Duration):
            same = value.amount.unit is value.upper.unit
            return self.words.number(value.amount.amount) if same else ""
        if isinstance(value.amount, Percentage):
            return self.words.number(value.amount.value)
        return self.words.number(value.amount.amount) if value.amount else ""

    def _share(self, value: TargetValue) -> str:
        if value.share and value.share_upper:
            lower = self.words.number(value.share.value)
            return f"{lower}–{self.words.percentage(value.share_upper)}"
        return self.words.percentage(value.share) if value.share else ""


def due_words(phrases: Phrases, due: RelativeDue, time: str) -> str:
    """Return a deadline at a moment of a service day; `time` is its time of day in words."""
    day = phrases(f"day.{due.days}") if due.days <= 1 else phrases("day.many", count=due.days)
    return phrases(f"due.{_MOMENTS.get(due.at, 'time')}", day=day, time=time)


def _comparison(value: TargetValue) -> str:
    """The key of the comparison's phrase; nothing where the limit speaks for itself."""
    if value.comparison is None:
        return ""
    is_time = isinstance(value.amount, Duration)
    if value.comparison is Comparison.WITHIN:
        return "within" if is_time else "at_most"
    if value.comparison is Comparison.EXACTLY and not value.share:
        return "exactly" if is_time else ""
    return value.comparison.name.lower()


def _clock(duration: Duration) -> str:
    return "service_" if duration.is_service else ""
