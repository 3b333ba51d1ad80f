"""A page of records with what follows from the record shown beside its form, always up to date."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QWidget

from slaeditor.model.entity import Entity
from slaeditor.rules.changes import Changes
from slaeditor.session.session import Session
from slaeditor.ui.later import Later
from slaeditor.ui.records_page import RecordsPage
from slaeditor.ui.side_by_side import Room

LETTERS_BESIDE = 124
"""From so many letters of room on, form and consequences stand side by side."""
QUIET = 40
"""Milliseconds after the last key until what follows is worked out, so that typing never waits."""


class Consequences(QWidget):
    """What follows from a record; made anew for each page."""

    def portions(self, row: Entity | None) -> Sequence[Callable[[], None]]:
        """Return what is to be done one after the other to show what follows from a record.

        Each takes a few milliseconds; keys and drawing may come between two of them.
        """
        raise NotImplementedError


class ConsequencePage(RecordsPage):
    """The list, the form, and beside it what follows, worked out after each edit."""

    room = Room(beside=64, least=26, most=30, right=112)

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        self._soon = QTimer()
        self._soon.setSingleShot(True)
        self._panel: Consequences | None = None
        self._portions: deque[Callable[[], object]] = deque()
        super().__init__(session, kind, parent)
        self._soon.setParent(self)
        self._later = Later(self)
        self._soon.timeout.connect(self.refresh)
        self.form.shown.connect(self.refresh)
        session.changed.connect(self._touched)
        self.arrange_form()
        self.refresh()

    @property
    def is_told_by_place(self) -> bool:
        """No record holds what was asked beside the form."""
        return False

    @property
    def consequences(self) -> Consequences:
        """The panel beside the form as it has to be, made now where it was not yet."""
        made = self._made()
        while self._work():
            pass
        return made

    def _made(self) -> Consequences:
        if self._panel is None:
            self._panel = made = self.make_consequences(self.held)
            made.setObjectName("page")
            made.hide()
        return self._panel

    def _place(self) -> None:
        """Put the panel where it will be shown."""
        made = self._made()
        if self.held.widget() is not made:
            self.held.setWidget(made)

    def make_consequences(self, parent: QWidget) -> Consequences:
        """Return the panel that stands beside the form."""
        raise NotImplementedError

    def arrange_form(self) -> None:
        """Put what matters most in the form first."""

    def _form_side(self, parent: QWidget) -> QWidget:
        self.both = QSplitter(Qt.Orientation.Horizontal, parent)
        form = super()._form_side(self.both)
        held = self.held = QScrollArea(self.both)
        held.setObjectName("consequences")
        held.setWidgetResizable(True)
        held.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held.setFrameShape(QFrame.Shape.NoFrame)
        held.setMinimumWidth(self.fontMetrics().horizontalAdvance("n") * 36)
        self.both.setHandleWidth(1)
        self.both.setChildrenCollapsible(False)
        self.both.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.both.addWidget(form)
        self.both.addWidget(held)
        self._share_form()
        return self.both

    def _share_form(self) -> None:
        letter, line = self.fontMetrics().horizontalAdvance("n"), self.fontMetrics().height() + 15
        beside = self.both.orientation() == Qt.Orientation.Horizontal
        self.both.setSizes([48 * letter, 52 * letter] if beside else [9 * line, 9 * line])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the consequences below the form where there is no room beside it."""
        super().resizeEvent(event)
        letter = self.fontMetrics().horizontalAdvance("n")
        narrow = event.size().width() < LETTERS_BESIDE * letter
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.both.orientation() != wanted:
            self.both.setOrientation(wanted)
            self._share_form()

    def _touched(self, _made: Changes) -> None:
        self._soon.start(QUIET)

    def refresh(self) -> None:
        """Show what follows from the record in the form, if it is one."""
        rows = self.form.rows
        found = self.session.project.find(self.kind, rows[0].id) if len(rows) == 1 else None
        self._portions.clear()
        self._portions.extend((self._made, self._place, partial(self._plan, found)))
        self._later.add(self._work)
        self.record_shown(found)

    def _plan(self, row: Entity | None) -> None:
        """Do one by one what shows the record."""
        self._portions.extend(self._made().portions(row))

    def _work(self) -> bool:
        """Do what comes next; return whether there is more."""
        if self._portions:
            self._portions.popleft()()
            if not self._portions:
                self._measure_panel()
        return bool(self._portions)

    def _measure_panel(self) -> None:
        """Give the panel its height before it is drawn, its parts being dressed.

        What scrolls it was not told of its size while it was hidden.
        """
        panel = self._made()
        for part in panel.findChildren(QWidget):
            part.ensurePolished()
        QCoreApplication.sendEvent(panel, QEvent(QEvent.Type.LayoutRequest))
        QCoreApplication.postEvent(panel, QEvent(QEvent.Type.LayoutRequest))

    def record_shown(self, row: Entity | None) -> None:
        """Follow the record that is shown, where the form depends on it."""
