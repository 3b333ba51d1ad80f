"""Where the program keeps its own state: working copies, backups, what is left of crashes.

The folder belongs to one user on one machine. `SLAEDITOR_STATE` names another one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from slaeditor.storage.files import FileSystem
from slaeditor.storage.trouble import write_trouble

_VARIABLE = "SLAEDITOR_STATE"


@dataclass(frozen=True, slots=True)
class State:
    """The folder with everything the program keeps for its user, closed to others."""

    folder: Path

    @property
    def sessions(self) -> Path:
        """One folder for each window that is open or has crashed."""
        return self.folder / "sessions"

    @property
    def quarantine(self) -> Path:
        """What was discarded or could not be recovered, for thirty days."""
        return self.folder / "quarantine"

    @property
    def backups(self) -> Path:
        """One folder for each document with its earlier versions."""
        return self.folder / "backups"


def state(files: FileSystem | None = None) -> State:
    """Return the user's state, its folders made; raise `CannotWrite` where that is refused."""
    named = os.environ.get(_VARIABLE)
    user = platformdirs.user_data_path("SLAEditor", appauthor=False, roaming=False)
    found = State(Path(named) if named else user)
    present = files or FileSystem()
    for folder in (found.folder, found.sessions, found.quarantine, found.backups):
        try:
            present.make_private_folder(folder)
        except OSError as error:
            raise write_trouble(error, folder) from error
    return found
