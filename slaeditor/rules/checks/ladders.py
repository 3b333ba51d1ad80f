"""Which record comes before another: levels of a ladder, severities, stages of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from slaeditor.model.levels import LevelKind, Offer, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, MeasureKind, Severity, Target
from slaeditor.rules.inheritance import lineage

CELL: Final = ("level", "measure")
"""The fields of a target by which those of a cell are found together."""

_STAGES: Final = (
    (4, re.compile(r"root.?cause|\brca\b|post.?mortem|ursachen", re.IGNORECASE)),
    (2, re.compile(r"restor|workaround|recover|make safe|wiederherst|umgehung", re.IGNORECASE)),
    (3, re.compile(r"resol|\bfix|repair|l(?:ö|oe)sung|behebung|entst(?:ö|oe)r", re.IGNORECASE)),
    (1, re.compile(r"first respon|initial respon|respon|reaction|reaktion", re.IGNORECASE)),
)
_NO_STAGE: Final = re.compile(
    r"next|ongoing|update|subsequent|n(?:ä|ae)chste"  # later replies
    r"|recovery (?:point|time)|\br[pt]o\b|backup|disaster|retention",  # loss of data, not a case
    re.IGNORECASE,
)


HOURS_OF_LEVEL: Final = frozenset({"calendar", "based_on"})
"""The fields of a level that say in which hours its promises are counted."""

PLACE_OF_LEVEL: Final = frozenset({"kind", "offer", "ladder", "ordered", "position", "based_on"})
"""The fields of a level that say beside which other levels it stands."""


def stage(measure: Measure) -> int | None:
    """Return where in the course of a case a measure stands, told by the words of its name.

    First response is 1, restoring 2, resolving 3, the report on the cause 4; None for any other.

    >>> stage(Measure(name="First response")), stage(Measure(name="Next response"))
    (1, None)
    >>> stage(Measure(name="Recovery time (RTO)")) is None
    True
    """
    return _stage_named(measure.name) if measure.kind is MeasureKind.TIME else None


@lru_cache(maxsize=4096)
def _stage_named(name: str) -> int | None:
    if _NO_STAGE.search(name):
        return None
    return next((place for place, words in _STAGES if words.search(name)), None)


def is_sold(level: ServiceLevel) -> bool:
    """Return whether clients can have a level by itself."""
    return level.kind is LevelKind.LEVEL and level.offer is not Offer.NOT_AVAILABLE


def measure_of(project: Project, target: Target) -> tuple[Measure, ...]:
    """Return the measure whose cells a target is among."""
    found = project.measures.get(target.measure)
    return () if found is None else (found,)


def targets_beside(project: Project, target: Target) -> tuple[Target, ...]:
    """Return the targets of the same measure."""
    return project.targets.where("measure", target.measure)


def level_before(project: Project, level: ServiceLevel) -> ServiceLevel | None:
    """Return the level that one must be at least as good as, or None."""
    if not (is_sold(level) and level.ordered):
        return None
    before = None
    for one in project.service_levels.where("ladder", level.ladder):
        if one.id == level.id:
            return before
        before = one if is_sold(one) else before
    return before


def severities_before(project: Project, severity: Severity) -> Iterator[Severity]:
    """Yield the severer severities of the same services, the nearest first."""
    same = [one for one in project.severities if one.services == severity.services]
    place = next((n for n, one in enumerate(same) if one.id == severity.id), 0)
    yield from reversed(same[:place])


def nearest(project: Project, level: str, like: Target, **values: str) -> Target | None:
    """Return the target that holds at a level in the same case as another, or None.

    `values` replace the measure or severity of the case. What the level does not say comes from
    the level it is based on; of equally near targets the one that says most counts.
    """
    measure = values.get("measure", like.measure)
    severity = values.get("severity", like.severity)
    for key in _line(project, level):
        found = [
            one
            for one in project.targets.where(CELL, (key, measure))
            if one.severity in {severity, ""} and _same_case(one, like)
        ]
        if found:
            return max(found, key=lambda one: (one.severity == severity, one.channel, one.service))
    return None


def _line(project: Project, level: str) -> tuple[str, ...]:
    row = project.service_levels.get(level)
    own = tuple(one.id for one in lineage(project, row)) if row else ()
    return (*own, "")


def _same_case(one: Target, like: Target) -> bool:
    return (
        one.channel in {like.channel, ""}
        and one.service in {like.service, ""}
        and one.variants == like.variants
        and one.applies_when == like.applies_when
    )
