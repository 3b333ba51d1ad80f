"""What is counted, in the plural where the word is a plain English one."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from slaeditor.model.document import Document, Language
from slaeditor.model.project import Project

SHORTEST: Final = 3
"""Letters of the shortest word that is not taken for the sign of a unit, such as "h" or "GB"."""
_HISSING: Final = ("ch", "sh", "x", "z")
_VOWELS: Final = "aeiou"


def counted_unit(project: Project, unit: str, count: Decimal | None) -> str:
    """Return the word for so many of a unit; other languages keep the word as it was typed.

    >>> counted_unit(Project(), "user", Decimal(40))
    'users'
    """
    english = project.the(Document).language is Language.ENGLISH
    return _plural(unit) if english and count != 1 else unit


def _plural(unit: str) -> str:
    """Return the plural of a word; signs, several words and plurals stay as they are.

    >>> _plural("enquiry"), _plural("branch"), _plural("GB"), _plural("seats")
    ('enquiries', 'branches', 'GB', 'seats')
    """
    if not unit.isalpha() or len(unit) < SHORTEST or unit[1:] != unit[1:].lower():
        return unit
    if unit.endswith("s"):
        return unit
    if unit.endswith("y") and unit[-2] not in _VOWELS:
        return f"{unit[:-1]}ies"
    return f"{unit}es" if unit.endswith(_HISSING) else f"{unit}s"
