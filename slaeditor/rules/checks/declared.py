"""The rules that the declarations imply, for every kind of record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Final

from slaeditor.model import kinds as field_kinds
from slaeditor.model.entity import Entity, field, fields, links, owner
from slaeditor.model.field import Field
from slaeditor.model.project import Project, entity_named, kinds
from slaeditor.model.readers import Reader
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.rules.checks.rule import ERROR, WARNING, Flaw, Rule
from slaeditor.rules.checks.wording import called, called_each, listed
from slaeditor.rules.names import NAMELESS, title

_AUDIENCE_MARK: Final = re.compile(
    r"^\s*(?::{3,}|/{3,})\s*(?:staff|sales|clients?|internal|end)\b", re.IGNORECASE | re.MULTILINE
)
_WRITTEN: Final = (field_kinds.TEXT, field_kinds.PROSE)


def declared_rules() -> tuple[Rule, ...]:
    """Return for every kind of record the rules that follow from its declaration."""
    made = (maker(kind) for maker in _MAKERS for kind in kinds().values())
    return tuple(rule for rule in made if rule is not None)


def _required(kind: type[Entity]) -> Rule | None:
    wanted = [spec for spec in fields(kind) if spec.required]

    def judge(project: Project, row: Entity, on: date) -> Iterator[Flaw]:
        del on
        for spec in wanted:
            if _is_empty(getattr(row, spec.name)):
                yield Flaw(f"{_subject(project, row)} has no {_label(spec)}.", spec.name)

    return _rule("required", kind, WARNING, judge) if wanted else None


def _limits(kind: type[Entity]) -> Rule | None:
    limited = [spec for spec in fields(kind) if (spec.least, spec.most) != (None, None)]

    def judge(project: Project, row: Entity, on: date) -> Iterator[Flaw]:
        del on
        for spec in limited:
            number = _number(getattr(row, spec.name))
            if number is not None and not _within(spec, number):
                words = f"“{spec.label}” of {called(project, row)} must be {_limit_words(spec)}"
                yield Flaw(f"{words}, not {spec.kind.words(getattr(row, spec.name))}.", spec.name)

    return _rule("limits", kind, ERROR, judge) if limited else None


def _dangling(kind: type[Entity]) -> Rule | None:
    pointing = links(kind)

    def judge(project: Project, row: Entity, on: date) -> Iterator[Flaw]:
        del on
        for spec in pointing:
            for key in spec.targets(getattr(row, spec.name)):
                if project.find(spec.to, key) is None:
                    words = f"“{spec.label}” of {called(project, row)} points at a record"
                    yield Flaw(f"{words} that is not there.", spec.name)

    reads = tuple({entity_named(spec.to) for spec in pointing})
    heeds = {one: frozenset[str]() for one in reads}
    return _rule("dangling-reference", kind, ERROR, judge, reads, heeds) if pointing else None


def _duplicate_key(kind: type[Entity]) -> Rule | None:
    names = kind.declaration.unique
    if not names:
        return None
    held = attrgetter(*names)
    wanted: Any = names if len(names) > 1 else names[0]

    def judge(project: Project, row: Entity, on: date) -> Iterator[Flaw]:
        del on
        alike = project.table(kind).where(wanted, held(row))
        same = [one for one in alike if _statistic(one) == _statistic(row)]
        if same[0].id != row.id:
            labels = ", ".join(_label(field(kind, name)) for name in names)
            sentence = f"There is a second {_kind_words(kind)} {called(project, row)}"
            yield Flaw(f"{sentence} with the same {labels}.", "", (same[0].id,))

    heeds = {kind: frozenset({*names, "position", *_promised(kind)})}
    return _rule("duplicate-key", kind, ERROR, judge, (kind,), heeds)


def _promised(kind: type[Entity]) -> tuple[str, ...]:
    """The field of a kind that holds its promise, if it has one."""
    return tuple(spec.name for spec in fields(kind) if spec.kind is field_kinds.TARGET)[:1]


def _statistic(row: Entity) -> object:
    """Of which figure a record speaks: the 50th and the 95th percentile are two promises."""
    values = [getattr(row, name) for name in _promised(type(row))]
    return [(one.statistic, one.percentile) for one in values if one is not None]


def _duplicate_name(kind: type[Entity]) -> Rule | None:
    belongs = owner(kind)
    named = kind.declaration.title == ("name",) and "name" not in kind.declaration.unique
    if not named or kind.__name__ not in _referred_to():
        return None
    names = ("name", belongs.name if belongs else "name")
    held = attrgetter(*names)

    def judge(project: Project, row: Entity, on: date) -> Iterator[Flaw]:
        del on
        same = project.table(kind).where(names, held(row))
        if held(row)[0] and same[0].id != row.id:
            sentence = f"Two {kind.declaration.plural.lower()} are called {called(project, row)}."
            yield Flaw(sentence, "name", (same[0].id,))

    heeds = {kind: frozenset({*names, "position"})}
    return _rule("duplicate-name", kind, WARNING, judge, (kind,), heeds)


def _audience_marks(kind: type[Entity]) -> Rule | None:
    written = [spec for spec in fields(kind) if spec.kind in _WRITTEN]

    def judge(project: Project, row: Entity, on: date) -> Iterator[Flaw]:
        del on
        for spec in written:
            text = getattr(row, spec.name)
            found = _AUDIENCE_MARK.search(text) if ":::" in text or "///" in text else None
            if found:
                words = (
                    f"“{spec.label}” of {called(project, row)} has the mark “{found[0].strip()}”"
                )
                yield Flaw(f"{words}, which hides nothing from anybody.", spec.name)

    return _rule("audience-mark", kind, ERROR, judge)


def _backwards(kind: type[Entity]) -> Rule | None:
    names = {spec.name for spec in fields(kind)}
    pairs = [pair for pair in SPANS if names.issuperset(pair)]

    def judge(project: Project, row: Entity, on: date) -> Iterator[Flaw]:
        del on
        for first, last in pairs:
            start, end = getattr(row, first), getattr(row, last)
            if start is not None and end is not None and _is_before(end, start):
                begins = _label(field(kind, first))
                said = f"{_label(field(kind, last))} of {called(project, row)} is {end}"
                yield Flaw(f"{said}, before {begins}, which is {start}.", last)

    return _rule("ends-before-it-begins", kind, ERROR, judge) if pairs else None


SPANS: Final = (
    ("valid_from", "valid_to"),
    ("effective_from", "effective_to"),
    ("first_day", "last_day"),
    ("paused_from", "paused_until"),
    ("deal_from", "deal_to"),
    ("above", "up_to"),
    ("not_before", "not_after"),
)
"""Fields that say from where to where something reaches."""


def _is_before(end: Any, start: Any) -> bool:
    """Whether an end lies before its start; lengths and amounts only where they can be compared."""
    if isinstance(end, Money) and isinstance(start, Money):
        return end.currency == start.currency and end < start
    if isinstance(end, Duration) and isinstance(start, Duration):
        alike = (end.unit, end.clock) == (start.unit, start.clock)
        return end.amount < start.amount if alike else _is_shorter(end, start)
    return bool(end < start)


def _is_shorter(one: Duration, other: Duration) -> bool:
    if one.clock is not other.clock or one.seconds is None or other.seconds is None:
        return False
    return one.seconds < other.seconds


_DEFINING: Final = frozenset({"Calendar", "Severity"})
"""Kinds that say when and for what something holds, and are seldom closed on purpose."""


def _rests_on_closed(kind: type[Entity]) -> Rule | None:
    resting = [spec for spec in links(kind) if spec.needed and spec.to in _DEFINING]

    def judge(project: Project, row: Entity, on: date) -> Iterator[Flaw]:
        del on
        for spec in resting:
            named = [project.find(spec.to, key) for key in spec.targets(getattr(row, spec.name))]
            there = [one for one in named if one is not None]
            shut_out = [one for one in Reader if _is_shut_out(one, row, spec, there)]
            if shut_out:
                people = listed([one.people for one in shut_out])
                yield Flaw(
                    f"{_subject(project, row)} is open to {people}, but "
                    f"“{spec.label}” is not: {called_each(project, there)}. So it is left out of "
                    "their handbook.",
                    spec.name,
                    tuple(one.id for one in there),
                )

    reads = tuple({entity_named(spec.to) for spec in resting})
    heeds = {one: frozenset({"readers"}) for one in reads}
    return _rule("rests-on-closed", kind, WARNING, judge, reads, heeds) if resting else None


def _is_shut_out(reader: Reader, row: Entity, spec: Field, there: list[Entity]) -> bool:
    """Whether a reader may see a record, but nothing of what it cannot stand without."""
    told = row.readers.include(reader) and spec.readers.include(reader)
    return told and bool(there) and not any(one.readers.include(reader) for one in there)


_MAKERS: Final = (
    _required,
    _limits,
    _dangling,
    _duplicate_key,
    _duplicate_name,
    _audience_marks,
    _backwards,
    _rests_on_closed,
)

_REASONS: Final = {
    "required": ("Without it the record says nothing.", "Fill it in, or remove the record."),
    "limits": ("The value makes no sense there.", "Correct the number."),
    "dangling-reference": ("What it points at was removed.", "Choose another one, or none."),
    "duplicate-key": ("Nobody can tell which of the two holds.", "Remove one of them."),
    "duplicate-name": ("Readers cannot tell them apart.", "Rename one of them."),
    "ends-before-it-begins": ("It never holds.", "Exchange the two, or correct one of them."),
    "rests-on-closed": (
        "Without what it rests on it would promise something else, so its readers get none of it.",
        "Open what it rests on to the same readers, or close it to them.",
    ),
    "audience-mark": (
        "Readers are set on records and fields, not inside a text: all of it would be printed.",
        "Move what is for others to a field or a record of its own.",
    ),
}


def _rule(
    name: str,
    kind: type[Entity],
    severity: Any,
    judge: Any,
    reads: tuple[type[Entity], ...] = (),
    heeds: Mapping[type[Entity], frozenset[str]] = MappingProxyType({}),
) -> Rule:
    why, remedy = _REASONS[name]
    return Rule(name, kind, severity, judge, why, remedy, reads, "declarations", heeds)


def _referred_to() -> frozenset[str]:
    return frozenset(spec.to for kind in kinds().values() for spec in links(kind))


def _is_empty(value: Any) -> bool:
    if isinstance(value, str | bytes | tuple):
        return not (value.strip() if isinstance(value, str) else value)
    return value is None


def _number(value: Any) -> Decimal | None:
    if isinstance(value, Percentage):
        return value.value
    if isinstance(value, Money):
        return value.amount
    return Decimal(value) if isinstance(value, int | Decimal) else None


def _within(spec: Field, number: Decimal) -> bool:
    return (spec.least is None or spec.least <= number) and (
        spec.most is None or number <= spec.most
    )


def _limit_words(spec: Field) -> str:
    parts = []
    if spec.least is not None:
        parts.append(f"at least {spec.least}")
    if spec.most is not None:
        parts.append(f"at most {spec.most}")
    return " and ".join(parts)


def _label(spec: Field) -> str:
    return f"“{spec.label}”"


def _kind_words(kind: type[Entity]) -> str:
    singular = kind.declaration.singular
    return f"{singular[0].lower()}{singular[1:]}"


def _subject(project: Project, row: Entity) -> str:
    singular, name = row.declaration.singular, title(project, row)
    nameless = name == f"{singular} {NAMELESS}"
    return f"This {singular.lower()}" if nameless else f"{singular} “{name}”"
