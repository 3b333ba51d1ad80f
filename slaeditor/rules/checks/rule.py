"""Declaring a rule: what it looks at, what else it reads, and what it says when it finds fault.

    @rule("pause-without-end", subject=ClockRule, severity=WARNING, reads=(ClockRule,), …)
    def pause_without_end(project, row, on):
        if …:
            yield Flaw("…")

A rule is a pure generator over one record. What it reads is declared, so that it is run again
when an edit touches that, and not otherwise; a test watches that the declaration is complete.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Required, TypedDict, TypeVar, Unpack

from slaeditor.model.entity import Entity, field
from slaeditor.model.project import Project, entity_named
from slaeditor.model.remembered import remembered
from slaeditor.rules.findings import Gravity

E = TypeVar("E", bound=Entity)

ERROR, WARNING, HINT = Gravity.ERROR, Gravity.WARNING, Gravity.HINT


@dataclass(frozen=True, slots=True)
class Flaw:
    """One fault: a sentence in the manager's words, the field and row to cure, other rows named.

    Without a row it is the record that was looked at. `severity` replaces that of the rule, and
    `remedy`, a way out in figures, the rule's own.
    """

    sentence: str
    field: str = ""
    concerned: tuple[str, ...] = ()
    row: Entity | None = None
    severity: Gravity | None = None
    remedy: str = ""


Reach = Callable[[Project, Any], Iterable[Entity]]
"""From a record that was edited to the subjects whose answer it may change."""

Judge = Callable[[Project, E, date], Iterator[Flaw]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A declared rule.

    `source` says where the rule comes from, `why` what follows if it is broken, `remedy` what to
    do. `reads` are the kinds whose records change its answer beside the record itself. Of a kind in
    `heeds` only those fields count (none: only whether the record is there), beside its name in
    sentences. A record of a kind in `reach` changes the answer only for the subjects given.
    """

    name: str
    subject: type[Entity]
    severity: Gravity
    judge: Callable[[Project, Any, date], Iterator[Flaw]]
    why: str
    remedy: str
    reads: tuple[type[Entity], ...] = ()
    source: str = ""
    heeds: Mapping[type[Entity], frozenset[str]] = dataclasses.field(default_factory=dict)
    reach: Mapping[type[Entity], Reach] = dataclasses.field(default_factory=dict)

    @property
    def watches(self) -> frozenset[type[Entity]]:
        """Every kind whose change may change the answer for records that did not change."""
        return _watched(self.subject, self.reads)


class Declared(TypedDict, total=False):
    """What is said of a rule."""

    severity: Required[Gravity]
    why: Required[str]
    remedy: Required[str]
    reads: tuple[type[Entity], ...]
    source: str
    heeds: Mapping[type[Entity], frozenset[str]]
    reach: Mapping[type[Entity], Reach]


def rule(
    name: str, *, subject: type[E], **declared: Unpack[Declared]
) -> Callable[[Judge[E]], Rule]:
    """Declare a generator of flaws as a rule."""
    return lambda judge: Rule(name=name, subject=subject, judge=judge, **declared)


def title_of_rule(name: str) -> str:
    """Return what a rule is called for people.

    >>> title_of_rule("hours-without-holidays")
    'Hours without holidays'
    """
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


@remembered
def _watched(subject: type[Entity], reads: tuple[type[Entity], ...]) -> frozenset[type[Entity]]:
    names = {one for kind in (subject, *reads) for one in named_by(kind)}
    return frozenset({*reads, *names})


@remembered
def named_by(kind: type[Entity]) -> frozenset[type[Entity]]:
    """Return the kinds whose titles are part of the title of a kind."""
    waiting, found = [kind], set[type[Entity]]()
    while waiting:
        for other in _title_kinds(waiting.pop()) - found:
            found.add(other)
            waiting.append(other)
    return frozenset(found)


def _title_kinds(kind: type[Entity]) -> set[type[Entity]]:
    specs = [field(kind, name) for name in kind.declaration.title]
    return {entity_named(spec.to) for spec in specs if spec.to}
