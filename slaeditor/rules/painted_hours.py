"""A week of open hours changed as on a drawing: stretches opened and closed, days copied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from slaeditor.model.values.times import DAY
from slaeditor.model.values.week import Week

Stretch = tuple[int, int]
"""Minutes of a day, half-open."""


def opened(week: Week, days: Iterable[int], stretch: Stretch) -> Week:
    """Return the week with a stretch of some days (1 Monday to 7 Sunday) open.

    >>> str(opened(Week(), (1, 2), (540, 1020)))
    'Mon–Tue 09:00–17:00'
    """
    return Week((*week.spans, *_placed(days, (stretch,))))


def closed(week: Week, days: Iterable[int], stretch: Stretch) -> Week:
    """Return the week with a stretch of some days closed.

    >>> str(closed(Week.parse("Mon 09:00-17:00"), (1,), (720, 780)))
    'Mon 09:00–12:00 and 13:00–17:00'
    """
    spans = list(week.spans)
    for start, end in _placed(days, (stretch,)):
        spans = [part for span in spans for part in _without(span, start, end)]
    return Week(tuple(spans))


def copied(week: Week, day: int, days: Iterable[int]) -> Week:
    """Return the week in which other days have the hours of one day.

    >>> str(copied(Week.parse("Mon 09:00-17:00; Sat 10:00-12:00"), 1, (2, 6)))
    'Mon–Tue, Sat 09:00–17:00'
    """
    return with_hours(week, days, week.day(day))


def with_hours(week: Week, days: Iterable[int], hours: Iterable[Stretch]) -> Week:
    """Return the week in which some days have these hours and no others."""
    listed = tuple(days)
    emptied = closed(week, listed, (0, DAY))
    return Week((*emptied.spans, *_placed(listed, tuple(hours))))


def is_open(week: Week, day: int, stretch: Stretch) -> bool:
    """Return whether a whole stretch of a day is open."""
    start, end = stretch
    return any(opens <= start and end <= closes for opens, closes in week.day(day))


def _placed(days: Iterable[int], hours: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches in minutes of the week."""
    listed = tuple(hours)
    for day in days:
        for start, end in listed:
            yield (day - 1) * DAY + start, (day - 1) * DAY + end


def _without(span: Stretch, start: int, end: int) -> Iterator[Stretch]:
    parts = ((span[0], min(span[1], start)), (max(span[0], end), span[1]))
    return (part for part in parts if part[0] < part[1])
