"""Where the bands of a credit leave a result without an answer, or give it two."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from slaeditor.model.compensation import Compensation
from slaeditor.model.project import Project
from slaeditor.rules.compensation import GIVES, band_range, bands_of, value_of
from slaeditor.rules.ranges import Range, between, holes, overlaps
from slaeditor.rules.results import higher_is_better, threshold


def gaps(project: Project, row: Compensation) -> tuple[Range, ...]:
    """Return the results that no band holds, between two bands or between the target and them."""
    ranges = [band_range(band) for band in bands_of(project, row)]
    return (*holes(ranges), *_below_target(project, row, ranges))


def clashes(project: Project, row: Compensation) -> tuple[Range, ...]:
    """Return the results that lie in two bands."""
    ranges = [band_range(band) for band in bands_of(project, row)]
    return tuple(shared for _, _, shared in overlaps(ranges))


def _below_target(project: Project, row: Compensation, ranges: list[Range]) -> Iterator[Range]:
    """Yield what misses the target and lies on the good side of every band."""
    measure, value = project.measures.get(row.measure), value_of(project, row)
    limit = threshold(value)
    if not ranges or measure is None or limit is None or row.direction not in GIVES:
        return
    kept = (
        Range(lower=limit)
        if higher_is_better(measure, value)
        else Range(upper=limit, upper_included=True)
    )
    pairs = (
        (between(one, kept) if kept.lower is not None else between(kept, one)) for one in ranges
    )
    found = [hole for hole in pairs if hole is not None]
    if len(found) == len(ranges):
        yield min(found, key=_width)


def _width(hole: Range) -> Decimal:
    return (hole.upper or Decimal(0)) - (hole.lower or Decimal(0))
