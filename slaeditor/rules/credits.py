"""Working out a credit or reward for what happened in a period."""

from __future__ import annotations

import dataclasses
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from slaeditor.model.compensation import (
    Compensation,
    CompensationBand,
    Method,
    StepRounding,
)
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure
from slaeditor.model.values import numbers
from slaeditor.model.values.money import MixedCurrencies, Money
from slaeditor.model.values.numbers import EXACT
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.caps import limited
from slaeditor.rules.compensation import (
    GIVES,
    NotDecidable,
    Occurrence,
    Owed,
    applying,
    band_range,
    bands_of,
    combines_highest,
    failed_test,
    is_for,
    strongest,
    value_of,
)
from slaeditor.rules.names import title
from slaeditor.rules.phrase import Phrase
from slaeditor.rules.results import (
    higher_is_better,
    is_met,
    threshold,
    unit_of,
    with_unit,
)

_NOTHING: Final = Decimal(0)


@dataclasses.dataclass(frozen=True, slots=True)
class _Matter:
    """A compensation with what it needs to be worked out."""

    project: Project
    row: Compensation
    measure: Measure
    value: TargetValue | None
    occurrence: Occurrence

    @property
    def unit(self) -> str:
        return unit_of(self.measure, self.value)

    @property
    def result(self) -> Decimal:
        if self.occurrence.result is None:
            name = title(self.project, self.measure)
            words = f"Give the result of “{name}”."
            raise NotDecidable(Phrase(words, "owed.result", measure=name))
        return self.occurrence.result


def owed(
    project: Project,
    compensation: Compensation,
    occurrence: Occurrence,
    level: ServiceLevel | None = None,
) -> Owed:
    """Return what one credit or reward comes to; raise `NotDecidable` naming what is missing."""
    measure = project.measures.get(compensation.measure)
    if measure is None:
        name = title(project, compensation)
        words = f"Say for which measure “{name}” is."
        raise NotDecidable(Phrase(words, "owed.measure", name=name))
    value = value_of(project, compensation, level)
    matter = _Matter(project, compensation, measure, value, occurrence)
    stopped = failed_test(project, compensation, occurrence)
    return Owed((stopped,), stopped) if stopped else _limited(matter)


def _limited(matter: _Matter) -> Owed:
    """Return what is due, within its caps; charges and limits must be of one currency."""
    try:
        return limited(matter.row, matter.occurrence, _due(matter))
    except MixedCurrencies as trouble:
        words = f"Use one currency for “{matter.row.name}”: {trouble}"
        raise NotDecidable(Phrase(words, "owed.currency", name=matter.row.name)) from trouble


def credit(
    project: Project, level: ServiceLevel, measure: Measure, occurrence: Occurrence
) -> tuple[tuple[Compensation, Owed], ...]:
    """Return every credit and reward of a level for a measure with what it comes to.

    Where one of them says that only the highest counts, the others come to nothing. Raises
    `NotDecidable` when the level has none, or naming what is missing.
    """
    rows = tuple(one for one in applying(project, level, measure) if is_for(one, occurrence))
    if not rows:
        names = title(project, level), title(project, measure)
        words = "“{}” has no credit or reward for “{}”.".format(*names)
        raise NotDecidable(Phrase(words, "owed.none", level=names[0], measure=names[1]))
    found = tuple((row, owed(project, row, occurrence, level)) for row in rows)
    if len(rows) == 1 or not combines_highest(rows):
        return found
    best = strongest(tuple(one for _, one in found))
    return tuple((row, one if one is best else _outdone(one)) for row, one in found)


def _outdone(one: Owed) -> Owed:
    reason = "Only the highest of several is owed, and another one is higher."
    return Owed((*one.lines, reason), reason)


def _due(matter: _Matter) -> Owed:
    if matter.row.method is Method.BANDS:
        return _by_bands(matter)
    if matter.row.method is Method.STEP:
        return _by_steps(matter)
    return _per_case(matter) if matter.row.method is Method.PER_CASE else _by_formula(matter)


