"""Records as they stand in a text, before it is known what their references mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from slaeditor.exchange.nodes import Words, folded
from slaeditor.exchange.vocabulary import naming_field
from slaeditor.model.entity import Entity, new_id, owner
from slaeditor.model.project import kinds


@dataclass(slots=True)
class Draft:
    """A record that was read: its fields, and the words of its references.

    `key` is what the text calls it, "" where it has no key; `owner` the record under which it
    stands; `scope` tells the rows of one mapping or list from those of another.
    """

    kind: type[Entity]
    line: int
    scope: int
    key: str = ""
    owner: Draft | None = None
    values: dict[str, Any] = field(default_factory=dict)
    written: dict[str, list[Words]] = field(default_factory=dict)
    id: str = field(default_factory=new_id)

    @property
    def name(self) -> str:
        """The record's own name, "" where it has none."""
        return str(self.values.get(naming_field(self.kind), ""))

    @property
    def is_owned(self) -> bool:
        """Whether it stands under another record, or names the one it belongs to."""
        above = owner(self.kind)
        return self.owner is not None or (above is not None and bool(self.written.get(above.name)))

    @property
    def path(self) -> str:
        """The key with the key of the owner before it, folded, such as "gold/monthly"."""
        above = self.owner.key or self.owner.name if self.owner else ""
        return f"{folded(above)}/{folded(self.key)}" if above else folded(self.key)


@dataclass(slots=True)
class Drafts:
    """Everything that a text holds: the records of each table, and what it says of identities."""

    tables: dict[str, list[Draft]] = field(default_factory=lambda: {name: [] for name in kinds()})
    identities: dict[str, Words] = field(default_factory=dict)
