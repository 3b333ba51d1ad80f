"""What is owed when a target is missed or exceeded, step by step.

One set of rows gives amount, sentence, curve and check. Results are numbers in the unit of the
measure, shares are exact, money is rounded once, at the end, to the minor unit of its currency.

* bands: the amount of the first band, in their order, that holds the result;
* steps: step × R((shortfall − tolerance) / step size), R being whole steps down, up, or in part;
* per case: amount of a case × number of cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from slaeditor.model.compensation import Combine, Compensation, CompensationBand, Direction
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Target
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.inheritance import concerns, lineage
from slaeditor.rules.names import title
from slaeditor.rules.phrase import Phrase
from slaeditor.rules.ranges import Range
from slaeditor.rules.results import is_met

GIVES = frozenset({Direction.CREDIT, Direction.PENALTY})
"""Directions that answer a target missed; the others answer one exceeded."""


class NotDecidable(ValueError):
    """What is owed cannot be told; `sentence` says what is missing and what to give."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What happened in a period.

    `result` is the figure of the measure, `base` the charges a share is taken of, `cases` how many
    cases count where that is asked. `others` gives by the id of a measure the results of further
    tests. `given` is what was already owed in the period of the cap, `given_in_second` in that of
    the second cap. `service` and `variants` are the ids of where it happened; empty is anywhere.
    """

    result: Decimal | None = None
    base: Money | None = None
    cases: Decimal | None = None
    others: Mapping[str, Decimal] = field(default_factory=dict)
    given: Money | None = None
    service: str = ""
    variants: tuple[str, ...] = ()
    given_in_second: Money | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed, with each step in words.

    `share` is the part of the base, `money` the amount in whole minor units where it can be told,
    `hours` service given instead; all are negative where the other side gains. `words` are those
    of a band that tells its amount in words. `reason` says in a sentence why it is so. `flaw` names
    a gap or overlap of the bands that the result fell into.
    """

    lines: tuple[str, ...]
    reason: str
    share: Percentage | None = None
    money: Money | None = None
    hours: Decimal | None = None
    words: str = ""
    flaw: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether nothing at all is owed."""
        amounts = (
            self.share and self.share.value,
            self.money and self.money.amount,
            self.hours,
        )
        return not any(amounts)


def applying(project: Project, level: ServiceLevel, measure: Measure) -> tuple[Compensation, ...]:
    """Return the credits and rewards that a level has for a measure.

    One that names no level holds for all. Of those that name levels, the nearest counts: what a
    level has of its own replaces what it would inherit for the same services and variants.
    """
    rows = project.compensations.where("measure", measure.id)
    near = [one.id for one in lineage(project, level)]
    nearest: dict[object, int] = {}
    for row in rows:
        distance = _distance(row, near)
        if row.levels and distance is not None:
            nearest[_matter(row)] = min(distance, nearest.get(_matter(row), distance))
    return tuple(
        row
        for row in rows
        if not row.levels or nearest.get(_matter(row), -1) == _distance(row, near)
    )


def _distance(row: Compensation, near: list[str]) -> int | None:
    """How far up from a level the nearest level stands that a credit names."""
    return next((place for place, key in enumerate(near) if key in row.levels), None)


def _matter(row: Compensation) -> object:
    """What a credit is about: another one about the same can take its place."""
    return row.direction, row.services, row.variants


def is_for(compensation: Compensation, occurrence: Occurrence) -> bool:
    """Return whether a credit or reward is for where something happened."""
    served = not occurrence.service or concerns(compensation, "services", (occurrence.service,))
    varied = not occurrence.variants or concerns(compensation, "variants", occurrence.variants)
    return served and varied


def target_of(
    project: Project, compensation: Compensation, level: ServiceLevel | None = None
) -> Target | None:
    """Return the target whose miss counts: the one named, or the nearest one of the measure."""
    keys = [one.id for one in lineage(project, level)] if level else list(compensation.levels)
    named = [project.targets.get(key) for key in compensation.targets]
    listed = [one for one in named if one is not None]
    rows = listed or _promised(project, compensation)
    for key in (*keys, ""):
        for row in rows:
            if row.level == key:
                return row
    return rows[0] if rows and (listed or not keys) else None


def _promised(project: Project, compensation: Compensation) -> list[Target]:
    """The targets of the measure, of the services and variants concerned where there are any."""
    rows = list(project.targets.where("measure", compensation.measure))
    own = [
        row
        for row in rows
        if concerns(compensation, "services", (row.service,))
        and concerns(compensation, "variants", row.variants)
    ]
    return own or rows


def value_of(
    project: Project, compensation: Compensation, level: ServiceLevel | None = None
) -> TargetValue | None:
    """Return the promise whose miss counts."""
    found = target_of(project, compensation, level)
    return found.value if found else None


def band_range(band: CompensationBand) -> Range:
    """Return the results that a band holds."""
    return Range(band.lower, band.lower_included, band.upper, band.upper_included)


def bands_of(project: Project, compensation: Compensation) -> tuple[CompensationBand, ...]:
    """Return the bands of a credit or reward in their order."""
    return project.compensation_bands.where("compensation", compensation.id)


def failed_test(project: Project, compensation: Compensation, occurrence: Occurrence) -> str:
    """Return why a further test stops the credit or reward; empty when all hold.

    Raises `NotDecidable` when the result of a further measure is not given.
    """
    for test in project.compensation_tests.where("compensation", compensation.id):
        measure = project.measures.get(test.measure)
        if measure is None or test.value is None:
            continue
        name = title(project, measure)
        if measure.id not in occurrence.others:
            words = f"Give the result of “{name}”, which must be {test.value}."
            raise NotDecidable(Phrase(words, "owed.other", measure=name, value=test.value))
        if is_met(test.value, occurrence.others[measure.id]) is False:
            return f"“{name}” is not {test.value}, so nothing is owed."
    return ""


def strongest(owed: tuple[Owed, ...]) -> Owed:
    """Return what is most of several, by money and then by share."""
    return max(owed, key=lambda one: (_amount(one), one.share.value if one.share else Decimal(0)))


def _amount(owed: Owed) -> Decimal:
    return abs(owed.money.amount) if owed.money else Decimal(0)


def combines_highest(rows: tuple[Compensation, ...]) -> bool:
    """Return whether of several only the highest is owed."""
    return any(row.combine is Combine.HIGHEST for row in rows)
