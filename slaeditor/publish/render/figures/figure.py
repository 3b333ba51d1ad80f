"""A figure with its number and caption, and the picture by itself for the window."""

from __future__ import annotations

from collections.abc import Callable

import htpy as h
from htpy import Element, Node

from slaeditor.publish.figures import Curve, Figure, SwimLanes, Timeline, WeekPicture
from slaeditor.publish.late import Kind
from slaeditor.publish.render.colour import palette
from slaeditor.publish.render.figures.chain import chain_svg
from slaeditor.publish.render.figures.curve import curve_svg
from slaeditor.publish.render.figures.drawing import Look, look
from slaeditor.publish.render.figures.lanes import lanes_svg
from slaeditor.publish.render.figures.timeline import is_dense, timeline_svg
from slaeditor.publish.render.figures.week import week_svg
from slaeditor.publish.render.frame import Frame


def svg(figure: Figure, accent: str, family: str = "Inter") -> str:
    """Return the picture of a figure as a whole SVG document in the accent colour."""
    return str(picture(figure, look(palette(accent, ""), family)))


def picture(figure: Figure, style: Look) -> Element:
    """Return the picture of a figure."""
    if isinstance(figure, Timeline):
        return timeline_svg(figure, style)
    if isinstance(figure, WeekPicture):
        return week_svg(figure, style)
    if isinstance(figure, Curve):
        return curve_svg(figure, style)
    if isinstance(figure, SwimLanes):
        return lanes_svg(figure, style)
    return chain_svg(figure, style)


def figure_html(figure: Figure, frame: Frame) -> Node:
    """Return the figure with its caption below and, where it is dense, its moments as a list."""
    number = frame.numbered(frame.labels.figure, frame.numbers.next_figure())
    place = frame.late_colour(Kind.FIGURE, frame.numbers.figure_place)
    return [
        h.figure(".broad")[
            picture(figure, look(frame.palette, frame.family, frame.language)),
            h.figcaption[
                number and [h.strong(style=place)[number], "\u2002"], frame.words(figure.caption)
            ],
        ],
        isinstance(figure, Timeline) and is_dense(figure) and _moments(figure, frame.words),
    ]


def _moments(timeline: Timeline, words: Callable[[str], str]) -> Element:
    return h.ol(".moments")[
        (
            h.li[
                h.strong[words(moment.label)],
                " ",
                words(moment.title),
                moment.detail and [" – ", words(moment.detail)],
            ]
            for moment in timeline.moments
        )
    ]
