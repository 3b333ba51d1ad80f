"""Every call to the file system fails once, and from then on: the old or the new file, never else.

What is tried is what the window does: save over a file, save under a free name, open, recover.
Each is repeated with the fault one call later, until it no longer comes to the fault. Only the
trouble that a person is told may come out of it, and the work is still there afterwards.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest import mock

from slaeditor.model.document import Document
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.history import History
from slaeditor.session.keeper import Keeper
from slaeditor.session.opening import Keeping, Opening, opened, recovered, saved_to
from slaeditor.storage.backups import Backups
from slaeditor.storage.document_file import read_content, save_file
from slaeditor.storage.files import FileSystem
from slaeditor.storage.loader import load
from slaeditor.storage.locks import lock_path
from slaeditor.storage.meta import Meta
from slaeditor.storage.recovery import restore, unfinished
from slaeditor.storage.session_record import read_record
from slaeditor.storage.state import State
from slaeditor.storage.trouble import StorageTrouble
from slaeditor.storage.working_copy import WorkingCopy
from tests.proofs import sabotage
from tests.proofs.calls import Call, every_call
from tests.proofs.command import end
from tests.proofs.proof import Outcome, Proof
from tests.storage.crashes import disowned

SHORT = 0
"""In place of an error number: writes take half of what they are given."""
NUMBERS = (errno.EIO, errno.ENOSPC, SHORT, errno.EDQUOT, errno.EACCES, errno.EROFS)
SYSTEMS: tuple[tuple[str, ...], ...] = ((), ("exchange",), ("exchange", "link"))
_ANSWERS = {"exists", "real", "is_writable", "is_remote"}
_OLD = Project().add(Document(name="Old"), ServiceLevel(name="Gold"))
_NEW = _OLD.put(_OLD.the(Document).but(name="New"))


@dataclass(frozen=True)
class Fault:
    """What fails: an error number, for good or once, on a file system that lacks some calls."""

    number: int
    for_good: bool
    lacks: tuple[str, ...]
    act: str

    def __str__(self) -> str:
        """Say it in a few words."""
        what = errno.errorcode.get(self.number, "short write")
        lacking = f" without {' and '.join(self.lacks)}" if self.lacks else ""
        return f"{what} {'for good' if self.for_good else 'once'}{lacking} during {self.act}"


class Faulty:
    """Counts calls and lets one fail, or all from there on."""

    def __init__(self, fault: Fault, fails_at: int) -> None:
        """Let the fault come with the call of that number."""
        self.fault = fault
        self.fails_at = fails_at
        self.calls: list[str] = []

    def __call__(self, name: str, arguments: tuple[Any, ...], call: Call) -> Any:
        """Make a call, or refuse it."""
        if name in _ANSWERS:
            return call(*arguments)
        self.calls.append(name)
        if name in self.fault.lacks:
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
        if not self._is_due() or name == "close":
            return call(*arguments)
        if self.fault.number == SHORT:
            return self._short(name, arguments, call)
        raise OSError(self.fault.number, os.strerror(self.fault.number))

    def _is_due(self) -> bool:
        count = len(self.calls)
        return count == self.fails_at or (self.fault.for_good and count > self.fails_at)

    @staticmethod
    def _short(name: str, arguments: tuple[Any, ...], call: Call) -> Any:
        if name != "write":
            return call(*arguments)
        descriptor, content = arguments
        return call(descriptor, content[: max(1, len(content) // 2)])


@dataclass
class Desk:
    """One window's desk: the user's state, the file, the document as it was opened."""

    state: State
    path: Path
    opening: Opening
    keeper: Keeper
    history: History

    @classmethod
    def made(cls, folder: Path) -> Desk:
        """Return a desk with a file that is open and was edited."""
        state = State(folder / "state")
        for one in (state.sessions, state.quarantine, state.backups):
            one.mkdir(parents=True)
        save_file(_OLD, folder / "a.sla", Meta())
        opening = opened(folder / "a.sla", state)
        keeper = Keeper(state, opening.path, opening.meta, opening.base)
        history = History(opening.history.project)
        keeper.keep(history)
        history = history.edit(_NEW, "Rename")
        keeper.keep(history)
        return cls(state, folder / "a.sla", opening, keeper, history)

    def again(self) -> Desk:
        """Return the same desk, its files having been put there once more."""
        (folder,) = self.state.sessions.iterdir()
        record = read_record(folder, FileSystem())
        copy = WorkingCopy(folder, self.history, record, FileSystem(), begun=True)
        opening = self.opening
        keeper = Keeper(self.state, opening.path, opening.meta, opening.base, copy)
        return replace(self, keeper=keeper)

    def save(self, path: Path) -> None:
        """Save as the window does."""
        here = path == self.path
        keeping = Keeping(self.state, self.keeper, self.opening.lock, moves=not here)
        base = self.opening.base if here else None
        saved_to(self.history.project, path, self.opening.meta, base, keeping)

    def crash(self) -> None:
        """Leave the working copy as a crash does, apart from its journal."""
        self.keeper.leave_behind = True
        self.keeper.close()
        for folder in self.state.sessions.iterdir():
            if (folder / "session.json").exists():
                disowned(folder)


def _saved(desk: Desk, faults: Callable[[], Any]) -> list[str]:
    return _after_save(desk, desk.path, faults)


def _saved_as(desk: Desk, faults: Callable[[], Any]) -> list[str]:
    return _after_save(desk, desk.path.with_name("b.sla"), faults)


def _after_save(desk: Desk, path: Path, faults: Callable[[], Any]) -> list[str]:
    refused = False
    try:
        with faults():
            desk.save(path)
    except StorageTrouble:
        refused = True
    desk.crash()
    is_new = path != desk.path
    there = _name_in(path) if path.exists() else "nothing"
    wanted = ("nothing" if is_new else "Old") if refused else "New"
    return [
        *([] if there == wanted else [f"the file holds {there} where {wanted} was promised"]),
        *([] if not is_new or _name_in(desk.path) == "Old" else ["the first file was touched"]),
        *_work_failures(desk, saved=not refused),
    ]


def _opened(desk: Desk, faults: Callable[[], Any]) -> list[str]:
    lock_path(desk.path).unlink()
    with faults():
        _quietly(lambda: opened(desk.path, desk.state))
    desk.crash()
    name = _name_in(desk.path)
    return [*([] if name == "Old" else [f"the file holds {name}"]), *_work_failures(desk)]


def _recovered(desk: Desk, faults: Callable[[], Any]) -> list[str]:
    desk.crash()
    made: list[Opening] = []

    def recover() -> None:
        for session in unfinished(desk.state):
            made.append(recovered(session, desk.state))  # noqa: PERF401 - each may raise

    with faults():
        _quietly(recover)
    for opening in made:
        if opening.working_copy is not None:
            opening.working_copy.leave()
            disowned(opening.working_copy.folder)
    return _work_failures(desk)


ACTS: dict[str, Callable[[Desk, Callable[[], Any]], list[str]]] = {
    "save": _saved,
    "save as": _saved_as,
    "open": _opened,
    "recover": _recovered,
}


def _quietly(work: Callable[[], object]) -> None:
    try:
        work()
    except StorageTrouble:
        return


def _name_in(path: Path) -> str:
    try:
        return _name_of(read_content(path))
    except StorageTrouble as trouble:
        return trouble.sentence


@lru_cache(maxsize=8)
def _name_of(content: bytes) -> str:
    """What a file says its document is called; a desk sees but a few whole files."""
    return load(content).project.the(Document).name


def _work_failures(desk: Desk, *, saved: bool = False) -> list[str]:
    """Return what is lost of the work, the undo and the backups."""
    found = []
    for session in unfinished(desk.state):
        try:
            found.append(restore(session))
        except StorageTrouble as trouble:
            return [f"the work cannot be recovered: {trouble.sentence}"]
    whole = [one for one in found if not one.losses and one.history.project == desk.history.project]
    kept = any(len(one.history.done) == 1 for one in whole) or (saved and not found)
    damaged = [
        v
        for v in Backups(desk.state, desk.opening.meta.document).versions()
        if _name_in(v.path) not in {"Old", "New"}
    ]
    return [
        *([] if kept else ["the work is not there"]),
        *(f"the backup {version.number} is damaged" for version in damaged),
    ]


FAULTS = tuple(
    Fault(number, for_good, lacks, act)
    for lacks in SYSTEMS
    for for_good in (False, True)
    for number in NUMBERS
    for act in ACTS
)


def trial(seed: int, folder: Path) -> Outcome:
    """Try one fault at every call that there is, each time at the same desk put there anew."""
    fault = FAULTS[(seed - 1) % len(FAULTS)]
    desk = Desk.made(folder / "desk")
    shutil.copytree(folder / "desk", folder / "kept")
    desk.crash()
    count, failures = 0, []
    for fails_at in range(1, 500):
        faulty = Faulty(fault, fails_at)
        shutil.rmtree(folder / "desk")
        shutil.copytree(folder / "kept", folder / "desk")
        found = _tried(faulty, desk.again())
        if len(faulty.calls) < fails_at:
            break
        count += 1
        last = faulty.calls[fails_at - 1] if faulty.calls else ""
        failures += [f"{fault}, call {fails_at} ({last}): {one}" for one in found]
    return Outcome(count, tuple(failures))


def _tried(faulty: Faulty, desk: Desk) -> list[str]:
    @contextmanager
    def faults() -> Iterator[None]:
        with every_call(faulty), mock.patch("threading.Event.wait"):
            yield

    try:
        return ACTS[faulty.fault.act](desk, faults)
    except Exception as error:  # noqa: BLE001 - anything but trouble is what is looked for
        return [f"{type(error).__name__}: {error}"]


PROOF = Proof(
    name="faults",
    counted="neither the old nor the new file, or work lost",
    unit="faults",
    short=250,
    long=6_000,
    trial=trial,
    sabotages={
        "swallow errors": sabotage.swallowing_write_errors,
        "in place": sabotage.writing_in_place,
        "remove first": sabotage.removing_first,
    },
    code=("storage", "session"),
)

if __name__ == "__main__":
    end(PROOF)
