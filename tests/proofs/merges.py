"""Merges of two people's edits: every value that one of them changed is in the result or told."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from slaeditor.model.entity import Entity, fields
from slaeditor.model.project import Project, kinds
from slaeditor.rules import merging
from slaeditor.rules.changes import Change, changes
from slaeditor.rules.merging import Merged, merged
from tests.projects import Maker, made_project
from tests.proofs.command import end
from tests.proofs.proof import Outcome, Proof

EACH = 20
"""Merges of one trial, all from the same base."""


def edited(base: Project, names: list[str], chance: random.Random) -> Project:
    """Return a project after some random edits: fields, readers, new and removed records."""
    project = base
    for _ in range(chance.randint(0, 6)):
        name = chance.choice(names)
        rows = list(getattr(project, name))
        act = chance.random()
        if act < 0.2 or not rows:
            project = _added(project, name, chance)
        elif act < 0.35:
            project = project.drop(chance.choice(rows))
        else:
            project = project.put(_changed(project, chance.choice(rows), chance))
    return project


def _maker(project: Project, chance: random.Random) -> Maker:
    held = ((kind, table.rows) for _, kind, table in project.tables() if len(table))
    return Maker(chance, {kind.__name__: list(rows) for kind, rows in held})


def _added(project: Project, name: str, chance: random.Random) -> Project:
    kind = kinds()[name]
    maker = _maker(project, chance)
    if kind.declaration.single and list(getattr(project, name)):
        return project
    return project.put(maker.record(kind, maker.new_key(), chance.randrange(1, 10**6)))


def _changed(project: Project, row: Entity, chance: random.Random) -> Entity:
    maker = _maker(project, chance)
    chosen = chance.sample(list(fields(type(row))), chance.randint(1, 2))
    return row.but(**{field.name: maker.value(type(row), field) for field in chosen})


def lost(base: Project, ours: Project, theirs: Project, made: Merged) -> Iterator[str]:
    """Yield what one side changed and neither the result nor a conflict holds."""
    for who, mine, other in (("we", ours, theirs), ("they", theirs, ours)):
        for change in changes(base, mine):
            yield from (f"{who} {what}" for what in _lost(change, other, made))


def _lost(change: Change, other: Project, made: Merged) -> Iterator[str]:
    key = change.row.id
    there = getattr(made.project, change.table).get(key)
    told = {one.field for one in made.conflicts if one.row == key}
    if change.after is None:
        touched = getattr(other, change.table).get(key) != change.before
        if there is not None and touched and "" not in told:
            yield f"removed {change.table}, which came back without a word"
        if there is not None and not touched:
            yield f"removed {change.table}, which is still there"
        return
    if there is None:
        yield f"changed or added {change.table}, which is gone"
        return
    if "" in told:
        return
    for name in set(change.fields) - {"position"} - told:
        before = getattr(change.before, name) if change.before else None
        if not _holds(getattr(there, name), getattr(change.after, name), before):
            yield f"changed {change.table}.{name}, which is lost"


def _holds(there: Any, wanted: Any, before: Any) -> bool:
    if isinstance(wanted, tuple):
        return set(wanted) - set(before or ()) <= set(there)
    return bool(there == wanted)


def _laws(base: Project, ours: Project, theirs: Project) -> Iterator[str]:
    made = merged(base, ours, theirs)
    yield from lost(base, ours, theirs, made)
    alone = merged(base, ours, base)
    if (alone.project, alone.conflicts) != (ours, ()):
        yield "a merge with nothing changes something"
    back = merged(base, theirs, ours)
    clashes = [{(one.row, one.field) for one in way.conflicts} for way in (made, back)]
    if clashes[0] != clashes[1]:
        yield "the conflicts differ with who merges"
    if list(changes(merged(base, ours, ours).project, ours)):
        yield "the same edits on both sides do not give them"


def trial(seed: int, folder: Path) -> Outcome:
    """Merge twenty pairs of edits of one project."""
    del folder
    chance = random.Random(f"merges {seed}")
    names = chance.sample([*kinds()], chance.randint(1, 4))
    base = made_project(chance.randrange(2**32), chance.randint(1, 3), names)
    failures: list[str] = []
    for turn in range(EACH):
        ours, theirs = edited(base, names, chance), edited(base, names, chance)
        failures += [f"merge {turn}: {law}" for law in _laws(base, ours, theirs)]
    return Outcome(EACH, tuple(failures))


@contextmanager
def silent_conflicts() -> Iterator[None]:
    """Sabotage: where both changed a field, ours stands without a word."""
    with mock.patch.object(merging._Merge, "_clash_of_field", return_value=None):
        yield


@contextmanager
def removals_win() -> Iterator[None]:
    """Sabotage: what we removed stays away, whatever they did to it."""
    with mock.patch.object(merging._Merge, "_comes_back", lambda _, name, base, row: base is None):
        yield


PROOF = Proof(
    name="merges",
    counted="values lost",
    unit="three-way merges",
    short=2_000,
    long=200_000,
    trial=trial,
    sabotages={"silent": silent_conflicts, "removals win": removals_win},
    code=("rules/merging.py", "rules/changes.py"),
)

if __name__ == "__main__":
    end(PROOF)
