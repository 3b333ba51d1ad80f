"""The remedies that need no thought: one edit each, offered beside a finding.

A fix is offered only where the finding itself says what would be right; everything else is the
manager's to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from slaeditor.model.calendars import Calendar
from slaeditor.model.document import Waiver
from slaeditor.model.entity import Entity, field
from slaeditor.model.field import Field
from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project, kinds
from slaeditor.model.values.percentage import Percentage
from slaeditor.rules.checks.declared import SPANS
from slaeditor.rules.findings import Finding
from slaeditor.rules.plans import period_of
from slaeditor.rules.references import emptied


@dataclass(frozen=True, slots=True)
class Fix:
    """What a button beside a finding says, and the project after it is pressed."""

    label: str
    project: Project


def fix(project: Project, finding: Finding) -> Fix | None:
    """Return the fix of a finding, or None where there is none that needs no thought."""
    maker = _FIXES.get(finding.rule)
    row = getattr(project, finding.table).get(finding.row) if finding.row else None
    made = maker(project, row, finding) if maker is not None and row is not None else None
    return made if made is not None and made.project != project else None


def accepted(project: Project, finding: Finding, reason: str, by: str = "") -> Project:
    """Return the project in which the manager has accepted a finding, with the reason."""
    waiver = Waiver(rule=finding.rule, subject=finding.subject, reason=reason, waived_by=by)
    return project.add(waiver)


def _without_missing(project: Project, row: Entity, finding: Finding) -> Fix:
    spec = _spec(finding)
    keys = spec.targets(getattr(row, spec.name))
    missing = frozenset(key for key in keys if project.find(spec.to, key) is None)
    return Fix("Remove the reference", project.put(emptied(row, spec, missing)))


def _within_limits(project: Project, row: Entity, finding: Finding) -> Fix | None:
    spec = _spec(finding)
    value = getattr(row, spec.name)
    number = value.value if isinstance(value, Percentage) else value
    if not isinstance(number, (int, Decimal)):
        return None
    low = spec.least if spec.least is not None and number < spec.least else None
    limit = low if low is not None else spec.most
    if limit is None:
        return None
    set_to = _like(value, limit)
    label = f"Set to {spec.kind.words(set_to)}"
    return Fix(label, project.put(row.but(**{spec.name: set_to})))


def _like(value: Any, limit: int) -> Any:
    """A limit as a value of the same kind."""
    if isinstance(value, Percentage):
        return Percentage(Decimal(limit))
    return limit if isinstance(value, int) else Decimal(limit)


def _exchanged(project: Project, row: Entity, finding: Finding) -> Fix | None:
    """The two ends of a span exchanged."""
    first = next((start for start, end in SPANS if end == finding.field), None)
    if first is None:
        return None
    values = {first: getattr(row, finding.field), finding.field: getattr(row, first)}
    return Fix("Exchange the two", project.put(row.but(**values)))


def _without_waiver(project: Project, row: Entity, _finding: Finding) -> Fix:
    return Fix("Delete the waiver", project.drop(row))


def _without_price(project: Project, row: PricePlan, _finding: Finding) -> Fix | None:
    """The price taken out, where the plan says by itself for which period it is."""
    silent = row.but(price=None)
    if period_of(silent) is not period_of(row):
        return None
    return Fix("Take the price out", project.put(silent))


def _usual_day(project: Project, row: Calendar, _finding: Finding) -> Fix:
    return Fix("Let a day be as long as most are open", project.put(row.but(day_length=None)))


def _spec(finding: Finding) -> Field:
    return field(kinds()[finding.table], finding.field)


def _opened_too(project: Project, row: Entity, finding: Finding) -> Fix:
    closed = [project.find(_spec(finding).to, key) for key in _targets(row, finding)]
    for one in filter(None, closed):
        project = project.put(one.but(readers=one.readers | row.readers))
    return Fix("Open it to the same readers", project)


def _targets(row: Entity, finding: Finding) -> tuple[str, ...]:
    return _spec(finding).targets(getattr(row, finding.field))


_FIXES: Final[Mapping[str, Callable[[Project, Any, Finding], Fix | None]]] = {
    "dangling-reference": _without_missing,
    "limits": _within_limits,
    "ends-before-it-begins": _exchanged,
    "rests-on-closed": _opened_too,
    "service-day-of-other-length": _usual_day,
    "waiver-over": _without_waiver,
    "price-without-effect": _without_price,
}
