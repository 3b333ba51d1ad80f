"""Times of day, in whole minutes after midnight."""

import re
from typing import Final

from slaeditor.model.values.unreadable import Unreadable, unreadable
from slaeditor.model.values.words import fold

DAY: Final = 24 * 60
"""Minutes of a day, which is also the time of day 24:00."""

_HOUR: Final = 60
_NOON: Final = 12

TIME: Final = r"(?:[0-9]{1,2}(?:[:.][0-9]{2})?(?:\s?[ap]\.?m\.?(?![a-z]))?|noon|midnight)(?![0-9:])"
"""Pattern of a time of day in folded words; `minutes_of` judges it."""

_PARTS: Final = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?\s?([ap])?(?:\.?m\.?)?")


def minutes_of(words: str) -> int:
    """Return the minutes after midnight of a time of day; raise `Unreadable`.

    >>> minutes_of("09:30"), minutes_of("5pm"), minutes_of("24:00"), minutes_of("noon")
    (570, 1020, 1440, 720)
    """
    folded = fold(words)
    if folded in {"noon", "midnight"}:
        return DAY // 2 if folded == "noon" else 0
    found = _PARTS.fullmatch(folded)
    if not found:
        raise _no_time(words)
    hours, minutes = int(found[1]), int(found[2] or 0)
    if found[3]:
        hours = _of_24(words, hours, found[3])
    if minutes >= _HOUR or hours * _HOUR + minutes > DAY:
        raise _no_time(words)
    return hours * _HOUR + minutes


def time_words(minutes: int) -> str:
    """Return the canonical words of a time of day.

    >>> time_words(570)
    '09:30'
    """
    return f"{minutes // 60:02}:{minutes % 60:02}"


def is_hour_alone(words: str) -> bool:
    """Return whether a time is a bare hour, which may be meant before or after noon."""
    return words.strip().isdigit()


def _of_24(words: str, hours: int, half: str) -> int:
    if not 1 <= hours <= _NOON:
        raise _no_time(words)
    return hours % _NOON + (_NOON if half == "p" else 0)


def _no_time(words: str) -> Unreadable:
    return unreadable(words, "a time of day", "09:00", "17:30")
