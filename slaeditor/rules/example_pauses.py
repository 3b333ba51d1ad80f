"""The pauses of a worked example: the first in fields of its own, further ones in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from slaeditor.model.escalation import WorkedExample
from slaeditor.rules.instants import ClockError

Stretch = tuple[datetime, datetime]
EXAMPLE = "2026-12-28 10:00 – 2026-12-28 12:00"
_BETWEEN = re.compile(r"\s+(?:–|—|-|to|until)\s+")
_TIME = re.compile(r"\d{1,2}:\d{2}")


def pauses_of(row: WorkedExample) -> tuple[Stretch, ...]:
    """Return every pause of an example in order; raise ClockError for words that are no pause."""
    first = row.paused_from, row.paused_until
    pauses = [(first[0], first[1])] if first[0] and first[1] else []
    return (*pauses, *further_pauses(row.further_pauses))


def further_pauses(words: str) -> tuple[Stretch, ...]:
    """Return the pauses that are written with semicolons between; raise ClockError.

    >>> [str(end) for _, end in further_pauses("2026-12-28 10:00 – 12:00; 2026-12-29 9:00 to 9:30")]
    ['2026-12-28 12:00:00', '2026-12-29 09:30:00']
    """
    return tuple(_pauses(words))


def _pauses(words: str) -> Iterator[Stretch]:
    for part in filter(None, (one.strip() for one in words.split(";"))):
        ends = _BETWEEN.split(part)
        if len(ends) != 2:  # noqa: PLR2004  a pause has two ends
            raise _no_pause(part)
        start = _moment(ends[0], part)
        same_day = _TIME.fullmatch(ends[1]) is not None
        yield start, _moment(f"{start:%Y-%m-%d} {ends[1]}" if same_day else ends[1], part)


def _moment(words: str, part: str) -> datetime:
    day, _, time = words.strip().partition(" ")
    try:
        return datetime.fromisoformat(f"{day}T{time.strip().zfill(5)}")
    except ValueError:
        raise _no_pause(part) from None


def _no_pause(part: str) -> ClockError:
    return ClockError(f"“{part[:60]}” is no pause; write it as {EXAMPLE}.")
