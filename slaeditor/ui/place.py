"""Where somebody is in a project: the overview, a kind of record, a record, a field."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place to go to; `table` is the name in `Project`, empty for the overview."""

    table: str = ""
    row: str = ""
    field: str = ""


OVERVIEW = Place()
