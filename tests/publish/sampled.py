"""A handbook made short: every kind of block stays, of rows and sections only the first.

What is laid out is the same in kind, so that many editions can be judged in little time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from slaeditor.publish.document import Edition

FIRST = {
    ("Table", "groups"): 2,
    ("RowGroup", "rows"): 3,
    ("Steps", "steps"): 2,
    ("Terms", "entries"): 4,
    ("Bullets", "items"): 4,
    ("Section", "sections"): 1,
    ("Section", "blocks"): 4,
    ("Chapter", "sections"): 1,
    ("Chapter", "blocks"): 5,
    ("Index", "entries"): 8,
}
"""How many of a tuple of parts are kept."""


def sampled(edition: Edition) -> Edition:
    """Return the edition with the first of everything, and no reference to what is gone."""
    short = _short(edition)
    made: Edition = _linked(short, frozenset(_ids(short)))
    return made


def _short(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_short(one) for one in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    kind = type(value).__name__
    kept = {
        one.name: _short(_first(getattr(value, one.name), FIRST.get((kind, one.name))))
        for one in dataclasses.fields(value)
    }
    return dataclasses.replace(value, **kept)


def _first(value: Any, count: int | None) -> Any:
    return value[:count] if count is not None else value


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for one in value:
            yield from _ids(one)
    elif dataclasses.is_dataclass(value):
        for one in dataclasses.fields(value):
            inner = getattr(value, one.name)
            yield from [inner] if one.name == "id" else _ids(inner)


def _linked(value: Any, ids: frozenset[str]) -> Any:
    """The same without references to parts that are gone."""
    if isinstance(value, tuple):
        return tuple(_linked(one, ids) for one in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    kept = {one.name: _linked(getattr(value, one.name), ids) for one in dataclasses.fields(value)}
    if kept.get("link") not in ids and "link" in kept:
        kept["link"] = ""
    if "places" in kept:
        kept["places"] = tuple(place for place in kept["places"] if place.part in ids)
    return dataclasses.replace(value, **kept)
