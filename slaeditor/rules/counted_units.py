"""What is counted, in the plural: as it was typed, or where the word is a plain English one.

Where a language forms no plain plural, both words are typed: "Maschine | Maschinen".
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from slaeditor.model.document import Document, Language
from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project

SHORTEST: Final = 3
"""Letters of the shortest word that is not taken for the sign of a unit, such as "h" or "GB"."""
_HISSING: Final = ("ch", "sh", "x", "z")
_VOWELS: Final = "aeiou"
_BOTH: Final = "|"
_ENGLISH: Final = {Language.ENGLISH, Language.AMERICAN}


def counted_by(plan: PricePlan) -> str:
    """Return what a plan counts as it was typed, such as "user"; nothing where it counts nothing.

    It is for `counted_unit`, `one_of` and `several_of`.
    """
    return plan.unit_name or (plan.price.per if plan.price else "")


def one_of(unit: str) -> str:
    """Return the word for one of a unit.

    >>> one_of("Maschine | Maschinen"), one_of("user")
    ('Maschine', 'user')
    """
    return unit.partition(_BOTH)[0].strip()


def several_of(unit: str) -> str:
    """Return the word for several of a unit where it was typed, else the one there is.

    >>> several_of("Maschine | Maschinen"), several_of("user")
    ('Maschinen', 'user')
    """
    return unit.partition(_BOTH)[2].strip() or one_of(unit)


def counted_unit(project: Project, unit: str, count: Decimal | None) -> str:
    """Return the word for so many of a unit; other languages keep the word as it was typed.

    >>> counted_unit(Project(), "user", Decimal(40))
    'users'
    >>> counted_unit(Project(), "Maschine | Maschinen", Decimal(40))
    'Maschinen'
    """
    if count == 1:
        return one_of(unit)
    english = project.the(Document).language in _ENGLISH
    return _plural(unit) if english and _BOTH not in unit else several_of(unit)


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
