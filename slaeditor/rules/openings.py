"""Who may read a record from the start, before anybody says so.

A record that belongs to another starts open to everyone, since it can only narrow what its owner is
open to. One that stands alone starts as its kind does. Where a kind may belong to another but need
not (a target that holds for every level), a record without an owner has nothing that could narrow
it, so it starts with staff and is opened deliberately.
"""

from __future__ import annotations

from typing import Any, TypeVar

from slaeditor.model.entity import Entity, default, fields, owner
from slaeditor.model.readers import EVERYONE, STAFF, Readers
from slaeditor.rules.kinds_of_measure import following

E = TypeVar("E", bound=Entity)


def starting_readers(row: Entity) -> Readers:
    """Return who may read a new record that belongs where this one does."""
    usual: Readers = default(type(row), "readers")
    return STAFF if is_closed_alone(type(row)) and not has_owner(row) else usual


def is_closed_alone(kind: type[Entity]) -> bool:
    """Return whether records of a kind may stand without an owner, and then start with staff."""
    above = owner(kind)
    return above is not None and not above.required and default(kind, "readers") == EVERYONE


def started(row: E) -> E:
    """Return a new record as it starts: open to whom its place allows."""
    return row.but(readers=starting_readers(row))


def changed(row: E, name: str, value: Any) -> E:
    """Return a record with another value in a field, and what follows a change of owner or kind.

    Direction and figure of a measure follow its kind, readers the owner. A record that loses its
    owner is closed to all but staff. One that says nothing yet takes the readers its new owner
    allows; what was already written is never opened by the way.
    """
    after = following(row, row.but(**{name: value}))
    above = owner(type(row))
    if above is None or above.name != name or not is_closed_alone(type(row)):
        return after
    if not value:
        return after.but(readers=row.readers & STAFF)
    says_nothing = row.readers == starting_readers(row) and _is_blank(row, name)
    return started(after) if says_nothing else after


def has_owner(row: Entity) -> bool:
    """Whether a record says which other one it belongs to."""
    above = owner(type(row))
    return above is not None and bool(getattr(row, above.name))


def _is_blank(row: Entity, besides: str) -> bool:
    """Whether a record holds nothing but what a new one does, one field aside."""
    kind = type(row)
    return all(
        getattr(row, spec.name) == default(kind, spec.name)
        for spec in fields(kind)
        if spec.name != besides
    )
