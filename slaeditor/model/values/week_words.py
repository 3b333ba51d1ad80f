"""The canonical words of a week of open hours."""

from itertools import groupby
from typing import Final

from slaeditor.model.values.times import DAY, time_words

WEEK: Final = 7 * DAY
"""Minutes of a week."""

DAY_NAMES: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

Span = tuple[int, int]


def words_of(spans: tuple[Span, ...]) -> str:
    """Return the words of sorted, merged spans in minutes of the week.

    >>> words_of(((540, 1020), (1980, 2460)))
    'Mon–Tue 09:00–17:00'
    >>> words_of(((0, 6780), (9480, 10080)))
    'Sun 14:00–Fri 17:00'
    """
    if not spans:
        return "closed"
    if spans == ((0, WEEK),):
        return "24x7"
    joined = _joined_across_the_end(spans)
    blocks = [span for span in joined if _is_block(span)]
    hours = _hours_by_day([span for span in joined if span not in blocks])
    groups = [(days[0] * DAY, _group_words(days, times)) for days, times in _groups(hours)]
    groups += [(start, _block_words((start, end))) for start, end in blocks]
    return "; ".join(words for _, words in sorted(groups))


def _joined_across_the_end(spans: tuple[Span, ...]) -> list[Span]:
    first, last = spans[0], spans[-1]
    if first[0] == 0 and last[1] == WEEK:
        return [*spans[1:-1], (last[0], WEEK + first[1])]
    return list(spans)


def _is_block(span: Span) -> bool:
    start, end = span
    return end - start >= DAY and not (start % DAY == 0 and end % DAY == 0)


def _hours_by_day(spans: list[Span]) -> dict[int, tuple[Span, ...]]:
    hours: dict[int, tuple[Span, ...]] = {}
    for start, end in spans:
        for begin in range(start, end, DAY) if end - start >= DAY else (start,):
            day = begin // DAY
            times = (begin % DAY, min(end, begin + DAY) - day * DAY)
            hours[day % 7] = (*hours.get(day % 7, ()), times)
    return {day: tuple(sorted(times)) for day, times in hours.items()}


def _groups(hours: dict[int, tuple[Span, ...]]) -> list[tuple[list[int], tuple[Span, ...]]]:
    groups: dict[tuple[Span, ...], list[int]] = {}
    for day in sorted(hours):
        groups.setdefault(hours[day], []).append(day)
    return [(days, times) for times, days in groups.items()]


def _group_words(days: list[int], times: tuple[Span, ...]) -> str:
    told = " and ".join(_span_words(start, end) for start, end in times)
    return f"{_days_words(days)} {told}"


def _days_words(days: list[int]) -> str:
    if len(days) == len(DAY_NAMES):
        return "daily"
    runs = groupby(enumerate(days), lambda place: place[1] - place[0])
    return ", ".join(_run_words([day for _, day in run]) for _, run in runs)


def _run_words(days: list[int]) -> str:
    first, last = DAY_NAMES[days[0]], DAY_NAMES[days[-1]]
    return first if len(days) == 1 else f"{first}–{last}"


def _span_words(start: int, end: int) -> str:
    return f"{time_words(start)}–{time_words(end if end <= DAY else end - DAY)}"


def _block_words(span: Span) -> str:
    start, end = span
    opens = f"{DAY_NAMES[start // DAY]} {time_words(start % DAY)}"
    last = (end - 1) // DAY
    return f"{opens}–{DAY_NAMES[last % 7]} {time_words(end - last * DAY)}"
