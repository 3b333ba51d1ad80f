"""Footnotes of a table: numbered from 1, equal ones once."""

from __future__ import annotations

from dataclasses import dataclass, field

from slaeditor.model.entity import Entity
from slaeditor.publish.edition.chapters.derived import rest_words
from slaeditor.publish.edition.view import View


@dataclass(slots=True)
class Notes:
    """The footnotes of one table while it is made."""

    _numbers: dict[str, int] = field(default_factory=dict)
    _of_rows: dict[str, str] = field(default_factory=dict)

    def mark(self, *texts: str) -> str:
        """Return the marks of footnotes, such as "1, 3"; nothing for empty ones."""
        numbers = {self._numbers.setdefault(text, len(self._numbers) + 1) for text in texts if text}
        return ", ".join(str(number) for number in sorted(numbers))

    def of_row(self, view: View, row: Entity, *before: str) -> str:
        """Return the marks of what a record says beside its cell, the same each time it is asked.

        `before` are further texts, each a footnote of its own.
        """
        if row.id not in self._of_rows:
            self._of_rows[row.id] = self.mark(*before, rest_words(view, row))
        return self._of_rows[row.id]

    @property
    def listed(self) -> tuple[tuple[str, str], ...]:
        """The footnotes with their marks, in order."""
        return tuple((str(number), text) for text, number in self._numbers.items())
