"""The window: menus, toolbar, message bar; the start page or the workbench of one project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from slaeditor.ui.actions import Actions
from slaeditor.ui.command import Command, Menu
from slaeditor.ui.frame import Frame
from slaeditor.ui.icons import icon
from slaeditor.ui.settings import settings

if TYPE_CHECKING:  # imported with the first project, after the window stands
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
    from PySide6.QtWidgets import QMenu

    from slaeditor.rules.found import Found
    from slaeditor.session.session import Session
    from slaeditor.ui.message_bar import MessageBar
    from slaeditor.ui.workbench import Workbench

USUAL_SIZE = QSize(1280, 800)
SMALLEST_SIZE = QSize(800, 520)
SETTLED = 20
"""Milliseconds after which what the first picture does not show is made; nobody types so soon."""
Part = Callable[[Frame], QWidget]


class Regions(NamedTuple):
    """What a window is made of; whoever starts the program chooses it.

    `closes` is asked before a window closes and may refuse, `drops` opens a file that is dropped,
    `dresses` adds to the menus what is no command.
    """

    commands: tuple[Command, ...]
    start_page: Part | None = None
    preview: Part | None = None
    closes: Callable[[Frame], bool] = lambda _frame: True
    drops: Callable[[Frame, str], None] | None = None
    dresses: Callable[[Frame, Mapping[Menu, QMenu]], None] | None = None


class Window(QMainWindow):
    """One window for one project, or with the start page."""

    session_changed = Signal()
    closing = Signal()

    def __init__(self, regions: Regions) -> None:
        super().__init__()
        self.regions = regions
        self.document: Any = None
        self._messages: MessageBar | None = None
        self._session: Session | None = None
        self._workbench: Workbench | None = None
        self.name = ""
        self.setAcceptDrops(regions.drops is not None)
        self.actions_of = Actions(self, regions.commands, self)
        self.actions_of.completed.connect(self._dress_menus)
        self.actions_of.menu_bar(self.menuBar())
        self._make_tool_bar()
        self._make_middle()
        self._make_status_bar()
        self._restore()
        self.refresh()

    def _make_tool_bar(self) -> None:
        self.tools = QToolBar("Tools")
        self.tools.setObjectName("tools")
        self.tools.setMovable(False)
        self.actions_of.tool_bar(self.tools)
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.tools.addWidget(gap)
        self.search = SearchField()
        self.search.wanted.connect(self.open_palette)
        self.tools.addWidget(self.search)
        self.addToolBar(self.tools)

    def _make_middle(self) -> None:
        self.stack = QStackedWidget()
        if self.regions.start_page is not None:
            self.stack.addWidget(self.regions.start_page(self))
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.stack, 1)
        self._column = layout
        self.setCentralWidget(middle)

    def _make_status_bar(self) -> None:
        self.finding_count = QLabel()
        self.record_count = QLabel()
        self.statusBar().addPermanentWidget(self.finding_count)
        self.statusBar().addPermanentWidget(self.record_count)
        self.statusBar().setSizeGripEnabled(False)

    def _dress_menus(self) -> None:
        if self.regions.dresses is not None:
            self.regions.dresses(self, self.menus)

    @property
    def menus(self) -> Mapping[Menu, QMenu]:
        """The menus of the menu bar, filled."""
        return self.actions_of.menus

    @property
    def messages(self) -> MessageBar:
        """The bar above the page; it is made when there is something to say."""
        from slaeditor.ui.message_bar import MessageBar

        if self._messages is None:
            self._messages = MessageBar()
            self._column.insertWidget(0, self._messages)
        return self._messages

    @property
    def session(self) -> Session | None:
        """The open project's session, None on the start page."""
        return self._session

    @property
    def workbench(self) -> Workbench | None:
        """The editor of the open project, None on the start page."""
        return self._workbench

    @property
    def main_window(self) -> QMainWindow:
        """The window itself, as parent of dialogs."""
        return self

    def another(self) -> Frame:
        """A second window of the same make, not yet shown."""
        return Window(self.regions)

    def open_session(self, session: Session, name: str) -> None:
        """Show a project in place of the start page or of the project open until now."""
        from slaeditor.ui.preferences import preview_shown
        from slaeditor.ui.workbench import Workbench

        self.close_session()
        self.actions_of.complete()  # keys work as soon as there is something to work on
        self.name = name
        self._session = session
        session.setParent(self)
        self._workbench = Workbench(session)
        self.stack.addWidget(self._workbench)
        self.stack.setCurrentWidget(self._workbench)
        if self.regions.preview is not None:
            self._workbench.set_preview(self.regions.preview(self), shown=preview_shown())
        self._workbench.restore_state(settings())
        session.stepped.connect(self.refresh)
        session.checked.connect(self._count)
        session.changed.connect(self._count)
        self._workbench.place_changed.connect(self._place_changed)
        self._workbench.noted.connect(self._note)
        self._count()
        self._workbench.navigator.setFocus()
        self.session_changed.emit()
        self.refresh()

    def close_session(self) -> None:
        """Close the project and show the start page."""
        if self._session is None or self._workbench is None:
            return
        session, workbench = self._session, self._workbench
        workbench.save_state(settings())
        self._session = self._workbench = None
        session.close()
        workbench.close_views()
        self.stack.removeWidget(workbench)
        workbench.deleteLater()
        session.deleteLater()
        self.name = ""
        self.session_changed.emit()
        self.refresh()

    def refresh(self) -> None:
        """Bring title, menus and toolbar up to date."""
        title = f"{self.name}[*] — SLA Editor" if self._session is not None else "SLA Editor"
        if self.windowTitle() != title:
            self.setWindowTitle(title)
        self.setWindowModified(self._session is not None and self._session.modified)
        self.actions_of.refresh()

    def rename(self, name: str) -> None:
        """Name the window after the file that holds the project now."""
        self.name = name
        self.refresh()

    def _place_changed(self) -> None:
        self.actions_of.refresh()

    def _note(self, words: str) -> None:
        """Say what was deleted, with a button that brings it back."""
        self.messages.note(words, "Undo", self.actions_of.by_id["edit.undo"].trigger)

    def _count(self) -> None:
        session = self._session
        if session is None:
            return
        nothing = "No findings" if session.is_checked else "Checking…"
        self.finding_count.setText(_found_words(session.found) or nothing)
        count = session.project.count
        self.record_count.setText(f"{count:,} record{'s' * (count != 1)}")

    def open_palette(self) -> None:
        """Open the field that finds everything."""
        from slaeditor.ui.palette import Palette

        Palette(self, self.actions_of, self._workbench).open_over(self)

    def show_shortcuts(self) -> None:
        """Show the page of keyboard shortcuts."""
        from slaeditor.ui.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self, self.actions_of).open()

    def _restore(self) -> None:
        self.setMinimumSize(SMALLEST_SIZE)
        self.resize(USUAL_SIZE.boundedTo(QGuiApplication.primaryScreen().availableSize()))
        geometry = settings().value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what there is at once, and make the rest when it stands on the screen."""
        super().showEvent(event)
        QTimer.singleShot(SETTLED, self, self.actions_of.complete)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless whoever keeps the document wants the window open."""
        if not self.regions.closes(self):
            event.ignore()
            return
        settings().setValue("window/geometry", self.saveGeometry())
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.closing.emit()
        self.close_session()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files of ours."""
        if _dropped(event) and self.regions.drops is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that were dropped."""
        for path in _dropped(event):
            if self.regions.drops is not None:
                self.regions.drops(self, path)
        event.acceptProposedAction()


