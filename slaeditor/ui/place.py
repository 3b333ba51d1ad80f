"""Where somebody is in a project: the overview, a panel, a kind of record, a record, a field."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place to go to; `table` is the name in `Project`, `panel` the key of a panel.

    Both are empty for the overview. In a panel `row` is the record it shows, where it shows one.
    """

    table: str = ""
    row: str = ""
    field: str = ""
    panel: str = ""

    @property
    def page(self) -> str:
        """The key of the page the place is on, empty for the overview."""
        return self.table or self.panel


OVERVIEW = Place()
