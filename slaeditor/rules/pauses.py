"""Stretches in which a clock stands still, and the elapsed time outside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from slaeditor.rules.instants import ClockError, instant
from slaeditor.rules.service_hours import Slots, Span, joined


@dataclass(frozen=True, slots=True)
class Pause:
    """A half-open stretch in which no clock runs, such as waiting for the client.

    Both moments know their time zone. Raises ClockError when it ends before it starts.
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if instant(self.end) < instant(self.start):
            raise ClockError(
                f"The pause from {self.start.isoformat(' ')} ends before it starts; "
                "correct one of its two moments."
            )


def paused_spans(pauses: Sequence[Pause]) -> Slots:
    """Returns pauses as instants in order, those that touch or overlap made one."""
    return joined((instant(pause.start), instant(pause.end)) for pause in pauses)


def without_pauses(spans: Iterator[Span], paused: Slots) -> Iterator[Span]:
    """Yields what pauses leave of stretches that come in rising order."""
    if not paused:
        yield from spans
        return
    for start, end in spans:
        yield from remainders(start, end, paused)


def without_pauses_backwards(spans: Iterator[Span], paused: Slots) -> Iterator[Span]:
    """Yields what pauses leave of stretches that come in falling order."""
    for start, end in spans:
        yield from reversed(list(remainders(start, end, paused)))


def remainders(start: int, end: int, paused: Slots) -> Iterator[Span]:
    """Yields what pauses leave of one stretch, in order."""
    for pause_start, pause_end in paused:
        if pause_start < end and pause_end > start:
            if pause_start > start:
                yield start, pause_start
            start = min(pause_end, end)
    if start < end:
        yield start, end


def unpaused_time(start: int, end: int, paused: Slots) -> int:
    """Returns the microseconds between two instants outside all pauses."""
    return sum(stop - begin for begin, stop in remainders(start, end, paused))


def after_unpaused(start: int, length: int, paused: Slots) -> int:
    """Returns the instant at which so many unpaused microseconds have passed since a start.

    From inside a pause no time at all leads to the end of the pause.
    """
    for pause_start, pause_end in paused:
        if pause_end > start:
            free = pause_start - start
            if free > 0 and length <= free:
                break
            length, start = length - max(free, 0), pause_end
    return start + length


def before_unpaused(end: int, length: int, paused: Slots) -> int:
    """Returns the instant from which so many unpaused microseconds pass until an end.

    From inside a pause no time at all leads to the start of the pause.
    """
    for pause_start, pause_end in reversed(paused):
        if pause_start < end:
            free = end - pause_end
            if free >= 0 and length <= free:
                break
            length, end = length - max(free, 0), pause_start
    return end - length
