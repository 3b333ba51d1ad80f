"""The sample handbook: what comes out of a starter, made when somebody wants to see one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir
from shiboken6 import isValid

from slaeditor.exchange.starters import starters
from slaeditor.model.readers import Reader
from slaeditor.session.audience import Audience
from slaeditor.session.background import Lane, Ticket, Trouble
from slaeditor.session.rendering import handbook_pdf
from slaeditor.ui.dialog import show_file
from slaeditor.ui.frame import Frame
from slaeditor.ui.questions import tell_trouble

if TYPE_CHECKING:
    from slaeditor.publish.printing import Progress


class SampleHandbook(QObject):
    """Makes the first starter's handbook for a reader once, and shows it as often as wanted."""

    def __init__(self, parent: QObject) -> None:
        """Begin with nothing made."""
        super().__init__(parent)
        self._lane = Lane("sample", self)
        self._folder = QTemporaryDir()
        self._making: set[Reader] = set()

    def path(self, reader: Reader) -> Path:
        """Where the handbook for a reader is, once it is made."""
        return Path(self._folder.filePath(f"sample handbook for {reader}.pdf"))

    def show(self, frame: Frame, reader: Reader) -> None:
        """Open the handbook in the system's viewer; the status bar tells while it is made."""
        if self.path(reader).exists():
            show_file(str(self.path(reader)))
        elif reader not in self._making:
            self._making.add(reader)
            _say(frame, "Making the sample handbook…")
            self._lane.ask(
                partial(self._made, reader),
                partial(self._shown, frame, reader),
                partial(self._failed, frame, reader),
                partial(_say_page, frame),
            )

    def _made(self, reader: Reader, ticket: Ticket) -> bytes:
        return handbook_pdf(starters()[0].project(), Audience(reader), ticket)

    def _shown(self, frame: Frame, reader: Reader, content: bytes) -> None:
        self._making.discard(reader)
        self.path(reader).write_bytes(content)
        _say(frame, "")
        show_file(str(self.path(reader)))

    def _failed(self, frame: Frame, reader: Reader, trouble: Trouble) -> None:
        self._making.discard(reader)
        _say(frame, "")
        if isValid(frame.main_window):
            tell_trouble(frame.main_window, trouble)

    def close(self) -> None:
        """Stop what is being made."""
        self._lane.close()


def _say(frame: Frame, words: str) -> None:
    if isValid(frame.main_window):
        frame.main_window.statusBar().showMessage(words)


def _say_page(frame: Frame, progress: Progress) -> None:
    if progress.page:
        _say(frame, f"Making the sample handbook… page {progress.page}")
