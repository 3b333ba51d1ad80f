"""The names that the text form uses for tables, fields and the rows that belong to others."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from slaeditor.exchange.nodes import folded
from slaeditor.model import kinds as field_kinds
from slaeditor.model.entity import Entity, default, field, fields, owner
from slaeditor.model.field import Field
from slaeditor.model.project import entity_named, kinds, table_name
from slaeditor.model.readers import STAFF
from slaeditor.model.remembered import remembered
from slaeditor.rules.openings import is_closed_alone

OWN_NAMES = ("key", "readers")
"""What every row may say beside its fields."""


@dataclass(frozen=True, slots=True)
class Children:
    """A table whose rows may stand under the record they belong to.

    `name` is what the text calls it there, `field` the reference that is implied.
    """

    table: str
    kind: type[Entity]
    field: Field
    name: str


def spoken(name: str) -> str:
    """Return a name as the text form writes it: "based_on" is "based on"."""
    return name.replace("_", " ")


@remembered
def is_opened_by_text(kind: type[Entity], *, owned: bool = False) -> bool:
    """Whether “readers” at the head of a text says who may read new records of a kind.

    It does for records that stand alone and would start with staff. Those that are `owned` by
    another follow it anyway, and what starts with the manager or with sales is opened one by one.
    """
    if is_closed_alone(kind):
        return not owned
    return owner(kind) is None and default(kind, "readers") == STAFF


@functools.cache
def tables() -> Mapping[str, str]:
    """Every word for a table, folded, with the table's name: its name, or its plural label."""
    found = {folded(kind.declaration.plural): name for name, kind in kinds().items()}
    return {**found, **{folded(name): name for name in kinds()}}


@remembered
def fields_of(kind: type[Entity]) -> Mapping[str, Field]:
    """The fields of a kind under their folded names."""
    return {folded(one.name): one for one in fields(kind)}


@remembered
def children(kind: type[Entity]) -> tuple[Children, ...]:
    """The tables whose rows belong to records of a kind, in the order of the project."""
    return tuple(
        Children(table, child, spec, _short(kind, table))
        for table, child in kinds().items()
        if (spec := owner(child)) is not None and entity_named(spec.to) is kind
    )


def _short(kind: type[Entity], table: str) -> str:
    """The last word of a table's name, unless the owner has a field of that name."""
    last = table.rsplit("_", 1)[-1]
    rivals = [one for one in kinds().values() if (spec := owner(one)) and spec.to == kind.__name__]
    same = [one for one in kinds() if kinds()[one] in rivals and one.rsplit("_", 1)[-1] == last]
    return spoken(table) if last in fields_of(kind) or len(same) > 1 else last


@remembered
def children_of(kind: type[Entity]) -> Mapping[str, Children]:
    """Every word for a table of children, folded; fields of the owner come first."""
    found: dict[str, Children] = {}
    for one in children(kind):
        for word in (one.kind.declaration.plural, one.table, one.name):
            if folded(word) not in fields_of(kind):
                found[folded(word)] = one
    return found


@remembered
def naming_field(kind: type[Entity]) -> str:
    """The field that a row's key stands in for when it is left out; "" when there is none."""
    if any(one.name == "name" for one in fields(kind)):
        return "name"
    return kind.declaration.title[0] if has_own_title(kind) else ""


@remembered
def has_own_title(kind: type[Entity]) -> bool:
    """Whether one line of the row's own words names it, so that rows stand under readable keys."""
    title = kind.declaration.title
    return len(title) == 1 and field(kind, title[0]).kind is field_kinds.TEXT


def names_in(kind: type[Entity]) -> tuple[str, ...]:
    """Everything a row of the kind may say, as the text form writes it."""
    return (
        *OWN_NAMES,
        *(spoken(one.name) for one in fields(kind)),
        *(one.name for one in children(kind)),
    )


def thing(kind: type[Entity]) -> str:
    """The kind in the middle of a sentence: "service level"."""
    singular = kind.declaration.singular
    return singular[0].lower() + singular[1:]


def nearest(words: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Return the known names most like the words, best first; none when nothing is alike."""
    spelled = {folded(name): name for name in known}
    close = difflib.get_close_matches(folded(words), spelled, count, cutoff=0.55)
    return [spelled[name] for name in close]


def unknown_table(words: str) -> str:
    """Return the sentence for a name at the beginning of a line that is no table."""
    close = nearest(words, (spoken(name) for name in kinds()))
    meant = f" Did you mean {quoted(close)}?" if close else ""
    return f"There is no table “{words}”.{meant} docs/text-form.md lists all tables."


def unknown_field(kind: type[Entity], words: str) -> str:
    """Return the sentence for a name in a row that is neither field nor table of children."""
    by_label = [spoken(one.name) for one in fields(kind) if folded(one.label) == folded(words)]
    close = by_label or nearest(words, names_in(kind), 1)
    meant = f" Did you mean {quoted(close)}?" if close else ""
    told = f"“{words}” is no field of a row in “{spoken(table_name(kind))}” ({thing(kind)})."
    return f"{told}{meant} It may hold: {', '.join(names_in(kind))}."


def quoted(names: Iterable[str]) -> str:
    """Return names in quotation marks as alternatives."""
    listed = [f"“{name}”" for name in names]
    return " or ".join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else listed[0]
