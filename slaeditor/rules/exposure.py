"""What the credits of a month cost: at given results, as expected, and in the worst case.

For each client the month's fee is what the price list says for its quantity, a year's price / 12.
*Given* takes the results that are told. *Worst* is the greatest amount of each credit within its
limits. *Expected* needs a cost of failure for a target of the credit's measure: the chance of a
miss in a month (times a year / 12, at most 1, × likelihood) × the usual miss, which is the mean of
the bands, one step, or one case.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from slaeditor.model.compensation import Compensation, Direction, Method
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Target
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.period import Period
from slaeditor.rules.availability import misses_allowed
from slaeditor.rules.capacity import clients_of
from slaeditor.rules.caps import caps_of
from slaeditor.rules.compensation import (
    NotDecidable,
    Occurrence,
    applying,
    bands_of,
    combines_highest,
)
from slaeditor.rules.credits import credit
from slaeditor.rules.inheritance import lineage
from slaeditor.rules.names import title
from slaeditor.rules.passages import sums
from slaeditor.rules.phrase import Phrase
from slaeditor.rules.pricing import quote
from slaeditor.rules.quotes import NotPriceable, Order, Quote
from slaeditor.rules.volumes import cases_of

_MONTHS: Final = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}
_NOTHING: Final = Decimal(0)
_ONE: Final = Decimal(1)
_YEAR: Final = Decimal(12)


@dataclass(frozen=True, slots=True)
class Happening:
    """What is supposed of the month: results and counts of cases by the id of the measure."""

    results: Mapping[str, Decimal] = field(default_factory=dict)
    cases: Mapping[str, Decimal] = field(default_factory=dict)
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Exposure:
    """What the credits of one level cost in a month for all its clients, one amount a currency.

    `notes` are sentences on what could not be told.
    """

    level: ServiceLevel
    clients: int
    fees: tuple[Money, ...] = ()
    given: tuple[Money, ...] = ()
    expected: tuple[Money, ...] = ()
    worst: tuple[Money, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_above_fees(self) -> bool:
        """Whether in the worst case more would be owed than is earned."""
        fees = {one.currency: one for one in self.fees}
        return any(one.currency in fees and one > fees[one.currency] for one in self.worst)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How many cases of a target may miss it in its period at the volume that arrives."""

    target: Target
    cases: Decimal
    misses: int


def exposure(project: Project, level: ServiceLevel, happening: Happening) -> Exposure:
    """Return what the credits of a level cost in a month for all its clients.

    Clients that are not entered cost as much as the mean of those that are; where none is entered,
    as much as one that orders nothing in particular.
    """
    clients = project.clients.where("level", level.id)
    count = clients_of(project, level.id)
    orders = [one.id for one in clients] or ([""] if count else [])
    found = _joined(level, [_of_client(project, level, key, happening) for key in orders])
    return _times(found, count, Decimal(max(len(orders), 1)))


def _times(found: Exposure, count: Decimal, entered: Decimal) -> Exposure:
    """An exposure of the clients entered for so many clients."""
    if count == entered:
        return found
    factor = count / entered
    return Exposure(
        found.level,
        int(count),
        fees=_scaled(found.fees, factor),
        given=_scaled(found.given, factor),
        expected=_scaled(found.expected, factor),
        worst=_scaled(found.worst, factor),
        notes=found.notes,
    )


def _scaled(amounts: tuple[Money, ...], factor: Decimal) -> tuple[Money, ...]:
    return tuple((one * factor).rounded() for one in amounts)


def _joined(level: ServiceLevel, parts: list[Exposure]) -> Exposure:
    """Parts as one: the clients and the amounts of all, each note once."""
    return Exposure(
        level,
        sum(one.clients for one in parts),
        sums(money for one in parts for money in one.fees),
        sums(money for one in parts for money in one.given),
        sums(money for one in parts for money in one.expected),
        sums(money for one in parts for money in one.worst),
        tuple(dict.fromkeys(note for one in parts for note in one.notes)),
    )


def _of_client(
    project: Project, level: ServiceLevel, client: str, happening: Happening
) -> Exposure:
    try:
        fee = monthly(quote(project, level, Order(client=client, on=happening.on)))
    except NotPriceable as error:
        return Exposure(level, 1, notes=(error.sentence,))
    found = [_of_fee(project, level, one, happening) for one in fee]
    return dataclasses.replace(_joined(level, found), clients=1)


def monthly(quoted: Quote) -> tuple[Money, ...]:
    """Return what a quote comes to in a month, one amount for each currency."""
    return sums(
        one.money * (_ONE / _MONTHS[one.period])
        for one in quoted.recurring
        if one.period in _MONTHS
    )


def _of_fee(project: Project, level: ServiceLevel, fee: Money, happening: Happening) -> Exposure:
    found = Exposure(level, 1, fees=(fee,))
    for measure in project.measures:
        rows = credits_of(project, level, measure)
        if rows:
            found = _with_measure(project, found, measure, rows, happening)
    return found


def credits_of(project: Project, level: ServiceLevel, measure: Measure) -> tuple[Compensation, ...]:
    """Return the credits that a level has for a measure, no bonus and no reward among them."""
    rows = applying(project, level, measure)
    return tuple(row for row in rows if row.direction is Direction.CREDIT)


def _with_measure(
    project: Project,
    found: Exposure,
    measure: Measure,
    rows: tuple[Compensation, ...],
    happening: Happening,
) -> Exposure:
    """The exposure with what the credits for one measure cost."""
    (fee,) = found.fees
    given, notes = _given(project, found.level, measure, fee, happening)
    worst = [worst_credit(project, row, fee) for row in rows]
    unlimited = [row for row, most in zip(rows, worst, strict=True) if most is None]
    told = [_unlimited(row) for row in unlimited]
    chance = _chance(project, found.level, measure)
    usual = _combined(rows, [usual_credit(project, row, fee) for row in rows])
    return dataclasses.replace(
        found,
        given=sums((*found.given, *given)),
        worst=sums((*found.worst, *_combined(rows, [one for one in worst if one]))),
        expected=sums((*found.expected, *(one * chance for one in usual))),
        notes=(*found.notes, *notes, *told),
    )


def _unlimited(row: Compensation) -> Phrase:
    words = f"“{row.name}” has no limit, so its worst case cannot be told."
    return Phrase(words, "exposure.unlimited", name=row.name)


def _given(
    project: Project, level: ServiceLevel, measure: Measure, fee: Money, happening: Happening
) -> tuple[tuple[Money, ...], tuple[str, ...]]:
    """What is owed at the result that is told, and what could not be told."""
    if measure.id not in happening.results and measure.id not in happening.cases:
        return (), ()
    occurrence = Occurrence(
        result=happening.results.get(measure.id),
        base=fee,
        cases=happening.cases.get(measure.id),
        others=happening.results,
    )
    try:
        found = credit(project, level, measure, occurrence)
    except NotDecidable as error:
        return (), (error.sentence,)
    owed = [one for row, one in found if row.direction is Direction.CREDIT]
    return tuple(one.money for one in owed if one.money is not None), ()


def _combined(rows: tuple[Compensation, ...], amounts: list[Money]) -> tuple[Money, ...]:
    """Amounts of credits for one measure together: the highest, or the sum."""
    one_currency = len({one.currency for one in amounts}) == 1
    return (max(amounts),) if one_currency and combines_highest(rows) else sums(amounts)


def worst_credit(project: Project, row: Compensation, fee: Money) -> Money | None:
    """Return the greatest amount a credit may come to for a fee; None where nothing limits it."""
    most = _greatest(project, row, fee)
    caps = caps_of(row)
    limits = [one.money for one in caps if one.money]
    limits += [fee * one.share.fraction for one in caps if one.share is not None]
    same = [one for one in (most, *limits) if one is not None and one.currency == fee.currency]
    return min(same).rounded() if same else None


def _greatest(project: Project, row: Compensation, fee: Money) -> Money | None:
    """The greatest amount before the limits; steps take a whole fee, cases have no end."""
    if row.method is Method.BANDS:
        return max(_band_amounts(project, row, fee), default=fee * 0)
    if row.method is Method.STEP and row.step_share is not None:
        return _weighted(row, fee)
    return None


def usual_credit(project: Project, row: Compensation, fee: Money) -> Money:
    """Return the amount of the usual miss: the mean of the bands, one step, or one case."""
    if row.method is Method.BANDS:
        amounts = _band_amounts(project, row, fee)
        found = sum((one.amount for one in amounts), _NOTHING) / max(len(amounts), 1)
        amount = Money(found, fee.currency)
    elif row.method is Method.STEP:
        amount = _amount(row, fee, _part(row.step_share), row.step_money)
    else:
        part = _part(row.case_share) if row.case_share else row.case_factor
        amount = _amount(row, fee, part, row.case_money)
    most = worst_credit(project, row, fee)
    return (amount if most is None else min(amount, most)).rounded()


def _band_amounts(project: Project, row: Compensation, fee: Money) -> list[Money]:
    """What each band of a miss comes to; bands that owe nothing are none."""
    amounts = (_amount(row, fee, _part(band.share), band.amount) for band in bands_of(project, row))
    return [one for one in amounts if one.amount > 0]


def _amount(row: Compensation, fee: Money, part: Decimal | None, money: Money | None) -> Money:
    amount = _weighted(row, fee) * (part or _NOTHING)
    return amount + money if money is not None and money.currency == fee.currency else amount


def _part(share: Percentage | None) -> Decimal:
    return share.fraction if share is not None else _NOTHING


def _weighted(row: Compensation, fee: Money) -> Money:
    return fee * row.weight.fraction if row.weight is not None else fee


def _chance(project: Project, level: ServiceLevel, measure: Measure) -> Decimal:
    """The chance of a miss in a month, by the costs of failure of the level's targets."""
    own = {"", *(one.id for one in lineage(project, level))}
    kept = _ONE
    for row in project.failure_costs:
        target = project.targets.get(row.target)
        if target is not None and target.measure == measure.id and target.level in own:
            likely = row.likelihood.fraction if row.likelihood else _ONE
            times = row.times_a_year if row.times_a_year is not None else _ONE
            kept *= 1 - min(times / _YEAR, _ONE) * likely
    return 1 - kept


def tolerances(project: Project) -> Iterator[Tolerance]:
    """Yield for each target that promises a share how many of its cases may miss it."""
    for target in project.targets:
        share = target.value.share if target.value else None
        cases = cases_of(project, target)
        if share is not None and cases is not None:
            yield Tolerance(target, cases, misses_allowed(share, cases))


def tolerance_words(project: Project, one: Tolerance) -> str:
    """Return a tolerance in a sentence: "“Reply”: 95 % of 8 cases allows no miss."."""
    share = one.target.value.share if one.target.value else None
    misses = {0: "no miss", 1: "1 miss"}.get(one.misses, f"{one.misses} misses")
    count = f"{one.cases.normalize():f}" if one.cases % 1 == 0 else f"{round(one.cases, 1)}"
    words = f"“{title(project, one.target)}”: {share} of {count} cases allows {misses}."
    key = {0: "tolerance.none", 1: "tolerance.one"}.get(one.misses, "tolerance")
    facts = {"share": share, "count": one.cases, "misses": Decimal(one.misses)}
    return Phrase(words, key, target=title(project, one.target), **facts)
