"""What becomes of work that may wait, such as mail and tickets: how old it gets, whether it ends.

How many people it needs is in `capacity`. All figures are exact.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Backlog:
    """What becomes of the items that wait, first come first served.

    `oldest_days` is how long an item that arrives now will wait, None when nothing is finished;
    `growth_per_day` is negative while the backlog shrinks; `days_until_clear` is None when it never
    does.
    """

    waiting: Decimal
    oldest_days: Fraction | None
    growth_per_day: Fraction
    days_until_clear: Fraction | None

    @property
    def stable(self) -> bool:
        """Whether the backlog does not grow for ever."""
        return self.growth_per_day <= 0

    @property
    def sentence(self) -> str:
        """Words for the backlog."""
        if not self.stable:
            return (
                f"The backlog of {self.waiting} grows by {float(self.growth_per_day):.1f} items "
                "a day and is never cleared."
            )
        if self.days_until_clear is None:
            return f"The backlog of {self.waiting} neither grows nor shrinks."
        return (
            f"The backlog of {self.waiting} is cleared in {float(self.days_until_clear):.1f} days."
        )


def backlog(waiting: Decimal, arrivals_per_day: Decimal, finished_per_day: Fraction) -> Backlog:
    """Returns what becomes of waiting items at a rate of arrivals and a throughput a day.

    The age of the oldest is waiting / finished; the backlog is cleared after
    waiting / (finished - arrivals).
    """
    growth = Fraction(arrivals_per_day) - finished_per_day
    clear = Fraction(waiting) / -growth if growth < 0 else None
    if waiting == 0 and growth <= 0:
        clear = Fraction(0)
    oldest = Fraction(waiting) / finished_per_day if finished_per_day > 0 else None
    return Backlog(waiting, oldest, growth, clear)
