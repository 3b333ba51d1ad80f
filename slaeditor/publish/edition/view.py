"""What a chapter is made from: the visible project, its reader, the words, and what was said.

The ledger notes each field that has found its place, so that whatever no layout made by hand has
said is printed after all, in the derived form.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from slaeditor.model.clients import Client
from slaeditor.model.entity import Entity, fields
from slaeditor.model.entity import field as field_named
from slaeditor.model.field import Field
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project, entity_named
from slaeditor.model.readers import Reader
from slaeditor.publish.edition.asked import Ledger
from slaeditor.publish.edition.phrases import Phrases
from slaeditor.publish.edition.words import Words
from slaeditor.rules.names import given_title

SILENT = {
    *(("Document", name) for name in ("language", "look", "accent", "logo", "time_zone")),
    ("Document", "staff_confidentiality"),
    ("Document", "sales_confidentiality"),
    ("Document", "client_confidentiality"),
    *(("Document", f"{reader.value}_left_out") for reader in Reader),
    ("Document", "marks_copies"),
    ("Client", "prepared_for"),
    *(("Picture", name) for name in ("name", "alternative", "media_type", "picture")),
    ("ServiceLevel", "mark_colour"),
    ("ServiceLevel", "ordered"),
    ("Revision", "frozen"),
}
"""Fields that are seen rather than read: looks, pictures, the line on the cover."""

_UNREMARKABLE = {"offered"}
"""Stored words of choices that go without saying."""


@dataclass(frozen=True, slots=True)
class View:
    """What one reader sees, and how it is put into words.

    `levels` are the levels that stand side by side, `before` the same view's project at the
    revision that change bars compare with.
    """

    project: Project
    reader: Reader
    words: Words
    client: Client | None = None
    on: date | None = None
    before: Project | None = None
    levels: tuple[ServiceLevel, ...] = ()
    add_ons: tuple[ServiceLevel, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)

    @property
    def phrases(self) -> Phrases:
        """The catalogue of the handbook's language."""
        return self.words.phrases

    @property
    def is_client(self) -> bool:
        """Whether a client reads this."""
        return self.reader is Reader.CLIENT

    @property
    def own_level(self) -> ServiceLevel | None:
        """The level of the client whose own handbook this is; None where it may not be read."""
        return self.project.service_levels.get(self.client.level) if self.client else None

    def say(self, row: Entity, name: str) -> str:
        """Return a field in words, and note that it is said; nothing for an absent one."""
        self.ledger.note(row.id, (name,))
        spec = field_named(type(row), name)
        value = getattr(row, name)
        if spec.to:
            return self.words.list(self.titles(spec.to, spec.targets(value)))
        if spec.unit and value:
            return f"{self.words.value(value)} {self.phrases.labelled(spec.unit)}"
        return self.words.value(value)

    def note(self, row: Entity, *names: str) -> None:
        """Note that fields of a record are said by their place: an owner by the heading above."""
        self.ledger.note(row.id, names)

    def label(self, row: Entity, name: str) -> str:
        """Return the label of a field."""
        return self.phrases.label(field_named(type(row), name))

    def title(self, row: Entity) -> str:
        """Return what a record is called, and note the fields that name it."""
        self.ledger.note(row.id, row.declaration.title)
        chosen = [name for name in row.declaration.title if field_named(type(row), name).choices]
        words = self._called(row)
        for name in chosen:
            if (choice := getattr(row, name)) is not None:
                words = words.replace(str(choice), self.phrases.choice(choice))
        return words

    def name(self, kind: str, key: str) -> str:
        """Return what the record of a kind under an id is called; nothing without one."""
        row = self.project.find(kind, key) if key else None
        return self._called(row) if row is not None else ""

    def titles(self, kind: str, keys: Iterable[str]) -> Iterator[str]:
        """Yield the titles of records by their ids, each once."""
        table = self.project.table(entity_named(kind))
        yield from dict.fromkeys(self._called(table[key]) for key in keys if key in table)

    def _called(self, row: Entity) -> str:
        """What a record is called, in the handbook's language where nobody has named it."""
        kind = self.phrases.labelled(row.declaration.singular)
        return given_title(self.project, row) or self.phrases("nameless", kind=kind)

    def added_by(self, level: ServiceLevel | None) -> str:
        """Return the note that something comes with an add-on the client has; otherwise nothing."""
        if level is None or level not in self.add_ons:
            return ""
        return self.phrases("note.add-on", add_on=level.name)

    def unsaid(self, row: Entity) -> tuple[Field, ...]:
        """Return the fields that the reader may see, that hold something and are not said yet."""
        return tuple(
            spec
            for spec in fields(type(row))
            if spec.readers.include(self.reader)
            and not self.ledger.has(row.id, spec.name)
            and (type(row).__name__, spec.name) not in SILENT
            and tells(spec, row)
        )

    def changed(self, row: Entity, *names: str) -> bool:
        """Return whether a record, or one of the fields named, is new since the revision before."""
        if self.before is None:
            return False
        old = self.before.find(type(row), row.id)
        if old is None:
            return True
        compared = names or tuple(spec.name for spec in fields(type(row)))
        return any(getattr(old, name) != getattr(row, name) for name in compared)

    def anchor(self, row: Entity, place: str = "r") -> str:
        """Return the id of the part about a record; it tells nothing of the record.

        It is the same in every edition, so that a chapter that does not differ is laid out once.
        """
        digest = hashlib.sha256(row.id.encode()).hexdigest()
        return f"{place}-{digest[:16]}"


def tells(spec: Field, row: Entity) -> bool:
    """Return whether a field says something: absent values, no and the unremarkable do not."""
    value = getattr(row, spec.name)
    if value == spec.kind.absent or value is False or value == 0:
        return False
    return str(value) not in _UNREMARKABLE if spec.choices else True
