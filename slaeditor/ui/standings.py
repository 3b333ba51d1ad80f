"""What holds in a cell of a grid that says nothing itself, and who says it instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from slaeditor.model.entity import Entity
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules import inheritance
from slaeditor.rules.inheritance import Case
from slaeditor.rules.names import title

EVERY_LEVEL = "every level"

Said = tuple[Entity, str]
"""A record that holds, and the words for who says it: “Core”, “every level, all severities”."""


def standing(project: Project, kind: type[Entity], values: Mapping[str, str]) -> Said | None:
    """Return the record that holds where a level says nothing, or None when nothing does.

    `values` are what the cell stands for, by the names of the fields.
    """
    finder = _FINDERS.get(kind.__name__)
    level = project.service_levels.get(values.get("level", ""))
    return finder(project, level, values) if finder is not None and level is not None else None


def _target(project: Project, level: ServiceLevel, values: Mapping[str, str]) -> Said | None:
    case = Case(values.get("measure", ""), values.get("severity", ""))
    found = inheritance.targets(project, level, case)
    if not found:
        return None
    said = found[0]
    teller = title(project, said.level) if said.level is not None else EVERY_LEVEL
    wider = ", all severities" if case.severity and not said.row.severity else ""
    return said.row, f"{teller}{wider}"


def _entitlement(project: Project, level: ServiceLevel, values: Mapping[str, str]) -> Said | None:
    for teller in inheritance.lineage(project, level):
        key = (teller.id, values.get("entitlement", ""))
        for row in project.level_entitlements.where(("level", "entitlement"), key):
            return row, title(project, teller)
    return None


_FINDERS: Final[Mapping[str, Callable[[Project, ServiceLevel, Mapping[str, str]], Said | None]]] = {
    "Target": _target,
    "LevelEntitlement": _entitlement,
}
