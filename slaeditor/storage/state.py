"""Where the program keeps its own state: working copies, backups, what is left of crashes.

The folder belongs to one user on one machine. `SLAEDITOR_STATE` names another one.
"""

from __future__ import annotations

import getpass
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from slaeditor.storage.files import FileSystem
from slaeditor.storage.trouble import CannotWrite, write_trouble

_VARIABLE = "SLAEDITOR_STATE"
_KEPT_OVER_BOOTS = Path("/var/tmp" if os.name == "posix" else tempfile.gettempdir())  # noqa: S108 - see `is_ours`


@dataclass(frozen=True, slots=True)
class State:
    """The folder with everything the program keeps for its user, closed to others."""

    folder: Path
    local: Path | None = None
    """Where work in progress is kept instead, when the folder is on another machine."""

    @property
    def sessions(self) -> Path:
        """One folder for each window that is open or has crashed."""
        return (self.local or self.folder) / "sessions"

    @property
    def quarantine(self) -> Path:
        """What was discarded or could not be recovered, for thirty days."""
        return (self.local or self.folder) / "quarantine"

    @property
    def notice(self) -> str:
        """What a user should know about where their work is kept, or nothing."""
        if self.local is None:
            return ""
        return (
            f"Your own folder is on a network drive, so unsaved work is kept in “{self.local}” "
            "on this computer."
        )

    @property
    def pieces(self) -> Path:
        """Laid out pieces of handbooks, kept for the next time; they can be removed any time."""
        return (self.local or self.folder) / "pieces"

    @property
    def backups(self) -> Path:
        """One folder for each document with its earlier versions."""
        return self.folder / "backups"


def state(files: FileSystem | None = None) -> State:
    """Return the user's state, its folders made; raise `CannotWrite` where that is refused."""
    named = os.environ.get(_VARIABLE)
    user = platformdirs.user_data_path("SLAEditor", appauthor=False, roaming=False)
    present = files or FileSystem()
    found = State(Path(named)) if named else State(user, _local(user, present))
    made = [*([found.local] if found.local else []), found.folder]
    for folder in (*made, found.sessions, found.quarantine, found.backups):
        try:
            present.make_private_folder(folder)
        except OSError as error:
            raise write_trouble(error, folder) from error
    if found.local and not present.is_ours(found.local):
        raise CannotWrite(
            f"“{found.local}” belongs to somebody else.",
            f"Set {_VARIABLE} to a folder of your own on a disk of this computer.",
        )
    return found


def _local(folder: Path, files: FileSystem) -> Path | None:
    """Return a folder of this user on this computer when theirs is on another machine."""
    if not files.is_remote(folder):
        return None
    return _KEPT_OVER_BOOTS / f"slaeditor-{getpass.getuser()}"
