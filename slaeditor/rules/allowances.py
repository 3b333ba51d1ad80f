"""What a price includes in quantity, and what more of it costs."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import Allowance
from slaeditor.model.project import Project
from slaeditor.model.values import numbers
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.grant import Grant, GrantState
from slaeditor.model.values.numbers import EXACT
from slaeditor.model.values.period import Period
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.rules.inheritance import lineage
from slaeditor.rules.quotes import Line, Order

_HOURS = frozenset({"h", "hr", "hrs", "hour", "hours"})


def allowances_of(project: Project, level: ServiceLevel) -> tuple[Allowance, ...]:
    """Return what a level includes; of the same name, the nearest level's counts."""
    found: dict[str, Allowance] = {}
    for key in (*(one.id for one in lineage(project, level)), ""):
        for row in project.allowances.where("level", key):
            found.setdefault(row.name.casefold(), row)
    return tuple(found.values())


def usage_lines(project: Project, level: ServiceLevel, order: Order) -> tuple[Line, ...]:
    """Return a line for each allowance of which the order says how much was used."""
    used = {name.casefold(): amount for name, amount in order.used.items()}
    return tuple(
        _usage_line(row, used[row.name.casefold()])
        for row in allowances_of(project, level)
        if row.name.casefold() in used
    )


def included(grant: Grant | None) -> Decimal | None:
    """Return how much is included: 0 for no, None where there is no limit or no number."""
    if grant is None or grant.state is GrantState.NO:
        return Decimal(0)
    return grant.amount if grant.state is GrantState.QUANTITY else None


def _usage_line(row: Allowance, used: Decimal) -> Line:
    limit = included(row.quantity)
    said = f"{row.name}: {numbers.words(used)} used, {row.quantity or 'nothing'} included"
    if limit is None or used <= limit:
        return Line(f"{said}, nothing extra", None, _period(row), used)
    over = in_steps(used - limit, row)
    if row.over is None:
        return Line(f"{said}; what {numbers.words(over)} more costs is not said", None, None, over)
    words = f"{said}: {numbers.words(over)} × {row.over}"
    return Line(words, row.over.money * over, _period(row), over)


def in_steps(over: Decimal, row: Allowance) -> Decimal:
    """Return what is charged beyond the allowance, rounded up to the steps it is counted in.

    Steps can be read where they are a time and hours are counted: 20 min in steps of 15 min are
    half an hour.
    """
    step = _step_hours(row)
    if not step:
        return over
    steps = EXACT.divide(over, step).to_integral_value(ROUND_CEILING)
    return EXACT.multiply(steps, step)


def _step_hours(row: Allowance) -> Decimal | None:
    units = {row.quantity.unit if row.quantity else "", row.over.per if row.over else ""}
    if not row.increment or not units & _HOURS:
        return None
    try:
        minutes = Duration.parse(row.increment).minutes
    except Unreadable:
        return None
    return minutes and minutes / 60


def _period(row: Allowance) -> Period | None:
    if row.over and row.over.period:
        return row.over.period
    return row.quantity.per if row.quantity else None
