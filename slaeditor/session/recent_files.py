"""The files opened last, newest first, remembered from one start to the next."""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QSettings, Signal

MOST = 10
_KEY = "documents/recent"
_FOLDER = "documents/folder"
_BETWEEN = "\n"


class RecentFile(NamedTuple):
    """A file that was opened or saved, and when, in seconds since 1970."""

    path: Path
    opened: float | None

    @property
    def missing(self) -> bool:
        """Whether the file is not there at the moment."""
        return not self.path.is_file()


class RecentFiles(QObject):
    """Keeps at most ten files; `changed` says that the list is another."""

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        """Use the settings in which the list is kept."""
        super().__init__(parent)
        self._settings = settings

    def files(self) -> list[RecentFile]:
        """Return the files, newest first."""
        kept = self._settings.value(_KEY, [])
        lines = kept if isinstance(kept, list) else [kept]
        return [_read(str(line)) for line in lines if line]

    def add(self, path: Path) -> None:
        """Put a file first and remember its folder."""
        path = path.absolute()
        rest = [one for one in self.files() if one.path != path]
        self._keep([RecentFile(path, time.time()), *rest][:MOST])
        self._settings.setValue(_FOLDER, str(path.parent))

    def forget(self, path: Path) -> None:
        """Take a file off the list."""
        self._keep([one for one in self.files() if one.path != path])

    def clear(self) -> None:
        """Take all files off the list."""
        self._keep([])

    @property
    def folder(self) -> Path:
        """The folder a file dialog begins in: the last one used, else the user's home."""
        kept = self._settings.value(_FOLDER, "")
        return Path(str(kept)) if kept and Path(str(kept)).is_dir() else Path.home()

    def remember_folder(self, folder: Path) -> None:
        """Let the next file dialog begin in a folder."""
        self._settings.setValue(_FOLDER, str(folder))

    def _keep(self, files: list[RecentFile]) -> None:
        self._settings.setValue(_KEY, [_written(one) for one in files])
        self.changed.emit()


def _written(one: RecentFile) -> str:
    moment = f"{one.opened:.0f}" if one.opened is not None else ""
    return f"{moment}{_BETWEEN}{one.path}"


def _read(line: str) -> RecentFile:
    moment, _, path = line.partition(_BETWEEN)
    try:
        return RecentFile(Path(path), float(moment))
    except ValueError:
        return RecentFile(Path(path), None)
