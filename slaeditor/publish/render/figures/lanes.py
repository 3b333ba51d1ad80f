"""Swim lanes: one row a role, time to the right, the limit on the arrow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from htpy import Element, Node

from slaeditor.publish.figures import LaneBox, SwimLanes
from slaeditor.publish.render.figures.drawing import (
    GUTTER,
    INK_LINE,
    MUTED,
    PAGE,
    SIZE,
    SMALL,
    Lettering,
    Look,
    Pen,
    box,
    canvas,
    fitted,
    label,
    line,
    paragraph,
    tall,
)
from slaeditor.publish.render.figures.lettering import width

_BOX_WIDTH = 76.0
_PAD = 4.5
_SIZES = (8.0, 7.5, 7.0, 6.5)
_NAME = GUTTER - 12


def lanes_svg(lanes: SwimLanes, look: Look) -> Element:
    """Return the lanes with their boxes and the arrows between them."""
    count = max(len(lanes.boxes), 1)
    step = (PAGE - GUTTER) / count
    wide = min(_BOX_WIDTH, step * 0.9)
    size = _size([each.title for each in lanes.boxes], wide - 6)
    texts = [
        fitted(each.title, wide - 6, size, most=5, language=look.language) for each in lanes.boxes
    ]
    tallest = max((tall(lines, size) for lines in texts), default=SIZE)
    row = max(tallest + 2 * _PAD + 2 * (SMALL + 5), 40.0)
    places = [
        (
            GUTTER + at * step + (step - wide) / 2,
            (each.lane + 0.5) * row,
        )
        for at, each in enumerate(lanes.boxes)
    ]
    high = tallest + 2 * _PAD - 2
    content: list[Node] = [
        [_lane(name, at, row, look) for at, name in enumerate(lanes.lanes)],
        list(_arrows(lanes.boxes, places, (wide, high), step)),
        [
            _box(lines, place, (wide, high), size, look)
            for lines, place in zip(texts, places, strict=True)
        ],
    ]
    return canvas(PAGE, row * len(lanes.lanes) + 1, lanes.alternative, content, look.family)


def _lane(name: str, at: int, row: float, look: Look) -> list[Node]:
    lines = fitted(name, _NAME, bold=True, most=3, language=look.language)
    middle = at * row + row / 2 - tall(lines) / 2 + SIZE
    return [
        at % 2 == 0 and box((0, at * row), (PAGE, row), look.tint),
        line([(0, at * row), (PAGE, at * row)], look.line, 0.5),
        line([(0, (at + 1) * row), (PAGE, (at + 1) * row)], look.line, 0.5),
        paragraph(6, middle, lines, Lettering(bold=True)),
    ]


def _size(titles: list[str], room: float) -> float:
    """Return the largest size at which no word has to be broken, or the smallest."""
    longest = max((word for title in titles for word in title.split()), key=len, default="")
    fits = (size for size in _SIZES if width(longest, size) <= room)
    return next(fits, _SIZES[-1])


def _box(
    lines: list[str],
    place: tuple[float, float],
    measures: tuple[float, float],
    size: float,
    look: Look,
) -> list[Node]:
    (x, y), (wide, high) = place, measures
    first = y - tall(lines, size) / 2 + size - 0.5
    return [
        box((x, y - high / 2), (wide, high), "#ffffff", Pen(look.accent, weight=1.0), corner=3),
        paragraph(x + wide / 2, first, lines, Lettering(size=size, anchor="middle")),
    ]


def _arrows(
    boxes: tuple[LaneBox, ...],
    places: list[tuple[float, float]],
    size: tuple[float, float],
    step: float,
) -> Iterator[Node]:
    wide, high = size
    for (before, start), (after, end) in pairwise(zip(boxes, places, strict=True)):
        if before.lane == after.lane:
            yield _straight(after.limit, (start[0] + wide, start[1]), end, high)
        else:
            down = 1 if end[1] > start[1] else -1
            yield _bent(after.limit, start, end, (wide, high * down, step))


def _straight(
    limit: str, start: tuple[float, float], end: tuple[float, float], high: float
) -> Node:
    middle = (start[0] + end[0]) / 2
    return [
        line([start, (end[0] - 0.5, end[1])], INK_LINE, 0.9, head=True),
        limit
        and label(
            middle,
            start[1] + high / 2 + SMALL + 1,
            limit,
            Lettering(size=SMALL, colour=MUTED, anchor="middle"),
        ),
    ]


def _bent(
    limit: str,
    start: tuple[float, float],
    end: tuple[float, float],
    size: tuple[float, float, float],
) -> Node:
    wide, high, step = size
    corner = end[0] + wide / 2
    tip = end[1] - high / 2
    words = fitted(limit, step + wide / 2 - 6, SMALL, most=1) if limit else []
    y = tip - 5 if high > 0 else tip + 9
    room = width(" ".join(words), SMALL)
    return [
        line(
            [(start[0] + wide, start[1]), (corner, start[1]), (corner, tip)],
            INK_LINE,
            0.9,
            head=True,
        ),
        [
            label(
                corner - 5 - room if corner - room > GUTTER else corner + 5,
                y,
                text,
                Lettering(size=SMALL, colour=MUTED),
            )
            for text in words
        ],
    ]
