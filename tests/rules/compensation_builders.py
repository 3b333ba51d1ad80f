"""Credits and rewards in few words, and those of published agreements."""

from decimal import Decimal

from slaeditor.model.compensation import (
    Compensation,
    CompensationBand,
    CompensationTest,
    Direction,
    Method,
)
from slaeditor.model.project import Project
from slaeditor.model.promises import Aggregation, Better, Measure, MeasureKind, Target
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.compensation import Occurrence
from slaeditor.rules.credits import owed


def number(words):
    """Returns an exact number, or None for None."""
    return None if words is None else Decimal(words)


def share(words):
    """Returns a percentage such as "10 %"."""
    return Percentage.parse(words)


def money(words):
    """Returns an amount such as "29 USD"."""
    return Money.parse(words)


def availability():
    """Returns a measure of availability."""
    return Measure(
        name="Availability",
        kind=MeasureKind.AVAILABILITY,
        aggregation=Aggregation.AVAILABILITY,
        better=Better.HIGHER,
    )


def a_band(row, lower, upper, percent=None, *, closed=False, **values):
    """Returns a band from one result to below another; closed bands hold both ends."""
    return CompensationBand(
        compensation=row.id,
        lower=number(lower),
        upper=number(upper),
        upper_included=closed,
        share=percent and share(percent),
        **values,
    )


def a_compensation(promise="99.95 %", measure=None, **values):
    """Returns a project with a target for every level and one credit for it, and the credit."""
    measure = measure or availability()
    target = Target(measure=measure.id, value=promise and TargetValue.parse(promise))
    row = Compensation(name="Credit", measure=measure.id, **values)
    return Project().add(measure, target, row), row


def banded(promise, *bands, closed=False, **values):
    """Returns a project and its credit with bands (from, to, percent)."""
    project, row = a_compensation(promise, **values)
    return project.add(*(a_band(row, *band, closed=closed) for band in bands)), row


def compute():
    """Returns the region-level credits of a published compute agreement."""
    bands = (("99", "99.99", "10 %"), ("95", "99", "30 %"), (None, "95", "100 %"))
    return banded("99.99 %", *bands)


def closed_bands():
    """Returns published credits whose bands are closed to two places."""
    bands = (("99.00", "99.94", "10 %"), ("95.00", "98.99", "25 %"), (None, "94.99", "100 %"))
    return banded("99.95 %", *bands, closed=True)


def stepped(promise="95 % within 4 h", **values):
    """Returns a credit of 5 % for every 1 under the promise."""
    usual = {"method": Method.STEP, "step_size": Decimal(1), "step_share": share("5 %")}
    return a_compensation(promise, **{**usual, **values})


def hours_late():
    """Returns CF(h): 10 % if h > 4, nothing from 2 to 4, -10 % between 0 and 2."""
    measure = Measure(name="Time to repair", unit="h")
    project, row = a_compensation("2-4 h", measure)
    return (
        project.add(
            a_band(row, "4", None, "10 %", lower_included=False),
            a_band(row, "2", "4", "0 %", closed=True),
            a_band(row, "0", "2", "-10 %", lower_included=False),
        ),
        row,
    )


def call_centre():
    """Returns the bonus of a published contract: 75 % in 24 s, and at most 5 % abandoned."""
    answered = Measure(name="Answered in 24 s", better=Better.HIGHER, unit="%")
    lost = Measure(name="Abandoned", unit="%")
    target = Target(measure=answered.id, value=TargetValue.parse("75 %"))
    bonus = Compensation(name="Bonus", measure=answered.id, direction=Direction.BONUS)
    test = CompensationTest(
        compensation=bonus.id, measure=lost.id, value=TargetValue.parse("at most 5 %")
    )
    project = Project().add(answered, lost, target, bonus, test)
    return project.add(a_band(bonus, "75", None, "2 %")), bonus, lost


def come_to(made, result=None, base=None, **values):
    """Returns what a credit comes to for a result and charges given in words."""
    project, row = made
    return owed(project, row, Occurrence(number(result), base and money(base), **values))
