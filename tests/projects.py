"""Random projects made from the declarations: every field of every kind gets a value of its kind.

`made_project(seed)` fills every kind; `projects()` is a Hypothesis strategy of smaller ones. A new
kind of record or field is included by itself; a new kind of field fails here until it has words.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import strategies as st

from slaeditor.model.entity import Entity, fields
from slaeditor.model.field import Field
from slaeditor.model.kinds import grammar_kinds
from slaeditor.model.project import Project, entity_named, kinds
from slaeditor.model.readers import EVERYONE, Readers

LETTERS = (
    "abcdefghij klmnopqrstuvwxyz ÄÖÜßéñ 0123456789 .,;:!?“”–%&()'\"<>/\\|=+-@ 中文字 עברית ☎😀"
)

WORDS: dict[str, Sequence[str]] = {
    "whole number": ("0", "1", "12", "-3", "999999999"),
    "number": ("2.5", "0", "-7", "1000000.125"),
    "date": ("2027-01-31", "2024-02-29", "0001-01-01", "9999-12-31"),
    "moment": ("2026-12-24 15:30", "2027-03-28 02:30", "1999-12-31 23:59:59"),
    "time zone": ("Europe/Berlin", "UTC", "America/New_York", "Asia/Kathmandu"),
    "colour": ("#0b5c8a", "#ffffff", "#000000"),
    "money": ("29.00 USD", "0.00 EUR", "-3.50 GBP", "1000000 JPY"),
    "percentage": ("99.95 %", "0 %", "100 %", "33.333 %"),
    "duration": ("4 service h", "30 min", "2 calendar days", "1 month"),
    "price": ("29.00 USD per user per month", "12.50 EUR per year"),
    "week": ("Mon–Fri 09:00–17:00", "Mon–Sun 00:00–24:00"),
    "target": ("95 % within 4 service h", "99.9 %", "within 2 calendar days"),
    "entitlement": ("yes", "no", "unlimited", "6 per year", "by e-mail only"),
    "letters": ("R A", "C", "I"),
    "content": ("AAEC", "iVBORw0KGgo="),
    "readers": ("nobody", "staff", "staff, sales", "everyone"),
}


class Maker:
    """Makes records whose values and references come from one random source."""

    def __init__(
        self, source: random.Random, keys: dict[str, list[str]], gaps: float = 0.1
    ) -> None:
        self.source = source
        self.gaps = gaps
        self.keys = keys

    def record(self, kind: type[Entity], key: str, position: int) -> Entity:
        """Return a record of a kind with a value in every field."""
        values = {field.name: self.value(kind, field) for field in fields(kind)}
        readers = self.source.choice([*Readers, EVERYONE])
        return kind(id=key, position=position, readers=readers, **values)

    def value(self, kind: type[Entity], field: Field) -> Any:
        """Return a value of a field; now and then the one of a new record."""
        if self.source.random() < self.gaps:
            return getattr(kind(), field.name)
        if field.to:
            return self.reference(field)
        if field.choices is not None:
            return self.source.choice(list(field.choices))
        if field.kind.name == "yes or no":
            return self.source.random() < 0.5
        if field.kind.name in {"text", "prose"}:
            return self.text(breaks=field.kind.name == "prose")
        return field.kind.parse(self.source.choice(WORDS[field.kind.name]))

    def reference(self, field: Field) -> Any:
        """Return the key of a record, now and then of one that is not there; several for lists."""
        there = [*self.keys.get(field.to, []), self.new_key()]
        if field.kind.name == "references":
            return tuple(self.source.sample(there, self.source.randint(0, min(3, len(there)))))
        return self.source.choice(there)

    def text(self, *, breaks: bool) -> str:
        """Return up to 80 characters of many scripts."""
        letters = LETTERS + ("\n" if breaks else "")
        return "".join(self.source.choices(letters, k=self.source.randint(0, 80)))

    def new_key(self) -> str:
        """Return a random key of version 4."""
        return str(uuid.UUID(int=self.source.getrandbits(128), version=4))


def made_project(
    seed: int, each: int = 2, names: Iterable[str] | None = None, gaps: float = 0.1
) -> Project:
    """Return a project with `each` records of every kind, or of the tables named.

    `gaps` is the share of fields that hold what a new record holds.
    """
    source = random.Random(seed)
    maker = Maker(source, {}, gaps)
    wanted = {name: kinds()[name] for name in (kinds() if names is None else names)}
    counts = {name: 1 if kind.declaration.single else each for name, kind in wanted.items()}
    for name, kind in wanted.items():
        maker.keys[kind.__name__] = [maker.new_key() for _ in range(counts[name])]
    project = Project()
    for name, kind in wanted.items():
        rows = [
            maker.record(kind, key, (place + 1) * 1024)
            for place, key in enumerate(maker.keys[kind.__name__])
        ]
        project = project.with_table(name, type(getattr(project, name))(rows))
    return project


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Draw a project with up to four records in each of up to eight tables."""
    names = draw(st.lists(st.sampled_from(list(kinds())), max_size=8, unique=True))
    return made_project(draw(st.integers(0, 2**32)), draw(st.integers(1, 4)), names)


def records(kind: type[Entity] | str) -> st.SearchStrategy[Entity]:
    """Return a strategy of single records of a kind, by class or name."""
    wanted = entity_named(kind) if isinstance(kind, str) else kind
    return st.integers(0, 2**32).map(lambda seed: _one(seed, wanted))


def _one(seed: int, kind: type[Entity]) -> Entity:
    maker = Maker(random.Random(seed), {})
    return maker.record(kind, maker.new_key(), 1024)


def every_grammar_has_words() -> bool:
    """Whether each kind of field is known here."""
    simple = {"text", "prose", "yes or no", "reference", "references"}
    return {kind.name for kind in grammar_kinds()} <= {*WORDS, *simple}
