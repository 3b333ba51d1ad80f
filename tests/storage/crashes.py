"""Making a working copy look like one whose program was killed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from slaeditor.storage.files import FileSystem
from slaeditor.storage.session_record import read_record
from slaeditor.storage.working_copy import WorkingCopy

NOBODYS_NUMBER = 2**22 + 1


def crashed(copy: WorkingCopy) -> None:
    """Leave the folder as a kill would: the journal unmerged, the process gone."""
    folder = copy.folder
    frozen = folder.with_name(folder.name + " frozen")
    shutil.copytree(folder, frozen)
    copy.leave()
    shutil.rmtree(folder)
    frozen.rename(folder)
    disowned(folder)


def disowned(folder: Path) -> None:
    """Let the record name a process that has ended."""
    files = FileSystem()
    record = read_record(folder, files)
    replace(record, process=replace(record.process, pid=NOBODYS_NUMBER)).written(folder, files)
