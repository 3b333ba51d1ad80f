"""What the words of a cell mean as the value of a field; records that it names are made."""

from __future__ import annotations

from typing import Any

from slaeditor.exchange.names_meant import organisation_meant
from slaeditor.exchange.nodes import folded
from slaeditor.exchange.taken import Taken
from slaeditor.exchange.vocabulary import has_own_title, thing
from slaeditor.exchange.written_days import international
from slaeditor.model import kinds as field_kinds
from slaeditor.model.field import Field
from slaeditor.model.project import Project, entity_named
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.model.work import Role
from slaeditor.rules.names import title
from slaeditor.rules.openings import started


def value_of(taken: Taken, spec: Field, words: str) -> Any:
    """Return words as the value of a field; raises `Unreadable` with a sentence."""
    if spec.to:
        if spec.kind is field_kinds.REFERENCE:
            return _reference(taken, spec, words)
        parts = (part.strip() for part in words.split(","))
        return tuple(_reference(taken, spec, part) for part in parts if part)
    if spec.choices is not None:
        return spec.choices.parse(words)
    line = words if spec.kind is field_kinds.PROSE else " ".join(words.split())
    try:
        return spec.kind.parse(line)
    except Unreadable:
        if international(line) == line:
            raise
        return spec.kind.parse(international(line))


def _reference(taken: Taken, spec: Field, words: str) -> str:
    """The record of that name; a new one where there is none and a name is enough."""
    kind = entity_named(spec.to)
    found = record_called(taken.project, spec, words)
    if found:
        return found
    if not has_own_title(kind):
        raise Unreadable(f"“{words}” is no {thing(kind)} of this project.")
    named: dict[str, Any] = {kind.declaration.title[0]: " ".join(words.split())}
    made = started(kind(**named))
    if isinstance(made, Role):
        made = made.but(organisation=organisation_meant(words))
    taken.add(made)
    return made.id


def record_called(project: Project, spec: Field, words: str) -> str:
    """Return the id of the record that is called so; nothing where there is none."""
    wanted = folded(words)
    for row in project.table(entity_named(spec.to)):
        names = (title(project, row), str(getattr(row, "code", "")))
        if wanted in map(folded, names):
            return row.id
    return ""
