"""What a check has to say about a record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Gravity(StrEnum):
    """How much a finding matters, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a record that should be looked at.

    `rule` names the rule, `subject_table` and `subject` the record it looked at; `table`, `row` and
    `field` say where the cure belongs, `field` being empty for the record as a whole. `concerned`
    are ids of other records in the sentence. `waived` is the reason for which the manager accepts
    it, or empty.
    """

    rule: str
    severity: Gravity
    subject_table: str
    subject: str
    table: str
    row: str
    field: str
    sentence: str
    why: str
    remedy: str
    concerned: tuple[str, ...] = ()
    waived: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody has accepted it."""
        return not self.waived


def errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that are errors and that nobody has accepted."""
    return tuple(one for one in findings if one.is_open and one.severity is Gravity.ERROR)
