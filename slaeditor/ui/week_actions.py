"""What can be done with a day of a painted week from its menu, and hours from the clipboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from slaeditor.model.values.week import Week
from slaeditor.ui.week_place import DAYS

Days = tuple[int, ...]


def day_menu(
    parent: QWidget, day: str, copy_to: Callable[[Days], None], close: Callable[[], None]
) -> QMenu:
    """Return a menu for a day: copy its hours to others (1 Monday to 7 Sunday), or close it."""
    made = QMenu(parent)
    for words, days in (
        (f"Copy {day} to &weekdays", (1, 2, 3, 4, 5)),
        (f"Copy {day} to the &weekend", (6, 7)),
        (f"Copy {day} to &every day", tuple(range(1, DAYS + 1))),
    ):
        made.addAction(words, _copying(copy_to, days))
    made.addSeparator()
    made.addAction(f"&Close {day}", close)
    return made


def _copying(copy_to: Callable[[Days], None], days: Days) -> Callable[[], None]:
    def copy() -> None:
        copy_to(days)

    return copy


def pasted(words: str) -> Week | None:
    """Return the week of words with or without days, None where they are no hours.

    >>> str(pasted("9:00 - 12:00")), pasted("soon")
    ('daily 09:00–12:00', None)
    """
    from slaeditor.model.values.unreadable import Unreadable

    for typed in (words, f"daily {words}"):
        try:
            return Week.parse(typed)
        except Unreadable:
            continue
    return None
