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
    QLabel,
    QSpinBox,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.session.audience import Audience
from slaeditor.session.background import Lane, Ticket, Trouble
from slaeditor.session.rendering import PreviewWish
from slaeditor.ui.icons import icon
from slaeditor.ui.notice_bar import Choice, NoticeBar
from slaeditor.ui.preview_head import PreviewHead, lay_out
from slaeditor.ui.sign import Sign

if TYPE_CHECKING:
    from slaeditor.publish.printing import Progress
    from slaeditor.ui.pdf_pages import PdfView

QUIET = 120
"""Milliseconds after the last edit before the handbook is made again."""

Maker = Callable[[PreviewWish, Ticket], bytes]


class PreviewPane(QWidget):
    """Shows the handbook of a project for a chosen audience.

    `trouble_followed` brings the trouble whose place somebody wants to see, `pages_shown` how many
    pages there are now, `opening_wanted` the PDF to be opened in another program, `passage_chosen`
    a line that somebody wants to edit.
    """

    trouble_followed = Signal(object)
    pages_shown = Signal(int)
    opening_wanted = Signal(bytes)
    passage_chosen = Signal(object)

    def __init__(self, maker: Maker, parent: QWidget | None = None) -> None:
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
        self.head.offer_clients(project)
        if at_once:
            self.refresh()
        elif self.isVisible():
            self._quiet.start()

    def follow(self, *titles: str) -> None:
        """Scroll to the first of some titles that is found, now or in the next pages.

        A place in a chapter that is not shown is shown a moment later.
        """
        if titles == self._place:
            return
        self._place = titles
        self._place_found = self._view is not None and self._view.go_to(titles[:1])
        if not self._place_found and self._project is not None and not self.head.whole.isChecked():
            self._stale = True
            self._quiet.start()
        elif not self._place_found and self._view is not None:
            self._place_found = self._view.go_to(titles)

    def call_place(self, *titles: str) -> None:
        """Know what the place being edited is called now; the pages stay where they are."""
        if titles and self._place:
            self._place = titles

    def refresh(self) -> None:
        """Make the handbook again now, if the pane is to be seen."""
        self._quiet.stop()
        if self._project is None or not self.isVisible():
            return
        self._stale = False
        self._say_updating(self.tr("Updating…"))
        whole = self.head.whole.isChecked()
        wish = PreviewWish(self._project, self.head.audience, self._place, whole)
        self._lane.ask(
            lambda ticket: self._maker(wish, ticket),
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
        self.head = PreviewHead()
        self.head.chosen.connect(self.refresh)
        column.addWidget(self.head)
        self.bar = NoticeBar()
        column.addWidget(self.bar)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty())
        column.addLayout(self._stack, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        self.mark = QLabel()
        self.mark.setProperty("role", "muted")
        self.mark.hide()
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
        foot = QWidget()
        lay_out(
            foot,
            self.page,
            self.mark,
            None,
            self.scale,
            self.out,
            self.fit,
            self.closer,
            self.outside,
        )
        foot.setEnabled(False)
        self._foot_bar = foot
        self._show_place()
        return foot

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
        words = QLabel(self.tr("The handbook appears here as soon as it has something to say."))
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(Sign(32, icon("book-open")), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        return page

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
        self._view.passage_chosen.connect(self.passage_chosen)
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


def previewed(window: QWidget, otherwise: Reader) -> Audience:
    """Return for whom the preview in a window is; a window without one is for a reader alone."""
    panes = window.findChildren(PreviewPane)
    return panes[0].head.audience if panes else Audience(otherwise)