class SearchField(QLineEdit):
    """Looks like a field and opens the palette, which finds everything."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Search everything (Ctrl+K)")
        self.setAccessibleName("Search everything")
        self.setToolTip("Search everything (Ctrl+K)")
        self.setReadOnly(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._fit()
        self.setProperty("role", "search")

    def changeEvent(self, event: Any) -> None:
        """Follow letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("n") * 34)

    def mousePressEvent(self, event: Any) -> None:
        """Open the palette instead of placing a cursor."""
        super().mousePressEvent(event)
        self.wanted.emit()

    def keyPressEvent(self, event: Any) -> None:
        """Open the palette when somebody starts to type."""
        if event.text().strip() or event.key() in {
            QtCore.Qt.Key.Key_Return,
            QtCore.Qt.Key.Key_Space,
        }:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


def _found_words(found: Found) -> str:
    """How many findings are open of each gravity."""
    counts = found.by_gravity.items()
    return " · ".join(f"{count} {word}{'s' * (count != 1)}" for word, count in counts)


def _dropped(event: QDropEvent) -> list[str]:
    """The paths of what is dropped that look like files of ours."""
    urls = event.mimeData().urls()
    return [u.toLocalFile() for u in urls if u.toLocalFile().lower().endswith(".sla")]


def windows() -> list[Window]:
    """Every window of the program, the active one first."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, Window)]
    return sorted(found, key=lambda one: not one.isActiveWindow())
