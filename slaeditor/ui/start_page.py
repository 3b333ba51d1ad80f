"""What a window shows while no project is open: how to begin, and where one left off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Signal, SignalInstance
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from slaeditor.ui.card import Card, Cover, line
from slaeditor.ui.early import NO_FOCUS, focus
from slaeditor.ui.icons import drawing, icon
from slaeditor.ui.labels import button, heading, muted, small_button, title
from slaeditor.ui.sign import Sign

if TYPE_CHECKING:  # whoever fills the page brings them along
    from PySide6.QtGui import QResizeEvent

    from slaeditor.exchange.starters import Starter
    from slaeditor.session.left_work import LeftWork
    from slaeditor.session.recent_files import RecentFile

WIDEST = 1080
SAMPLES = {"staff": "For &staff", "sales": "For s&ales", "client": "For &clients"}
"""The sample handbooks by the word of their reader."""
MOST_EVEN = 2
CARD_LETTERS = 34
"""Least width of a starter's card, in letters."""


class StartPage(QScrollArea):
    """Offers recovered work, starters and recent files; the signals say what was chosen."""

    starter_chosen = Signal(str)
    sample_wanted = Signal(str)
    opening_wanted = Signal()
    file_chosen = Signal(object)
    file_forgotten = Signal(object)
    recent_cleared = Signal()
    recovery_chosen = Signal(str)
    discard_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a page without content; `show_starters` and the others fill it."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        focus(self, NO_FOCUS)
        self._cards: list[Card] = []
        self._room = self.width()
        page = QWidget()
        page.setObjectName("page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(32, 28, 32, 28)
        self._column.setSpacing(12)
        self._column.addWidget(title(self.tr("Welcome to SLA Editor")))
        self._column.addWidget(
            muted(self.tr("Write your service levels once; hand every reader their handbook."))
        )
        self.left_work = self._part()
        self.starters = self._part()
        self.recent = self._part()
        self._column.addStretch(1)
        self.setWidget(_centred(page))

    def _part(self) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(8)
        part.setContentsMargins(0, 12, 0, 0)
        self._column.addLayout(part)
        return part

    # starters

    def show_starters(self, starters: Sequence[Starter]) -> None:
        """Offer the starters as cards."""
        _empty(self.starters)
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("Begin a new project")))
        head.addStretch(1)
        if starters:
            head.addWidget(self._sample_button())
        self.starters.addLayout(head)
        self._cards = [self._starter(starter) for starter in starters]
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.starters.addLayout(self._grid)
        self._arrange()

    def _sample_button(self) -> QPushButton:
        made = button(self.tr("See a sample handbook"), "book-open")
        made.setToolTip(self.tr("What comes out of a project: made now, from the first of these"))
        menu = QMenu(made)
        for word, words in SAMPLES.items():
            menu.addAction(words).triggered.connect(partial(self._want_sample, word))
        made.setMenu(menu)
        return made

    def _want_sample(self, word: str, _on: bool = False) -> None:
        self.sample_wanted.emit(word)

    def _starter(self, starter: Starter) -> Card:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(line(starter.name, strong=True, wrap=True))
        words.addWidget(line(starter.sentence, muted=True, wrap=True))
        words.addStretch(1)
        inside = QHBoxLayout()
        inside.setContentsMargins(14, 14, 14, 14)
        inside.setSpacing(14)
        picture = QVBoxLayout()
        picture.addWidget(Cover(starter.colour, drawing(starter.icon)))
        picture.addStretch(1)
        inside.addLayout(picture)
        inside.addLayout(words, 1)
        card = Card(starter.name, inside)
        card.setAccessibleDescription(starter.sentence)
        card.clicked.connect(lambda: self.starter_chosen.emit(starter.key))
        return card

    def _arrange(self) -> None:
        if not self._cards:
            return
        room = min(self._room, WIDEST) - 64
        least = self.fontMetrics().horizontalAdvance("n") * CARD_LETTERS
        columns = max(1, min(3, len(self._cards), room // least))
        if columns > MOST_EVEN and len(self._cards) % columns == 1:
            columns -= 1  # no card stands alone in its line
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards side by side as there is room for."""
        super().resizeEvent(event)
        self._room = event.size().width()
        self._arrange()

    # recent files

    def show_recent(self, files: Sequence[RecentFile]) -> None:
        """List the files opened last, the missing ones greyed."""
        _empty(self.recent)
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("Open")))
        head.addStretch(1)
        if files:
            clear = button(self.tr("Clear list"))
            clear.setProperty("kind", "quiet")
            clear.clicked.connect(self.recent_cleared)
            head.addWidget(clear)
        open_button = button(self.tr("Open a file…"), "folder-open")
        open_button.clicked.connect(self.opening_wanted)
        head.addWidget(open_button)
        self.recent.addLayout(head)
        for file in files:
            self.recent.addLayout(self._recent(file))
        if not files:
            self.recent.addWidget(muted(self.tr("Files that you open or save are listed here.")))

    def _recent(self, file: RecentFile) -> QLayout:
        missing = file.missing
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._recent_card(file, missing=missing), 1)
        if missing:
            forget = small_button(
                self.tr("Take {name} off the list").format(name=file.path.name), "x"
            )
            forget.clicked.connect(lambda: self.file_forgotten.emit(file.path))
            row.addWidget(forget)
        return row

    def _recent_card(self, file: RecentFile, *, missing: bool) -> Card:
        inside = QHBoxLayout()
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(12)
        inside.addWidget(Sign(18, icon("file-x" if missing else "file-text")))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(line(file.path.name, strong=not missing, muted=missing))
        words.addWidget(line(_folder(file.path), muted=True))
        inside.addLayout(words, 1)
        told = self.tr("not found") if missing else _when(file.opened)
        inside.addWidget(line(told, muted=True))
        card = Card(file.path.name, inside, "row")
        card.setAccessibleDescription(f"{file.path.parent}, {told}")
        card.setToolTip(str(file.path))
        card.setEnabled(not missing)
        card.clicked.connect(lambda: self.file_chosen.emit(file.path))
        return card

    # what a crash left

    def show_left_work(self, found: Sequence[LeftWork]) -> None:
        """Offer work to recover, with what is known about it."""
        _empty(self.left_work)
        if not found:
            return
        self.left_work.addWidget(heading(self.tr("Recovered work")))
        self.left_work.addWidget(
            muted(self.tr("The program ended before this work was saved. Nothing of it is lost."))
        )
        for work in found:
            self.left_work.addWidget(self._left(work))

    def _left(self, work: LeftWork) -> QFrame:
        frame = QFrame()
        frame.setObjectName("banner")
        frame.setProperty("severity", "warning")
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(Sign(20, icon("life-buoy", "warning")))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(line(work.name, strong=True))
        words.addWidget(line(" · ".join(filter(None, _told(work))), muted=True, wrap=True))
        row.addLayout(words, 1)
        row.addWidget(self._left_button(self.tr("Discard"), work, self.discard_chosen))
        recover = self._left_button(self.tr("Recover"), work, self.recovery_chosen)
        recover.setProperty("kind", "primary")
        row.addWidget(recover)
        return frame

    def _left_button(self, words: str, work: LeftWork, chosen: SignalInstance) -> QPushButton:
        made = button(words)
        made.setAccessibleName(f"{words} {work.name}")
        made.clicked.connect(lambda: chosen.emit(work.key))
        return made


def _centred(page: QWidget) -> QWidget:
    """Return what keeps a page in the middle and no wider than words are read with ease."""
    outer = QWidget()
    outer.setObjectName("page")
    row = QHBoxLayout(outer)
    row.setContentsMargins(0, 0, 0, 0)
    page.setMaximumWidth(WIDEST)
    row.addStretch(1)
    row.addWidget(page, 100)
    row.addStretch(1)
    return outer


def _told(work: LeftWork) -> list[str]:
    steps = f"{work.steps} change{'s' * (work.steps != 1)}" if work.steps else "no unsaved change"
    moment = work.moment.timestamp() if work.moment is not None else None
    return [steps, _when(moment), work.folder, work.trouble]


def _folder(path: Path) -> str:
    """Return the folder of a file, the home folder as "~"."""
    try:
        return str(Path("~") / path.parent.relative_to(Path.home()))
    except ValueError:
        return str(path.parent)


def _when(moment: float | None) -> str:
    """Return a moment, in seconds since 1970, as the locale writes it; today's without the date."""
    if moment is None:
        return ""
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    local = QDateTime.fromSecsSinceEpoch(int(moment))
    clock = locale.toString(local.time(), short)
    if local.date() == QDateTime.currentDateTime().date():
        return f"today, {clock}"
    return f"{locale.toString(local.date(), short)}, {clock}"


def _empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inside = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        if inside is not None:
            _empty(inside)
            inside.deleteLater()
