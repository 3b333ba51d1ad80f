"""Deliberate faults in the program, each the kind of slip that loses work; for tests alone."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from unittest import mock

from slaeditor.rules.history import History, Step
from slaeditor.storage import document_file, saving, working_copy
from slaeditor.storage.files import FileSystem
from slaeditor.storage.saving import Written, sha256
from slaeditor.storage.steps import timeline
from slaeditor.storage.trouble import write_trouble
from slaeditor.storage.working_copy import WorkingCopy
from tests.proofs.calls import nothing


def _in_place(path: Path, content: bytes, _expected: str, files: FileSystem) -> Written:
    try:
        with path.open("wb", buffering=0) as file:
            for start in range(0, len(content), 4096):
                files.write(file.fileno(), memoryview(content)[start : start + 4096])
    except OSError as error:
        raise write_trouble(error, path) from error
    return Written(path, sha256(content))


@contextmanager
def writing_in_place() -> Iterator[None]:
    """A save writes over the file that stands there, piece by piece."""
    with (
        mock.patch.object(document_file, "put_file", _in_place),
        mock.patch.object(saving, "put_file", _in_place),
    ):
        yield


def _all_but_one(history: History) -> tuple[Step, ...]:
    steps = timeline(history)
    return steps if len(steps) < 3 else (*steps[:1], *steps[2:])


@contextmanager
def dropping_a_step() -> Iterator[None]:
    """The working copy forgets the second step that could be undone."""
    with mock.patch.object(working_copy, "timeline", _all_but_one):
        yield


@contextmanager
def keeping_every_third() -> Iterator[None]:
    """The working copy writes every third edit only, and says nothing."""
    keep, turn = WorkingCopy.keep, [0]

    def seldom(self: WorkingCopy, history: History) -> None:
        turn[0] += 1
        if turn[0] % 3 == 1:
            keep(self, history)

    with mock.patch.object(WorkingCopy, "keep", seldom):
        yield


@contextmanager
def without_transactions() -> Iterator[None]:
    """Each statement of an edit stands for itself, with a moment between one and the next."""
    call = working_copy._Transaction.__call__

    def alone(self: Any, statement: str, *values: object) -> None:
        if statement not in {"BEGIN IMMEDIATE", "COMMIT"}:
            call(self, statement, *values)
            time.sleep(0.002)  # without it a kill falls between two statements too seldom

    with mock.patch.object(working_copy._Transaction, "__call__", alone):
        yield


@contextmanager
def without_a_safe_database() -> Iterator[None]:
    """The working copy does not wait for the medium."""
    hasty = {"synchronous": ("synchronous", "OFF", 0)}
    pragmas = tuple(hasty.get(one[0], one) for one in working_copy._PRAGMAS)
    with mock.patch.object(working_copy, "_PRAGMAS", pragmas):
        yield


@contextmanager
def without_sync() -> Iterator[None]:
    """Nothing is forced to the medium."""
    with mock.patch.object(FileSystem, "sync", nothing):
        yield


@contextmanager
def without_folder_sync() -> Iterator[None]:
    """The names in a folder are not forced to the medium."""
    with mock.patch.object(FileSystem, "sync_folder", nothing):
        yield


@contextmanager
def swallowing_write_errors() -> Iterator[None]:
    """A refused write counts as done, and nobody reads back what stands there."""

    def careless(files: FileSystem, descriptor: int, content: bytes) -> None:
        with suppress(OSError):
            files.write(descriptor, memoryview(content))

    with (
        mock.patch.object(saving, "write_all", careless),
        mock.patch.object(saving, "read_all", return_value=_Anything()),
    ):
        yield


class _Anything(bytes):
    """Bytes that are equal to all others."""

    def __eq__(self, other: object) -> bool:
        return True

    def __ne__(self, other: object) -> bool:
        return False

    __hash__ = bytes.__hash__


@contextmanager
def removing_first() -> Iterator[None]:
    """The file is removed before the new one takes its name."""

    def swap(self: FileSystem, fresh: Path, target: Path) -> None:
        target.unlink()
        self.rename(fresh, target)

    with mock.patch.object(FileSystem, "exchange", swap):
        yield


@contextmanager
def not_looking() -> Iterator[None]:
    """A save neither looks what stands there now nor at what it displaced."""

    def swap(self: FileSystem, fresh: Path, target: Path) -> None:
        os.replace(fresh, target)  # noqa: PTH105 - as somebody would write it
        fresh.touch()

    with (
        mock.patch.object(saving._Placing, "_compare", lambda self: self.files.exists(self.target)),
        mock.patch.object(saving._Placing, "_is_seen", return_value=True),
        mock.patch.object(FileSystem, "exchange", swap),
    ):
        yield
