"""How many people keep up with work that may wait, such as mail and tickets, and what waits.

What counts is throughput (paid minutes less shrinkage, times the occupancy, divided by the handling
time) and the age of the backlog. All figures are exact; shares are fractions, 0.3 is 30 %.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from slaeditor.rules.staffing import StaffingError, check_shares, people_for

_NOTHING = Decimal(0)
_ALL = Decimal(1)


@dataclass(frozen=True, slots=True)
class DeferredWork:
    """Work that may wait: items that arrive a day and the mean minutes each takes.

    Raises StaffingError for negative figures.
    """

    arrivals_per_day: Decimal
    handling_minutes: Decimal

    def __post_init__(self) -> None:
        if self.arrivals_per_day < 0 or self.handling_minutes < 0:
            raise StaffingError("Items a day and handling time must not be negative; correct them.")

    def throughput(
        self, people: Decimal, day_minutes: int, shrinkage: Decimal, max_occupancy: Decimal
    ) -> Fraction:
        """Returns the items that people finish in a day of so many paid minutes each."""
        if self.handling_minutes == 0:
            raise StaffingError("The handling time is 0 minutes; state how long one item takes.")
        available = Fraction(1) - Fraction(shrinkage)
        minutes = Fraction(people) * day_minutes * available * Fraction(max_occupancy)
        return minutes / Fraction(self.handling_minutes)


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


def people_for_deferred_work(
    work: DeferredWork,
    day_minutes: int,
    shrinkage: Decimal = _NOTHING,
    max_occupancy: Decimal = _ALL,
    backlog_waiting: Decimal = _NOTHING,
    clear_in_days: Decimal = _ALL,
) -> int:
    """Returns the people needed to finish each day what arrives and clear a backlog within days.

    Each is paid for `day_minutes` a day, less shrinkage, and works no more than `max_occupancy` of
    the rest. Raises StaffingError for shares or days that make no sense.
    """
    check_shares(_NOTHING, shrinkage, max_occupancy)
    if day_minutes <= 0 or clear_in_days <= 0:
        raise StaffingError("The working day and the days to clear a backlog must be more than 0.")
    items = Fraction(work.arrivals_per_day) + Fraction(backlog_waiting) / Fraction(clear_in_days)
    minutes = items * Fraction(work.handling_minutes) / Fraction(max_occupancy)
    return people_for(minutes / day_minutes, shrinkage)
