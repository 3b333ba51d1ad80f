"""What runs out soon, or has: contracts, deals, offers, reviews, accepted findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from slaeditor.model.entity import Entity, field
from slaeditor.model.field import Field
from slaeditor.model.project import Project, kinds

ENDS: Mapping[str, tuple[str, ...]] = {
    "Document": ("effective_to", "next_review"),
    "ServiceLevel": ("valid_to",),
    "Report": ("next_on",),
    "PricePlan": ("valid_to",),
    "ScopeItem": ("expected_until",),
    "Client": ("contract_until",),
    "SpecialDeal": ("valid_to",),
    "SupportAgreement": ("expires",),
    "Waiver": ("until",),
}
"""The fields that hold the day on which something ends or is due, by the name of the kind."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Something that ends on a day."""

    row: Entity
    field: Field
    on: date


def endings(project: Project, on: date, within: timedelta) -> tuple[Ending, ...]:
    """Return what has ended by a day or ends within a time after it, the earliest first."""
    found = (one for one in _all(project) if one.on <= on + within)
    return tuple(sorted(found, key=lambda one: (one.on, one.row.id, one.field.name)))


def _all(project: Project) -> Iterator[Ending]:
    for kind in kinds().values():
        for name in ENDS.get(kind.__name__, ()):
            spec = field(kind, name)
            for row in project.table(kind):
                ends = getattr(row, name)
                if ends is not None:
                    yield Ending(row, spec, ends)
