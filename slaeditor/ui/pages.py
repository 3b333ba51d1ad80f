"""The pages of a project, each made when it is first gone to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from slaeditor.model.project import kinds
from slaeditor.rules.changes import Changes
from slaeditor.session.session import Session
from slaeditor.ui.editors_for import page_for
from slaeditor.ui.overview_page import OverviewPage
from slaeditor.ui.page import Page
from slaeditor.ui.panels import panel_page
from slaeditor.ui.place import Place


class Pages(QStackedWidget):
    """Shows one page at a time and remembers the others as they were left."""

    place_changed = Signal(object)
    wanted = Signal(object)
    noted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._made: dict[str, Page] = {}
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("n") * 46)

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
        page = self._page(place)
        self.setCurrentWidget(page)
        page.show_place(place)
        self.place_changed.emit(page.place)

    def _page(self, place: Place) -> Page:
        key = place.page
        if key not in self._made:
            made = self._new(place)
            made.place_changed.connect(self._moved)
            made.wanted.connect(self.wanted)
            made.noted.connect(self.noted)
            self._made[key] = made
            self.addWidget(made)
        return self._made[key]

    def _new(self, place: Place) -> Page:
        if place.panel:
            return panel_page(self._session, place.panel)
        if place.table:
            return page_for(self._session, kinds()[place.table])
        return OverviewPage(self._session)

    def _moved(self, place: Place) -> None:
        if self.page.place.page == place.page:
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
