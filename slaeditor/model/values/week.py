"""The usual open hours of a week."""

from collections import Counter
from dataclasses import dataclass
from typing import Final, Self

from slaeditor.model.values.times import DAY
from slaeditor.model.values.unreadable import refused
from slaeditor.model.values.week_reader import spans_of
from slaeditor.model.values.week_words import WEEK, words_of

_DAYS: Final = range(7)


@dataclass(frozen=True, slots=True)
class Week:
    """Open spans of a week in minutes, half-open: 0 is Monday 00:00, 10080 the end of Sunday.

    Spans are held in order, merged where they touch; a span across the week's end is held as two.

    >>> str(Week.parse("mon-fri 9:00-12:00, 13:00-17:00; sat 10am-2pm"))
    'Mon–Fri 09:00–12:00 and 13:00–17:00; Sat 10:00–14:00'
    >>> Week.parse("Mon-Thu 08:15-16:45, Fri 08:15-16:15").minutes
    2520
    """

    spans: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        """Sort and merge the spans; raise `Unreadable` for one outside the week or empty."""
        object.__setattr__(self, "spans", _merged(self.spans))

    @classmethod
    def parse(cls, words: str) -> Self:
        """Return the week whose days and hours are typed; raise `Unreadable`."""
        return cls(spans_of(words))

    def __str__(self) -> str:
        """Return the canonical words: equal days grouped, blocks over several days as one."""
        return words_of(self.spans)

    def day(self, weekday: int) -> tuple[tuple[int, int], ...]:
        """Return the open spans of a weekday (1 Monday to 7 Sunday), in minutes of that day."""
        start = (weekday - 1) * DAY
        cut = ((max(a - start, 0), min(b - start, DAY)) for a, b in self.spans)
        return tuple((a, b) for a, b in cut if a < b)

    @property
    def minutes(self) -> int:
        """The open minutes of the week."""
        return sum(end - start for start, end in self.spans)

    @property
    def usual_day_minutes(self) -> int:
        """The open minutes that most open days have; of several, the longer; 0 if never open."""
        totals = Counter(sum(end - start for start, end in self.day(day + 1)) for day in _DAYS)
        del totals[0]
        return max(totals, key=lambda total: (totals[total], total), default=0)

    @property
    def is_always(self) -> bool:
        """Whether it is open around the clock."""
        return self.minutes == WEEK

    @property
    def is_never(self) -> bool:
        """Whether it is never open."""
        return not self.spans


def _merged(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not 0 <= start < end <= WEEK:
            raise refused(f"{start}–{end}", f"A span of the week lies within 0 and {WEEK} minutes.")
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