def _by_bands(matter: _Matter) -> Owed:
    result = matter.result
    bands = bands_of(matter.project, matter.row)
    holding = [band for band in bands if result in band_range(band)]
    if not holding:
        return _in_no_band(matter)
    band, said = holding[0], with_unit(result, matter.unit)
    line = f"{said} lies in the band {band_range(band)}: {_band_words(band)}"
    flaw = f"{said} lies in {len(holding)} bands; the first one counts." if holding[1:] else ""
    lines = (line, flaw) if flaw else (line,)
    found = Owed(lines, f"{line}.", hours=band.hours, words=band.words, flaw=flaw)
    return _amounted(matter, found, band.share, band.amount)


def _in_no_band(matter: _Matter) -> Owed:
    said = with_unit(matter.result, matter.unit)
    met = is_met(matter.value, matter.result)
    if met and matter.row.direction in GIVES:
        reason = f"{said} keeps the promise of {matter.value}, so nothing is owed."
        return Owed((reason,), reason)
    reason = f"{said} lies in no band, so nothing is owed."
    missed = met is False and matter.row.direction in GIVES
    flaw = f"{said} misses {matter.value} and yet lies in no band." if missed else ""
    return Owed((reason, flaw) if flaw else (reason,), reason, flaw=flaw)


def _by_steps(matter: _Matter) -> Owed:
    row, start = matter.row, _baseline(matter)
    size = row.step_size
    if not size or size < 0:
        words = f"Say for every how much a step of “{row.name}” is: the step is empty."
        raise NotDecidable(Phrase(words, "owed.step", name=row.name))
    off = _beyond(matter, start)
    counted = off - (row.dead_band or _NOTHING)
    if counted <= 0:
        reason = _within_tolerance(matter, off)
        return Owed((reason,), reason)
    steps = steps_of(counted, size, row.step_rounding)
    lines = (
        _distance_line(matter, off, start),
        *_tolerance_line(row, counted),
        _steps_line(counted, size, steps),
    )
    share = row.step_share * steps if row.step_share else None
    amount = row.step_money * steps if row.step_money else None
    return _amounted(matter, Owed(lines, f"{_shown(steps)} steps are counted."), share, amount)


def _steps_line(counted: Decimal, size: Decimal, steps: Decimal) -> str:
    """How many steps there are, and how many of them count where that is another number."""
    exact = counted / size
    words = f"{numbers.words(counted)} / {numbers.words(size)} = "
    named = f"{_shown(steps)} step{'s' * (steps != 1)}"
    return words + (named if exact == steps else f"{_shown(exact)}, which counts as {named}")


def steps_of(counted: Decimal, size: Decimal, rounding: StepRounding | None) -> Decimal:
    """Return how many steps a distance is, its part of a step counted as the rounding says.

    >>> steps_of(Decimal("2.5"), Decimal(1), StepRounding.PART_COUNTS_WHOLE)
    Decimal('3')
    """
    exact = EXACT.divide(counted, size)
    if rounding is StepRounding.PRO_RATA:
        return exact
    upwards = rounding is StepRounding.PART_COUNTS_WHOLE
    return exact.to_integral_value(ROUND_CEILING if upwards else ROUND_FLOOR)


def _baseline(matter: _Matter) -> Decimal:
    found = matter.row.baseline
    found = threshold(matter.value) if found is None else found
    if found is None:
        words = f"Say from where the steps of “{matter.row.name}” count: no target has a number."
        raise NotDecidable(Phrase(words, "owed.baseline", name=matter.row.name))
    return found


def _beyond(matter: _Matter, start: Decimal) -> Decimal:
    """How far past the baseline the result is: for a credit to the bad, else to the good side."""
    above = matter.result - start
    rises = higher_is_better(matter.measure, matter.value)
    return above if rises is not (matter.row.direction in GIVES) else -above


