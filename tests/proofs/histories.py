"""Histories of do, undo, redo, save, crash and recover, held against a plain list of snapshots."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from slaeditor.model.project import Project
from slaeditor.session.keeper import Keeper
from slaeditor.session.opening import Keeping, Opening, opened, recovered, saved_to
from slaeditor.storage.builder import build
from slaeditor.storage.meta import Meta
from slaeditor.storage.recovery import unfinished
from slaeditor.storage.state import State
from tests.proofs import sabotage
from tests.proofs.command import end
from tests.proofs.proof import Outcome, Proof
from tests.proofs.scenario import after, scenario
from tests.storage.crashes import disowned

LENGTH = 16
EACH = 10
"""Histories of one trial, each of up to `LENGTH` acts and a crash."""
_ACTS = {"do": 45, "type": 12, "undo": 16, "redo": 10, "save": 8, "crash": 9}


@dataclass
class Snapshots:
    """What undo has to be: every state there was, and where one stands."""

    states: list[Project]
    at: int = 0
    typing: bool = field(default=False)

    def do(self, project: Project, *, typing: bool = False) -> None:
        """Go on to another state; typing that goes on takes the place of the last state."""
        if project == self.states[self.at]:
            return
        if typing and self.typing:
            self.at -= 1
        self.states = [*self.states[: self.at + 1], project]
        self.at += 1
        self.typing = typing
        if self.at and self.states[self.at] == self.states[self.at - 1]:
            self.states, self.at = self.states[: self.at], self.at - 1
            self.typing = False

    def move(self, by: int) -> None:
        """Go some states back or forth."""
        self.at = max(0, min(len(self.states) - 1, self.at + by))
        self.typing = False


class Desk:
    """A window's work without the window."""

    def __init__(self, folder: Path, file: bytes) -> None:
        """Open a file that holds the project to start with."""
        self.state = State(folder / "state")
        for one in (self.state.sessions, self.state.quarantine, self.state.backups):
            one.mkdir(parents=True)
        self.path = folder / "a.sla"
        self.path.write_bytes(file)
        self.take(opened(self.path, self.state, lock=False))
        self.snapshots = Snapshots([self.history.project])

    def take(self, opening: Opening) -> None:
        """Go on with what was opened or recovered."""
        self.history, self.meta, self.base = opening.history, opening.meta, opening.base
        copy = opening.working_copy
        self.keeper = Keeper(self.state, self.path, self.meta, self.base, copy)
        self.keeper.keep(self.history)

    def act(self, act: str, number: int) -> None:
        """Do one thing, to the history and to the snapshots."""
        chance = random.Random(number)
        match act:
            case "do":
                kind = chance.choice(("rename", "write", "add", "drop"))
                self.history = after(self.history.seal(), kind, number)
                self.snapshots.typing = False
                self.snapshots.do(self.history.project)
            case "type":
                project = after(self.history, "rename", number).project
                self.history = self.history.edit(project, "Type", "name")
                self.snapshots.do(project, typing=True)
            case "undo" | "redo":
                self.history = self.history.undo() if act == "undo" else self.history.redo()
                self.history = self.history.seal()
                self.snapshots.move(-1 if act == "undo" else 1)
            case "save":
                self.save()
            case _:
                self.crash()
        self.keeper.keep(self.history)

    def save(self) -> None:
        """Save as the window does."""
        self.history = self.history.seal()
        self.snapshots.typing = False
        keeping = Keeping(self.state, self.keeper)
        made, lock = saved_to(self.history.project, self.path, self.meta, self.base, keeping)
        if lock is not None:
            lock.release()
        self.meta, self.base = made.saved.meta, made.saved.base

    def crash(self) -> None:
        """Lose the program and recover; what was all saved begins a history of its own."""
        self.keeper.leave_behind = True
        self.keeper.close()
        for folder in self.state.sessions.iterdir():
            disowned(folder)
        left = unfinished(self.state)
        if left:
            opening = recovered(left[0], self.state)
            if opening.lock is not None:
                opening.lock.release()
            self.take(opening)
            self.snapshots.typing = False
        else:
            self.take(opened(self.path, self.state, lock=False))
            self.snapshots = Snapshots([self.snapshots.states[self.snapshots.at]])

    def failures(self) -> Iterator[str]:
        """Yield how the history stands otherwise than the snapshots."""
        states, at = self.snapshots.states, self.snapshots.at
        if (len(self.history.done), len(self.history.undone)) != (at, len(states) - 1 - at):
            yield "the number of steps is another"
        elif self.history.project != states[at]:
            yield f"state {at}, where one stands, is another"

    def failures_anywhere(self) -> Iterator[str]:
        """Yield where history and snapshots differ, walked back and forth."""
        back = [self.history]
        while back[-1].done:
            back.append(back[-1].undo())
        there = [one.project for one in reversed(back)]
        forth = back[0]
        while forth.undone:
            forth = forth.redo()
            there.append(forth.project)
        pairs = enumerate(zip(there, self.snapshots.states, strict=True))
        yield from (f"state {n} is another" for n, (one, other) in pairs if one != other)


def trial(seed: int, folder: Path) -> Outcome:
    """Walk some histories that begin with the same file."""
    chance = random.Random(f"histories {seed}")
    file = build(scenario(seed, 0).start, Meta()).content
    failures: list[str] = []
    for number in range(EACH):
        (folder / str(number)).mkdir()
        desk = Desk(folder / str(number), file)
        failures += islice((f"history {number}, {one}" for one in _walk(desk, chance)), 3)
        desk.keeper.close()
    return Outcome(EACH, tuple(failures))


def _walk(desk: Desk, chance: random.Random) -> Iterator[str]:
    """Do some things and lose the program, looking after each; yield what is wrong then.

    The state where one stands is looked at after every act, every other one after a crash.
    """
    acts = chance.choices([*_ACTS], [*_ACTS.values()], k=chance.randint(4, LENGTH))
    for turn, act in enumerate([*acts, "crash"]):
        desk.act(act, chance.getrandbits(30))
        failures = [*desk.failures()]
        if act == "crash" and not failures:
            failures = [*desk.failures_anywhere()]
        if failures:
            yield from (f"after act {turn} ({act}): {one}" for one in failures)
            return


PROOF = Proof(
    name="histories",
    counted="differs from the list of snapshots",
    unit="histories",
    short=200,
    long=20_000,
    trial=trial,
    sabotages={
        "drop a step": sabotage.dropping_a_step,
        "every third": sabotage.keeping_every_third,
    },
    code=("storage", "session", "rules"),
)

if __name__ == "__main__":
    end(PROOF)
