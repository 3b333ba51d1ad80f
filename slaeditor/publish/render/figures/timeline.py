"""A timeline: moments on a line, in their proportion, with the words below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from htpy import Element, Node

from slaeditor.publish.figures import Moment, Timeline
from slaeditor.publish.render.colour import INK
from slaeditor.publish.render.figures.drawing import (
    BREACH,
    MUTED,
    PAGE,
    SIZE,
    SMALL,
    WARNING,
    Lettering,
    Look,
    Pen,
    box,
    canvas,
    diamond,
    dot,
    fitted,
    label,
    line,
    paragraph,
    shifted,
    tall,
)
from slaeditor.publish.render.figures.lettering import width

MOST_IN_COLUMNS = 6
_EDGE = 10.0
_LINE_Y = 10.0
_GAP = 17.0
_ELBOW = 16.0
_PAUSE_ROW = 11.0
_VISIBLE = 4.0
"""How far a moment may stand from its place before it is said."""


@dataclass(frozen=True, slots=True)
class _Column:
    """The words of a moment, broken into lines, and where they stand."""

    x: float
    when: list[str]
    title: list[str]
    detail: list[str]


def timeline_svg(timeline: Timeline, look: Look) -> Element:
    """Return the line with its moments; more than six moments are numbered instead of named."""
    moments = timeline.moments
    places = _places([moment.at for moment in moments])
    if is_dense(timeline):
        words: Node = _numbers(places, look)
        bottom = _LINE_Y + 24
    else:
        words, bottom = _columns(moments, places, look)
    pauses, rows = _pauses(timeline, places, look)
    note = _scale_note(timeline, places, rows)
    top = (rows + bool(note)) * _PAUSE_ROW
    content = [
        pauses,
        line([(_EDGE, _LINE_Y), (PAGE - 2, _LINE_Y)], INK, 1.0, head=True),
        words,
        [_mark(m, x, _LINE_Y, look) for m, x in zip(moments, places, strict=True)],
        note,
    ]
    return canvas(PAGE, bottom + top, timeline.alternative, shifted(content, top), look.family)


def is_dense(timeline: Timeline) -> bool:
    """Return whether the moments are too many to be named in the picture."""
    return len(timeline.moments) > MOST_IN_COLUMNS


def _places(times: Sequence[int]) -> list[float]:
    """Return an x for each time: to scale, but never closer together than the marks."""
    room = PAGE - 2 * _EDGE - 14
    gap = min(_GAP, room / max(len(times) - 1, 1))
    wanted = _to_scale(times)
    for at in range(1, len(wanted)):
        wanted[at] = max(wanted[at], wanted[at - 1] + gap)
    for at in range(len(wanted) - 1, -1, -1):
        wanted[at] = min(wanted[at], room - gap * (len(wanted) - 1 - at))
    return [_EDGE + 4 + x for x in wanted]


def _to_scale(times: Sequence[int]) -> list[float]:
    """Return how far along the line each time lies."""
    room = PAGE - 2 * _EDGE - 14
    first, last = (min(times), max(times)) if times else (0, 0)
    return [(time - first) / ((last - first) or 1) * room for time in times]


def _scale_note(timeline: Timeline, places: Sequence[float], rows: int) -> list[Node]:
    """The words that the line is not to scale, above its end and all pauses; nothing if it is."""
    wanted = _to_scale([moment.at for moment in timeline.moments])
    moved = (abs(_EDGE + 4 + x - at) for x, at in zip(wanted, places, strict=True))
    if not timeline.unscaled or max(moved, default=0) < _VISIBLE:
        return []
    lettering = Lettering(size=SMALL, colour=MUTED, anchor="end")
    return [label(PAGE - 2, _LINE_Y - 8 - _PAUSE_ROW * rows, timeline.unscaled, lettering)]


def _mark(moment: Moment, x: float, y: float, look: Look) -> Element:
    if moment.tone == "warning":
        return diamond(x, y, 5.2, "#ffffff", WARNING)
    if moment.tone == "due":
        return dot(x, y, 5.2, look.accent, "#ffffff")
    if moment.tone == "breach":
        return box((x - 4.4, y - 4.4), (8.8, 8.8), BREACH, Pen("#ffffff"))
    return dot(x, y, 3.6, "#ffffff", look.accent)


def _numbers(places: list[float], look: Look) -> list[Element]:
    return [
        label(
            x,
            _LINE_Y + 18,
            str(at),
            Lettering(size=SIZE, colour=look.accent, bold=True, anchor="middle"),
        )
        for at, x in enumerate(places, 1)
    ]


def _columns(
    moments: tuple[Moment, ...], places: list[float], look: Look
) -> tuple[list[Node], float]:
    """Return the words of each moment in a column of its own, and where they end."""
    room = PAGE / max(len(moments), 1)
    columns = [_column(m, at, room, look.language) for at, m in enumerate(moments)]
    top = _LINE_Y + 14 + _ELBOW
    drawn: list[Node] = []
    for moment, column, x in zip(moments, columns, places, strict=True):
        drawn.append(_leader(x, column.x, top))
        drawn.append(_words(column, top, _colour(moment, look)))
    heights = [tall(c.when) + tall(c.title) + tall(c.detail, SMALL) for c in columns]
    return drawn, top + max(heights, default=0) + 6


def _column(moment: Moment, at: int, room: float, language: str) -> _Column:
    inner = room - 10
    return _Column(
        at * room + 6,
        fitted(moment.label, inner, bold=True, most=3, language=language),
        fitted(moment.title, inner, most=4, language=language),
        fitted(moment.detail, inner, SMALL, most=5, language=language),
    )


def _leader(x: float, column: float, top: float) -> Node:
    start = _LINE_Y + 7
    return line([(x, start), (x, start + 4), (column, top - 8), (column, top + 2)], "#9aa3ad", 0.5)


def _words(column: _Column, top: float, colour: str) -> list[Node]:
    x = column.x + 4
    second = top + tall(column.when)
    third = second + tall(column.title)
    return [
        paragraph(x, top + 1, column.when, Lettering(bold=True, colour=colour)),
        paragraph(x, second + 1, column.title),
        paragraph(x, third + 1, column.detail, Lettering(size=SMALL, colour=MUTED)),
    ]


def _colour(moment: Moment, look: Look) -> str:
    return {"warning": WARNING, "breach": BREACH}.get(moment.tone, look.accent)


def _pauses(timeline: Timeline, places: list[float], look: Look) -> tuple[list[Node], int]:
    """Return a band for each pause of the clock with its words above, and the rows of words."""
    times = [moment.at for moment in timeline.moments]
    drawn: list[Node] = []
    ends: list[float] = []  # where the words of each row end
    for start, end, words in timeline.pauses:
        left, right = _between(start, times, places), _between(end, times, places)
        text = fitted(words, PAGE - left, SMALL, most=1)
        row = next((at for at, taken in enumerate(ends) if taken <= left), len(ends))
        ends[row : row + 1] = [left + max(width(part, SMALL) for part in [*text, ""]) + 8]
        high = _LINE_Y - 14 - _PAUSE_ROW * row
        drawn.append(
            box((left, _LINE_Y - 7), (max(right - left, 3), 14), look.band, Pen(look.line))
        )
        drawn.append(line([(left, high), (left, _LINE_Y - 7)], look.line, 0.5))
        drawn.append(paragraph(left + 2, high + 5, text, Lettering(size=SMALL, colour=MUTED)))
    return drawn, len(ends)


def _between(time: int, times: list[int], places: list[float]) -> float:
    """Return the x of a time that may lie between two moments."""
    if not times or time <= times[0]:
        return places[0] if places else _EDGE
    pairs = zip(
        zip(times, places, strict=True), zip(times[1:], places[1:], strict=True), strict=False
    )
    for (before, x_before), (after, x_after) in pairs:
        if before <= time <= after:
            return x_before + (x_after - x_before) * (time - before) / max(after - before, 1)
    return places[-1]
