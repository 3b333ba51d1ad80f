"""How many positions keep a promise to live contacts, by Erlang C.

Erlang C describes contacts that arrive at random and wait in one line until a position is free
(telephone, chat). It takes for granted that nobody hangs up, that handling times vary around one
mean and that the volume is steady within the interval; the figures are a floor, not a forecast.
Its load must be below the number of positions: above it the line only grows, and the results say
so. Erlang C does not describe work that may wait, such as mail; that is in `deferred_work`.

Shares (share answered, shrinkage, occupancy) are fractions: 0.8 is 80 %. Probabilities are floats,
counts of people exact.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, exp, floor

MOST_LOAD = 100_000
"""The greatest load in Erlang that is computed."""

_NOTHING = Decimal(0)
_ALL = Decimal(1)


class StaffingError(ValueError):
    """A need cannot be computed; `sentence` names the figure and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Demand:
    """Live contacts: how many arrive in an interval of minutes, and the mean seconds each takes.

    Raises StaffingError for negative figures and for an interval of nothing.
    """

    contacts: Decimal
    interval_minutes: Decimal
    handling_seconds: Decimal

    def __post_init__(self) -> None:
        if self.contacts < 0 or self.handling_seconds < 0:
            raise StaffingError("Contacts and handling time must not be negative; correct them.")
        if self.interval_minutes <= 0:
            raise StaffingError("The interval must be longer than 0 minutes; correct it.")
        if self.load > MOST_LOAD:
            raise StaffingError(
                f"A load of more than {MOST_LOAD} positions is not computed; divide the volume."
            )

    @property
    def load(self) -> Fraction:
        """The positions busy all the time, in Erlang: contacts × handling / interval."""
        work = Fraction(self.contacts) * Fraction(self.handling_seconds)
        return work / (Fraction(self.interval_minutes) * 60)


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """What positions achieve for live contacts.

    `stable` says that the line does not grow for ever; without it the service level is 0 and the
    mean wait has no end (None). `waiting_share` is the probability that a contact waits at all.
    """

    positions: int
    load: Fraction
    stable: bool
    waiting_share: float
    service_level: float
    occupancy: float
    mean_wait_seconds: float | None

    @property
    def sentence(self) -> str:
        """Words for the outcome."""
        if not self.stable:
            return (
                f"{self.positions} positions cannot carry a load of {float(self.load):.2f}: the "
                f"line grows without end. At least {floor(self.load) + 1} positions are needed."
            )
        return (
            f"{self.positions} positions answer {self.service_level:.1%} in time, are busy "
            f"{self.occupancy:.1%} of it, and the mean wait is {self.mean_wait_seconds:.0f} s."
        )


@dataclass(frozen=True, slots=True)
class StaffingNeed:
    """The positions that must be manned, the people who must be paid for them, and the outcome."""

    positions: int
    people: int
    outcome: LineOutcome


def erlang_b(load: float, positions: int) -> float:
    """Returns the share of contacts that find all positions busy when nobody waits.

    The recursion B(0) = 1, B(n) = load·B(n-1) / (n + load·B(n-1)) has no factorials, so it is
    stable for any size.
    """
    blocked = 1.0
    for position in range(1, positions + 1):
        blocked = load * blocked / (position + load * blocked)
    return blocked


def line_outcome(demand: Demand, positions: int, within_seconds: Decimal) -> LineOutcome:
    """Returns what a number of positions achieves, whether or not it can carry the load.

    The share answered within a time is 1 - C·exp(-(positions - load)·time / handling time).
    """
    _check_within(within_seconds)
    blocked = erlang_b(float(demand.load), positions)
    return _outcome(demand, positions, within_seconds, blocked)


def positions_needed(
    demand: Demand,
    share: Decimal,
    within_seconds: Decimal,
    shrinkage: Decimal = _NOTHING,
    max_occupancy: Decimal = _ALL,
) -> StaffingNeed:
    """Returns the least positions that answer a share within a time and are not busier than set.

    `people` adds the shrinkage (paid time without work), rounded up. 100 contacts in
    30 minutes of 180 s, 80 % in 20 s, need 14 positions, and 20 people with 30 % shrinkage.
    Raises StaffingError for figures that no number of positions can reach.
    """
    _check_shares(share, shrinkage, max_occupancy)
    _check_within(within_seconds)
    if demand.load == 0:
        return StaffingNeed(0, 0, LineOutcome(0, demand.load, True, 0.0, 1.0, 0.0, 0.0))
    positions = max(floor(demand.load) + 1, ceil(demand.load / Fraction(max_occupancy)))
    blocked = erlang_b(float(demand.load), positions)
    outcome = _outcome(demand, positions, within_seconds, blocked)
    while outcome.service_level < float(share):
        positions += 1
        blocked = _next_blocked(float(demand.load), positions, blocked)
        outcome = _outcome(demand, positions, within_seconds, blocked)
    return StaffingNeed(positions, people_for(positions, shrinkage), outcome)


def people_for(positions: int | Fraction, shrinkage: Decimal) -> int:
    """Returns the people who must be employed so that positions are manned, rounded up.

    >>> people_for(14, Decimal("0.3"))
    20
    """
    _check_shrinkage(shrinkage)
    return ceil(Fraction(positions) / (1 - Fraction(shrinkage)))


def _outcome(
    demand: Demand, positions: int, within_seconds: Decimal, blocked: float
) -> LineOutcome:
    """Returns the outcome of positions whose Erlang B is known."""
    load = demand.load
    if load >= positions and load > 0:
        return LineOutcome(positions, load, False, 1.0, 0.0, 1.0, None)
    if load == 0:
        return LineOutcome(positions, load, True, 0.0, 1.0, 0.0, 0.0)
    waiting = _waiting_share(float(load), positions, blocked)
    free, handling = float(positions - load), float(demand.handling_seconds)
    level = 1 - waiting * exp(-free * float(within_seconds) / handling)
    wait = waiting * handling / free
    return LineOutcome(positions, load, True, waiting, level, float(load / positions), wait)


def _waiting_share(load: float, positions: int, blocked: float) -> float:
    """Returns Erlang C from Erlang B: C = B / (1 - load/positions·(1 - B))."""
    return blocked / (1 - load / positions * (1 - blocked))


def _next_blocked(load: float, positions: int, blocked: float) -> float:
    """Returns Erlang B for one position more, given that of one fewer."""
    return load * blocked / (positions + load * blocked)


def _check_shares(share: Decimal, shrinkage: Decimal, max_occupancy: Decimal) -> None:
    """Raises StaffingError for shares that no number of people can reach."""
    if not 0 <= share < 1:
        raise StaffingError(
            "The share answered in time must be at least 0 % and below 100 %: waiting cannot be "
            "excluded at random arrivals."
        )
    if not 0 < max_occupancy <= 1:
        raise StaffingError("The highest occupancy must be above 0 % and at most 100 %.")
    _check_shrinkage(shrinkage)


def _check_within(seconds: Decimal) -> None:
    """Raises StaffingError for a time to answer that is over before it starts."""
    if seconds < 0:
        raise StaffingError("The time to answer within must not be negative; correct it.")


def _check_shrinkage(shrinkage: Decimal) -> None:
    """Raises StaffingError unless some paid time is left after shrinkage."""
    if not 0 <= shrinkage < 1:
        raise StaffingError("The shrinkage must be at least 0 % and below 100 %.")
