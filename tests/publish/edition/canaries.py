"""A project in which every field of every kind holds words that occur nowhere else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from typing import Any

from slaeditor.model.clients import DealStatus
from slaeditor.model.document import Language
from slaeditor.model.entity import Entity, fields
from slaeditor.model.field import Field
from slaeditor.model.levels import LevelKind
from slaeditor.model.project import Project, kinds
from slaeditor.model.readers import EVERYONE
from slaeditor.model.values.duration import Duration

_COUNT = (number for number in itertools.count(10_001) if number % 10)
"""Numbers of five digits, all of which are printed also when they stand behind a point."""

_WORDS = {
    "money": "{n}.00 EUR",
    "percentage": "{s} %",
    "duration": "{n} min",
    "price": "{n}.00 EUR per month",
    "target": "within {n} service h",
    "entitlement": "{n} talks per year",
    "number": "{n}",
    "whole number": "{n}",
    "week": "Mon–Fri 09:00–17:00",
    "letters": "R A",
    "time zone": "Europe/Berlin",
    "colour": "#0b5c8a",
    "moment": "2026-11-20 15:30",
    "content": "AAEC",
    "readers": "everyone",
}
_CHOSEN: dict[tuple[str, str], Any] = {
    ("Document", "language"): Language.ENGLISH,
    ("ServiceLevel", "kind"): LevelKind.LEVEL,
    ("SpecialDeal", "status"): DealStatus.APPROVED,
    ("SpecialDeal", "valid_from"): date(2020, 1, 1),
    ("SpecialDeal", "valid_to"): None,
    ("Calendar", "day_length"): Duration.parse("8 h"),  # printed in the unit that divides it
    ("WorkedExample", "paused_until"): None,
    ("Evidence", "may_be_shown"): True,
}


class Canaries:
    """Makes the project and remembers which words each field holds."""

    def __init__(self) -> None:
        self.keys = {kind.__name__: kind().id for kind in kinds().values()}
        self.words: dict[tuple[str, str], str] = {}

    def project(self) -> Project:
        """One record of every kind, open to everyone, with words in every field."""
        project = Project()
        for kind in kinds().values():
            project = project.add(self.record(kind))
        return project

    def record(self, kind: type[Entity]) -> Entity:
        values = {spec.name: self.value(kind, spec) for spec in fields(kind)}
        return kind(id=self.keys[kind.__name__], readers=EVERYONE, **values)

    def value(self, kind: type[Entity], spec: Field) -> Any:
        place = (kind.__name__, spec.name)
        if place in _CHOSEN:
            return _CHOSEN[place]
        if spec.to:
            return self.reference(kind, spec)
        if spec.choices:
            return list(spec.choices)[-1]
        if spec.kind.name == "yes or no":
            return True
        return self.said(place, spec)

    def reference(self, kind: type[Entity], spec: Field) -> Any:
        if spec.to == kind.__name__:
            return () if spec.kind.name == "references" else ""
        key = self.keys[spec.to]
        return (key,) if spec.kind.name == "references" else key

    def said(self, place: tuple[str, str], spec: Field) -> Any:
        number = next(_COUNT)
        if spec.kind.name in {"text", "prose"}:
            self.words[place] = f"canary{number}"
            return self.words[place]
        if spec.kind.name == "date":
            return date(2027, 1, 1 + number % 28)
        words = _WORDS[spec.kind.name].format(n=number, s=f"{number / 1000:.3f}")
        if place == ("Picture", "picture"):
            return b""
        value = spec.kind.parse(words)
        self.words[place] = "" if spec.kind.name not in _NUMERIC else _shown(number, spec.kind.name)
        return value

    def expected(self, reader) -> Iterator[tuple[tuple[str, str], str]]:
        """The words of every field that a reader may see, by kind and name."""
        for kind in kinds().values():
            for spec in fields(kind):
                words = self.words.get((kind.__name__, spec.name), "")
                if words and spec.readers.include(reader):
                    yield (kind.__name__, spec.name), words

    def forbidden(self, reader) -> Iterator[tuple[tuple[str, str], str]]:
        """The words of every field that a reader may not see."""
        for kind in kinds().values():
            for spec in fields(kind):
                words = self.words.get((kind.__name__, spec.name), "")
                if words and not spec.readers.include(reader):
                    yield (kind.__name__, spec.name), words


_NUMERIC = {
    "money",
    "percentage",
    "duration",
    "price",
    "target",
    "entitlement",
    "number",
    "whole number",
}


def _shown(number: int, kind: str) -> str:
    """The digits as they are printed in English: thousands set off by a comma."""
    return f"{number / 1000:.3f}".rstrip("0").rstrip(".") if kind == "percentage" else f"{number:,}"
