"""What of the findings in a copy for a reader is about the copy, and not about what it lacks.

A copy is cut: records, fields and references that its reader may not see are gone. What a rule
finds by looking at other records, at a field that was emptied or at a reference whose target is
hidden may be found for that reason alone. What a record says in a field of words, numbers or times
that its reader sees stands in the whole project as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from slaeditor.model.entity import field
from slaeditor.model.project import kinds
from slaeditor.model.readers import Reader
from slaeditor.rules.checks.catalogue import RULES
from slaeditor.rules.findings import Finding


def about_the_copy(found: Iterable[Finding], reader: Reader) -> tuple[Finding, ...]:
    """Return those findings of a copy for a reader that the whole project has as well."""
    return tuple(one for one in found if _is_about_it(one, reader))


def _is_about_it(one: Finding, reader: Reader) -> bool:
    if one.rule not in _looking_at_one_record() or not one.field or one.table not in kinds():
        return False
    if one.field in {"position", "readers"}:
        return False
    spec = field(kinds()[one.table], one.field)
    return spec.readers.include(reader) and not spec.to


@cache
def _looking_at_one_record() -> frozenset[str]:
    """The names of the rules that judge a record by itself."""
    return frozenset(rule.name for rule in RULES if not rule.reads)
