"""What an example is: a purpose and records in the words people type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Words = Mapping[str, str]
"""A record as people type it: field names with words; names of records with semicolons between."""


@dataclass(frozen=True, slots=True)
class Example:
    """What a kind of record is for, and records to begin with.

    `more` are records of other kinds that belong to them, each with the name of its kind.
    """

    purpose: str
    rows: tuple[Words, ...]
    more: tuple[tuple[str, Words], ...] = ()
