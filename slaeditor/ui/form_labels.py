"""What the fields of a form are called, and on which tables a form depends."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.entity import Entity, owner
from slaeditor.model.project import entity_named, table_name
from slaeditor.ui.mnemonics import with_mnemonics
from slaeditor.ui.sections import Section


def labels_of(grouped: Sequence[Section]) -> dict[str, str]:
    """Return the label of each field by its name, with the letter that reaches it."""
    specs = [spec for section in grouped for spec in section.fields]
    labels = with_mnemonics(spec.label for spec in specs)
    return dict(zip((spec.name for spec in specs), labels, strict=True))


def named_twice(grouped: Sequence[Section]) -> dict[str, str]:
    """Return the fields outside the first section whose label stands in the form twice.

    Each comes with the words that tell it apart: its label and the heading of its section.
    """
    listed = [spec.label for section in grouped for spec in section.fields]
    return {
        spec.name: f"{spec.label}, {section.heading}"
        for section in grouped
        if section.heading
        for spec in section.fields
        if listed.count(spec.label) > 1
    }


def tables_above(kind: type[Entity]) -> tuple[str, ...]:
    """Return the tables of what records of a kind belong to, all the way up.

    Levels inherit from levels as well.
    """
    found: list[str] = ["service_levels"] if kind.__name__ == "ServiceLevel" else []
    spec = owner(kind)
    while spec is not None and (name := table_name(entity_named(spec.to))) not in found:
        found.append(name)
        spec = owner(entity_named(spec.to))
    return tuple(found)
