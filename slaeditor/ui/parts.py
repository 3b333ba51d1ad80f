"""The parts of a project as the navigator groups them: areas, kinds, and kinds inside others."""

from __future__ import annotations

from collections.abc import Mapping

from slaeditor.model.areas import Area
from slaeditor.model.entity import Entity, owner
from slaeditor.model.project import entity_named, kinds
from slaeditor.model.remembered import remembered


@remembered
def inside(kind: type[Entity]) -> type[Entity] | None:
    """The kind under which another one stands in the navigator, None for one at the first level.

    A kind stands inside the kind it belongs to when both are in the same area.
    """
    belongs = owner(kind)
    if belongs is None:
        return None
    above = entity_named(belongs.to)
    return above if above.declaration.area is kind.declaration.area else None


@remembered
def children(kind: type[Entity]) -> tuple[type[Entity], ...]:
    """The kinds whose records belong to records of this kind, in the order of the project."""
    return tuple(
        one for one in kinds().values() if (spec := owner(one)) and spec.to == kind.__name__
    )


@remembered
def parts() -> Mapping[Area, tuple[type[Entity], ...]]:
    """The kinds of each area that stand at the first level, in the order of the project."""
    return {
        area: tuple(
            kind
            for kind in kinds().values()
            if kind.declaration.area is area and inside(kind) is None
        )
        for area in Area
    }


@remembered
def parts_inside(kind: type[Entity]) -> tuple[type[Entity], ...]:
    """The kinds that stand under a kind in the navigator."""
    return tuple(one for one in kinds().values() if inside(one) is kind)


def plural(table: str) -> str:
    """The name of a part, such as "Service levels"."""
    return kinds()[table].declaration.plural
