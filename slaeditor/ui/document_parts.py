"""The parts of a window that belong to documents: the start page, the list of recent files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from slaeditor.exchange.starters import starters
from slaeditor.ui.command import Menu
from slaeditor.ui.documents import Documents
from slaeditor.ui.frame import Frame
from slaeditor.ui.menus.file import RECENT
from slaeditor.ui.start_page import StartPage

MOMENT = 250
"""Milliseconds the window has to itself before the disk is searched for work a crash left."""


def start_page(documents: Documents, frame: Frame) -> QWidget:
    """Return the page of a window without a project."""
    page = StartPage()
    page.show_starters(starters())
    page.show_recent(documents.recent.files())
    page.starter_chosen.connect(partial(documents.begin, frame))
    page.sample_wanted.connect(partial(documents.show_sample, frame))
    page.opening_wanted.connect(partial(documents.ask_what_to_open, frame))
    page.file_chosen.connect(partial(documents.open, frame))
    page.file_forgotten.connect(documents.recent.forget)
    page.recent_cleared.connect(documents.recent.clear)
    page.recovery_chosen.connect(partial(documents.recover, frame))
    page.discard_chosen.connect(partial(documents.discard, frame))
    watcher = _Lists(documents, page)
    documents.recent.changed.connect(watcher.show_recent)
    documents.left_work_found.connect(page.show_left_work)
    QTimer.singleShot(MOMENT, page, documents.look_for_left_work)
    return page


def prepare_recent(documents: Documents, frame: Frame, menus: Mapping[Menu, QMenu]) -> None:
    """Let the menu of recent files be filled each time it opens."""
    for menu in menus[Menu.FILE].findChildren(QMenu):
        if menu.title() == RECENT:
            menu.setToolTipsVisible(True)
            last = menu.actions()[-1]
            menu.aboutToShow.connect(partial(fill_recent, menu, documents, frame, last))


class _Lists(QObject):
    """Brings the list of recent files up to date; goes with its page."""

    def __init__(self, documents: Documents, page: StartPage) -> None:
        super().__init__(page)
        self._documents = documents
        self._page = page

    def show_recent(self) -> None:
        self._page.show_recent(self._documents.recent.files())


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
