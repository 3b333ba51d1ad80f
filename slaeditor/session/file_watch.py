"""Notices when somebody else writes, moves or deletes the file that is open.

The folder is watched rather than the file, because a save puts another file under the name; a
look every half minute covers network drives and synced folders that send no word. Size, time and
identity are compared first, the content only when one of them is another.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from slaeditor.session.background import Lane, Ticket
from slaeditor.storage.document_file import read_content
from slaeditor.storage.saving import sha256
from slaeditor.storage.trouble import NotFound

POLL = 30_000
"""Milliseconds between two looks."""
SETTLE = 300
"""Milliseconds a folder has to be quiet before it is looked at; a save touches it several times."""

Mark = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Seen:
    mark: Mark | None
    sha256: str


class FileWatch(QObject):
    """Watches one file; `changed` and `gone` come once for each new state."""

    changed = Signal()
    gone = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Watch nothing until told to."""
        super().__init__(parent)
        self._path: Path | None = None
        self._mark: Mark | None = None
        self._known = ""
        self._paused = False
        self._lane = Lane("file watch", self, newest_wins=True)
        self._folder = QFileSystemWatcher(self)
        self._folder.directoryChanged.connect(self._stir)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self.look)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL)
        self._poll.timeout.connect(self.look)

    def watch(self, path: Path, known: str) -> None:
        """Watch a file whose content has a known hash (SHA-256)."""
        self._forget_folder()
        self._lane.cancel()
        self._path, self._known, self._mark = path, known, None
        self._folder.addPath(str(path.parent))
        self._paused = False
        self._poll.start()

    def _forget_folder(self) -> None:
        if self._folder.directories():
            self._folder.removePaths(self._folder.directories())

    def pause(self) -> None:
        """Look away while we write ourselves; `watch` ends it."""
        self._paused = True
        self._settle.stop()
        self._lane.cancel()

    def resume(self) -> None:
        """Look again at what was watched before."""
        self._paused = False

    def look(self) -> None:
        """Look at the file now."""
        self._settle.stop()
        if self._path is None or self._paused:
            return
        path, mark, known = self._path, self._mark, self._known
        self._lane.ask(lambda ticket: _look(path, mark, known, ticket), self._judge)

    def close(self) -> None:
        """Stop looking."""
        self._path = None
        self._forget_folder()
        self._settle.stop()
        self._poll.stop()
        self._lane.close()

    def _stir(self, _folder: str) -> None:
        self._settle.start()

    def _judge(self, seen: _Seen) -> None:
        self._mark = seen.mark
        if seen.sha256 == self._known:
            return
        self._known = seen.sha256
        (self.changed if seen.sha256 else self.gone).emit()


def _look(path: Path, mark: Mark | None, known: str, _ticket: Ticket) -> _Seen:
    """Return what stands there now; a hash of nothing means that no file does."""
    present = _mark(path)
    if present is None:
        return _Seen(None, "")
    if present == mark:
        return _Seen(mark, known)
    try:
        return _Seen(present, sha256(read_content(path)))
    except NotFound:
        return _Seen(None, "")


def _mark(path: Path) -> Mark | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino
