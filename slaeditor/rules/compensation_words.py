"""What a credit or reward says, as clauses that can be printed in any language.

A clause is a key with its facts; each language has a pattern for each key. The clauses come from
the rows that also give the amount, so that text and arithmetic cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from slaeditor.model.compensation import (
    Claim,
    Compensation,
    CompensationBand,
    Direction,
    Method,
    Payout,
    StepRounding,
)
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.values import numbers
from slaeditor.rules.compensation import band_range, bands_of, value_of
from slaeditor.rules.names import title

_USUAL_PAYOUT: Final = Payout.NEXT_INVOICE
"""What a new record begins with; no team is paid by an invoice."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that is said: the key of its pattern and the facts that go into it."""

    key: str
    facts: Mapping[str, Any]


def clauses(
    project: Project, row: Compensation, level: ServiceLevel | None = None
) -> tuple[Clause, ...]:
    """Return everything a credit or reward says, in the order it is read."""
    told = (
        _cause(project, row, level),
        *_amounts(project, row),
        *_tests(project, row),
        *_limits(row),
        *clauses_of_claim(row),
        *_consequences(row),
    )
    return tuple(told)


def amount_words(band: CompensationBand) -> tuple[Any, ...]:
    """Return the amounts of a band that are said, as values; none means nothing is owed."""
    hours = f"{numbers.words(band.hours)} h" if band.hours is not None else None
    return tuple(one for one in (band.share, band.amount, hours, band.words) if one)


def _cause(project: Project, row: Compensation, level: ServiceLevel | None) -> Clause:
    measure = project.measures.get(row.measure)
    value = value_of(project, row, level)
    name = title(project, measure) if measure else "the measure"
    return Clause(row.direction.word, {"measure": name, "value": value or "what is promised"})


def _amounts(project: Project, row: Compensation) -> Iterator[Clause]:
    if row.method is Method.BANDS:
        for band in bands_of(project, row):
            amount = amount_words(band) or ("nothing",)
            yield Clause("band", {"range": band_range(band), "amount": amount})
    elif row.method is Method.STEP:
        yield from _steps(row)
    elif row.method is Method.PER_CASE:
        yield from _cases(row)
    elif row.formula:
        yield Clause("formula", {"formula": row.formula})
    if row.base:
        yield Clause("base", {"base": row.base})
    if row.weight:
        yield Clause("weight", {"weight": row.weight})


def _steps(row: Compensation) -> Iterator[Clause]:
    start = "the target" if row.baseline is None else numbers.words(row.baseline)
    amount = tuple(one for one in (row.step_share, row.step_money) if one)
    if row.step_size is not None:
        size = numbers.words(row.step_size)
        yield Clause("step", {"size": size, "start": start, "amount": amount or ("nothing",)})
    yield Clause((row.step_rounding or StepRounding.WHOLE_ONLY).word, {})
    if row.dead_band:
        yield Clause("tolerance", {"tolerance": numbers.words(row.dead_band)})


def _cases(row: Compensation) -> Iterator[Clause]:
    times = f"{numbers.words(row.case_factor)} × the base" if row.case_factor is not None else ""
    amount = tuple(one for one in (row.case_share, row.case_money, times) if one)
    yield Clause("per case", {"case": row.per_case or "case", "amount": amount or ("nothing",)})
    if row.counts_when:
        yield Clause("counts when", {"condition": row.counts_when})


def _tests(project: Project, row: Compensation) -> Iterator[Clause]:
    for test in project.compensation_tests.where("compensation", row.id):
        measure = project.measures.get(test.measure)
        if measure is not None and test.value is not None:
            yield Clause("test", {"measure": title(project, measure), "value": test.value})


def _limits(row: Compensation) -> Iterator[Clause]:
    caps = tuple(one for one in (row.cap_share, row.cap_money) if one)
    if caps:
        yield Clause("cap", {"cap": caps, "per": _after("per", row.cap_period)})
    further = tuple(one for one in (row.second_cap_share, row.second_cap_money) if one)
    if further:
        per = _after("per", row.second_cap_period)
        yield Clause("further cap", {"cap": further, "per": per})
    if row.second_cap:
        yield Clause("second cap", {"words": row.second_cap})
    if row.smallest:
        yield Clause("smallest", {"amount": row.smallest})
    if row.combine:
        yield Clause(row.combine.word, {})


def clauses_of_claim(row: Compensation) -> Iterator[Clause]:
    """Yield how a credit or reward is claimed, shown and given.

    Of what stays inside, what nobody chose is not said: no team claims its reward.
    """
    if row.claim and not (_stays_inside(row) and _is_claim_untold(row)):
        within = _after("within", row.claim_within)
        start, route = _after("from", row.claim_from), _after("by", row.claim_route)
        yield Clause(row.claim.word, {"within": within, "start": start, "route": route})
    if row.evidence:
        yield Clause("evidence", {"evidence": row.evidence})
    if row.payout and not (row.direction is Direction.REWARD and row.payout is _USUAL_PAYOUT):
        within = _after("within", row.paid_within)
        yield Clause("payout", {"payout": row.payout, "within": within})


def _stays_inside(row: Compensation) -> bool:
    return row.direction in {Direction.REWARD, Direction.PENALTY}


def _is_claim_untold(row: Compensation) -> bool:
    """Whether a claim is only as it begins, without a word on when and how."""
    told = row.claim_within or row.claim_from or row.claim_route
    return row.claim is Claim.ON_REQUEST and not told


def _consequences(row: Compensation) -> Iterator[Clause]:
    if row.sole_remedy:
        yield Clause("sole remedy", {})
    if row.termination_misses:
        window = _after("out of", row.termination_window or None)
        yield Clause("termination", {"misses": row.termination_misses, "window": window})
    if row.termination_below:
        yield Clause("termination below", {"share": row.termination_below})
    if row.earn_back:
        yield Clause("earn back", {"condition": row.earn_back})
    if row.consequence:
        yield Clause("consequence", {"consequence": row.consequence})
    if row.exclusions:
        yield Clause("exclusions", {"exclusions": row.exclusions})


def _after(word: str, value: Any) -> tuple[str, Any] | str:
    """A preposition with what follows it, or nothing where nothing follows."""
    return (word, value) if value else ""
