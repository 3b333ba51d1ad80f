"""Power cuts, by replaying recorded calls on a disk that forgets what was not forced to it.

A series of saves is made for real and each call recorded. Then the power fails after any of the
calls: of the writes to a file since its last sync any may be missing or torn, of the names in a
folder since its last sync only the first few may have changed. The file has to be there, and hold
the last save that was acknowledged or the one under way.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.storage.document_file import open_file, save_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.saving import sha256
from tests.projects import made_project
from tests.proofs import sabotage
from tests.proofs.calls import Call, every_call
from tests.proofs.command import end
from tests.proofs.faults import SYSTEMS
from tests.proofs.proof import Outcome, Proof

SAVES, CUTS = 5, 50
_TELLS = "acknowledged"


@dataclass
class Inode:
    """A file's bytes: those on the medium, and the writes since, each with its place."""

    kept: bytes = b""
    pending: list[tuple[int, bytes]] = field(default_factory=list)
    place: int = 0

    def whole(self) -> bytes:
        """Return what a program reads."""
        return _written(self.kept, self.pending)

    def after_cut(self, chance: random.Random) -> bytes:
        """Return what the medium holds once power is back."""
        survived = [write for write in self.pending if chance.random() < 0.5]
        torn = [(place, part[: chance.randint(0, len(part))]) for place, part in survived]
        return _written(self.kept, torn if chance.random() < 0.5 else survived)


def _written(content: bytes, writes: list[tuple[int, bytes]]) -> bytes:
    made = bytearray(content)
    for place, part in writes:
        made.extend(bytes(max(0, place + len(part) - len(made))))
        made[place : place + len(part)] = part
    return bytes(made)


Names = dict[str, Inode]


class Disk:
    """A folder on a medium that keeps only what is forced to it."""

    def __init__(self, names: Names) -> None:
        """Begin with files that are on the medium."""
        self.kept = dict(names)
        self.pending: list[Names] = []
        self.opened: dict[int, Inode] = {}

    @property
    def names(self) -> Names:
        """The names as a program sees them."""
        return self.pending[-1] if self.pending else self.kept

    def after_cut(self, chance: random.Random) -> Names:
        """Return the names on the medium once power is back: changes are lost from the end."""
        states = [self.kept, *self.pending]
        return states[chance.randrange(len(states))]

    def do(self, name: str, arguments: tuple[Any, ...], answer: Any) -> None:
        """Do one recorded call; those that change nothing are left out."""
        act = getattr(self, f"_{name}", None)
        if act is not None:
            act(*arguments, answer)

    def _open_new(self, path: Path, _mode: int, descriptor: int) -> None:
        self.opened[descriptor] = Inode()
        self._change({path.name: self.opened[descriptor]})

    def _open_to_read(self, path: Path, descriptor: int) -> None:
        self.opened[descriptor] = self.names[path.name]

    def _write(self, descriptor: int, content: bytes, count: int) -> None:
        inode = self.opened[descriptor]
        inode.pending.append((inode.place, content[:count]))
        inode.place += count

    def _sync(self, descriptor: int, _: None) -> None:
        inode = self.opened[descriptor]
        inode.kept, inode.pending = inode.whole(), []

    def _sync_folder(self, _folder: Path, _: None) -> None:
        self.kept, self.pending = self.names, []

    def _exchange(self, one: Path, other: Path, _: None) -> None:
        self._change({one.name: self.names[other.name], other.name: self.names[one.name]})

    def _link(self, path: Path, second: Path, _: None) -> None:
        self._change({second.name: self.names[path.name]})

    def _rename(self, path: Path, name: Path, _: None) -> None:
        self._change({name.name: self.names[path.name]}, path.name)

    def _remove(self, path: Path, _: None) -> None:
        self._change({}, path.name)

    def _change(self, more: Names, *fewer: str) -> None:
        names = {name: inode for name, inode in self.names.items() if name not in fewer}
        self.pending.append(names | more)


Event = tuple[str, tuple[Any, ...], Any]


@contextmanager
def recorded(lacks: tuple[str, ...]) -> Iterator[list[Event]]:
    """Record the calls made meanwhile; those a file system lacks fail."""
    events: list[Event] = []

    def hook(name: str, arguments: tuple[Any, ...], call: Call) -> Any:
        if name in lacks:
            raise OSError(95, "Operation not supported")
        answer = call(*arguments)
        kept = tuple(bytes(one) if isinstance(one, memoryview) else one for one in arguments)
        events.append((name, kept, answer))
        return answer

    with every_call(hook):
        yield events


@dataclass(frozen=True)
class Recording:
    """Calls with the acknowledgements among them, and the bytes of each save, the first one too."""

    events: list[Event]
    contents: list[bytes]


def _recording(chance: random.Random, path: Path, lacks: tuple[str, ...]) -> Recording:
    project = made_project(chance.randrange(40), 1, ["roles", "services"])
    project = project.add(Document(name="0"))
    contents = [save_file(project, path, Meta()).content]
    opened = open_file(path)
    meta, base = opened.meta, opened.base
    with recorded(lacks) as events:
        for number in range(SAVES):
            project = _renamed(project, number + 1)
            saved = save_file(project, path, meta, base=base)
            meta, base = saved.meta, saved.base
            contents.append(saved.content)
            events.append((_TELLS, (), None))
    return Recording(events, contents)


def _renamed(project: Project, number: int) -> Project:
    return project.put(project.the(Document).but(name=f"Save {number}"))


def trial(seed: int, folder: Path) -> Outcome:
    """Record some saves and cut the power fifty times."""
    chance = random.Random(seed)
    path = folder / "a.sla"
    made = _recording(chance, path, SYSTEMS[seed % len(SYSTEMS)])
    failures = [_cut(made, path.name, chance) for _ in range(CUTS)]
    return Outcome(CUTS, tuple(failure for failure in failures if failure))


def _cut(made: Recording, name: str, chance: random.Random) -> str:
    """Return what a power cut after a random call has lost, or nothing."""
    disk = Disk({name: Inode(made.contents[0])})
    last, cut = 0, chance.randint(0, len(made.events))
    for call, arguments, answer in made.events[:cut]:
        last += call == _TELLS
        disk.do(call, arguments, answer)
    found = disk.after_cut(chance).get(name)
    content = found.after_cut(chance) if found else b""
    wanted = {sha256(one) for one in made.contents[last : last + 2]}
    if sha256(content) in wanted:
        return ""
    return f"after call {cut} save {last} was lost: {len(content)} bytes are there"


PROOF = Proof(
    name="power",
    counted="acknowledged saves lost",
    unit="power cuts",
    short=200,
    long=5_000,
    trial=trial,
    sabotages={
        "no sync": sabotage.without_sync,
        "no folder sync": sabotage.without_folder_sync,
    },
)

if __name__ == "__main__":
    end(PROOF)
