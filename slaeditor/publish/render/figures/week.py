"""The service hours of a week, drawn as bars on a 24-hour scale."""

from __future__ import annotations

from htpy import Element, Node

from slaeditor.publish.figures import WeekPicture
from slaeditor.publish.render.figures.drawing import (
    GUTTER,
    MUTED,
    PAGE,
    SMALL,
    Lettering,
    Look,
    box,
    canvas,
    fitted,
    label,
    line,
)
from slaeditor.publish.render.figures.lettering import width

_DAY = 24 * 60
_ROW = 15.0
_BAR = 10.0
_TOP = 16.0
_PLOT = PAGE - GUTTER - 8
_DAYS = 7


def week_svg(week: WeekPicture, look: Look) -> Element:
    """Return seven rows, one a day, with a bar for each span of service."""
    bottom = _TOP + _DAYS * _ROW
    content: list[Node] = [
        _scale(bottom, look),
        [_row(week, day, look) for day in range(1, _DAYS + 1)],
        line([(GUTTER, bottom), (GUTTER + _PLOT, bottom)], look.line, 0.5),
    ]
    if week.zone:
        zone = fitted(week.zone, GUTTER - 10, SMALL, most=1)
        content.append(
            [label(0, _TOP - 6, words, Lettering(size=SMALL, colour=MUTED)) for words in zone]
        )
    return canvas(PAGE, bottom + 4, week.alternative, content, look.family)


def _x(minute: int) -> float:
    return GUTTER + _PLOT * minute / _DAY


def _scale(bottom: float, look: Look) -> list[Node]:
    return [
        [
            line(
                [(_x(hour * 60), _TOP - 3), (_x(hour * 60), bottom)],
                look.line,
                0.5 if hour % 6 == 0 else 0.25,
            ),
            label(
                _x(hour * 60),
                _TOP - 6,
                f"{hour:02d}",
                Lettering(size=SMALL, colour=MUTED, anchor="middle"),
            ),
        ]
        for hour in range(0, 25, 3)
    ]


def _row(week: WeekPicture, day: int, look: Look) -> list[Node]:
    top = _TOP + (day - 1) * _ROW
    name = week.day_names[day - 1] if day <= len(week.day_names) else str(day)
    spans = sorted((start, end) for weekday, start, end in week.spans if weekday == day)
    return [
        line([(0, top), (GUTTER + _PLOT, top)], look.line, 0.35),
        [
            label(
                0,
                top + 10.4,
                words,
                Lettering(bold=bool(spans), colour="#1b1f24" if spans else MUTED),
            )
            for words in fitted(name, GUTTER - 10, most=1)
        ],
        [_bar(start, end, top + (_ROW - _BAR) / 2, look) for start, end in spans],
    ]


def _bar(start: int, end: int, y: float, look: Look) -> list[Node]:
    left, right = _x(start), _x(min(end, _DAY))
    words = f"{_clock(start)}–{_clock(end)}"
    fits = width(words, SMALL, bold=True) + 6 < right - left
    return [
        box((left, y), (right - left, _BAR), look.accent, corner=1.5),
        fits
        and label(
            (left + right) / 2,
            y + 7.5,
            words,
            Lettering(size=SMALL, colour=look.on_accent, bold=True, anchor="middle"),
        ),
    ]


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
