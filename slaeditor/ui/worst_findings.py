"""The worst of what is found to be wrong, by record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from slaeditor.rules.findings import Finding, errors

WORST_FIRST = ("error", "warning", "hint")


def worst_by_record(findings: Iterable[Any], table: str) -> dict[str, str]:
    """Return the severity of the worst open finding of each record of a table."""
    worst: dict[str, str] = {}
    for one in findings:
        if one.table == table and one.is_open:
            worst[one.row] = worst_of((worst.get(one.row, ""), str(one.severity)))
    return worst


def worst_of(severities: Iterable[str]) -> str:
    """Return the worst of several severities; nothing where there is none.

    >>> worst_of(("hint", "", "error"))
    'error'
    """
    return min(filter(None, severities), key=WORST_FIRST.index, default="")


def errors_words(findings: Iterable[Finding]) -> str:
    """Return how many errors are open and the first of them; nothing where there are none."""
    found = errors(tuple(findings))
    if not found:
        return ""
    count = len(found)
    return f"{count} error{' is' if count == 1 else 's are'} still open: {found[0].sentence}"


def open_findings(findings: Iterable[Any], keys: Iterable[str]) -> Sequence[Any]:
    """Return the open findings of records, the worst first."""
    mine = set(keys)
    found = (one for one in findings if one.row in mine and one.is_open)
    return sorted(found, key=lambda one: WORST_FIRST.index(str(one.severity)))
