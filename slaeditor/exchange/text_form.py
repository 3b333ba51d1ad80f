"""The text form: a whole project as text that people read, write, compare and keep.

`load(dump(project))` is the project, record for record. How the text is written stands in
`docs/text-form.md`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from slaeditor.exchange import nodes
from slaeditor.exchange.drafts import Draft, Drafts
from slaeditor.exchange.dumping import dump
from slaeditor.exchange.identities import Identity, identified, position_at
from slaeditor.exchange.meanings import Meanings
from slaeditor.exchange.rows import read_rows
from slaeditor.exchange.trouble import Problems
from slaeditor.model.entity import Entity, links
from slaeditor.model.project import Project
from slaeditor.model.table import Table

__all__ = ["dump", "load"]


def load(text: str) -> Project:
    """Return the project that a text describes.

    Raises `TextFormTrouble`, which names the lines and what is wrong in each.
    """
    problems = Problems()
    drafts = read_rows(nodes.read(text, problems), problems)
    _check_keys(drafts, problems)
    meanings = Meanings(drafts, problems)
    meanings.from_keys()
    project = _with_drafts(Project(), drafts.tables)
    project = _replaced(project, meanings.from_titles(project))
    problems.settle()
    identities = identified(project, drafts, problems)
    problems.settle()
    return _with_identities(project, drafts, identities) if identities else project


def _check_keys(drafts: Drafts, problems: Problems) -> None:
    """Note keys that two rows of one list have; a mapping's own keys are checked as it is read."""
    for listed in drafts.tables.values():
        seen: dict[tuple[int, str], int] = {}
        for draft in listed:
            place = (draft.scope, nodes.folded(draft.key))
            if draft.key and place in seen:
                told = f"“{draft.key}” stands here a second time; the first is in line "
                problems.add(draft.line, f"{told}{seen[place]}.")
            seen[place] = draft.line


def _with_drafts(project: Project, tables: dict[str, list[Draft]]) -> Project:
    for name, drafts in tables.items():
        if drafts:
            rows = [_row(draft, position_at(index)) for index, draft in enumerate(drafts)]
            project = project.with_table(name, Table(rows))
    return project


def _row(draft: Draft, position: int) -> Entity:
    return draft.kind(id=draft.id, position=position, **draft.values)


def _replaced(project: Project, drafts: Iterable[Draft]) -> Project:
    """The project with what the drafts say by now; positions stay."""
    for draft in drafts:
        row = project.table(draft.kind)[draft.id]
        project = project.put(_row(draft, row.position))
    return project


def _with_identities(project: Project, drafts: Drafts, identities: dict[str, Identity]) -> Project:
    """The project with the ids and positions of the appendix in place of fresh ones."""
    for name, listed in drafts.tables.items():
        table: Table[Entity] = getattr(project, name)
        rows = [_identified(table[draft.id], identities) for draft in listed]
        if listed:
            project = project.with_table(name, Table(_in_order(rows, listed)))
    return project


def _identified(row: Entity, identities: dict[str, Identity]) -> Entity:
    known = identities.get(row.id, Identity(row.id))
    position = row.position if known.position is None else known.position
    values = {spec.name: _renamed(getattr(row, spec.name), identities) for spec in links(type(row))}
    return row.but(**values, id=known.id, position=position)


def _renamed(
    value: str | tuple[str, ...], identities: dict[str, Identity]
) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(identities[key].id if key in identities else key for key in value)
    return identities[value].id if value in identities else value


def _in_order(rows: list[Entity], drafts: list[Draft]) -> list[Entity]:
    """The rows with their positions, or with fresh ones where the order of the text is another."""
    scopes: dict[int, list[tuple[int, str]]] = {}
    for row, draft in zip(rows, drafts, strict=True):
        scopes.setdefault(draft.scope, []).append((row.position, row.id))
    if all(before < after for places in scopes.values() for before, after in pairwise(places)):
        return rows
    return [row.but(position=position_at(index)) for index, row in enumerate(rows)]
