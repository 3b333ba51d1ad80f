"""Leaving chapters out of an edition: they go whole, and nothing points at them any more.

What a chapter says is not printed elsewhere in its place; whoever leaves it out wants it unsaid.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

from slaeditor.publish.document import Cell, Chapter, Edition, Index, IndexEntry, Section
from slaeditor.publish.once import Once, at_once


def without_chapters(edition: Edition, ids: Collection[str], once: Once = at_once) -> Edition:
    """Return the edition without the chapters of these ids, links to them and to their parts."""
    if not ids:
        return edition
    parts = (edition.front, edition.chapters, edition.back)
    gone = frozenset(key for part in parts for one in part if one.id in ids for key in _ids(one))
    front, chapters, back = (
        tuple(
            once(gone, (one,), partial(_unlinked, one, gone)) for one in part if one.id not in ids
        )
        for part in parts
    )
    return dataclasses.replace(edition, front=front, chapters=chapters, back=back)


def _ids(part: Chapter | Section) -> Iterator[str]:
    yield part.id
    for one in part.sections:
        yield from _ids(one)


def _unlinked(value: Any, gone: Collection[str]) -> Any:
    """A value of an edition with every link to what is gone taken off."""
    if isinstance(value, Cell):
        return dataclasses.replace(value, link="") if value.link in gone else value
    if isinstance(value, Index):
        return Index(tuple(_still_there(value, gone)))
    if isinstance(value, tuple):
        return tuple(_unlinked(one, gone) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kept = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
        found = {name: _unlinked(one, gone) for name, one in kept.items()}
        return dataclasses.replace(value, **found)
    return value


def _still_there(index: Index, gone: Collection[str]) -> Iterator[IndexEntry]:
    """Yield the entries that lead to something else than what is gone."""
    for entry in index.entries:
        places = tuple(one for one in entry.places if one.part not in gone)
        if places:
            yield dataclasses.replace(entry, places=places)
