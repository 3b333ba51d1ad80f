"""Running the rules: over a whole project, or again over what an edit touches."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, kinds, table_name
from slaeditor.rules.changes import Changes
from slaeditor.rules.checks.catalogue import RULES
from slaeditor.rules.checks.rule import Flaw, Rule
from slaeditor.rules.findings import Finding, Gravity
from slaeditor.rules.names import record_meant

_GRAVITIES: Mapping[Gravity, int] = {one: place for place, one in enumerate(Gravity)}
_TABLES: Mapping[str, int] = {name: place for place, name in enumerate(kinds())}


def check(project: Project, on: date) -> tuple[Finding, ...]:
    """Return everything the rules find on a date: the gravest first, then in the tables' order."""
    found = (one for rule in RULES for one in run(rule, project, project.table(rule.subject), on))
    return _finished(project, found, on)


def recheck(
    project: Project, findings: tuple[Finding, ...], changes: Changes, on: date
) -> tuple[Finding, ...]:
    """Return what `check` would return after an edit, from the findings before it.

    A rule runs again over all its records when the edit touches something it reads, over the
    edited records when it touches only those, and otherwise not at all. The date must be that of
    the findings.
    """
    touched = {change.table for change in changes}
    before: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        before.setdefault((one.rule, one.subject_table), []).append(one)
    found: list[Finding] = []
    for rule in RULES:
        name = table_name(rule.subject)
        if any(table_name(kind) in touched for kind in rule.watches):
            found += run(rule, project, project.table(rule.subject), on)
            continue
        edited = {change.row.id: change.after for change in changes if change.table == name}
        kept = before.get((rule.name, name), [])
        found += [one for one in kept if one.subject not in edited]
        found += run(rule, project, (row for row in edited.values() if row), on)
    return _finished(project, found, on)


def run(rule: Rule, project: Project, rows: Iterable[Entity], on: date) -> Iterator[Finding]:
    """Yield what one rule finds in some of its records."""
    for row in rows:
        for flaw in rule.judge(project, row, on):
            yield _finding(rule, row, flaw)


def _finding(rule: Rule, subject: Entity, flaw: Flaw) -> Finding:
    row = flaw.row or subject
    return Finding(
        rule=rule.name,
        severity=flaw.severity or rule.severity,
        subject_table=table_name(rule.subject),
        subject=subject.id,
        table=table_name(type(row)),
        row=row.id,
        field=flaw.field,
        sentence=flaw.sentence,
        why=rule.why,
        remedy=flaw.remedy or rule.remedy,
        concerned=flaw.concerned,
    )


def _finished(project: Project, found: Iterable[Finding], on: date) -> tuple[Finding, ...]:
    """Return findings with what is waived on a date, in their order."""
    waived = {
        (row.rule, record_meant(project, row.subject)): row.reason or "Accepted."
        for row in project.waivers
        if row.until is None or on <= row.until
    }
    judged = (_judged(one, waived) for one in found)
    return tuple(sorted(judged, key=lambda one: _place(project, one)))


def _judged(finding: Finding, waived: Mapping[tuple[str, str], str]) -> Finding:
    reason = waived.get((finding.rule, finding.row)) or waived.get((finding.rule, finding.subject))
    if finding.waived == (reason or ""):
        return finding
    return dataclasses.replace(finding, waived=reason or "")


def _place(project: Project, finding: Finding) -> tuple[int, int, int, tuple[str, ...]]:
    row: Entity | None = getattr(project, finding.table).get(finding.row)
    return (
        _GRAVITIES[finding.severity],
        _TABLES[finding.table],
        row.position if row else 0,
        (finding.row, finding.rule, finding.field, finding.sentence, finding.subject),
    )
