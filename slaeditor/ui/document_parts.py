"""The parts of a window that belong to documents: start page, preview, list of recent files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QTimer, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from slaeditor.exchange.starters import starters
from slaeditor.model.project import kinds
from slaeditor.model.readers import Reader
from slaeditor.rules.names import title
from slaeditor.session.audience import Audience
from slaeditor.session.rendering import Previews
from slaeditor.ui.documents import Documents
from slaeditor.ui.file_commands import RECENT
from slaeditor.ui.frame import Frame
from slaeditor.ui.place import Place
from slaeditor.ui.preview import PreviewPane
from slaeditor.ui.settings import settings
from slaeditor.ui.start_page import StartPage

_READER = "preview/reader"


def start_page(documents: Documents, frame: Frame) -> QWidget:
    """Return the page of a window without a project."""
    page = StartPage()
    page.show_starters(starters())
    page.show_recent(documents.recent.files())
    page.starter_chosen.connect(partial(documents.begin, frame))
    page.opening_wanted.connect(partial(documents.ask_what_to_open, frame))
    page.file_chosen.connect(partial(documents.open, frame))
    page.file_forgotten.connect(documents.recent.forget)
    page.recent_cleared.connect(documents.recent.clear)
    page.recovery_chosen.connect(partial(documents.recover, frame))
    page.discard_chosen.connect(partial(documents.discard, frame))
    watcher = _Lists(documents, page)
    documents.recent.changed.connect(watcher.show_recent)
    documents.left_work_found.connect(page.show_left_work)
    QTimer.singleShot(0, page, documents.look_for_left_work)
    _prepare_recent(documents, frame)
    return page


def _prepare_recent(documents: Documents, frame: Frame) -> None:
    """Let the menu of recent files be filled each time it opens."""
    for menu in frame.main_window.menuBar().findChildren(QMenu):
        if menu.title() == RECENT:
            menu.setToolTipsVisible(True)
            last = menu.actions()[-1]
            menu.aboutToShow.connect(partial(fill_recent, menu, documents, frame, last))


class _Lists(QTimer):
    """Brings the list of recent files up to date; goes with its page."""

    def __init__(self, documents: Documents, page: StartPage) -> None:
        super().__init__(page)
        self._documents = documents
        self._page = page

    def show_recent(self) -> None:
        self._page.show_recent(self._documents.recent.files())


class FollowingPreview(PreviewPane):
    """The preview of a window: shows its project and follows the place being edited."""

    def __init__(self, frame: Frame) -> None:
        """Follow the window's session and workbench."""
        self._previews = Previews()
        super().__init__(maker=self._previews.pdf)
        self._frame = frame
        kept = str(settings().value(_READER, Reader.STAFF.value))
        if kept in {reader.value for reader in Reader}:
            self.head.show_audience(Audience(Reader(kept)))
        self.head.chosen.connect(self._remember)
        self.trouble_followed.connect(self._go_to_trouble)
        self.opening_wanted.connect(self._hand_to_viewer)
        self._folder: QTemporaryDir | None = None
        session, workbench = frame.session, frame.workbench
        if session is not None:
            session.changed.connect(self._show_change)
            self.show_project(session.project, at_once=True)
        if workbench is not None:
            workbench.place_changed.connect(self._follow)

    def close_down(self) -> None:
        """Stop everything, the process that waits for the next edit too."""
        super().close_down()
        self._previews.close()

    def _show_change(self) -> None:
        if self._frame.session is not None:
            self.show_project(self._frame.session.project)

    def _follow(self, place: Place) -> None:
        session = self._frame.session
        if session is not None and place.table:
            row = getattr(session.project, place.table).get(place.row) if place.row else None
            named = title(session.project, row) if row is not None else ""
            plural = kinds()[place.table].declaration.plural
            parts = reversed(named.split(" · ")) if " · " in named else ()
            self.follow(*filter(None, (named, plural, *parts)))

    def _remember(self) -> None:
        settings().setValue(_READER, self.head.audience.reader.value)

    def _go_to_trouble(self, trouble: object) -> None:
        session, workbench = self._frame.session, self._frame.workbench
        source = str(getattr(trouble, "sentence", ""))
        if session is None or workbench is None:
            return
        for name, _, table in session.project.tables():
            for row in table:
                called = title(session.project, row)
                if f"“{called}”" in source:
                    workbench.go(Place(name, row.id))
                    return

    def _hand_to_viewer(self, content: bytes) -> None:
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.filePath("handbook.pdf"))
        path.write_bytes(content)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def fill_recent(menu: QMenu, documents: Documents, frame: Frame, last: QAction) -> None:
    """Put the recent files into a menu before its last entry, the missing ones greyed."""
    frame.refresh()
    for action in menu.actions():
        if action.property("recent"):
            menu.removeAction(action)
            action.deleteLater()
    for number, file in enumerate(documents.recent.files(), 1):
        action = QAction(f"&{number % 10} {_shown(file.path)}", menu)
        action.setProperty("recent", True)
        action.setEnabled(not file.missing)
        action.setToolTip(str(file.path))
        action.triggered.connect(partial(_open, documents, frame, file.path))
        menu.insertAction(last, action)


def _open(documents: Documents, frame: Frame, path: Path, _checked: bool = False) -> None:
    documents.open(frame, path)


def _shown(path: Path) -> str:
    """Return a file's name with its folder, for a menu, where & would be a mnemonic."""
    return f"{path.name}  ({path.parent.name})".replace("&", "&&")
