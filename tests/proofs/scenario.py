"""A day's work in small: edits, undo, redo and saves, the same for the same seed.

The child that is killed and the parent that judges both go through it, so that the parent knows
what the disk has to hold after each act.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from slaeditor.model.document import Document
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.history import History
from tests.projects import Maker, made_project

ACTS = ("rename", "write", "add", "drop", "undo", "redo", "save")
WEIGHTS = (20, 25, 20, 8, 12, 7, 8)
SAVE = "save"


@dataclass(frozen=True)
class Scenario:
    """A project to begin with, and the acts that follow."""

    start: Project
    acts: tuple[tuple[str, int], ...]

    def states(self) -> list[History]:
        """Return the history at the start and after each act."""
        return [*_states(History(self.start), self.acts)]


def scenario(seed: int, length: int) -> Scenario:
    """Return the scenario of a seed with so many acts."""
    chance = random.Random(f"acts {seed}")
    names = ["service_levels", "targets", "roles", "prices", "calendars", "comments"]
    start = made_project(seed % 40, 2, [n for n in names if hasattr(Project(), n)])
    start = start.add(Document(id=_key(chance), name="0"))
    acts = tuple((one, chance.getrandbits(30)) for one in chance.choices(ACTS, WEIGHTS, k=length))
    return Scenario(start, acts)


def _states(history: History, acts: tuple[tuple[str, int], ...]) -> Iterator[History]:
    yield history
    for act, number in acts:
        history = after(history, act, number)
        yield history


def after(history: History, act: str, number: int) -> History:
    """Return the history after one act; each act is a step of its own."""
    if act in {"undo", "redo"}:
        return (history.undo() if act == "undo" else history.redo()).seal()
    project = _edited(history.project, act, random.Random(number))
    return history.edit(project, f"{act} {number}").seal()


def _edited(project: Project, act: str, chance: random.Random) -> Project:
    levels = list(project.service_levels)
    if act == "rename":
        return project.put(project.the(Document).but(name=_words(chance)))
    if act == "add":
        return project.add(ServiceLevel(id=_key(chance), name=_words(chance)))
    if act == "drop" and levels:
        return project.drop(chance.choice(levels))
    if act == "write" and levels:
        return project.put(*(level.but(aliases=_words(chance)) for level in _some(levels, chance)))
    return project


def _some(levels: list[ServiceLevel], chance: random.Random) -> list[ServiceLevel]:
    """Several records at once, so that half of a step would show."""
    return chance.sample(levels, chance.randint(1, min(4, len(levels))))


def _words(chance: random.Random) -> str:
    return " ".join(f"{chance.getrandbits(40):x}" for _ in range(chance.randint(1, 30)))


def _key(chance: random.Random) -> str:
    return Maker(chance, {}).new_key()
