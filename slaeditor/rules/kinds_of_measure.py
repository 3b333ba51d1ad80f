"""What goes without saying for a kind of measure: which way it improves, how it is summed up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeVar

from slaeditor.model.entity import Entity
from slaeditor.model.promises import Aggregation, Better, Measure, MeasureKind

E = TypeVar("E", bound=Entity)

USUAL: Final[Mapping[MeasureKind, tuple[Better, Aggregation]]] = {
    MeasureKind.TIME: (Better.LOWER, Aggregation.PER_CASE),
    MeasureKind.AVAILABILITY: (Better.HIGHER, Aggregation.AVAILABILITY),
    MeasureKind.RATIO: (Better.HIGHER, Aggregation.SHARE),
    MeasureKind.COUNT: (Better.LOWER, Aggregation.TOTAL),
    MeasureKind.SCORE: (Better.HIGHER, Aggregation.MEAN),
    MeasureKind.QUANTITY: (Better.LOWER, Aggregation.PER_CASE),
}
"""The direction and the figure of a period that a measure of a kind usually has."""

_OF_TIME: Final = frozenset({MeasureKind.AVAILABILITY, MeasureKind.RATIO})


def following(before: E, after: E) -> E:
    """Return an edited record; what was usual for a measure's old kind is that of its new one.

    Direction and figure of a period that somebody chose otherwise stay as they are.
    """
    if not isinstance(before, Measure) or not isinstance(after, Measure):
        return after
    if before.kind is None or after.kind is None or before.kind is after.kind:
        return after
    better, figure = USUAL[before.kind]
    new_better, new_figure = USUAL[after.kind]
    return after.but(
        better=new_better if after.better is better else after.better,
        aggregation=new_figure if after.aggregation is figure else after.aggregation,
    )


def contradictions(measure: Measure) -> Iterator[tuple[str, str]]:
    """Yield the fields of a measure that contradict its kind, each with why in words."""
    kind, figure = measure.kind, measure.aggregation
    if kind is MeasureKind.AVAILABILITY and measure.better is Better.LOWER:
        yield "better", "availability is better the higher it is"
    if kind is MeasureKind.AVAILABILITY and figure is Aggregation.PER_CASE:
        yield "aggregation", "availability is of a period, not of a case"
    if kind not in {*_OF_TIME, None} and figure is Aggregation.AVAILABILITY:
        yield "aggregation", "only availability is a share of time"
