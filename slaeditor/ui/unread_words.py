"""Words that could not be read, kept for when their record is shown again."""

from __future__ import annotations

from collections.abc import Iterable

from slaeditor.ui.field_row import FieldRow


class UnreadWords:
    """The words of each record by its id and the name of the field they were typed into."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], str] = {}

    def __bool__(self) -> bool:
        return bool(self._kept)

    def keep(self, key: str, rows: Iterable[FieldRow]) -> None:
        """Keep what stands unread in the fields of a record, and forget what was read since."""
        for row in rows:
            spot = (key, row.spec.name)
            self._kept.pop(spot, None)
            words = row.editor.unread_words()
            if words:
                self._kept[spot] = words

    def bring(self, key: str, rows: Iterable[FieldRow]) -> None:
        """Show again in the fields of a record what stood there unread."""
        for row in rows:
            words = self._kept.get((key, row.spec.name))
            if words:
                row.editor.show_words(words)
