"""The pages of a project, each made when it is first gone to."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from slaeditor.model.project import kinds
from slaeditor.rules.changes import Changes
from slaeditor.session.session import Session
from slaeditor.ui.editors_for import page_for, read_pages
from slaeditor.ui.form import Form
from slaeditor.ui.grid_model import GridModel
from slaeditor.ui.later import see_who_waits
from slaeditor.ui.overview_page import OverviewPage
from slaeditor.ui.page import Page
from slaeditor.ui.page_session import PageSession
from slaeditor.ui.panels import panel_page
from slaeditor.ui.place import Place

MOST_KEPT = 12
"""How many pages are kept as they were left that could as well be made again."""
READ_AFTER = 500
"""Milliseconds after which the modules of all pages are read, the window having been drawn."""


class Pages(QStackedWidget):
    """Shows one page at a time and remembers the others as they were left."""

    place_changed = Signal(object)
    wanted = Signal(object)
    noted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._made: dict[str, Page] = {}
        self._sessions: dict[Page, PageSession] = {}
        self._left: dict[str, Place] = {}
        self._going = False
        QTimer.singleShot(READ_AFTER, self, self._read_pages)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("n") * 46)

    def sizeHint(self) -> QSize:
        """As large as the page that is shown wants to be; the others are not even asked."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As large as the page that is shown has to be."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def _read_pages(self) -> None:
        """Read what pages are made by on a thread, before they are gone to."""
        if not self._session.is_over:
            self._session.prepare(read_pages)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self.currentWidget()
        if not isinstance(page, Page):
            raise TypeError("No page is shown yet.")
        return page

    @property
    def place(self) -> Place:
        """Where somebody is."""
        return self.page.place

    def show_place(self, place: Place) -> None:
        """Show the page of a place, and on it the record and field."""
        place = self._where(place)
        before, page = self.currentWidget(), self._page(place)
        self._going = True
        self._sessions[page].listen()
        self.setCurrentWidget(page)
        if isinstance(before, Page) and before is not page:
            self._sessions[before].rest()  # what was typed there last is taken by now
        page.show_place(place)
        see_who_waits()
        self._going = False
        self._let_go()
        self.place_changed.emit(page.place)

    def _where(self, place: Place) -> Place:
        """Where to go: to a record that is named, else where a page was left that was let go of.

        What is gone by now is not gone to.
        """
        left = self._left.pop(place.page, None)
        if place.row or left is None:
            return place
        gone = left.row and left.row not in self._session.project.table(kinds()[left.table])
        return place if gone else left

    def _let_go(self) -> None:
        """Keep only the pages used last; others are made again where they were left.

        A page with words that could not be read is kept, and so is one with something on it that
        its place does not tell.
        """
        key = next(key for key, page in self._made.items() if page is self.currentWidget())
        self._made[key] = self._made.pop(key)
        told = [key for key, page in self._made.items() if page.is_told_by_place]
        for old in told[: max(0, len(told) - MOST_KEPT)]:
            self._make_again_later(old)

    def _make_again_later(self, key: str) -> None:
        """Let go of a page unless words would go with it, and remember where it was left."""
        page = self._made[key]
        if _holds_unread_words(page):
            return
        del self._made[key], self._sessions[page]
        self._left[key] = page.place
        self.removeWidget(page)
        page.deleteLater()

    def _page(self, place: Place) -> Page:
        key = place.page
        if key not in self._made:
            session = PageSession(self._session)
            made = self._new(place, session)
            session.setParent(made)
            self._sessions[made] = session
            made.place_changed.connect(self._moved)
            made.wanted.connect(self.wanted)
            made.noted.connect(self.noted)
            self._made[key] = made
            self.addWidget(made)
        return self._made[key]

    def _new(self, place: Place, session: Session) -> Page:
        if place.panel:
            return panel_page(session, place.panel, self)
        if place.table:
            return page_for(session, kinds()[place.table], self)
        return OverviewPage(session, self)

    def _moved(self, place: Place) -> None:
        if not self._going and self.page.place.page == place.page:
            self.place_changed.emit(place)

    def shows(self, made: Changes) -> bool:
        """Whether the page that is shown shows what was changed."""
        return self.page.shows(made)

    def close_views(self) -> None:
        """Let go of all pages."""
        for page in self._made.values():
            self.removeWidget(page)
            page.deleteLater()
        self._made.clear()
        self._sessions.clear()


def _holds_unread_words(page: Page) -> bool:
    """Whether somebody typed words on a page that could not be read; they are nowhere else."""
    forms = any(form.holds_unread_words for form in page.findChildren(Form))
    return forms or any(model.unread for model in page.findChildren(GridModel))
