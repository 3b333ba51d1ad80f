"""Findings as views ask for them: by record, by kind and by gravity, put together once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from slaeditor.rules.findings import Finding

GRAVITIES = ("error", "warning", "hint")
"""The gravest first."""
NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Found:
    """All findings of a check, and those that nobody has accepted by what they are about.

    `of_row` lists them by the id of a record, the gravest first; `graves` names the gravest of each
    record by its table; `by_table` and `by_gravity` count them, the latter the gravest first.
    """

    findings: tuple[Finding, ...] = ()
    open: tuple[Finding, ...] = ()
    of_row: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    graves: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    by_table: Mapping[str, int] = field(default_factory=dict)
    by_gravity: Mapping[str, int] = field(default_factory=dict)

    def gravest(self, table: str) -> Mapping[str, str]:
        """Return the gravity of the gravest open finding of each record of a table."""
        return self.graves.get(table, NONE)

    def of_rows(self, keys: Iterable[str]) -> tuple[Finding, ...]:
        """Return the open findings of records, the gravest first."""
        rows = [self.of_row[key] for key in dict.fromkeys(keys) if key in self.of_row]
        if len(rows) <= 1:
            return rows[0] if rows else ()
        return tuple(sorted((one for row in rows for one in row), key=_weight))


def found(findings: tuple[Finding, ...]) -> Found:
    """Return findings put together by what they are about."""
    opened = tuple(sorted((one for one in findings if one.is_open), key=_weight))
    rows: defaultdict[str, list[Finding]] = defaultdict(list)
    graves: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one in opened:
        rows[one.row].append(one)
        graves[one.table].setdefault(one.row, str(one.severity))
    return Found(
        findings,
        opened,
        {key: tuple(listed) for key, listed in rows.items()},
        dict(graves),
        Counter(one.table for one in opened),
        Counter(str(one.severity) for one in opened),
    )


def _weight(finding: Finding) -> int:
    return GRAVITIES.index(finding.severity)
