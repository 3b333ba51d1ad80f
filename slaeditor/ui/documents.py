"""Opening, saving and closing documents in windows, with the questions that come up on the way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from slaeditor.session.recent_files import RecentFiles
from slaeditor.ui import asking
from slaeditor.ui.answer import Answer
from slaeditor.ui.filing import KINDS, Filing, document_of, shown_name, tell
from slaeditor.ui.frame import Frame
from slaeditor.ui.questions import ask, tell_trouble
from slaeditor.ui.settings import settings

if TYPE_CHECKING:
    from slaeditor.session.background import Lane, Trouble
    from slaeditor.session.document import Document
    from slaeditor.session.opening import Opening
    from slaeditor.storage.recovery import Unfinished
    from slaeditor.storage.state import State
    from slaeditor.ui.sample_handbook import SampleHandbook


class Documents(QObject):
    """All documents of the program and what happens to their files.

    Storage is imported with the first document, after the window stands on the screen.
    """

    left_work_found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing open."""
        super().__init__(parent)
        self.recent = RecentFiles(settings(), self)
        self.filing = Filing(self.recent, self)
        self._opening: Lane | None = None
        self._sample: SampleHandbook | None = None
        self._state: State | None = None
        self._frames: list[Frame] = []
        self._left: dict[str, Unfinished] = {}
        self._ended = False

    @property
    def _lane(self) -> Lane:
        """The thread on which files are opened."""
        from slaeditor.session.background import Lane

        if self._opening is None:
            self._opening = Lane("opening", self)
        return self._opening

    # windows

    def frames(self) -> Iterator[Frame]:
        """The windows in which a document is open."""
        return (frame for frame in self._frames if frame.document is not None)

    def show(self, frame: Frame, opening: Opening) -> None:
        """Show what was opened: in this window if it is free, else in another."""
        from slaeditor.session.document import Document

        gone = not isValid(frame.main_window)  # closed while the file was read
        place = frame.another() if gone or not self._is_free(frame) else frame
        before = document_of(place)
        document = Document(opening, self._state_folder(place))
        place.document = document
        self._frames = [one for one in self._frames if one is not place] + [place]
        place.open_session(document.session, shown_name(document))
        if before is not None:
            before.close()
        self.filing.listen(place, document)
        tell(place, " ".join(document.notices))
        if opening.path is not None:
            self.recent.add(opening.path)
        _raise(place)

    def _is_free(self, frame: Frame) -> bool:
        document = document_of(frame)
        return document is None or document.untouched

    def _state_folder(self, frame: Frame) -> State | None:
        from slaeditor.storage.state import state
        from slaeditor.storage.trouble import StorageTrouble

        if self._state is None:
            try:
                self._state = state()
                tell(frame, self._state.notice)
            except StorageTrouble as refused:
                tell(frame, f"{refused.sentence} Without it a crash loses unsaved work.")
        return self._state

    # beginning and opening

    def show_start(self, frame: Frame) -> None:
        """Show the start page, in another window when this one holds a project."""
        _raise(frame if document_of(frame) is None else frame.another())

    def begin(self, frame: Frame, starter_key: str) -> None:
        """Begin a new project from a starter."""
        from slaeditor.exchange.starters import starter
        from slaeditor.session.opening import fresh

        self._lane.ask(
            lambda _: fresh(starter(starter_key).project()),
            partial(self.show, frame),
            partial(self._complain, frame),
        )

    def _complain(self, frame: Frame, trouble: Trouble) -> None:
        tell_trouble(frame.main_window, trouble)

    def ask_what_to_open(self, frame: Frame) -> None:
        """Ask for a file and open it."""
        folder = str(self.recent.folder)
        path = asking.path_to_open(frame.main_window, self.tr("Open"), folder, KINDS)
        if path:
            self.open(frame, Path(path))

    def open(self, frame: Frame, path: Path) -> None:
        """Open a file in a window of its own; one that is open already comes to the front."""
        there = self._where(path)
        if there is not None:
            _raise(there)
            return
        from slaeditor.session.opening import opened

        state = self._state_folder(frame)
        frame.main_window.statusBar().showMessage(
            self.tr("Opening {name}…").format(name=path.name), 10_000
        )
        self._lane.ask(
            lambda _: opened(path.absolute(), state),
            partial(self._opened, frame),
            partial(self._not_opened, frame, path),
        )

    def _where(self, path: Path) -> Frame | None:
        wanted = path.resolve()
        for frame in self.frames():
            document = document_of(frame)
            if document is not None and document.path and document.path.resolve() == wanted:
                return frame
        return None

    def _opened(self, frame: Frame, opening: Opening) -> None:
        frame.main_window.statusBar().clearMessage()
        if opening.held:
            self._ask_about_holder(frame, opening)
        else:
            self.show(frame, opening)

    def _not_opened(self, frame: Frame, path: Path, trouble: Trouble) -> None:
        frame.main_window.statusBar().clearMessage()
        forget = Answer("&Take it off the list", lambda: self.recent.forget(path))
        close = Answer("&Close", usual=True, escape=True)
        listed = any(one.path == path for one in self.recent.files())
        tell_trouble(frame.main_window, trouble, *((forget,) if listed else ()), close)

    def _ask_about_holder(self, frame: Frame, opening: Opening) -> None:
        from slaeditor.session.opening import as_copy, locked, to_read

        ask(
            frame.main_window,
            opening.held,
            "Two people who save one file have to merge their work afterwards.",
            Answer("Open to &read", lambda: self.show(frame, to_read(opening)), usual=True),
            Answer("Open a &copy", lambda: self.show(frame, as_copy(opening))),
            Answer(
                "&Take over", lambda: self.show(frame, locked(opening, over=True)), drastic=True
            ),
            Answer("Cancel", escape=True),
        )

    def show_sample(self, frame: Frame, word: str) -> None:
        """Show the sample handbook for a reader: "staff", "sales" or "client"."""
        from slaeditor.model.readers import Reader
        from slaeditor.ui.sample_handbook import SampleHandbook

        if self._sample is None:
            self._sample = SampleHandbook(self)
        self._sample.show(frame, Reader(word))

    # closing

    def closes(self, frame: Frame) -> bool:
        """Say whether a window may close now; ask first when there is unsaved work."""
        document = document_of(frame)
        if document is None:
            return True
        if document.saving:
            document.saved.connect(partial(self._close_soon, frame))
            return False
        if document.modified:
            self._ask_to_save(frame, document)
            return False
        self._end(frame, document)
        return True

    def _ask_to_save(self, frame: Frame, document: Document) -> None:
        ask(
            frame.main_window,
            f"Save the changes to “{document.name}”?",
            "Without saving, your last changes are lost.",
            Answer("&Save", partial(self.filing.save, frame, partial(_close, frame)), usual=True),
            Answer("&Don’t save", partial(self._abandon, frame, document), drastic=True),
            Answer("Cancel", escape=True),
        )

    def _close_soon(self, frame: Frame, *_told: object) -> None:
        _close(frame)

    def _abandon(self, frame: Frame, document: Document) -> None:
        self._end(frame, document)
        _close(frame)

    def _end(self, frame: Frame, document: Document) -> None:
        frame.document = None
        self._frames = [one for one in self._frames if one is not frame]
        document.close()

    def close_window(self, frame: Frame) -> None:
        """Close a window; it asks when there is unsaved work."""
        _close(frame)

    def quit(self) -> None:
        """Close all windows; each with unsaved work asks."""
        QApplication.closeAllWindows()

    def close_down(self) -> None:
        """Stop the threads that open files and make samples; nothing is opened afterwards."""
        self._ended = True
        if self._sample is not None:
            self._sample.close()
        if self._opening is not None:
            self._opening.close()

    # recovery

    def look_for_left_work(self) -> None:
        """Look for what crashes left, beside the window; `left_work_found` brings it.

        A program that has ended in the moment since its start page was shown looks for nothing.
        """
        if self._ended:
            return
        from slaeditor.session.left_work import left_work

        self._lane.ask(lambda _: left_work(), self._found_left_work)

    def _found_left_work(self, found: tuple[Unfinished, ...]) -> None:
        from slaeditor.session.left_work import described

        self._left = {one.folder.name: one for one in found}
        self.left_work_found.emit([described(one) for one in found])

    def recover(self, frame: Frame, key: str) -> None:
        """Open what a crash left."""
        from slaeditor.session.opening import recovered

        state = self._state_folder(frame)
        left = self._left.get(key)
        if state is None or left is None:
            return
        self._lane.ask(
            lambda _: recovered(left, state),
            partial(self._recovered, frame, key),
            partial(self._complain, frame),
        )

    def _recovered(self, frame: Frame, key: str, opening: Opening) -> None:
        self._forget_left(key)
        self.show(frame, opening)

    def discard(self, frame: Frame, key: str) -> None:
        """Set left work aside; it stays on the disk for thirty days."""
        left = self._left.get(key)
        if left is None:
            return
        ask(
            frame.main_window,
            "Discard this work?",
            "It is set aside for thirty days and then deleted.",
            Answer("&Discard", partial(self._set_aside, frame, key), drastic=True),
            Answer("Cancel", usual=True, escape=True),
        )

    def _set_aside(self, frame: Frame, key: str) -> None:
        from slaeditor.storage.recovery import discard

        state = self._state_folder(frame)
        left = self._left.get(key)
        if state is not None and left is not None:
            self._lane.ask(lambda _: discard(left, state), lambda _: self._forget_left(key))

    def _forget_left(self, key: str) -> None:
        from slaeditor.session.left_work import described

        self._left.pop(key, None)
        self.left_work_found.emit([described(one) for one in self._left.values()])


def _raise(frame: Frame) -> None:
    window = frame.main_window
    window.show()
    window.raise_()
    window.activateWindow()


def _close(frame: Frame) -> None:
    frame.main_window.close()
