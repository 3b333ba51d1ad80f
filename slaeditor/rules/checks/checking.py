"""Running the rules: over a whole project, or again over what an edit touches."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, kinds, table_name
from slaeditor.rules.changes import Change, Changes
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

    A rule runs again over the edited records and over those that the edit reaches: all of them
    where it touches something the rule heeds, only those with findings where it touches no more
    than a name in their sentences. The date must be that of the findings.
    """
    before: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        before.setdefault((one.rule, one.subject_table), []).append(one)
    edits = tuple(_Edit.of(change) for change in changes)
    found: list[Finding] = []
    for rule in RULES:
        kept = before.get((rule.name, table_name(rule.subject)), [])
        found += _rechecked(rule, project, kept, edits, on)
    return _finished(project, found, on)


@dataclass(frozen=True, slots=True)
class _Edit:
    """A change with its kind and what it touches; `whole` is a record that came or went."""

    change: Change
    kind: type[Entity]
    fields: frozenset[str]
    whole: bool
    renamed: bool

    @classmethod
    def of(cls, change: Change) -> _Edit:
        """Return what a change touches."""
        kind, touched = type(change.row), frozenset(change.fields)
        whole = change.before is None or change.after is None
        renamed = not touched.isdisjoint(kind.declaration.title)
        return cls(change, kind, touched, whole, renamed)

    @property
    def rows(self) -> tuple[Entity, ...]:
        """The record before and after."""
        return tuple(row for row in (self.change.before, self.change.after) if row is not None)


def _rechecked(
    rule: Rule, project: Project, kept: list[Finding], edits: tuple[_Edit, ...], on: date
) -> Iterator[Finding]:
    """Yield what one rule finds after edits, from what it found before."""
    subjects = _reached(rule, project, kept, edits)
    if subjects is None:
        yield from run(rule, project, project.table(rule.subject), on)
        return
    if not subjects:
        yield from kept
        return
    yield from (one for one in kept if one.subject not in subjects)
    table = project.table(rule.subject)
    rows = (table.get(key) for key in subjects)
    yield from run(rule, project, (row for row in rows if row is not None), on)


def _reached(
    rule: Rule, project: Project, kept: list[Finding], edits: tuple[_Edit, ...]
) -> set[str] | None:
    """The ids of the subjects that edits reach; None for all."""
    subjects: set[str] = set()
    for edit in edits:
        if edit.kind is rule.subject:
            subjects.add(edit.change.row.id)
        if edit.kind not in rule.watches:
            continue
        if edit.kind in rule.reach:
            reach = rule.reach[edit.kind]
            subjects.update(one.id for row in edit.rows for one in reach(project, row))
        elif _is_heeded(rule, edit):
            return None
        elif edit.renamed or edit.whole:
            subjects.update(one.subject for one in kept)
    return subjects


def _is_heeded(rule: Rule, edit: _Edit) -> bool:
    """Whether an edit touches more of what a rule reads than names in its sentences."""
    if edit.kind not in rule.reads:
        return False
    heeded = rule.heeds.get(edit.kind)
    return edit.whole or heeded is None or not edit.fields.isdisjoint(heeded)


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
