"""The handbook as its reader will get it, made again a moment after each edit.

Pages are laid out by a process of its own; the older pages stay until the newer ones are there,
and the place on them is kept. Nothing is made while the pane is hidden.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.clients import Client
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.names import title
from slaeditor.session.audience import EDITIONS, Audience
from slaeditor.session.background import Lane, Ticket, Trouble
from slaeditor.session.rendering import handbook_pdf
from slaeditor.ui.icons import icon
from slaeditor.ui.notice_bar import Choice, NoticeBar

if TYPE_CHECKING:
    from slaeditor.publish.printing import Progress
    from slaeditor.ui.pdf_pages import PdfView

QUIET = 500
"""Milliseconds after the last edit before the handbook is made again."""

Maker = Callable[[Project, Audience, Ticket], bytes]


class PreviewPane(QWidget):
    """Shows the handbook of a project for a chosen audience.

    `trouble_followed` brings the trouble whose place somebody wants to see, `pages_shown` how many
    pages there are now, `opening_wanted` the PDF to be opened in another program.
    """

    trouble_followed = Signal(object)
    pages_shown = Signal(int)
    audience_changed = Signal(object)
    opening_wanted = Signal(bytes)

    def __init__(self, parent: QWidget | None = None, maker: Maker = handbook_pdf) -> None:
        """Make an empty pane; QtPdf is loaded with the first pages."""
        super().__init__(parent)
        self._maker = maker
        self._project: Project | None = None
        self._place: tuple[str, ...] = ()
        self._place_found = True
        self._stale = False
        self._content = b""
        self._view: PdfView | None = None
        self._lane = Lane("preview", self, newest_wins=True)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self.refresh)
        self._build()

    # what others say to it

    @property
    def audience(self) -> Audience:
        """For whom the handbook is made."""
        return Audience(Reader(self.reader.currentData()), self.client.currentData() or "")

    @property
    def content(self) -> bytes:
        """The PDF that is shown, empty before the first."""
        return self._content

    @property
    def updating(self) -> bool:
        """Whether newer pages are on their way."""
        return not self.mark.isHidden()

    def show_project(self, project: Project, *, at_once: bool = False) -> None:
        """Show the handbook of a project soon; `at_once` for one that was just opened."""
        self._project = project
        self._stale = True
        self._offer_clients(project)
        if at_once:
            self.refresh()
        elif self.isVisible():
            self._quiet.start()

    def show_audience(self, audience: Audience) -> None:
        """Choose another audience."""
        self.reader.setCurrentIndex(self.reader.findData(audience.reader.value))
        self.client.setCurrentIndex(max(0, self.client.findData(audience.client)))

    def follow(self, *titles: str) -> None:
        """Scroll to the first of some titles that is found, now or in the next pages."""
        if titles == self._place:
            return
        self._place = titles
        self._place_found = self._view is not None and self._view.go_to(titles)

    def refresh(self) -> None:
        """Make the handbook again now, if the pane is to be seen."""
        self._quiet.stop()
        if self._project is None or not self.isVisible():
            return
        self._stale = False
        self._say_updating(self.tr("Updating…"))
        project, audience = self._project, self.audience
        self._lane.ask(
            lambda ticket: self._maker(project, audience, ticket),
            self._take,
            self._complain,
            self._count,
        )

    def close_down(self) -> None:
        """Stop the process and the thread; the pane is not used afterwards."""
        self._quiet.stop()
        self._lane.close()
        if self._view is not None:
            self._view.clear()

    # building

    def _build(self) -> None:
        self.setMinimumWidth(380)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self.bar = NoticeBar()
        column.addWidget(self.bar)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty())
        column.addLayout(self._stack, 1)
        column.addWidget(self._foot())

    def _head(self) -> QWidget:
        self.reader = QComboBox()
        self.reader.setAccessibleName(self.tr("Edition"))
        self.reader.setToolTip(self.tr("Which reader's handbook is shown"))
        for reader, words in EDITIONS.items():
            self.reader.addItem(words, reader.value)
        self.client = QComboBox()
        self.client.setAccessibleName(self.tr("Client"))
        self.client.setToolTip(self.tr("Whose own handbook is shown"))
        self.client.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.client.setMinimumContentsLength(12)
        self.client.addItem(self.tr("Clients in general"), "")
        self.client.hide()
        self.reader.currentIndexChanged.connect(self._choose)
        self.client.currentIndexChanged.connect(self._choose)
        self.mark = QLabel()
        self.mark.setProperty("role", "muted")
        self.mark.hide()
        return _bar(self.reader, self.client, None, self.mark)

    def _foot(self) -> QWidget:
        self.page = QSpinBox()
        self.page.setAccessibleName(self.tr("Page"))
        self.page.setPrefix(self.tr("Page "))
        self.page.setKeyboardTracking(False)
        self.page.lineEdit().setTextMargins(8, 0, 0, 0)  # the style sheet's padding is ignored
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page.valueChanged.connect(self._turn_to)
        self.out = self._button("zoom-out", self.tr("Smaller"), "zoom_out")
        self.fit = self._button("maximize", self.tr("Fit the width"), "fit_width")
        self.closer = self._button("zoom-in", self.tr("Larger"), "zoom_in")
        self.scale = QLabel()
        self.scale.setProperty("role", "muted")
        self.outside = self._button("external-link", self.tr("Open in another program"), "")
        self.outside.clicked.connect(self._open_outside)
        self._foot_bar = _bar(
            self.page, None, self.scale, self.out, self.fit, self.closer, self.outside
        )
        self._foot_bar.setEnabled(False)
        self._show_place()
        return self._foot_bar

    def _button(self, drawing: str, words: str, verb: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setToolTip(words)
        button.setIcon(icon(drawing))
        button.setIconSize(QSize(16, 16))
        if verb:
            button.clicked.connect(lambda: self._view and getattr(self._view, verb)())
        return button

    def _empty(self) -> QWidget:
        page = QWidget()
        page.setObjectName("canvas")
        column = QVBoxLayout(page)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign = QLabel()
        sign.setPixmap(icon("book-open").pixmap(QSize(32, 32)))
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = QLabel(self.tr("The handbook appears here as soon as it has something to say."))
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(sign)
        column.addWidget(words)
        return page

    # clients and editions

    def _offer_clients(self, project: Project) -> None:
        wanted = [("", self.tr("Clients in general"))]
        wanted += [(client.id, title(project, client)) for client in project.table(Client)]
        count = self.client.count()
        offered = [(self.client.itemData(at), self.client.itemText(at)) for at in range(count)]
        if wanted == offered:
            return
        chosen = self.client.currentData()
        self.client.blockSignals(True)
        self.client.clear()
        for key, words in wanted:
            self.client.addItem(words, key)
        self.client.setCurrentIndex(max(0, self.client.findData(chosen)))
        self.client.blockSignals(False)
        self._show_client_choice()

    def _show_client_choice(self) -> None:
        for_clients = self.reader.currentData() == Reader.CLIENT.value
        self.client.setVisible(for_clients and self.client.count() > 1)

    def _choose(self) -> None:
        self._show_client_choice()
        self.audience_changed.emit(self.audience)
        self.refresh()

    # what comes back

    def _take(self, content: bytes) -> None:
        from slaeditor.ui.pdf_pages import Pages

        self._say_updating("")
        self.bar.take_back("trouble")
        pages = Pages(content)
        self._content = content
        view = self._view or self._make_view()
        view.show_pages(pages)
        self._stack.setCurrentWidget(view)
        self._foot_bar.setEnabled(True)
        if not self._place_found:
            self._place_found = view.go_to(self._place)
        self._show_place()
        self.pages_shown.emit(pages.count)

    def _make_view(self) -> PdfView:
        from slaeditor.ui.pdf_pages import PdfView

        self._view = PdfView()
        self._view.place_changed.connect(self._show_place)
        self._stack.addWidget(self._view)
        return self._view

    def _complain(self, trouble: Trouble) -> None:
        self._say_updating("")
        words = " ".join(filter(None, (trouble.sentence, trouble.remedy)))
        choice = Choice(self.tr("Go there"), lambda: self.trouble_followed.emit(trouble))
        self.bar.tell(words, choice, severity="error", key="trouble")

    def _count(self, progress: Progress) -> None:
        if progress.page:
            self._say_updating(self.tr("Updating… page {page}").format(page=progress.page))

    def _say_updating(self, words: str) -> None:
        self.mark.setText(words)
        self.mark.setVisible(bool(words))

    # the place

    def _show_place(self) -> None:
        count = self._view.page_count if self._view else 0
        self.page.blockSignals(True)
        self.page.setRange(min(1, count), count)
        self.page.setSuffix(self.tr(" of {count}").format(count=count))
        self.page.setValue(self._view.page + 1 if self._view and count else 0)
        self.page.blockSignals(False)
        self.scale.setText(f"{self._view.scale:.0%}" if self._view and count else "")

    def _turn_to(self, number: int) -> None:
        if self._view is not None:
            self._view.go_to_page(number - 1)

    def _open_outside(self) -> None:
        if self._content:
            self.opening_wanted.emit(self._content)

    def showEvent(self, event: QShowEvent) -> None:
        """Make what became stale while nobody looked."""
        super().showEvent(event)
        if self._stale:
            QTimer.singleShot(0, self, self.refresh)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop everything with the window."""
        self.close_down()
        super().closeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Make nothing that nobody sees."""
        super().hideEvent(event)
        if self.updating:
            self._stale = True
            self._lane.cancel()
            self._say_updating("")


def _bar(*widgets: QWidget | None) -> QWidget:
    """Return a row of widgets; None is the room between its two ends."""
    bar = QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(12, 6, 8, 6)
    row.setSpacing(4)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return bar
