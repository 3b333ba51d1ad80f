"""The overview: what there is already, what is missing, what is wrong, what runs out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from slaeditor.model import kinds
from slaeditor.model.document import Document
from slaeditor.model.entity import Entity
from slaeditor.model.project import entity_named, table_name
from slaeditor.rules.changes import Changes
from slaeditor.rules.expiry import Ending, endings
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.findings_panel import where
from slaeditor.ui.icons import icon, severity_icon
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.page import Page
from slaeditor.ui.place import Place

WAY = (
    ("Service", "What you offer"),
    ("ServiceLevel", "The packages clients buy"),
    ("Calendar", "When the clock runs"),
    ("Severity", "How bad it can be"),
    ("Measure", "What is observed"),
    ("Target", "What is promised"),
    ("PricePlan", "What it costs"),
    ("Role", "Who takes part"),
    ("Assignment", "Who does what"),
    ("MethodStep", "How it is done, step by step"),
    ("EscalationPolicy", "What happens when it is late"),
    ("Compensation", "What is owed when it is missed"),
)
"""The parts an agreement needs, in the order in which they are best written."""
SOON = timedelta(days=90)
MOST = 6
WIDEST = 900


class OverviewPage(Page):
    """What is complete, open findings and endings; every line leads to its place."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._stale = True
        self._heading = labels.title("")
        self._words = labels.muted("")
        self._parts = QGridLayout()
        self._findings = QVBoxLayout()
        self._endings = QVBoxLayout()
        self._lay_out()
        session.changed.connect(self._changed)
        session.checked.connect(self._refresh_soon)
        self._refresh()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        page.setMaximumWidth(WIDEST)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        column.addWidget(_card("The way to a complete agreement", self._parts))
        column.addWidget(_card("Findings", self._findings))
        column.addWidget(_card("Runs out or is due", self._endings))
        column.addStretch()
        self._parts.setHorizontalSpacing(16)
        self._parts.setVerticalSpacing(2)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _changed(self, _made: Changes) -> None:
        self._refresh_soon()

    def _refresh_soon(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what is shown up to date."""
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def shows(self, changes: Changes) -> bool:
        """A change is never seen here, only counted."""
        return not changes

    def _refresh(self) -> None:
        self._stale = False
        project = self.session.project
        document = project.the(Document)
        self._heading.setText(document.name or "Untitled agreement")
        done = sum(bool(len(project.table(entity_named(name)))) for name, _ in WAY)
        self._words.setText(f"{done} of {len(WAY)} parts have been begun.")
        self._show_parts()
        self._show_findings()
        self._show_endings()

    def _show_parts(self) -> None:
        _clear(self._parts)
        half = (len(WAY) + 1) // 2
        for at, (name, sentence) in enumerate(WAY):
            line = _Line(self, entity_named(name), sentence)
            self._parts.addWidget(line, at % half, at // half)

    def _show_findings(self) -> None:
        _clear(self._findings)
        found = [one for one in self.session.findings if one.is_open]
        if not found:
            self._findings.addWidget(labels.muted("Nothing to be found: all is well here."))
        for finding in found[:MOST]:
            place = Place(finding.table, finding.row, finding.field)
            words = where(self.session.project, finding)
            picture = severity_icon(str(finding.severity))
            self._findings.addWidget(_Way(self, picture, str(finding.sentence), words, place))
        if len(found) > MOST:
            more = f"{len(found) - MOST} more in the panel of findings below."
            self._findings.addWidget(labels.muted(more))

    def _show_endings(self) -> None:
        _clear(self._endings)
        found = endings(self.session.project, date.today(), SOON)  # noqa: DTZ011  the user's day
        if not found:
            self._endings.addWidget(labels.muted("Nothing within the next 90 days."))
        for ending in found[:MOST]:
            self._endings.addWidget(self._ending(ending))

    def _ending(self, ending: Ending) -> QWidget:
        past = ending.on < date.today()  # noqa: DTZ011  the user's own day
        picture = icon("calendar-x" if past else "calendar-clock", "warning" if past else "muted")
        kind = ending.row.declaration
        name = title(self.session.project, ending.row)
        day = LocaleWords().words(kinds.DATE, ending.on)
        words = f"{kind.singular} “{name}”: {ending.field.label.lower()} {day}"
        place = Place(table_name(type(ending.row)), ending.row.id, ending.field.name)
        return _Way(self, picture, words, "Past" if past else "", place)


class _Way(QPushButton):
    """A line that leads to a place."""

    def __init__(self, page: Page, picture: Any, words: str, where_: str, place: Place) -> None:
        super().__init__()
        self._page = page
        self._place = place
        self.setProperty("kind", "heading")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{words} {where_}".strip())
        sign = QLabel()
        sign.setPixmap(picture.pixmap(QSize(16, 16)))
        sentence = QLabel(words)
        sentence.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(sentence)
        if where_:
            column.addWidget(labels.muted(where_))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 6, 5)
        row.setSpacing(10)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(self._go)

    def sizeHint(self) -> QSize:
        """As high as the words need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def _go(self) -> None:
        self._page.wanted.emit(self._place)


class _Line(_Way):
    """A part of the agreement with how much there is of it."""

    def __init__(self, page: Page, kind: type[Entity], sentence: str) -> None:
        declared = kind.declaration
        count = len(page.session.project.table(kind))
        picture = icon("circle-check", "ok") if count else icon("circle", "muted")
        words = f"{declared.plural} ({count})" if count else declared.plural
        super().__init__(page, picture, words, sentence, Place(table_name(kind)))


def _card(words: str, content: QLayout) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    column.addWidget(labels.heading(words))
    column.addLayout(content)
    return card


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
