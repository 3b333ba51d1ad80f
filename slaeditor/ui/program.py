"""The running program: its windows, its documents and the files it is asked to open."""

from __future__ import annotations

import os
import zlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from slaeditor.ui import settings, theme
from slaeditor.ui.commands import EDITOR_COMMANDS
from slaeditor.ui.document_parts import prepare_recent, start_page
from slaeditor.ui.documents import Documents
from slaeditor.ui.filing import document_of
from slaeditor.ui.frame import Frame
from slaeditor.ui.menus.file import file_commands
from slaeditor.ui.window import SETTLED, Regions, Window, windows

if TYPE_CHECKING:
    from slaeditor.ui.session_end import SessionEnd
    from slaeditor.ui.single_instance import Listener


class Program(QObject):
    """Owns the documents; opens windows for files from wherever the wish comes."""

    def __init__(self, application: QApplication) -> None:
        """Begin without a window."""
        super().__init__(application)
        self._application = application
        self.documents = Documents(self)
        self._listener: Listener | None = None
        self._end: SessionEnd | None = None
        self.regions = Regions(
            commands=(*file_commands(self.documents), *EDITOR_COMMANDS),
            start_page=partial(start_page, self.documents),
            preview=_preview,
            closes=self.documents.closes,
            drops=self._drop,
            dresses=partial(prepare_recent, self.documents),
        )
        asked = getattr(application, "file_asked", None)  # there on macOS alone
        if asked is not None:
            asked.connect(lambda path: self.open_files([Path(path)]))
        application.aboutToQuit.connect(self.close_down)

    def _drop(self, frame: Frame, path: str) -> None:
        self.documents.open(frame, Path(path))

    def open_window(self) -> Window:
        """Show a window with the start page."""
        window = Window(self.regions)
        window.show()
        return window

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open files, each in its window; without any, bring the newest window to the front."""
        there = windows()
        window = there[0] if there else self.open_window()
        for path in paths:
            self.documents.open(window, path)
        if not paths:
            window.show()
            window.raise_()
            window.activateWindow()

    def listen(self) -> None:
        """Take over files from later starts from now on."""
        from slaeditor.ui.session_end import SessionEnd
        from slaeditor.ui.single_instance import Listener

        self._end = SessionEnd(self._application, self.keep_work, self)
        self._listener = Listener(meeting_name(), self)
        self._listener.asked.connect(self.open_files)

    def settle_soon(self) -> None:
        """Do what can wait until the first window stands on the screen."""
        QTimer.singleShot(SETTLED, self, self.settle)

    def settle(self) -> None:
        """Collect garbage, and listen to the system and to later starts, from now on."""
        from slaeditor.ui.garbage import Collector
        from slaeditor.ui.screen_reader import ScreenReaderWatch

        Collector(self._application)
        ScreenReaderWatch(self._application)
        theme.of(self._application).follow_system()
        self.listen()

    def keep_work(self) -> None:
        """Wait until all that was typed stands on the disk: the session may end at any moment."""
        for frame in self.documents.frames():
            document = document_of(frame)
            if document is not None:
                document.session.seal()
                document.session.finish_writing()

    def close_down(self) -> None:
        """Stop every thread and let go of what is open; unsaved work stays to be recovered."""
        if self._listener is not None:
            self._listener.close()
        if self._end is not None:
            self._end.close()
        for frame in list(self.documents.frames()):
            document = document_of(frame)
            if document is not None:
                document.close(leave_behind=document.modified)
        self.documents.close_down()


def _preview(frame: Frame) -> QWidget:
    """The preview of a window; imported with the first project, after the window stands."""
    from slaeditor.ui.following_preview import FollowingPreview

    return FollowingPreview(frame)


def is_taken_over(paths: Sequence[Path]) -> bool:
    """Hand files to a program of this user that runs already; say whether it took them."""
    name = meeting_name()
    if os.name == "posix" and not Path(QDir.tempPath(), name).exists():
        return False  # nobody listens, and the network part of Qt need not be loaded

    from slaeditor.ui.single_instance import hand_over

    return hand_over(name, paths)


def meeting_name() -> str:
    """Return under which name programs with the same state folder meet."""
    named = os.environ.get("SLAEDITOR_STATE")
    folder = named or settings.folder()
    return f"slaeditor-{zlib.crc32(str(folder).encode()):08x}"