def _within_tolerance(matter: _Matter, off: Decimal) -> str:
    said = with_unit(matter.result, matter.unit)
    if off > 0:
        tolerance = numbers.words(matter.row.dead_band or _NOTHING)
        return f"{said} lies within the tolerance of {tolerance}, so nothing is owed."
    asked = "keeps the promise" if matter.row.direction in GIVES else "does not exceed the promise"
    return f"{said} {asked}, so nothing is owed."


def _distance_line(matter: _Matter, off: Decimal, start: Decimal) -> str:
    side = "worse" if matter.row.direction in GIVES else "better"
    said, from_ = with_unit(matter.result, matter.unit), with_unit(start, matter.unit)
    return f"{said} is {numbers.words(off)} {side} than {from_}"


def _tolerance_line(row: Compensation, counted: Decimal) -> tuple[str, ...]:
    if not row.dead_band:
        return ()
    return (f"Less the tolerance of {numbers.words(row.dead_band)}: {numbers.words(counted)}",)


def _per_case(matter: _Matter) -> Owed:
    row, occurrence = matter.row, matter.occurrence
    result = occurrence.result
    if result is not None and is_met(matter.value, result) is (row.direction in GIVES):
        reason = f"{with_unit(result, matter.unit)} gives no cause, so nothing is owed."
        return Owed((reason,), reason)
    if occurrence.cases is None:
        per = row.per_case or "case"
        words = f"Give the number of cases for “{row.name}”: it is owed per {per}."
        raise NotDecidable(Phrase(words, "owed.cases", name=row.name, per=per))
    count = f"{numbers.words(occurrence.cases)} × {row.per_case or 'case'}"
    share, amount = _case_amounts(row, occurrence.cases)
    return _amounted(matter, Owed((count,), f"{count} is counted."), share, amount)


def _case_amounts(row: Compensation, cases: Decimal) -> tuple[Percentage | None, Money | None]:
    factor = row.case_factor
    share = Percentage(factor * 100) if factor is not None else row.case_share
    return share and share * cases, row.case_money and row.case_money * cases


def _by_formula(matter: _Matter) -> Owed:
    reason = matter.row.formula or f"No formula is written for “{matter.row.name}”."
    return Owed((reason,), reason)


def _amounted(matter: _Matter, found: Owed, share: Percentage | None, amount: Money | None) -> Owed:
    """Return what is owed with share and money, and the lines that lead to them."""
    row, base = matter.row, matter.occurrence.base
    lines = list(found.lines)
    if share is not None and row.weight is not None:
        weighted = Percentage(share.value * row.weight.fraction)
        lines.append(f"{share} × the weight of {row.weight} = {weighted}")
        share = weighted
    if share is not None and base is not None:
        part = base * share.fraction
        lines.append(f"{_part_of(row, share)} {base} = {_unrounded(part)}")
        amount = part if amount is None else amount + part
    elif share is not None:
        lines.append(f"{_part_of(row, share)} {row.base or 'the base'}")
    return dataclasses.replace(found, lines=tuple(lines), share=share, money=amount)


def _band_words(band: CompensationBand) -> str:
    hours = f"{numbers.words(band.hours)} h" if band.hours is not None else ""
    parts = (str(band.share or ""), str(band.amount or ""), hours, band.words)
    return ", ".join(part for part in parts if part) or "nothing"


def _part_of(row: Compensation, share: Percentage) -> str:
    """Return the words before the base: "10 % of", or "30 ×" where a case is a multiple of it."""
    if row.case_factor is not None:
        return f"{_shown(share.value / 100)} ×"
    return f"{_percent(share)} of"


def _percent(share: Percentage) -> str:
    return f"{_shown(share.value)} %"


def _unrounded(money: Money) -> Money:
    """Return an amount as it is before it is rounded, to at most four places."""
    return dataclasses.replace(money, amount=round(money.amount, 4))


def _shown(number: Decimal) -> str:
    """Return a number to at most four places, so that a third of a step can be read."""
    return numbers.words(round(number, 4))
