"""Strokes of a figure: lines, boxes, words. Measures are points; y runs downwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import htpy as h
from htpy import Element, Node

from slaeditor.publish.render.colour import INK, Palette, ink_on, mixed
from slaeditor.publish.render.figures.lettering import wrapped

PAGE = 464.0  # text and note column together, 164 mm
GUTTER = 102.0  # the note column, 36 mm
SIZE = 8.0
SMALL = 7.0
LEADING = 1.28
INK_LINE = "#3d4650"
MUTED = "#56606b"
WARNING = "#a34a00"
BREACH = "#a31621"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and family of a figure."""

    accent: str
    tint: str
    band: str
    line: str
    family: str

    @property
    def on_accent(self) -> str:
        """Return the colour of words on the accent."""
        return ink_on(self.accent)

    @property
    def soft(self) -> str:
        """Return a middle shade of the accent for areas."""
        return mixed(self.accent, "#ffffff", 0.55)


def look(palette: Palette, family: str) -> Look:
    """Return the look that suits a handbook's palette."""
    return Look(palette.accent, palette.tint, palette.band, palette.line, family)


def number(value: float) -> str:
    """Return a measure as short words."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"


def canvas(width: float, height: float, sentence: str, content: Node, family: str) -> Element:
    """Return a whole figure that says in `sentence` what it shows."""
    return h.svg(
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "width": f"{number(width)}pt",
            "height": f"{number(height)}pt",
            "role": "img",
            "font-family": family,
        }
    )[h.title[sentence], content]


def line(
    points: Iterable[tuple[float, float]],
    colour: str,
    stroke: float = 0.75,
    *,
    dashed: bool = False,
    head: bool = False,
) -> Node:
    """Return a line through `points`; `head` puts an arrow head at its end."""
    corners = list(points)
    drawn = " L".join(f"{number(x)} {number(y)}" for x, y in corners)
    attributes = {
        "d": f"M{drawn}",
        "fill": "none",
        "stroke": colour,
        "stroke-width": number(stroke),
        "stroke-linejoin": "round",
    }
    if dashed:
        attributes["stroke-dasharray"] = "2.4 2"
    return [h.path(attributes), head and _arrow(corners[-2], corners[-1], colour)]


def _arrow(before: tuple[float, float], tip: tuple[float, float], colour: str) -> Element:
    x, y = tip
    if before[0] == x:
        back = -4.6 if before[1] < y else 4.6
        corners = (
            f"{number(x)},{number(y)} {number(x - 2.5)},{number(y + back)}"
            f" {number(x + 2.5)},{number(y + back)}"
        )
    else:
        back = -4.6 if before[0] < x else 4.6
        corners = (
            f"{number(x)},{number(y)} {number(x + back)},{number(y - 2.5)}"
            f" {number(x + back)},{number(y + 2.5)}"
        )
    return h.polygon(points=corners, fill=colour)


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str,
    *,
    stroke: str = "none",
    round_: float = 0,
    dashed: bool = False,
    weight: float = 0.75,
) -> Element:
    """Return a rectangle with its upper left corner at x, y."""
    attributes = {
        "x": number(x),
        "y": number(y),
        "width": number(max(width, 0)),
        "height": number(height),
        "fill": fill,
        "stroke": stroke,
        "stroke-width": number(weight),
    }
    if round_:
        attributes["rx"] = number(round_)
    if dashed:
        attributes["stroke-dasharray"] = "2.4 2"
    return h.rect(attributes)


def dot(x: float, y: float, radius: float, fill: str, stroke: str = "none") -> Element:
    """Return a filled circle."""
    return h.circle(
        cx=number(x), cy=number(y), r=number(radius), fill=fill, stroke=stroke, stroke_width="1.2"
    )


def diamond(x: float, y: float, radius: float, fill: str, stroke: str) -> Element:
    """Return a square that stands on its corner."""
    corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    return h.polygon(
        points=" ".join(f"{number(a)},{number(b)}" for a, b in corners),
        fill=fill,
        stroke=stroke,
        stroke_width="1.2",
    )


def label(
    x: float,
    y: float,
    text: str,
    *,
    size: float = SIZE,
    colour: str = INK,
    bold: bool = False,
    anchor: str = "start",
) -> Element:
    """Return one line of words whose baseline is at y."""
    attributes = {
        "x": number(x),
        "y": number(y),
        "font-size": number(size),
        "fill": colour,
        "text-anchor": anchor,
    }
    if bold:
        attributes["font-weight"] = "600"
    return h.text(attributes)[text]


def paragraph(
    x: float,
    y: float,
    lines: Iterable[str],
    *,
    size: float = SIZE,
    colour: str = INK,
    bold: bool = False,
    anchor: str = "start",
) -> list[Element]:
    """Return lines of words; the first baseline is at y."""
    return [
        label(x, y + at * size * LEADING, text, size=size, colour=colour, bold=bold, anchor=anchor)
        for at, text in enumerate(lines)
    ]


def fitted(
    text: str, room: float, size: float = SIZE, *, bold: bool = False, most: int = 4
) -> list[str]:
    """Return at most `most` lines that fit into `room`; an ellipsis ends what was cut."""
    lines = wrapped(text, room, size, bold=bold)
    if len(lines) <= most:
        return lines
    return [
        *lines[: most - 1],
        lines[most - 1].rstrip("-.,; ")[: max(1, len(lines[most - 1]) - 1)] + "…",
    ]


def tall(lines: list[str], size: float = SIZE) -> float:
    """Return the height of a paragraph of these lines."""
    return len(lines) * size * LEADING


def shifted(content: Node, down: float) -> Element:
    """Return `content` moved down."""
    return h.g(transform=f"translate(0 {number(down)})")[content]
