"""The worst of what is found to be wrong, and errors in words."""

from __future__ import annotations

from collections.abc import Iterable

from slaeditor.rules.findings import Finding, errors
from slaeditor.rules.found import GRAVITIES


def worst_of(severities: Iterable[str]) -> str:
    """Return the worst of several severities; nothing where there is none.

    >>> worst_of(("hint", "", "error"))
    'error'
    """
    return min(filter(None, severities), key=GRAVITIES.index, default="")


def errors_words(findings: Iterable[Finding]) -> str:
    """Return how many errors are open and the first of them; nothing where there are none."""
    found = errors(tuple(findings))
    if not found:
        return ""
    count = len(found)
    return f"{count} error{' is' if count == 1 else 's are'} still open: {found[0].sentence}"
