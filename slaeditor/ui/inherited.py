"""What holds for a field nobody filled in: the word of the level it is based on."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.entity import Entity, default
from slaeditor.model.field import Field
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.inheritance import said_by
from slaeditor.rules.names import title
from slaeditor.ui.locale_words import LocaleWords

OWN_WORD = frozenset({"name", "based_on", "kind", "note", "source", "aliases"})
"""Fields of a level that it never takes from another."""


def have_one_base(rows: Sequence[Entity]) -> bool:
    """Return whether one level can speak for all of these records: their base is the same."""
    return len({getattr(row, "based_on", "") for row in rows}) <= 1


def hint(project: Project, row: Entity, spec: Field, local: LocaleWords) -> str:
    """Return what stands in a field of a record while it says nothing itself, or nothing."""
    if not isinstance(row, ServiceLevel) or spec.name in OWN_WORD or not row.based_on:
        return ""
    if getattr(row, spec.name) != default(ServiceLevel, spec.name):
        return ""
    teller = said_by(project, row, spec.name)
    if teller is row or teller.id == row.id:
        return ""
    return f"{_words(project, teller, spec, local)} (from {title(project, teller)})"


def replaced(project: Project, row: Entity, spec: Field, local: LocaleWords) -> tuple[str, str]:
    """Return what a level would say if it said nothing itself, and who says that; else nothing."""
    if not isinstance(row, ServiceLevel) or spec.name in OWN_WORD or not row.based_on:
        return "", ""
    usual = default(ServiceLevel, spec.name)
    if getattr(row, spec.name) == usual:
        return "", ""
    silent = row.but(**{spec.name: usual})
    teller = said_by(project.put(silent), silent, spec.name)
    said = getattr(teller, spec.name)
    if teller.id == row.id or said == getattr(row, spec.name):
        return "", ""
    return _words(project, teller, spec, local), title(project, teller)


def _words(project: Project, teller: ServiceLevel, spec: Field, local: LocaleWords) -> str:
    value = getattr(teller, spec.name)
    if spec.to:
        found = (project.find(spec.to, key) for key in spec.targets(value))
        return ", ".join(title(project, row) for row in found if row is not None)
    if spec.choices is not None:
        return str(value.label)
    return local.words(spec.kind, value).split("\n")[0]
