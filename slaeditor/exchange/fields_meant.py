"""Which field of a record the head of a column in somebody's table means."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Final

from slaeditor.exchange.nodes import folded
from slaeditor.model.field import Field

_ALIKE: Final = 0.78

_WHAT_FOR: Final = re.compile(r"\s*(?:\(.*|/.*|,.*|\b(?:per|in|je|pro)\b.*)$")
"""What follows the name of a field in a head, such as "per room" or "(EUR)"."""

_HOW_MANY: Final = re.compile(r"(number|count|anzahl|menge)\b.*")
"""A quantity with the words for what is counted."""

_OTHER_WORDS: Final[Mapping[str, str]] = {
    "description": "text",
    "term": "name",
    "definition": "meaning",
    "priority": "severity",
    "plan": "level",
    "tier": "level",
    "package": "level",
    "sla": "value",
    "responsible": "letters",
    "task": "activity",
    "answer": "answer",
    "who": "role",
    "qty": "quantity",
    "number": "quantity",
    "count": "quantity",
    "units": "quantity",
    "users": "quantity",
    "seats": "quantity",
    "licences": "quantity",
    "licenses": "quantity",
    "devices": "quantity",
    "rooms": "quantity",
    "menge": "quantity",
    "anzahl": "quantity",
    "plätze": "quantity",
    "geräte": "quantity",
    "servicelevel": "level",
    "servicestufe": "level",
    "stufe": "level",
    "paket": "level",
    "zusätze": "add_ons",
    "kunde seit": "since",
    "contract end": "contract_until",
    "end of contract": "contract_until",
    "vertrag bis": "contract_until",
    "vertragsende": "contract_until",
    "laufzeit bis": "contract_until",
    "account manager": "account_role",
    "betreuer": "account_role",
    "betreut von": "account_role",
    "kundenbetreuer": "account_role",
    "ansprechpartner": "contact",
}
"""Words on other people's tables, by the field they mean where a kind has it."""


def field_meant(head: str, free: Mapping[str, Field]) -> str:
    """Return the name of the field that a head means among some, or nothing."""
    words = (head.strip(" :*"), _bare(head), _counted(head))
    return next(filter(None, (_meant(folded(one), free) for one in words)), "")


def _bare(head: str) -> str:
    """A head without what its field is per or in: "Price per room" is "Price"."""
    return _WHAT_FOR.sub("", head.strip(" :*").casefold())


def _counted(head: str) -> str:
    """The word for a quantity in a head that names what is counted: "Number of devices"."""
    return _HOW_MANY.sub(r"\1", head.strip(" :*").casefold())


def _meant(word: str, free: Mapping[str, Field]) -> str:
    other = _OTHER_WORDS.get(word, "")
    if other in free:
        return other
    likeness = {
        name: alike(word, (spec.label, name, spec.to)) for name, spec in free.items() if word
    }
    best = max(likeness, key=lambda name: likeness[name], default="")
    return best if best and likeness[best] >= _ALIKE else ""


def alike(words: str, known: Iterable[str]) -> float:
    """Return how alike words are to the nearest of some known ones, 0 to 1."""
    mine = folded(words)
    ratios = (difflib.SequenceMatcher(None, mine, folded(one)).ratio() for one in known if one)
    return max(ratios, default=0.0) if mine else 0.0
