"""Lengths of time with the clock they are counted by."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, Self

from slaeditor.model.values import numbers
from slaeditor.model.values.numbers import EXACT, NUMBER, storable
from slaeditor.model.values.unreadable import Unreadable, ambiguous, refused, unreadable
from slaeditor.model.values.words import fold


class Unit(StrEnum):
    """What a duration is counted in; the member's value is its canonical word for one."""

    MILLISECOND = "ms"
    SECOND = "s"
    MINUTE = "min"
    HOUR = "h"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    BILLING_CYCLE = "billing cycle"


class Clock(StrEnum):
    """Which clock counts: open time of the service calendar, or all time."""

    SERVICE = "service"
    CALENDAR = "calendar"


SECONDS: Final = {
    Unit.MILLISECOND: Decimal("0.001"),
    Unit.SECOND: Decimal(1),
    Unit.MINUTE: Decimal(60),
    Unit.HOUR: Decimal(3600),
}
"""Seconds of each unit whose length never varies, the shortest first."""

_EXAMPLES: Final = ("4 h", "30 min", "4 service h", "2 service days")
_UNIT_WORDS: Final = {
    Unit.MILLISECOND: "ms msec msecs millisecond milliseconds",
    Unit.SECOND: "s sec secs second seconds sek sekunde sekunden",
    Unit.MINUTE: "min mins minute minutes minuten",
    Unit.HOUR: "h hr hrs hour hours std stunde stunden",
    Unit.DAY: "d day days tag tage tagen tags tages",
    Unit.WEEK: "w wk wks week weeks woche wochen",
    Unit.MONTH: "mo mos mth mths month months monat monate monaten",
    Unit.QUARTER: "quarter quarters quartal quartale quartalen",
    Unit.YEAR: "y yr yrs year years jahr jahre jahren",
}
_CYCLES: Final = ("billing cycle", "billing cycles", "billing period", "billing periods")
UNITS: Final = {word: unit for unit, words in _UNIT_WORDS.items() for word in words.split()} | (
    dict.fromkeys(_CYCLES, Unit.BILLING_CYCLE)
)
"""The unit that each folded word names."""

_OF_SERVICE: Final = "service business working office werk arbeits geschäfts betriebs"
_OF_CALENDAR: Final = "clock calendar elapsed kalender"
CLOCKS: Final = dict.fromkeys(_OF_SERVICE.split(), Clock.SERVICE) | (
    dict.fromkeys(_OF_CALENDAR.split(), Clock.CALENDAR)
)
"""The clock that each folded word names."""

