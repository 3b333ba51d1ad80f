"""The figures of an edition as the words and numbers they are drawn from.

Each has a caption, and in `alternative` a sentence for whoever does not see it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Moment:
    """A point on a timeline; `at` is minutes after the start, used only for its place."""

    at: int
    label: str
    title: str
    detail: str = ""
    tone: str = ""  # "", "warning", "due", "breach"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated or relative moments in order, drawn as a line; `alternative` says it in a sentence.

    `unscaled` are the words that say so where moments stand too close to be drawn to scale.
    """

    caption: str
    alternative: str
    moments: tuple[Moment, ...]
    pauses: tuple[tuple[int, int, str], ...] = ()
    unscaled: str = ""


@dataclass(frozen=True, slots=True)
class WeekPicture:
    """Service hours of a week; each span is (weekday 1-7, first minute, last minute of it)."""

    caption: str
    alternative: str
    spans: tuple[tuple[int, int, int], ...]
    day_names: tuple[str, ...]
    zone: str = ""


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A corner of a credit or price curve in thousandths of the axis units."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Curve:
    """A curve drawn from bands or brackets; `stepped` draws flat runs with jumps."""

    caption: str
    alternative: str
    x_title: str
    y_title: str
    points: tuple[CurvePoint, ...]
    stepped: bool = True
    marks: tuple[tuple[int, str], ...] = ()  # x in thousandths, words: target, cap


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A box in a swim lane; `limit` stands on the arrow that leads to it."""

    lane: int
    title: str
    limit: str = ""


@dataclass(frozen=True, slots=True)
class SwimLanes:
    """Who does what in which order: one row a role, time to the right, at most seven boxes."""

    caption: str
    alternative: str
    lanes: tuple[str, ...]
    boxes: tuple[LaneBox, ...]


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A stretch of a feasibility chain, in minutes; `tone` is "", "slack" or "hole".

    It begins when the one before it ends, or `beside` the one before it.
    """

    title: str
    minutes: int
    detail: str = ""
    tone: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """What stands behind a promise: the links laid under the promised time."""

    caption: str
    alternative: str
    promise: ChainLink
    links: tuple[ChainLink, ...]


Figure = Timeline | WeekPicture | Curve | SwimLanes | Chain
