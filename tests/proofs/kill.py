"""Killing the program at any instant while it edits, saves, recovers and exports.

A child works through a scenario and tells of each act once it is done; it is killed at a random
time, or right before or after a random call to the file system. Then the file has to hold the last
save that was told or the one under way, and the working copy everything up to the last act that
was told or the one under way, with its undo. Half of the children are followed by one that
recovers, which is killed as well.
"""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from slaeditor.rules.history import History
from slaeditor.session.keeper import Keeper
from slaeditor.session.opening import opened, recovered, stored
from slaeditor.storage.digest import content_digest
from slaeditor.storage.document_file import open_file, save_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.recovery import restore, unfinished
from slaeditor.storage.saving import sha256, write_file
from slaeditor.storage.state import State
from slaeditor.storage.trouble import StorageTrouble
from tests.proofs import sabotage
from tests.proofs.calls import Call, every_call
from tests.proofs.children import Child, Ended, Tell, died_in
from tests.proofs.command import end
from tests.proofs.proof import Outcome, Proof
from tests.proofs.scenario import SAVE, Scenario, after, scenario

LENGTH = 14
_DONE = b"."
_LONGEST, _LONGEST_RECOVERY, _LONGEST_EXPORT = 0.25, 0.08, 0.06
_MOST_CALLS, _CALLS_OF_RECOVERY = 260, 40
_EXPORTED = 200_000


@dataclass(frozen=True)
class Desk:
    """Where a child works: the user's state and the file."""

    state: State
    path: Path

    @classmethod
    def made(cls, folder: Path) -> Desk:
        """Return a desk in an empty folder."""
        state = State(folder / "state")
        for one in (state.sessions, state.quarantine, state.backups):
            one.mkdir(parents=True)
        return cls(state, folder / "a.sla")


def day_of_work(desk: Desk, day: Scenario, tell: Tell) -> None:
    opening = opened(desk.path, desk.state)
    meta, base = opening.meta, opening.base
    keeper = Keeper(desk.state, desk.path, meta, base)
    history = History(opening.history.project)
    keeper.keep(history)
    tell(_DONE)
    for act, number in day.acts:
        if act == SAVE:
            made = stored(history.project, desk.path, meta, base, desk.state).saved
            meta, base = made.meta, made.base
            keeper.saved(desk.path, meta, base)
        else:
            history = after(history, act, number)
            keeper.keep(history)
        tell(_DONE)


def _recover(desk: Desk, tell: Tell) -> None:
    for session in unfinished(desk.state):
        recovered(session, desk.state)
        tell(_DONE)


def dying_at(number: int) -> Callable[[str, tuple[Any, ...], Call], Any]:
    """Return a hook that kills the process around its n-th call: before it, or right after."""
    left = [number]

    def hook(_: str, arguments: tuple[Any, ...], call: Call) -> Any:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        answer = call(*arguments)
        if left[0] == 1 and number % 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    return hook


def killed(
    work: Callable[[Tell], None], chance: random.Random, longest: float, calls: int
) -> Ended:
    """Return how a child ended that was killed in a random instant or at a random file call."""
    if chance.random() < 0.5:
        return died_in(work, chance.uniform(0, longest))
    number = chance.randint(1, calls)

    def dying(tell: Tell) -> None:
        with every_call(dying_at(number)):
            work(tell)

    return Child(dying).ended()


def trial(seed: int, folder: Path) -> Outcome:
    """Kill one program, and what recovers after it; or one that exports."""
    chance = random.Random(seed)
    if chance.random() < 0.15:
        return _exporting(chance, folder)
    desk, day = Desk.made(folder), scenario(seed, LENGTH)
    save_file(day.start, desk.path, Meta())
    day = replace(day, start=open_file(desk.path).project)  # rows in the order of the file
    ended = killed(lambda tell: day_of_work(desk, day, tell), chance, _LONGEST, _MOST_CALLS)
    kills = [ended]
    while chance.random() < 0.5 and len(kills) < 4:
        kills.append(
            killed(lambda tell: _recover(desk, tell), chance, _LONGEST_RECOVERY, _CALLS_OF_RECOVERY)
        )
    failures = judged(desk, day, len(ended.told))
    failures += [f"a child failed: {one.way}" for one in kills if one.status > 0]
    return Outcome(len(kills), tuple(failures))


def judged(desk: Desk, day: Scenario, told: int) -> list[str]:
    """Return what is not as promised after so many acts were told of."""
    states = day.states()
    possible = states[max(0, told - 1) : told + 1]
    failures = _file_failures(desk, day, states, told)
    if told == 0:
        return failures
    found, troubles = _left(desk.state)
    if any(_same(history, wanted) for history in found for wanted in possible):
        return failures
    file = content_digest(open_file(desk.path).project) if not failures else ""
    if not found and not troubles and file in {content_digest(one.project) for one in possible}:
        return failures  # all of it is in the file, and the working copy was cleared away
    return [*failures, f"the work of act {told} is not there; {len(found)} found, {troubles}"]


def _left(state: State) -> tuple[list[History], list[str]]:
    found, troubles = [], []
    for session in unfinished(state):
        try:
            restored = restore(session)
        except StorageTrouble as trouble:
            troubles.append(trouble.sentence)
        else:
            found += [] if restored.losses else [restored.history]
            troubles += restored.losses
    return found, troubles


def _same(one: History, other: History) -> bool:
    return (
        content_digest(one.project) == content_digest(other.project)
        and [step.changes for step in one.done] == [step.changes for step in other.done]
        and [step.changes for step in one.undone] == [step.changes for step in other.undone]
    )


def _file_failures(desk: Desk, day: Scenario, states: list[History], told: int) -> list[str]:
    acts = [SAVE, *(act for act, _ in day.acts)]  # the file held the start before all acts
    saves = [n for n, act in enumerate(acts) if act == SAVE and n <= told]
    last = max((n for n in saves if n < max(told, 1)), default=0)
    wanted = {content_digest(states[n].project) for n in {last, saves[-1]}}
    try:
        found = content_digest(open_file(desk.path).project)
    except StorageTrouble as trouble:
        return [f"the file cannot be opened: {trouble.sentence}"]
    return [] if found in wanted else [f"the file does not hold the save of act {last}"]


def _exporting(chance: random.Random, folder: Path) -> Outcome:
    """Kill a program that puts one handbook after the other under the same name."""
    path = folder / "handbook.pdf"
    contents = [chance.randbytes(_EXPORTED + n) for n in range(4)]

    def work(tell: Tell) -> None:
        for content in contents * 20:
            write_file(path, content)
            tell(_DONE)

    ended = killed(work, chance, _LONGEST_EXPORT, 60)
    told = len(ended.told)
    wanted = {sha256(contents[n % 4]) for n in (told - 1, told) if n >= 0}
    there = sha256(path.read_bytes()) if path.exists() else ""
    good = there in wanted or (not there and told == 0)
    return Outcome(1, () if good else (f"after {told} exports it is neither the old nor the new",))


PROOF = Proof(
    name="kill",
    counted="finished edits, saves or exports lost",
    unit="kills",
    short=100,
    long=3_000,
    trial=trial,
    sabotages={
        "in place": sabotage.writing_in_place,
        "drop a step": sabotage.dropping_a_step,
        "every third": sabotage.keeping_every_third,
        "no transaction": sabotage.without_transactions,
    },
)

if __name__ == "__main__":
    end(PROOF)
