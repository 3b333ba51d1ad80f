"""Rules about how a case gets its severity and who has it first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from slaeditor.model.document import Document
from slaeditor.model.escalation import EscalationKind, EscalationPolicy, EscalationStep, Trigger
from slaeditor.model.project import Project
from slaeditor.model.promises import PriorityRule, Severity
from slaeditor.model.work import Role
from slaeditor.rules.checks.rule import WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, called_each, ids
from slaeditor.rules.ranges import Range, overlaps

_NUMBER: Final = r"(\d+(?:\.\d+)?)"
_WORDS: Final[tuple[tuple[str, Callable[..., Range]], ...]] = (
    (rf"{_NUMBER}\s?%?\s?(?:–|-|to)\s?{_NUMBER}", lambda low, high: Range(low, True, high, True)),
    (rf"(?:≤|<=|up to|at most)\s?{_NUMBER}", lambda high: Range(upper=high, upper_included=True)),
    (rf"(?:<|less than|fewer than|below|under)\s?{_NUMBER}", lambda high: Range(upper=high)),
    (rf"(?:≥|>=|at least|from)\s?{_NUMBER}", Range),
    (rf"(?:>|more than|above|over)\s?{_NUMBER}", lambda low: Range(low, lower_included=False)),
)
_FORMS: Final = tuple((re.compile(words, re.IGNORECASE), held) for words, held in _WORDS)


@dataclass(frozen=True, slots=True)
class _Band:
    """A heading, the numbers it holds, and what they are numbers of."""

    words: str
    held: Range
    unit: str


@rule(
    "priority-bands-overlap",
    subject=Document,
    reads=(PriorityRule,),
    severity=WARNING,
    source="demand 11",
    why="A case on the border has two severities, and each side picks the one it likes.",
    remedy="Say to which of the two the border belongs, such as: 25 % to below 75 %.",
)
def priority_bands_overlap(project: Project, row: Document, on: date) -> Iterator[Flaw]:
    """No two headings of a priority matrix hold the same number."""
    del row, on
    for name in dict.fromkeys(one.matrix for one in project.priority_rules):
        cells = [one for one in project.priority_rules.where("matrix", name) if not one.override]
        for headings in ([one.impact for one in cells], [one.urgency for one in cells]):
            for sentence in _shared(list(dict.fromkeys(headings))):
                yield Flaw(sentence, "", (), cells[0])


def _shared(headings: list[str]) -> Iterator[str]:
    """Yield a sentence for each two headings that hold the same number of the same thing."""
    read = [found for words in headings if (found := _band(words)) is not None]
    for one, other, shared in overlaps([band.held for band in read]):
        if read[one].unit == read[other].unit:
            both = shared.lower if shared.lower == shared.upper else shared
            first, second = read[one].words, read[other].words
            yield f"“{first}” and “{second}” of the priority matrix both hold {both}."


def _band(words: str) -> _Band | None:
    """Return the numbers that a heading such as "25–75 % of users" holds, both ends included."""
    for pattern, held in _FORMS:
        if found := pattern.search(words):
            unit = words[found.end() :].strip().casefold()
            return _Band(words, held(*(Decimal(one) for one in found.groups())), unit)
    return None


@rule(
    "first-handlers-differ",
    subject=Severity,
    reads=(EscalationPolicy, EscalationStep, Role),
    severity=WARNING,
    source="demand 24",
    why="Two parts of the document send a case to two places, and it waits in the wrong one.",
    remedy="Let the severity and the first step of the ladder name the same role.",
)
def first_handlers_differ(project: Project, row: Severity, on: date) -> Iterator[Flaw]:
    """A case of a severity begins where the ladder that hands it on begins."""
    del on
    starts_at = project.roles.get(row.starts_at)
    if starts_at is None:
        return
    for step in project.escalation_steps:
        if _begins(project, step, row) and row.starts_at not in step.to_roles:
            roles = [one for one in project.roles if one.id in step.to_roles]
            yield Flaw(
                f"{called(project, row)} is first handled by {called(project, starts_at)}, but "
                f"{called(project, step)} begins with {called_each(project, roles)}.",
                "starts_at",
                (step.id, *ids(roles)),
            )


def _begins(project: Project, step: EscalationStep, severity: Severity) -> bool:
    """Whether a step is where cases of a severity begin: at once, on the way to more skill."""
    policy = project.escalation_policies.get(step.policy)
    if policy is None or policy.kind is not EscalationKind.FUNCTIONAL or not step.to_roles:
        return False
    if step.trigger is not Trigger.AFTER_START or step.after is None or step.after.amount:
        return False
    narrowed = [one for one in (policy.severities, step.severities) if one]
    return all(severity.id in one for one in narrowed)
