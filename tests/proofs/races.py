"""Two to four people save the same file at once: every record that was saved is somewhere.

Each is a process that opens, adds a record and saves, some times over; after a conflict it opens
anew. In the end each record whose save succeeded stands in the file or in a copy kept beside it.
"""

from __future__ import annotations

import os
import random
from contextlib import suppress
from pathlib import Path

from slaeditor.model.document import Document
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.storage.document_file import open_file, save_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.trouble import CannotWrite, Conflict, FileInUse, StorageTrouble
from tests.proofs import sabotage
from tests.proofs.calls import Call, every_call
from tests.proofs.children import Child, Tell
from tests.proofs.command import end
from tests.proofs.faults import SYSTEMS
from tests.proofs.proof import Outcome, Proof

ROUNDS, TRIES = 3, 6


def _saver(who: int, path: Path, start: int, lacks: tuple[str, ...], tell: Tell) -> None:
    os.read(start, 1)
    with every_call(lambda name, arguments, call: _limited(name, arguments, call, lacks)):
        for number in range(ROUNDS):
            if _is_added(path, f"{who}-{number}"):
                tell(f"{who}-{number} ".encode())


def _limited(
    name: str, arguments: tuple[object, ...], call: Call, lacks: tuple[str, ...]
) -> object:
    if name in lacks:
        raise OSError(95, "Operation not supported")
    return call(*arguments)


def _is_added(path: Path, name: str) -> bool:
    for _ in range(TRIES):
        try:
            opened = open_file(path)
            project = opened.project.add(ServiceLevel(name=name))
            save_file(project, path, opened.meta, base=opened.base)
        except (Conflict, FileInUse, CannotWrite):
            continue
        return True
    return False


def _names_in(folder: Path) -> set[str]:
    """What stands in the files of a folder; in one that cannot be opened stands nothing."""
    names: set[str] = set()
    for path in folder.glob("*.sla"):
        with suppress(StorageTrouble):
            names |= {level.name for level in open_file(path).project.service_levels}
    return names


def trial(seed: int, folder: Path) -> Outcome:
    """Let some savers go at once."""
    chance = random.Random(seed)
    path = folder / "a.sla"
    save_file(Project().add(Document(name="Race")), path, Meta())
    start, go = os.pipe()
    count = chance.randint(2, 4)
    lacks = SYSTEMS[0] if chance.random() < 0.7 else chance.choice(SYSTEMS[1:2])

    def saving(who: int) -> Child:
        return Child(lambda tell: _saver(who, path, start, lacks, tell))

    savers = [saving(who) for who in range(count)]
    os.write(go, bytes(count))
    ended = [saver.ended() for saver in savers]
    os.close(start)
    os.close(go)
    told = {name for one in ended for name in one.told.decode().split()}
    missing = sorted(told - _names_in(folder))
    failures = [f"{count} savers, {len(told)} saves: {', '.join(missing)} lost"] if missing else []
    failures += [one.way for one in ended if one.status]
    return Outcome(1, tuple(failures))


PROOF = Proof(
    name="races",
    counted="versions lost",
    unit="races of two to four savers",
    short=20,
    long=1_000,
    trial=trial,
    sabotages={"not looking": sabotage.not_looking, "in place": sabotage.writing_in_place},
)

if __name__ == "__main__":
    end(PROOF)
