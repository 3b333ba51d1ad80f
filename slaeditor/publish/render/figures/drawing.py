"""Strokes of a figure: lines, boxes, words. Measures are points; y runs downwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import htpy as h
from htpy import Element, Node

from slaeditor.publish.render.colour import INK, Palette, ink_on, mixed
from slaeditor.publish.render.figures.lettering import width, wrapped

PAGE = 464.0  # text and note column together, 164 mm
GUTTER = 102.0  # the note column, 36 mm
SIZE = 8.0
SMALL = 7.0
LEADING = 1.28
_HEAD = 4.6
_HALF = 2.5
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
    language: str = ""
    """The language by which words that are too long are broken; none breaks them anywhere."""

    @property
    def on_accent(self) -> str:
        """Return the colour of words on the accent."""
        return ink_on(self.accent)

    @property
    def soft(self) -> str:
        """Return a middle shade of the accent for areas."""
        return mixed(self.accent, "#ffffff", 0.55)


@dataclass(frozen=True, slots=True)
class Lettering:
    """How words are set: size in points, colour, weight, and which end stands at x."""

    size: float = SIZE
    colour: str = INK
    bold: bool = False
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Pen:
    """How an outline is drawn."""

    colour: str
    weight: float = 0.75
    dashed: bool = False


def look(palette: Palette, family: str, language: str = "") -> Look:
    """Return the look that suits a handbook's palette and language."""
    return Look(palette.accent, palette.tint, palette.band, palette.line, family, language)


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
        back = y + (-_HEAD if before[1] < y else _HEAD)
        corners = ((x, y), (x - _HALF, back), (x + _HALF, back))
    else:
        back = x + (-_HEAD if before[0] < x else _HEAD)
        corners = ((x, y), (back, y - _HALF), (back, y + _HALF))
    return h.polygon(points=_points(corners), fill=colour)


def _points(corners: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def box(
    place: tuple[float, float],
    measures: tuple[float, float],
    fill: str,
    pen: Pen | None = None,
    *,
    corner: float = 0,
) -> Element:
    """Return a rectangle with its upper left corner at `place`; `corner` rounds its corners."""
    pen = pen or Pen("none")
    attributes = {
        "x": number(place[0]),
        "y": number(place[1]),
        "width": number(max(measures[0], 0)),
        "height": number(measures[1]),
        "fill": fill,
        "stroke": pen.colour,
        "stroke-width": number(pen.weight),
    }
    if corner:
        attributes["rx"] = number(corner)
    if pen.dashed:
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
    return h.polygon(points=_points(corners), fill=fill, stroke=stroke, stroke_width="1.2")


def label(x: float, y: float, text: str, style: Lettering | None = None) -> Element:
    """Return one line of words whose baseline is at y."""
    style = style or Lettering()
    attributes = {
        "x": number(x),
        "y": number(y),
        "font-size": number(style.size),
        "fill": style.colour,
        "text-anchor": style.anchor,
    }
    if style.bold:
        attributes["font-weight"] = "600"
    return h.text(attributes)[text]


def paragraph(
    x: float, y: float, lines: Iterable[str], style: Lettering | None = None
) -> list[Element]:
    """Return lines of words; the first baseline is at y."""
    style = style or Lettering()
    return [label(x, y + at * style.size * LEADING, text, style) for at, text in enumerate(lines)]


def fitted(
    text: str,
    room: float,
    size: float = SIZE,
    *,
    bold: bool = False,
    most: int = 4,
    language: str = "",
) -> list[str]:
    """Return at most `most` lines that fit into `room`; an ellipsis ends what was cut."""
    lines = wrapped(text, room, size, bold=bold, language=language)
    if len(lines) <= most:
        return lines
    last = lines[most - 1][:-1] if width(lines[most - 1] + "…", size) > room else lines[most - 1]
    return [*lines[: most - 1], last.rstrip("-.,; ") + "…"]


def tall(lines: list[str], size: float = SIZE) -> float:
    """Return the height of a paragraph of these lines."""
    return len(lines) * size * LEADING


def shifted(content: Node, down: float) -> Element:
    """Return `content` moved down."""
    return h.g(transform=f"translate(0 {number(down)})")[content]
