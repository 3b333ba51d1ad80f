"""Rules about credits and rewards: bands without gap, order and limits that make sense."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from slaeditor.model.compensation import (
    Compensation,
    CompensationBand,
    Method,
)
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Target
from slaeditor.model.values import numbers
from slaeditor.rules.band_flaws import holes_by_level
from slaeditor.rules.caps import Cap, caps_of
from slaeditor.rules.checks.rule import ERROR, HINT, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, called_each, ids
from slaeditor.rules.compensation import GIVES, band_range, bands_of, value_of
from slaeditor.rules.ranges import Range, holes, overlaps
from slaeditor.rules.results import higher_is_better, threshold, unit_of

BANDS = (CompensationBand, Target, Measure, ServiceLevel)
"""What a rule about bands reads."""
TWO = 2


@rule(
    "credit-without-target",
    subject=Compensation,
    reads=(Target, ServiceLevel),
    severity=ERROR,
    source="L07",
    why="Nobody can say when it is owed.",
    remedy="Add a target for the measure, or name the target.",
)
def credit_without_target(project: Project, row: Compensation, on: date) -> Iterator[Flaw]:
    """A credit or reward is for a measure that is promised."""
    del on
    if row.measure and not project.targets.where("measure", row.measure):
        yield Flaw(f"Nothing is promised that {called(project, row)} could be owed for.", "measure")


@rule(
    "band-overlap",
    subject=Compensation,
    reads=BANDS,
    severity=ERROR,
    source="L08",
    why="A result that lies in two bands has two answers; each side will choose its own.",
    remedy="Let one band end where the next begins, and include that figure in one of them only.",
)
def band_overlap(project: Project, row: Compensation, on: date) -> Iterator[Flaw]:
    """No result lies in two bands, and none is impossible."""
    del on
    if row.method is not Method.BANDS:
        return
    bands = bands_of(project, row)
    for one, other, shared in overlaps([band_range(band) for band in bands]):
        both = (bands[one], bands[other])
        said = f"{called(project, row)} has two answers for {_words(project, row, shared)}"
        yield Flaw(f"{said}.", "", ids(both), both[1])
    for band in bands:
        if band_range(band).is_empty:
            said = f"A band of {called(project, row)} holds no result"
            yield Flaw(f"{said}: {band_range(band)}.", "upper", (row.id,), band)


@rule(
    "band-gap",
    subject=Compensation,
    reads=BANDS,
    severity=WARNING,
    source="L08",
    why="A result between two bands misses the promise and is owed nothing by the letter.",
    remedy="Let one band end where the next begins; a band of nothing is an answer as well.",
)
def band_gap(project: Project, row: Compensation, on: date) -> Iterator[Flaw]:
    """Every result that misses the promise of a level lies in a band."""
    del on
    bands = bands_of(project, row) if row.method is Method.BANDS else ()
    credit = called(project, row)
    for hole in holes([band_range(band) for band in bands]):
        yield Flaw(f"{credit} has no answer for {_words(project, row, hole)}.", "", ids(bands))
    for hole, levels in holes_by_level(project, row).items() if bands else ():
        which = _words(project, row, hole)
        whose = f", which miss the promise of {called_each(project, levels)}" if levels else ""
        concerned = ids((*bands, *levels))
        yield Flaw(f"{credit} has no answer for {which}{whose}.", "", concerned)


def _words(project: Project, row: Compensation, stretch: Range) -> str:
    measure = project.measures.get(row.measure) or Measure()
    unit = unit_of(measure, value_of(project, row))
    if stretch.lower is not None and stretch.lower == stretch.upper:
        return f"{numbers.words(stretch.lower)} {unit}".strip()
    return f"results {stretch} {unit}".strip()


@rule(
    "bands-not-monotone",
    subject=Compensation,
    reads=BANDS,
    severity=ERROR,
    source="L09",
    why="A worse result would be owed less, so it pays to fail more.",
    remedy="Let the amount rise as the result gets worse.",
)
def bands_not_monotone(project: Project, row: Compensation, on: date) -> Iterator[Flaw]:
    """A worse result is never owed less by a credit, nor a better one by a reward."""
    del on
    measure = project.measures.get(row.measure)
    if row.method is not Method.BANDS or measure is None:
        return
    rises = higher_is_better(measure, value_of(project, row)) is not (row.direction in GIVES)
    bands = [one for one in bands_of(project, row) if one.share is not None]
    ordered = sorted(bands, key=_lowest, reverse=not rises)
    for less, more in pairwise(ordered):
        if less.share and more.share and more.share < less.share:
            yield Flaw(
                f"{called(project, row)} owes {more.share} {band_range(more)}, but {less.share} "
                f"{band_range(less)}, which is a lesser miss."
                if row.direction in GIVES
                else f"{called(project, row)} gives {more.share} {band_range(more)}, but "
                f"{less.share} {band_range(less)}, which is worse.",
                "share",
                (less.id, row.id),
                more,
            )


def _lowest(band: CompensationBand) -> tuple[bool, Decimal]:
    return (band.lower is not None, band.lower or Decimal(0))


@rule(
    "reward-for-a-miss",
    subject=Compensation,
    reads=BANDS,
    severity=ERROR,
    source="L10",
    why="The team would gain by missing the promise, or the client by its being kept.",
    remedy="Move the band to the other side of the target.",
)
def reward_for_a_miss(project: Project, row: Compensation, on: date) -> Iterator[Flaw]:
    """A credit is owed only for a miss, a reward only for a promise kept."""
    del on
    measure, value = project.measures.get(row.measure), value_of(project, row)
    limit = threshold(value)
    if row.method is not Method.BANDS or measure is None or limit is None:
        return
    wants_above = higher_is_better(measure, value) is not (row.direction in GIVES)
    for band in bands_of(project, row):
        if not (band.share and band.share.value > 0):
            continue
        if _is_beyond(band_range(band), limit, above=not wants_above, gives=row.direction in GIVES):
            side = "keeps" if row.direction in GIVES else "misses"
            yield Flaw(
                f"{called(project, row)} gives {band.share} for results {band_range(band)}, "
                f"although such a result {side} {value}.",
                "lower",
                (row.id,),
                band,
            )


def _is_beyond(stretch: Range, limit: Decimal, *, above: bool, gives: bool) -> bool:
    """Whether a band reaches to the wrong side of the target.

    A credit at the target itself is wrong, since the promise is kept there; a reward is not.
    """
    end = stretch.upper if above else stretch.lower
    included = stretch.upper_included if above else stretch.lower_included
    if end is None:
        return True
    past = end > limit if above else end < limit
    return past or (gives and included and end == limit)


@rule(
    "cap-and-bands",
    subject=Compensation,
    reads=(CompensationBand,),
    severity=WARNING,
    source="L11",
    why="A limit below the smallest amount makes the amounts untrue; one nobody reaches, idle.",
    remedy="Bring the limit and the amounts together.",
)
def cap_and_bands(project: Project, row: Compensation, on: date) -> Iterator[Flaw]:
    """A limit lies between the smallest amount and the greatest."""
    del on
    cap = row.cap_share
    shares = [one.share for one in bands_of(project, row) if one.share and one.share.value > 0]
    if row.method is not Method.BANDS or cap is None or not shares:
        return
    if cap < min(shares):
        yield Flaw(
            f"{called(project, row)} owes at most {cap}, less than its smallest band of "
            f"{min(shares)}.",
            "cap_share",
        )
    elif cap > max(shares) and not row.cap_period:
        yield Flaw(
            f"The limit of {cap} in {called(project, row)} is never reached: the greatest band is "
            f"{max(shares)}.",
            "cap_share",
            severity=HINT,
        )


@rule(
    "second-cap",
    subject=Compensation,
    severity=WARNING,
    source="demand 29",
    why="Two limits of one kind over the same time are two promises; only the lower one counts.",
    remedy="Settle on one of them, or say over which time each of them counts.",
)
def second_cap(project: Project, row: Compensation, on: date) -> Iterator[Flaw]:
    """Two limits of a credit count over different times, and both can be worked out."""
    del on
    caps = caps_of(row)
    if len(caps) == TWO and _say_the_same(*caps):
        first, second = caps
        yield Flaw(
            f"{called(project, row)} is limited to {first.share or first.money}{first.per} and "
            f"also to {second.share or second.money}{second.per}.",
            "second_cap_share" if second.share is not None else "second_cap_money",
        )
    if row.second_cap and len(caps) < TWO:
        yield Flaw(
            f"The second limit of {called(project, row)}, “{row.second_cap}”, is words only, so "
            "that no amount is limited by it.",
            "second_cap",
            remedy="Enter it as a share or a sum with the time it counts over.",
            severity=HINT,
        )


def _say_the_same(one: Cap, other: Cap) -> bool:
    """Whether two caps limit the same: shares or sums, over the same time."""
    same_time = one.period.casefold().strip() == other.period.casefold().strip()
    both_shares = one.share is not None and other.share is not None
    return same_time and (both_shares or (one.money is not None and other.money is not None))


@rule(
    "compensation-without-amount",
    subject=Compensation,
    reads=(CompensationBand,),
    severity=WARNING,
    source="C5.5",
    why="It says that something is owed, but not what.",
    remedy="Enter bands, a step, an amount per case or a formula.",
)
def compensation_without_amount(project: Project, row: Compensation, on: date) -> Iterator[Flaw]:
    """A credit or reward says how much is owed."""
    del on
    said = {
        Method.BANDS: bool(bands_of(project, row)),
        Method.STEP: bool(row.step_size and (row.step_share or row.step_money)),
        Method.PER_CASE: bool(row.case_share or row.case_money or row.case_factor is not None),
        Method.FORMULA: bool(row.formula),
    }
    if not said[row.method]:
        yield Flaw(f"{called(project, row)} does not say how much is owed.", "method")
