"""Escalation drawn as timelines: relative ones for a ladder, dated ones for a worked example."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from slaeditor.model.escalation import EscalationPolicy, EscalationStep, Trigger
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.values.target_value import TargetValue
from slaeditor.publish.document import Block, Cell, Column, RowGroup, Table
from slaeditor.publish.edition.chapters.derived import (
    WIDEST,
)
from slaeditor.publish.edition.chapters.firing import short_firing
from slaeditor.publish.edition.chapters.plain_words import plain
from slaeditor.publish.edition.chapters.target_tables import is_concerned
from slaeditor.publish.edition.view import View
from slaeditor.publish.figures import Moment, Timeline
from slaeditor.rules.escalations_at import policies_for, steps_for
from slaeditor.rules.explanation import promised_time
from slaeditor.rules.inheritance import Case, targets
from slaeditor.rules.ladder import due_minutes, place

MOST_TIMELINES = 1
"""Timelines of one ladder that are drawn; of several that differ a table says the times."""

_TONES = {
    Trigger.BEFORE_DUE: "warning",
    Trigger.AT_SHARE: "warning",
    Trigger.AFTER_DUE: "breach",
}


@dataclass(frozen=True, slots=True)
class _Course:
    """What one severity at one level goes through on a ladder."""

    severity: str
    level: ServiceLevel
    due: str
    moments: tuple[Moment, ...]

    @property
    def where(self) -> tuple[str, str]:
        """The severity and the level."""
        return self.severity, self.level.name


def timelines(view: View, policy: EscalationPolicy) -> tuple[Block, ...]:
    """Return a timeline for each course that differs; of very many, a table of the due times."""
    alike: dict[tuple[Moment, ...], list[_Course]] = {}
    for course in _courses(view, policy):
        alike.setdefault(course.moments, []).append(course)
    drawn = [
        _timeline(view, policy, moments, courses)
        for moments, courses in list(alike.items())[:MOST_TIMELINES]
    ]
    courses = [one for found in alike.values() for one in found]
    if len(alike) <= MOST_TIMELINES or not any(one.due for one in courses):
        return tuple(drawn)
    return (*drawn, _table(view, policy, courses))


def _courses(view: View, policy: EscalationPolicy) -> Iterator[_Course]:
    severities = [row.id for row in view.project.severities] or [""]
    for severity in severities:
        for level in view.levels:
            known = is_concerned(view, level, severity)
            if not known or policy not in policies_for(view.project, level, severity):
                continue
            course = _course(view, policy, level, severity)
            if len(course.moments) > 1:
                yield course


def _course(view: View, policy: EscalationPolicy, level: ServiceLevel, severity: str) -> _Course:
    value = _watched(view, policy, level, severity)
    promise = promised_time(value) if value else None
    due = due_minutes(promise) if promise else None
    start = Moment(0, view.phrases("moment.start"), view.phrases("moment.case-starts"))
    found = [start]
    reached = 0
    for step in steps_for(view.project, policy, level, severity):
        at = place(step, due, reached)
        if at is not None:
            reached = at
            found.append(_moment(view, step, at))
    said = view.words.target(value) if value and promise else ""
    if due is not None:
        measure = view.name("Measure", policy.measure)
        found.append(Moment(due, said, view.phrases("moment.due", measure=measure), tone="due"))
    ordered = tuple(sorted(found, key=lambda moment: moment.at))
    return _Course(view.name("Severity", severity), level, said, ordered)


def _moment(view: View, step: EscalationStep, at: int) -> Moment:
    told = list(view.titles("Role", step.to_roles))
    if step.to_client:
        told.append(view.phrases("told.client"))
    title = step.name or view.words.list(told)
    detail = view.words.list(told) if step.name else plain(step.action)[:120]
    return Moment(at, short_firing(view, step), title, detail, _TONES.get(step.trigger, ""))


def _watched(
    view: View, policy: EscalationPolicy, level: ServiceLevel, severity: str
) -> TargetValue | None:
    found = targets(
        view.project, level, Case(policy.measure, severity), view.client, view.add_ons, view.on
    )
    return next((one.value for one in found if isinstance(one.value, TargetValue)), None)


def _timeline(
    view: View, policy: EscalationPolicy, moments: tuple[Moment, ...], courses: list[_Course]
) -> Timeline:
    where = _where(view, courses)
    caption = view.phrases("caption.timeline", policy=policy.name, where=where)
    told = "; ".join(f"{one.label}: {one.title}" for one in moments)
    return Timeline(
        caption.strip(" ,"),
        view.phrases("picture.timeline", caption=caption, told=told),
        moments,
        unscaled=view.phrases("timeline.unscaled"),
    )


def _where(view: View, courses: list[_Course]) -> str:
    """The severities and levels for which the same line holds."""
    by_severity: dict[str, list[str]] = {}
    for course in courses:
        by_severity.setdefault(course.severity, []).append(course.level.name)
    if len(view.levels) == 1:
        return view.words.list(by_severity)
    groups: dict[tuple[str, ...], list[str]] = {}
    for severity, levels in by_severity.items():
        groups.setdefault(tuple(levels), []).append(severity)
    parts = (
        " · ".join(filter(None, (view.words.list(names), view.words.list(levels))))
        for levels, names in groups.items()
    )
    return "; ".join(parts)


def _table(view: View, policy: EscalationPolicy, courses: list[_Course]) -> Table:
    """When it is due: a row for each severity, a column for each level."""
    due = {one.where: one.due for one in courses}
    levels = tuple(dict.fromkeys(one.level.name for one in courses))
    columns = (
        Column(view.phrases("column.case"), 28),
        *(Column(level, max(72 // len(levels), 1)) for level in levels),
    )
    rows = tuple(
        (
            Cell(severity or view.phrases("all.cases")),
            *(Cell(due.get((severity, level), "")) for level in levels),
        )
        for severity in dict.fromkeys(one.severity for one in courses)
    )
    caption = view.phrases("caption.due-times", policy=policy.name)
    return Table(caption, columns, (RowGroup(rows),), wide=len(columns) > WIDEST + 1)
