"""Remedies and rewards: the sentence, the curve and a worked example from the same rows."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.compensation import Compensation, CompensationBand, Direction, Method
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.promises import Measure
from slaeditor.model.values.percentage import Percentage
from slaeditor.publish.document import (
    Block,
    Callout,
    Cell,
    Chapter,
    Column,
    Paragraph,
    RowGroup,
    Section,
    Table,
    Tone,
)
from slaeditor.publish.edition.chapters.clauses import (
    claim_fields,
    claim_words,
    measured,
    said_sentence,
)
from slaeditor.publish.edition.chapters.derived import (
    chapter,
    facts,
    leftovers,
    particulars,
    passages,
    rest,
)
from slaeditor.publish.edition.chapters.plain_words import escaped
from slaeditor.publish.edition.view import View
from slaeditor.publish.figures import Curve, CurvePoint
from slaeditor.rules.compensation import band_range, value_of
from slaeditor.rules.compensation_curve import corners, example
from slaeditor.rules.ranges import Range
from slaeditor.rules.results import threshold, unit_of

_CREDITS = {Direction.CREDIT, Direction.BONUS}
_PASSAGES = ("formula", "evidence", "exclusions", "earn_back", "consequence", "staff_note")
_LEAST_POINTS = 2


def remedies(view: View) -> Chapter | None:
    """Return what clients are owed when a promise is missed."""
    rows = [row for row in view.project.compensations if row.direction in _CREDITS]
    return chapter(view, "remedies", sections=[_remedy(view, row) for row in rows])


def rewards(view: View) -> Chapter | None:
    """Return what the team gains or loses."""
    rows = [row for row in view.project.compensations if row.direction not in _CREDITS]
    return chapter(view, "rewards", sections=[_remedy(view, row) for row in rows])


def _remedy(view: View, row: Compensation) -> Section:
    level = _level(view, row)
    heading = view.title(row)
    bands = view.project.compensation_bands.where("compensation", row.id)
    first = facts(view, row, "measure", "levels", "services", "variants", "targets", "beneficiary")
    sentence = said_sentence(view, row, level)
    changed = view.changed(row)
    return Section(
        view.anchor(row),
        heading,
        (
            Paragraph(sentence, changed=changed),
            *particulars(first),
            *_bands(view, row, bands),
            *_curve(view, row, level),
            *_example(view, row, level),
            *_claim(view, row),
            *passages(view, row, *_PASSAGES),
            *_tests(view, row),
            *rest(view, row),
        ),
    )


def _level(view: View, row: Compensation) -> ServiceLevel | None:
    """The level whose promise counts where the credit names one."""
    named = [view.project.service_levels.get(key) for key in row.levels]
    return next((one for one in named if one is not None), next(iter(view.levels), None))


def _bands(view: View, row: Compensation, bands: Sequence[CompensationBand]) -> tuple[Block, ...]:
    if not bands:
        return ()
    columns = (
        Column(view.phrases("column.result"), 50, unit=_unit(view, row)),
        Column(view.phrases("column.amount"), 50),
    )
    lines = tuple(_band(view, one) for one in bands)
    caption = view.phrases("caption.bands", name=view.title(row))
    return (Table(caption, columns, (RowGroup(lines),)), *leftovers(view, bands))


def _band(view: View, band: CompensationBand) -> tuple[Cell, ...]:
    view.note(band, "compensation", "lower", "lower_included", "upper", "upper_included")
    results = Cell(range_words(view, band_range(band)), changed=view.changed(band))
    return results, Cell(band_amounts(view, band))


def band_amounts(view: View, band: CompensationBand) -> str:
    """Return what is owed within a band."""
    hours = view.say(band, "hours")
    amounts = (
        view.say(band, "share"),
        view.say(band, "amount"),
        view.phrases.number_of("service.hour", hours) if hours else "",
        view.say(band, "words"),
    )
    return ", ".join(filter(None, amounts)) or view.phrases("grant.no")


def range_words(view: View, results: Range) -> str:
    """Return a range with its ends, each said to be inside or outside where it matters."""
    lower = "" if results.lower is None else view.words.number(results.lower)
    upper = "" if results.upper is None else view.words.number(results.upper)
    below = "up-to" if results.upper_included else "below"
    above = "from" if results.lower_included else "above"
    if lower and upper:
        return view.phrases(f"range.{above}-{below}", lower=lower, upper=upper)
    if upper:
        return view.phrases(f"range.{below}", upper=upper)
    return view.phrases(f"range.{above}", lower=lower) if lower else view.phrases("range.any")


def _curve(view: View, row: Compensation, level: ServiceLevel | None) -> tuple[Block, ...]:
    found = corners(view.project, row, level)
    if len(found.points) < _LEAST_POINTS:
        return ()
    caption = view.phrases("caption.curve", name=row.name)
    unit, points = found.unit, found.points
    if unit == "h":
        unit = view.phrases("axis.hours")
    elif row.case_factor is not None:
        unit, points = view.phrases("axis.times-base"), tuple((x, y / 100) for x, y in points)
    told = "; ".join(f"{view.words.number(x)}: {view.words.number(y)}" for x, y in points)
    target = threshold(value_of(view.project, row, level))
    marks = ((int(target * 1000), view.phrases("axis.target")),) if target is not None else ()
    measure = view.name("Measure", row.measure)
    per_case = row.method is Method.PER_CASE
    x_title = f"{measure}, {_unit(view, row)}".strip(" ,")
    if per_case:
        x_title, marks = row.per_case or view.phrases("axis.cases"), ()
    return (
        Curve(
            caption,
            view.phrases("picture.curve", name=row.name, told=told),
            x_title,
            f"{view.phrases(f'axis.{row.direction.word}')}, {unit}",
            tuple(CurvePoint(int(x * 1000), int(y * 1000)) for x, y in points),
            stepped=False,
            marks=marks,
        ),
    )


def _unit(view: View, row: Compensation) -> str:
    measure = view.project.measures.get(row.measure) or Measure()
    return unit_of(measure, value_of(view.project, row, _level(view, row)))


def _example(view: View, row: Compensation, level: ServiceLevel | None) -> tuple[Block, ...]:
    """A result, the charges it is counted on, and what is owed for it."""
    found = example(view.project, row, level)
    if found is None or found.owed.is_nothing:
        return ()
    happened, owed = found.occurrence, found.owed
    parts = {
        "measure": view.name("Measure", row.measure),
        "result": measured(view, row, str(happened.result), view.words.value(happened.result)),
        "base": view.words.value(happened.base),
        "cases": view.words.value(happened.cases),
    }
    amounts = (
        _share(view, row, owed.share, parts["base"]),
        view.words.value(owed.money),
        view.phrases.number_of("service.hour", view.words.number(owed.hours)) if owed.hours else "",
    )
    amount = " = ".join(filter(None, amounts))
    key = "cases" if happened.cases is not None else "result"
    on = "of-base" if owed.share else "alone"
    body = view.phrases(f"example.{key}.{on}", **parts, amount=amount)
    return (Callout(Tone.EXAMPLE, row.name, escaped(body), row.name),)


def _share(view: View, row: Compensation, share: Percentage | None, base: str) -> str:
    """A share as a percentage; as a multiple of the base where a case is one."""
    if share is not None and row.case_factor is not None:
        return f"{view.words.number(share.value / 100)} × {base}"
    return view.words.value(share)


def _claim(view: View, row: Compensation) -> tuple[Block, ...]:
    words = claim_words(view, row)
    told = (Paragraph(words),) if words else ()
    return (*told, *particulars(facts(view, row, *claim_fields(row))))


def _tests(view: View, row: Compensation) -> tuple[Block, ...]:
    tests = view.project.compensation_tests.where("compensation", row.id)
    for test in tests:
        view.note(test, "compensation", "measure", "value")
    return leftovers(view, tests)
