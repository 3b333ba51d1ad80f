"""Where the bands of a credit leave a result without an answer, or give it two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from slaeditor.model.compensation import Compensation
from slaeditor.model.levels import LevelKind, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.compensation import GIVES, applying, band_range, bands_of, value_of
from slaeditor.rules.ranges import Range, between, holes, overlaps
from slaeditor.rules.results import higher_is_better, threshold


def gaps(project: Project, row: Compensation) -> tuple[Range, ...]:
    """Return the results that no band holds, between two bands or between a promise and them."""
    ranges = [band_range(band) for band in bands_of(project, row)]
    return (*holes(ranges), *holes_by_level(project, row))


def holes_by_level(project: Project, row: Compensation) -> Mapping[Range, tuple[ServiceLevel, ...]]:
    """Return what misses the promise of a level but lies on the good side of every band.

    Each with the levels that have the hole, their promises and the credit being inherited or their
    own; with none where it is the same for all of them.
    """
    ranges = [band_range(band) for band in bands_of(project, row)]
    levels = levels_with(project, row)
    found: dict[Range, list[ServiceLevel]] = {}
    for level in levels:
        for hole in _below_target(project, row, ranges, level):
            found.setdefault(hole, []).append(level)
    if not levels:
        return dict.fromkeys(_below_target(project, row, ranges, None), ())
    same = len(next(iter(found.values()), ())) == len(levels)
    return {hole: () if same else tuple(those) for hole, those in found.items()}


def levels_with(project: Project, row: Compensation) -> tuple[ServiceLevel, ...]:
    """Return the levels that are sold and have a credit or reward, of their own or inherited."""
    measure = project.measures.get(row.measure)
    if measure is None:
        return ()
    sold = (one for one in project.service_levels if one.kind is LevelKind.LEVEL)
    return tuple(one for one in sold if row in applying(project, one, measure))


def clashes(project: Project, row: Compensation) -> tuple[Range, ...]:
    """Return the results that lie in two bands."""
    ranges = [band_range(band) for band in bands_of(project, row)]
    return tuple(shared for _, _, shared in overlaps(ranges))


def _below_target(
    project: Project, row: Compensation, ranges: list[Range], level: ServiceLevel | None
) -> Iterator[Range]:
    """Yield what misses the promise of a level and lies on the good side of every band."""
    measure, value = project.measures.get(row.measure), value_of(project, row, level)
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