_SHORT: Final = {
    "bh": (Unit.HOUR, Clock.SERVICE),
    "bd": (Unit.DAY, Clock.SERVICE),
    "bds": (Unit.DAY, Clock.SERVICE),
    "wd": (Unit.DAY, Clock.SERVICE),
}
_COUNT_WORDS: Final = "one two three four five six seven eight nine ten"
_COUNTS: Final = {
    **{word: str(count) for count, word in enumerate(_COUNT_WORDS.split(), start=1)},
    **dict.fromkeys(("ein", "eine", "einem", "einen", "einer", "eines"), "1"),
    **dict(zip(("zwei", "drei", "vier"), "234", strict=True)),
}
_PART: Final = re.compile(rf"({NUMBER}|[a-z]+(?=\s))\s?([a-z][a-zä .]*?)(?=$|,? ?[0-9]| and )")
_COMPOUND: Final = re.compile(rf"\b({'|'.join(CLOCKS)})(?=(?:tag|stunde)(?:[en]*|e?s)\b)")
"""What a German word for a day or an hour begins with when it says whose it is."""
_JOINT: Final = re.compile(r",? and |, |,| |")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time that is not negative: an exact amount of a unit, counted by a clock.

    Days say whose days they are; weeks and longer are always counted by the calendar.

    >>> str(Duration.parse("2 business days"))
    '2 service days'
    >>> str(Duration.parse("1 h 30 mins"))
    '90 min'
    """

    amount: Decimal
    unit: Unit
    clock: Clock = Clock.CALENDAR

    def __post_init__(self) -> None:
        """Bring the amount into normal form; raise `Unreadable` if negative or without meaning."""
        object.__setattr__(self, "amount", storable(self.amount))
        if self.amount < 0:
            raise refused(numbers.words(self.amount), "A duration is not negative.")
        if self.is_service and self.unit not in SECONDS and self.unit is not Unit.DAY:
            raise _unserviceable(numbers.words(self.amount), self.unit)

    @classmethod
    def parse(cls, words: str) -> Self:
        """Return the duration that is typed; raise `Unreadable`, also for days without a clock."""
        parts = _parts(words)
        unit = parts[-1][1]
        clock = _common_clock(words, parts)
        amount = parts[0][0] if len(parts) == 1 else _sum(words, parts)
        return cls(amount, unit, clock)

    def __str__(self) -> str:
        """Return the canonical words, such as "4 service h" or "2 calendar days"."""
        plural = "s" if self.unit not in SECONDS and self.amount != 1 else ""
        said = self.is_service or self.unit is Unit.DAY
        clock = f"{self.clock} " if said else ""
        return f"{numbers.words(self.amount)} {clock}{self.unit}{plural}"

    @property
    def is_service(self) -> bool:
        """Whether only open time of the service calendar counts."""
        return self.clock is Clock.SERVICE

    @property
    def seconds(self) -> Decimal | None:
        """The exact seconds of milliseconds to hours, on either clock; None for longer units."""
        length = SECONDS.get(self.unit)
        return None if length is None else EXACT.multiply(self.amount, length)

    @property
    def minutes(self) -> Decimal | None:
        """The minutes of milliseconds to hours, on either clock; None for longer units.

        Exact for minutes and hours; seconds and milliseconds may have no finite decimal in
        minutes and are then rounded to 28 digits. Compare by `seconds`.
        """
        return None if self.seconds is None else self.seconds / 60


def names_time(folded: str) -> bool:
    """Return whether folded words begin with a unit of time, with or without its clock.

    >>> names_time("h"), names_time("service days"), names_time("service desks")
    (True, True, False)
    """
    plain = apart(folded.replace(".", "").replace("-", " "))
    first, _, rest = plain.partition(" ")
    if first in CLOCKS:
        return names_time(rest)
    return first in UNITS or first in _SHORT or first in {"m", "billing"}


def apart(folded: str) -> str:
    """Return folded words with the clock in compound words set apart.

    >>> apart("2 arbeitstage")
    '2 arbeits tage'
    """
    return _COMPOUND.sub(r"\1 ", folded)


_WHOSE_TIME: Final = re.compile(
    r"(?:in der |während der |in |during )?(?P<whose>[a-zä]+?)(?: ?zeit| time| hours)?"
)
_IN_BRACKETS: Final = re.compile(r"(?<= )\(([^()0-9]+)\)$")
"""Whose hours they are, set in brackets behind them."""


_Part = tuple[Decimal, Unit, Clock | None]


def _parts(words: str) -> list[_Part]:
    plain = _IN_BRACKETS.sub(r"\1", fold(words).removesuffix("."))
    folded = apart(re.sub(r"(?<=[a-z0-9])-(?=[a-z])", " ", plain))
    if re.fullmatch(NUMBER, folded):
        raise refused(words, f"Say the unit: '{folded} h', '{folded} service h', '{folded} min' …")
    parts: list[_Part] = []
    at = 0
    while at < len(folded):
        found = _PART.match(folded, at)
        if not found:
            raise _not_a_duration(words)
        parts.append(_part(words, found))
        joint = _JOINT.match(folded, found.end())
        at = joint.end() if joint else found.end()
    if not parts:
        raise _not_a_duration(words)
    return parts


def _part(words: str, found: re.Match[str]) -> _Part:
    typed = _COUNTS.get(found[1], found[1])
    if typed.isalpha():
        raise _not_a_duration(words)
    if typed.startswith("-"):
        raise refused(words, "A duration is not negative.")
    amount = numbers.parse(typed)
    unit, clock = _unit(words, found[1], found[2].replace(".", "").strip())
    return amount, unit, clock


def _unit(words: str, amount: str, named: str) -> tuple[Unit, Clock | None]:
    if named == "m":
        raise ambiguous(words, (f"{amount} min", "minutes"), (f"{amount} months", "months"))
    if named in _SHORT:
        return _SHORT[named]
    if named in UNITS:
        return UNITS[named], None
    first, _, rest = named.partition(" ")
    if first in CLOCKS and rest in UNITS:
        return UNITS[rest], CLOCKS[first]
    if first in UNITS and (whose := _whose_time(rest)) in CLOCKS:
        return UNITS[first], CLOCKS[whose]
    raise _not_a_duration(words)


def _whose_time(said: str) -> str:
    """The word for the clock in words such as "(service hours)" and "in der servicezeit"."""
    found = _WHOSE_TIME.fullmatch(said)
    return found["whose"] if found else said


def _common_clock(words: str, parts: list[_Part]) -> Clock:
    amount, unit, first = parts[0]
    said = {clock for _, _, clock in parts} - {None}
    if len(said) > 1 or (said and first is None):
        raise refused(words, "Say the clock once and first: '1 service h 30 min'.")
    if unit is Unit.DAY and first is None:
        raise _whose_days(words, numbers.words(amount))
    return first or Clock.CALENDAR


def _sum(words: str, parts: list[_Part]) -> Decimal:
    units = [unit for _, unit, _ in parts]
    order = [list(Unit).index(unit) for unit in units]
    if any(unit not in SECONDS for unit in units) or order != sorted(set(order), reverse=True):
        raise refused(words, "Only hours, minutes and seconds add up: '1 h 30 min'.")
    total = sum((EXACT.multiply(amount, SECONDS[unit]) for amount, unit, _ in parts), Decimal(0))
    return EXACT.divide(total, SECONDS[units[-1]])


def _whose_days(words: str, amount: str) -> Unreadable:
    days = "day" if amount == "1" else "days"
    return ambiguous(
        words,
        (f"{amount} service {days}", "days of the service calendar"),
        (f"{amount} calendar {days}", "24-hour days"),
    )


def _unserviceable(amount: str, unit: Unit) -> Unreadable:
    return refused(
        f"{amount} service {unit}s",
        f"The service clock counts hours and days: say '4 service h' or '2 service days', or "
        f"'{amount} {unit}s' of the calendar.",
    )


def _not_a_duration(words: str) -> Unreadable:
    return unreadable(words, "a duration", *_EXAMPLES)
