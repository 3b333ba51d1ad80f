"""Power cuts on a real file system: what is not on the medium yet is gone.

A file system (ext4) lives in an image. A child works in it and tells of each act; at a random
instant it is stopped and the image copied, which holds what a disk would hold after a power cut.
The copy is mounted and has to hold the last save and the last finished edit that were told. Only
the administrator of a Linux machine may mount; elsewhere this proof cannot run.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from slaeditor.storage.document_file import open_file, save_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import State
from tests.proofs import sabotage
from tests.proofs.children import Child
from tests.proofs.command import end
from tests.proofs.kill import LENGTH, Desk, day_of_work, judged
from tests.proofs.proof import Outcome, Proof
from tests.proofs.scenario import scenario

SIZE = 32 * 1024 * 1024
_LONGEST = 0.6


def can_run() -> bool:
    """Whether this machine lets us mount an image."""
    tools = all(shutil.which(tool) for tool in ("mkfs.ext4", "mount", "umount"))
    return sys.platform == "linux" and os.geteuid() == 0 and tools


@contextmanager
def mounted(image: Path, place: Path) -> Iterator[Path]:
    """Have an image mounted meanwhile."""
    place.mkdir()
    _run("mount", "-o", "loop", str(image), str(place))
    try:
        yield place
    finally:
        _run("umount", str(place))


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


def trial(seed: int, folder: Path) -> Outcome:
    """Cut the power once."""
    chance = random.Random(f"medium {seed}")
    image, copy = folder / "disk", folder / "after the cut"
    with image.open("wb") as file:
        file.truncate(SIZE)
    _run("mkfs.ext4", "-q", "-F", str(image))
    with mounted(image, folder / "at work") as place:
        desk, day = Desk.made(place), scenario(seed, LENGTH)
        save_file(day.start, desk.path, Meta())
        day = replace(day, start=open_file(desk.path).project)
        _run("sync", "-f", str(place))
        child = Child(lambda tell: day_of_work(desk, day, tell))
        threading.Event().wait(chance.uniform(0, _LONGEST))
        told = child.stopped()
        shutil.copyfile(image, copy)
        child.kill()
        child.ended()
    with mounted(copy, folder / "afterwards") as place:
        found = Desk(State(place / "state"), place / "a.sla")
        failures = judged(found, day, len(told))
    return Outcome(1, tuple(failures))


PROOF = Proof(
    name="medium",
    counted="saves or finished edits lost",
    unit="power cuts of a real file system",
    short=10,
    long=300,
    trial=trial,
    sabotages={
        "no sync": sabotage.without_sync,
        "hasty database": sabotage.without_a_safe_database,
    },
)

if __name__ == "__main__":
    end(PROOF)
