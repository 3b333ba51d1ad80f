"""What every record has, and the declaration of a kind of record.

`@entity("Service level", "Service levels", icon="layers", …)` turns a class of annotated fields
into a frozen dataclass and remembers its declaration. Nothing is registered: which entities a
project has is said by `slaeditor.model.project.Project`.
"""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Self, TypeVar, dataclass_transform

from slaeditor.model.areas import Area
from slaeditor.model.field import (
    Field,
    any_record,
    choice,
    colour,
    content,
    day,
    duration,
    flag,
    grant,
    letter_set,
    moment,
    money,
    number,
    percent,
    price_value,
    prose,
    reference,
    references,
    target_value,
    text,
    week,
    whole,
    zone,
)
from slaeditor.model.readers import EVERYONE, NOBODY, STAFF, Readers
from slaeditor.model.remembered import remembered
from slaeditor.model.replacing import replaced


def new_id() -> str:
    """Return a fresh random key (UUID version 4, which tells neither time nor machine)."""
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True)
class Declaration:
    """What is declared of an entity as a whole.

    `starts` is who may read a new record, `title` the fields whose words name a record, `unique`
    the fields that together occur once, `single` whether a project has just one.
    """

    singular: str
    plural: str
    icon: str
    area: Area
    starts: Readers
    title: tuple[str, ...]
    unique: tuple[str, ...] = ()
    single: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One record of a project: a value that is never changed, only replaced by another."""

    declaration: ClassVar[Declaration]

    id: str = dataclasses.field(default_factory=new_id)
    position: int = 0
    readers: Readers = NOBODY
    note: str = prose(
        "Note", default="", readers=NOBODY, help="Your own remark; nobody else reads it."
    )
    source: str = text(
        "Source", default="", readers=NOBODY, help="Where this comes from: a document, a decision."
    )

    def but(self, **values: Any) -> Self:
        """Return the same record with other values in the fields named."""
        return replaced(self, **values)


E = TypeVar("E", bound=Entity)


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(
        text,
        any_record,
        prose,
        flag,
        whole,
        number,
        choice,
        day,
        moment,
        zone,
        colour,
        money,
        percent,
        duration,
        price_value,
        week,
        target_value,
        grant,
        letter_set,
        content,
        reference,
        references,
    ),
)
def entity(
    singular: str,
    plural: str,
    *,
    icon: str,
    area: Area,
    starts: Readers = STAFF,
    title: str | tuple[str, ...] = "name",
    unique: tuple[str, ...] = (),
    single: bool = False,
) -> Callable[[type[E]], type[E]]:
    """Declare a kind of record.

    A record with an owner starts open to everyone, since it can only narrow what its owner is
    open to; any other starts as `starts` says, which never includes clients: what they read is
    opened to them deliberately.
    """
    names = (title,) if isinstance(title, str) else title

    def declared(cls: type[E]) -> type[E]:
        owned = any(
            value.metadata["field"].owner
            for value in vars(cls).values()
            if isinstance(value, dataclasses.Field)
        )
        opening = EVERYONE if owned and starts == STAFF else starts
        cls.__annotations__["readers"] = "Readers"
        setattr(cls, "readers", opening)  # noqa: B010  the class becomes a dataclass below
        made = dataclass(frozen=True, slots=True, kw_only=True)(cls)
        made.declaration = Declaration(singular, plural, icon, area, opening, names, unique, single)
        return made

    return declared


@remembered
def fields(kind: type[Entity]) -> tuple[Field, ...]:
    """The declared fields of an entity in the order of their declaration, note and source last."""
    declared = [
        dataclasses.replace(one.metadata["field"], name=one.name)
        for one in dataclasses.fields(kind)
        if "field" in one.metadata
    ]
    return tuple(sorted(declared, key=lambda one: one.name in {"note", "source"}))


@remembered
def field(kind: type[Entity], name: str) -> Field:
    """The declaration of one field; `KeyError` when there is none of that name."""
    return {one.name: one for one in fields(kind)}[name]


@remembered
def default(kind: type[Entity], name: str) -> Any:
    """The value a new record has in a field."""
    return next(one.default for one in dataclasses.fields(kind) if one.name == name)


@remembered
def links(kind: type[Entity]) -> tuple[Field, ...]:
    """The fields of an entity that point at other records."""
    return tuple(one for one in fields(kind) if one.to)


@remembered
def owner(kind: type[Entity]) -> Field | None:
    """The field that names the record an entity belongs to, or None for one that stands alone."""
    return next((one for one in links(kind) if one.owner), None)
