"""Rules about what is promised: one promise beside another, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from slaeditor.model.backing import WorkStream
from slaeditor.model.calendars import Calendar
from slaeditor.model.compensation import Compensation
from slaeditor.model.levels import Channel, Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity, Strength, Target
from slaeditor.model.values import numbers
from slaeditor.rules.availability import least_cases
from slaeditor.rules.checks.comparing import Standing, compared_time, standing
from slaeditor.rules.checks.ladders import (
    CELL,
    HOURS_OF_LEVEL,
    PLACE_OF_LEVEL,
    level_before,
    measure_of,
    nearest,
    severities_before,
    stage,
    targets_beside,
)
from slaeditor.rules.checks.rule import ERROR, HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, ids
from slaeditor.rules.comparable_time import Comparison
from slaeditor.rules.feasibility import minutes_of
from slaeditor.rules.feasibility_words import hours_words
from slaeditor.rules.inheritance import concerns, lineage
from slaeditor.rules.kinds_of_measure import contradictions
from slaeditor.rules.names import title
from slaeditor.rules.usual_hours import length_of, usual_calendar, usual_hours
from slaeditor.rules.volumes import cases_of

CLOCKS = (Target, Measure, ServiceLevel, Calendar, Channel, Service)
"""What a comparison of times reads."""


@rule(
    "measure-contradicts-its-kind",
    subject=Measure,
    severity=WARNING,
    source="C2",
    why="A promise is judged by it: the better result would count as the worse one.",
    remedy="Change the direction or the figure of a period, or the kind.",
)
def measure_contradicts_its_kind(project: Project, row: Measure, on: date) -> Iterator[Flaw]:
    """Direction and figure of a period of a measure fit its kind."""
    del on
    for name, why in contradictions(row):
        value = getattr(row, name).label
        yield Flaw(f"{called(project, row)} says “{value}”, but {why}.", name)


@rule(
    "response-before-resolution",
    subject=Measure,
    reads=(*CLOCKS, Severity),
    severity=ERROR,
    source="L01",
    why="Nobody can resolve a case before answering it; one of the two times is wrong.",
    remedy="Shorten the earlier stage or lengthen the later one.",
)
def response_before_resolution(project: Project, row: Measure, on: date) -> Iterator[Flaw]:
    """First response ≤ restore ≤ resolution ≤ report, each in comparable clocks."""
    del on
    mine = stage(row)
    later = [one for one in project.measures if mine is not None and (stage(one) or 0) > mine]
    for target in project.targets.where("measure", row.id) if later else ():
        for measure in later:
            other = nearest(project, target.level, target, measure=measure.id)
            if other and compared_time(project, target, other) is Comparison.LONGER:
                said = f"{called(project, target)} takes {target.value}"
                than = f"“{title(project, measure)}” with {other.value}"
                yield Flaw(f"{said}, longer than {than}.", "value", (other.id,), target)


@rule(
    "severity-ladder",
    subject=Target,
    reads=(*CLOCKS, Severity),
    heeds={ServiceLevel: HOURS_OF_LEVEL},
    reach={Target: targets_beside},
    severity=ERROR,
    source="L02",
    why="A severer case must not be served worse than a lighter one.",
    remedy="Exchange the two values, or bring the severities into order.",
)
def severity_ladder(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """A lighter severity is promised nothing better than a severer one."""
    del on
    severity, measure = project.severities.get(row.severity), project.measures.get(row.measure)
    if severity is None or measure is None:
        return
    for severer in severities_before(project, severity):
        other = nearest(project, row.level, row, severity=severer.id)
        if other is None or other.value is None or other.severity != severer.id:
            continue
        if standing(project, measure, row, other) is Standing.BETTER:
            yield Flaw(
                f"{called(project, row)} promises {row.value}, better than the {other.value} of "
                f"the severer “{title(project, severer)}”.",
                "value",
                (other.id,),
            )
        return


@rule(
    "level-ladder",
    subject=Measure,
    reads=(*CLOCKS, Severity),
    heeds={ServiceLevel: HOURS_OF_LEVEL | PLACE_OF_LEVEL},
    reach={Target: measure_of},
    severity=ERROR,
    source="L03",
    why="Who pays for the higher level expects no promise to be worse.",
    remedy="Improve the promise of the higher level, or say that it is not ordered.",
)
def level_ladder(project: Project, row: Measure, on: date) -> Iterator[Flaw]:
    """A level promises nothing worse than the level before it in its ladder."""
    del on
    for level in project.service_levels:
        before = level_before(project, level)
        if before is not None:
            yield from _worse_cells(project, row, level, before)


def _worse_cells(
    project: Project, measure: Measure, level: ServiceLevel, before: ServiceLevel
) -> Iterator[Flaw]:
    """Yield where a level promises less on a measure than the level before it."""
    own = {one.id for one in lineage(project, level)}
    for lower in _promised(project, before, measure):
        mine = nearest(project, level.id, lower)
        if mine is None or mine.id == lower.id:
            continue
        if standing(project, measure, mine, lower) is Standing.WORSE:
            said = f"{called(project, level)} promises {mine.value}, less than the {lower.value}"
            case = _case_words(project, lower)
            yield Flaw(
                f"For {case}, {said} of {called(project, before)}"
                f"{_longer_words(project, mine, lower)}.",
                "value",
                ids((level, before, lower)),
                mine if mine.level in own else level,
                remedy=f"Promise {called(project, level)} no less than {lower.value} as it is "
                f"counted at {called(project, before)}, or say in its text that it is less here.",
            )


def _longer_words(project: Project, mine: Target, lower: Target) -> str:
    """How much longer one promise takes than another by the wall, and by which calendars."""
    one, other = length_of(mine.value), length_of(lower.value)
    if one is None or other is None:
        return ""
    long = minutes_of(one, usual_hours(project, mine))
    short = minutes_of(other, usual_hours(project, lower))
    told = (getattr(one, "minutes", None), getattr(other, "minutes", None)) == (long, short)
    if told or long is None or short is None or long <= short:
        return ""
    counted = _counted_words(project, mine), _counted_words(project, lower)
    clocks = f" ({counted[0]} beside {counted[1]})" if counted[0] != counted[1] else ""
    return (
        f": about {hours_words(long)} of elapsed time{clocks}, which is "
        f"{hours_words(long - short)} longer"
    )


def _counted_words(project: Project, target: Target) -> str:
    calendar = usual_calendar(project, target)
    return f"counted in {called(project, calendar)}" if calendar else "counted around the clock"


def _promised(project: Project, level: ServiceLevel, measure: Measure) -> Iterator[Target]:
    """Yield what holds at a level for a measure, its own and what it inherits, each case once."""
    seen = set()
    for key in (*(one.id for one in lineage(project, level)), ""):
        for one in project.targets.where(CELL, (key, measure.id)):
            case = (one.severity, one.service, one.channel, one.variants)
            if (*case, one.applies_when) not in seen:
                seen.add((*case, one.applies_when))
                yield one


def _case_words(project: Project, target: Target) -> str:
    rows = (
        project.measures.get(target.measure),
        project.severities.get(target.severity),
        project.services.get(target.service),
        project.channels.get(target.channel),
    )
    return "“" + " · ".join(title(project, one) for one in rows if one) + "”"


@rule(
    "guaranteed-without-remedy",
    subject=Target,
    reads=(Compensation, ServiceLevel),
    severity=WARNING,
    source="L06",
    why="A guarantee without a remedy is only a target, and clients learn it at the worst moment.",
    remedy="Add a credit for it, or call it a target.",
)
def guaranteed_without_remedy(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """A guaranteed target has a credit."""
    del on
    if row.strength is not Strength.GUARANTEED:
        return
    if not any(_covers(project, one, row) for one in _credits(project, row)):
        yield Flaw(
            f"{called(project, row)} is guaranteed, but nothing is owed when it is missed.",
            "strength",
        )


def _credits(project: Project, row: Target) -> tuple[Compensation, ...]:
    return project.compensations.where("measure", row.measure)


def _covers(project: Project, compensation: Compensation, target: Target) -> bool:
    """Whether a credit is owed for a target, by name or by level, service and variant."""
    if compensation.targets:
        return target.id in compensation.targets
    served = not target.service or concerns(compensation, "services", (target.service,))
    varied = not target.variants or concerns(compensation, "variants", target.variants)
    if not (served and varied):
        return False
    level = project.service_levels.get(target.level)
    own = {one.id for one in lineage(project, level)} if level else set()
    return not compensation.levels or not level or bool(own & set(compensation.levels))


@rule(
    "guaranteed-without-means",
    subject=Target,
    reads=(Measure,),
    severity=WARNING,
    source="L06",
    why="Without agreed figures both sides will argue about whether the promise was kept.",
    remedy="Say on the measure where the figures come from.",
)
def guaranteed_without_means(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """A guaranteed target is measured by figures whose source is said."""
    del on
    measure = project.measures.get(row.measure)
    if row.strength is Strength.GUARANTEED and measure and not measure.source_of_figures:
        yield Flaw(
            f"{called(project, row)} is guaranteed, but nobody has said where the figures of "
            f"{called(project, measure)} come from.",
            "source_of_figures",
            (row.id,),
            measure,
        )


@rule(
    "share-of-few-cases",
    subject=Target,
    reads=(WorkStream, ServiceLevel, Measure),
    severity=WARNING,
    source="L13",
    why="A share of few cases allows no miss at all: one late case breaks the promise.",
    remedy="Promise every case, count over a longer period, or state from how many cases on.",
)
def share_of_few_cases(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """At the volume stated, a share of cases allows at least one miss."""
    del on
    share = row.value.share if row.value else None
    cases = cases_of(project, row)
    least = least_cases(share) if share else None
    if share is None or cases is None or least is None:
        return
    shown = numbers.words(cases.quantize(Decimal(1)))
    period = row.period.label.lower() if row.period else "month"
    if row.least_cases is not None and cases < row.least_cases:
        yield Flaw(
            f"{called(project, row)} holds from {numbers.words(row.least_cases)} cases on, but "
            f"only about {shown} a {period} are expected: it never applies.",
            "least_cases",
        )
    elif cases < least:
        yield Flaw(
            f"{share} of about {shown} cases a {period} allows no miss in "
            f"{called(project, row)}; from {least} cases on one may be late.",
            "value",
        )


@rule(
    "credit-for-a-target-without-promise",
    subject=Target,
    reads=(Compensation, ServiceLevel),
    severity=HINT,
    source="L06",
    why="Only what is guaranteed should carry a credit; otherwise readers take it for a promise.",
    remedy="Call the target guaranteed, or take it out of the credit.",
)
def credit_for_mere_target(project: Project, row: Target, on: date) -> Iterator[Flaw]:
    """A target that is named by a credit is guaranteed."""
    del on
    if row.strength is Strength.GUARANTEED or row.strength is None:
        return
    for one in _credits(project, row):
        if row.id in one.targets:
            yield Flaw(
                f"{called(project, one)} is owed for {called(project, row)}, which is only "
                f"“{row.strength.word}”.",
                "strength",
                (one.id,),
            )
