"""How many a client has of what its price plans count.

Its quantity is of whatever its plans count; what is counted otherwise stands beside it with its
unit, such as "3 MRI scanners, 2 old devices".
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from slaeditor.model.clients import Client
from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values import numbers
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.model.values.words import fold
from slaeditor.rules.counted_units import counted_by, counted_unit, one_of, several_of

_PART: Final = re.compile(r"\s*[;\n]\s*|,\s+")
_COUNT: Final = re.compile(rf"({numbers.NUMBER})\s+(\S.*)")


class Counted(NamedTuple):
    """So many of a unit, as the unit was typed."""

    number: Decimal
    unit: str


def counted_otherwise(client: Client) -> tuple[Counted, ...]:
    """Return what a client has beside its quantity; words without a number are left out.

    >>> counted_otherwise(Client(name="Ash", counted_otherwise="3 MRI, 2 old devices, many"))
    (Counted(number=Decimal('3'), unit='MRI'), Counted(number=Decimal('2'), unit='old devices'))
    """
    found = (_counted(part) for part in _parts(client))
    return tuple(one for one in found if one is not None)


def unread(client: Client) -> tuple[str, ...]:
    """Return the parts of what is counted otherwise that hold no number with a unit.

    >>> unread(Client(name="Ash", counted_otherwise="3 MRI, many"))
    ('many',)
    """
    return tuple(part for part in _parts(client) if _counted(part) is None)


def quantity_of(project: Project, client: Client, plan: PricePlan) -> Decimal | None:
    """Return how many a client has of what a plan counts; its quantity where nothing else is said.

    None where neither is known.
    """
    unit = counted_by(plan)
    found = (one.number for one in counted_otherwise(client) if is_unit(project, one.unit, unit))
    return next(found, client.quantity)


def is_unit(project: Project, words: str, unit: str) -> bool:
    """Return whether words name what a plan counts, in the singular or the plural."""
    known = {one_of(unit), several_of(unit), counted_unit(project, unit, None)}
    return fold(words) in {fold(one) for one in known if one}


def _parts(client: Client) -> tuple[str, ...]:
    return tuple(filter(None, _PART.split(client.counted_otherwise.strip())))


def _counted(part: str) -> Counted | None:
    found = _COUNT.fullmatch(part)
    try:
        return Counted(numbers.parse(found[1]), found[2].strip()) if found else None
    except Unreadable:
        return None
