"""An answer about the project that is worked out beside the window, as long as somebody sees it.

The answer before stays until the new one comes. What becomes old while nobody looks is asked for
when it is looked at again; what comes meanwhile is told then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from slaeditor.model.project import Project
from slaeditor.session.background import Ticket
from slaeditor.session.session import Session

QUIET_MILLISECONDS = 150
"""How long the project must rest before an answer is worked out anew."""

Question = Callable[[Project], Any]
"""What is worked out; it runs on a thread and touches no widget."""


class FollowingAnswer(QObject):
    """Follows the project for a widget: `asked` says that it is worked out anew, `came` brings it.

    Of several questions only the last is answered.
    """

    asked = Signal()
    came = Signal(object)

    def __init__(self, session: Session, seen: QWidget, question: Callable[[], Question]) -> None:
        """Ask a question of the project of a session when it changes and a widget is seen."""
        super().__init__(seen)
        self.value: Any = None
        self._session, self._seen, self._question = session, seen, question
        self._ticket: Ticket | None = None
        self._is_old, self._is_told = True, True
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MILLISECONDS)
        self._quiet.timeout.connect(self.ask)
        session.changed.connect(self._grow_old)
        seen.installEventFilter(self)

    def ask(self) -> None:
        """Have it worked out for the project as it stands."""
        if self._session.is_over:  # the window closes while a quiet runs out
            return
        self._quiet.stop()
        self._is_old = False
        self.asked.emit()
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._session.work_out(self._question(), self._take)

    def ask_if_seen(self) -> None:
        """Have it worked out at once where it is seen, else as soon as it is."""
        self._is_old = True
        if self._seen.isVisible():
            self.ask()

    def _grow_old(self) -> None:
        self._is_old = True
        if self._seen.isVisible():
            self._quiet.start()

    def _take(self, value: Any) -> None:
        self.value = value
        self._is_told = self._seen.isVisible()
        if self._is_told:
            self.came.emit(value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell what came while nobody looked, and ask anew where the project is another."""
        if watched is self._seen and event.type() == QEvent.Type.Show:
            if not self._is_told:
                self._is_told = True
                self.came.emit(self.value)
            if self._is_old:
                self.ask()
        return super().eventFilter(watched, event)
