"""What is promised in one cell of an agreement."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from slaeditor.model.values.duration import Duration
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.quantity import Quantity
from slaeditor.model.values.relative_due import RelativeDue
from slaeditor.model.values.target_reader import parts_of
from slaeditor.model.values.target_terms import (
    Amount,
    Comparison,
    State,
    Statistic,
    TargetParts,
)
from slaeditor.model.values.target_words import words_of
from slaeditor.model.values.unreadable import unreadable

__all__ = ["Amount", "Comparison", "RelativeDue", "State", "Statistic", "TargetValue"]


@dataclass(frozen=True, slots=True)
class TargetValue:
    """A state, and for VALUE a comparison with a limit, for TEXT the words.

    The limit is an `amount`, with `upper` when it is a range, or a `due` moment of a service day.
    `share` is the part of cases that must meet it (a range up to `share_upper`); `statistic` says
    which figure of many cases must, with `percentile` when it is one.

    >>> str(TargetValue.parse("95% in 4 business hours"))
    '95 % within 4 service h'
    >>> TargetValue.parse("NBD").due
    RelativeDue(days=1, at='same time')
    >>> TargetValue.parse("3-4 bd").limit
    Duration(amount=Decimal('4'), unit=<Unit.DAY: 'day'>, clock=<Clock.SERVICE: 'service'>)
    """

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

    def __post_init__(self) -> None:
        """Raise `Unreadable` when the parts do not belong together, so would not read back."""
        if self.state is State.VALUE and (self.amount is None) is (self.due is None):
            raise unreadable("", "a target with one limit", "4 h", "end of next service day")
        if parts_of(str(self)) != self._parts:
            raise unreadable(str(self), "a target whose parts belong together", "95 % within 4 h")

    @classmethod
    def parse(cls, words: str) -> Self:
        """Return the target that is typed; raise `Unreadable`, naming the readings if several."""
        return cls(*parts_of(words))

    def __str__(self) -> str:
        """Return the canonical words, such as "95 % within 4 service h"."""
        return words_of(self._parts)

    @property
    def limit(self) -> Amount | RelativeDue | None:
        """What a result is held against; of a range the end that still keeps the promise."""
        if self.upper and self.comparison is not Comparison.AT_LEAST:
            return self.upper
        return self.amount or self.due

    @property
    def duration(self) -> Duration | None:
        """The limit if it is a length of time."""
        return self.limit if isinstance(self.limit, Duration) else None

    @property
    def percentage(self) -> Percentage | None:
        """The limit if it is a percentage."""
        return self.limit if isinstance(self.limit, Percentage) else None

    @property
    def quantity(self) -> Quantity | None:
        """The limit if it is a quantity."""
        return self.limit if isinstance(self.limit, Quantity) else None

    @property
    def is_value(self) -> bool:
        """Whether there is a limit, so that a result can meet or miss it."""
        return self.state is State.VALUE

    @property
    def is_cadence(self) -> bool:
        """Whether something is promised again and again, every so often."""
        return self.comparison is Comparison.EVERY

    @property
    def _parts(self) -> TargetParts:
        limits = self.amount, self.upper, self.due
        shares = self.share, self.share_upper
        statistics = self.statistic, self.percentile
        return TargetParts(
            self.state, self.comparison, *limits, *shares, *statistics, words=self.words
        )
