"""The editor of one project: navigator, page, preview beside, findings and history below."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from slaeditor.rules.changes import Changes
from slaeditor.session.session import Session
from slaeditor.ui.findings_panel import FindingsPanel
from slaeditor.ui.history_panel import HistoryPanel
from slaeditor.ui.icons import icon
from slaeditor.ui.navigator import Navigator
from slaeditor.ui.pages import Pages
from slaeditor.ui.place import OVERVIEW, Place
from slaeditor.ui.trail import Trail

LETTERS_WITH_PREVIEW = 112
"""In fewer letters of width there is no room for list, page and preview beside each other."""
LETTERS_OF_NAVIGATOR = (28, 34)
"""At least so wide, and at most so that every name stands whole beside count and sign."""


class Workbench(QWidget):
    """Shows one project and goes to its places; `place_changed` says where somebody is now."""

    place_changed = Signal(object)
    noted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.trail = Trail()
        self._gave_way = False
        self._finding = -1
        self.navigator = Navigator(session)
        self.pages = Pages(session)
        self.findings = FindingsPanel(session)
        self.history = HistoryPanel(session)
        self.preview_area = QStackedWidget()
        self.below = QTabWidget()
        self._lay_out()
        self.navigator.chosen.connect(self.go)
        self.findings.chosen.connect(self.go)
        self.pages.wanted.connect(self.go)
        self.pages.place_changed.connect(self._moved)
        self.pages.noted.connect(self.noted)
        self.go(OVERVIEW)

    def _lay_out(self) -> None:
        self.below.setDocumentMode(True)
        self.below.addTab(self.findings, icon("circle-alert"), "Findings")
        self.below.addTab(self.history, icon("history"), "History")
        self.below.setCornerWidget(self.findings.filter, Qt.Corner.TopRightCorner)
        self.below.currentChanged.connect(self._show_filter)
        self.findings.counted.connect(self._name_findings)
        self.across = _splitter(Qt.Orientation.Horizontal)
        for widget in (self.navigator, self.pages, self.preview_area):
            self.across.addWidget(widget)
        self.across.setStretchFactor(1, 1)
        self.across.setStretchFactor(2, 1)
        self.preview_area.hide()
        self.down = _splitter(Qt.Orientation.Vertical)
        self.down.addWidget(self.across)
        self.down.addWidget(self.below)
        self.down.setStretchFactor(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.down)

    def set_preview(self, preview: QWidget, *, shown: bool = True) -> None:
        """Put the preview into its place at the right, to be seen or to be opened later."""
        preview.setMinimumWidth(280)
        self.preview_area.addWidget(preview)
        self.preview_area.setVisible(shown)
        self._make_room()
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the preview give way where the page would run under it, and bring it back."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("n")
        narrow = self.width() < LETTERS_WITH_PREVIEW * letter
        if narrow and not self._gave_way and not self.preview_area.isHidden():
            self._gave_way = True
            self.preview_area.hide()
        elif self._gave_way and not narrow:
            self._gave_way = False
            self.preview_area.show()

    def arrange(self) -> None:
        """Give the parts their usual sizes."""
        letter = self.fontMetrics().horizontalAdvance("n")
        least, most = (letters * letter for letters in LETTERS_OF_NAVIGATOR)
        left = min(max(self.width() // 5, least), most)
        rest = max(self.width() - left, 800)
        self.across.setSizes([left, rest * 11 // 20, rest * 9 // 20])
        self.down.setSizes([max(self.height() - 170, 300), 170])

    @property
    def place(self) -> Place:
        """Where somebody is now."""
        return self.pages.place

    def go(self, place: Place) -> None:
        """Show a place: its page, its record, its field."""
        self.session.seal()
        self.pages.show_place(place)

    def go_back(self) -> None:
        """Show the place before this one."""
        self._follow(self.trail.back())

    def go_forward(self) -> None:
        """Show the place that was left by going back."""
        self._follow(self.trail.forward())

    def _follow(self, place: Place | None) -> None:
        if place is not None:
            self.pages.show_place(place)

    def go_to_finding(self, by: int) -> None:
        """Go to the next open finding after the one gone to last, or to the one before it."""
        found = self.session.found.open
        if found:
            self._finding = (self._finding + by) % len(found)
            finding = found[self._finding]
            self.go(Place(finding.table, finding.row, finding.field))

    def show_change(self, made: Changes) -> None:
        """Go where an undo or redo changed something."""
        if made and not self.pages.shows(made):
            change = next(iter(made))
            gone = change.after is None
            self.go(Place(change.table, "" if gone else change.row.id))

    def _moved(self, place: Place) -> None:
        self.trail.visit(place)
        self.navigator.show_place(place)
        self.place_changed.emit(place)

    def _show_filter(self, at: int) -> None:
        self.findings.filter.setVisible(at == 0)

    def _name_findings(self, count: int) -> None:
        self.below.setTabText(0, f"Findings ({count})" if count else "Findings")

    def save_state(self, settings: QSettings) -> None:
        """Keep the sizes of the parts."""
        settings.setValue("workbench/across", self.across.saveState())
        settings.setValue("workbench/down", self.down.saveState())
        settings.setValue("workbench/areas", self.navigator.open_areas())

    def restore_state(self, settings: QSettings) -> None:
        """Give the parts the sizes they had."""
        self.arrange()
        for name, splitter in (("across", self.across), ("down", self.down)):
            state = settings.value(f"workbench/{name}")
            if isinstance(state, QByteArray):
                splitter.restoreState(state)
        areas = settings.value("workbench/areas")
        if isinstance(areas, list):
            self.navigator.open_only([str(area) for area in areas])

    def close_views(self) -> None:
        """Let go of the session, which is about to end."""
        self.pages.close_views()
        for place in range(self.preview_area.count()):
            preview = self.preview_area.widget(place)
            if preview is not None:
                preview.close()


def _splitter(orientation: Qt.Orientation) -> QSplitter:
    made = QSplitter(orientation)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setFrameShape(QFrame.Shape.NoFrame)
    return made
