"""What every panel promises: its answer is worked out beside the window and shown when it is there.

The answer before stays until the new one comes; while the panel is not seen nothing is worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from slaeditor.model.project import Project
from slaeditor.rules.changes import Changes
from slaeditor.rules.passages import Passage
from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.blocks import Tall, scrolled
from slaeditor.ui.following_answer import FollowingAnswer
from slaeditor.ui.icons import icon
from slaeditor.ui.message_bar import MessageBar
from slaeditor.ui.page import Page
from slaeditor.ui.panels import Panel
from slaeditor.ui.place import Place
from slaeditor.ui.saved_passages import PassageSaver
from slaeditor.ui.way import Lead, Way


class PanelPage(Page):
    """A heading, a sentence and an answer; each kind of panel says what it asks and shows."""

    def __init__(self, session: Session, panel: Panel, parent: QWidget | None = None) -> None:
        super().__init__(session, parent=parent)
        self.panel = panel
        self._following = FollowingAnswer(session, self, self.question)
        self._following.came.connect(self.show_answer)
        self.messages = MessageBar()
        self._saver = PassageSaver(session, self.messages, self)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        self.buttons = QHBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(labels.title(self.panel.title), 1)
        above.addLayout(self.buttons)
        page = Tall()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(24, 16, 24, 24)
        inside.setSpacing(12)
        inside.addLayout(above)
        inside.addWidget(labels.muted(self.panel.sentence))
        inside.addLayout(self.column)
        inside.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(scrolled(page))

    @property
    def answer(self) -> Any:
        """What was worked out last; None before that."""
        return self._following.value

    @answer.setter
    def answer(self, value: Any) -> None:
        self._following.value = value

    @property
    def place(self) -> Place:
        """The panel."""
        return Place(panel=self.panel.key)

    def question(self) -> Callable[[Project], Any]:
        """Return what is worked out of the project; it runs on a thread and touches no widget."""
        raise NotImplementedError

    def show_answer(self, answer: Any) -> None:
        """Show what was worked out."""
        raise NotImplementedError

    def shows(self, changes: Changes) -> bool:
        """Whatever is changed, the answer follows it."""
        return bool(changes)

    def ask(self) -> None:
        """Have the answer worked out for the project as it stands."""
        self._following.ask()

    def way(self, picture: str, token: str, words: str, detail: str, place: Place) -> Way:
        """Return a line that leads to a place."""
        made = Way(Lead(icon(picture, token), words, detail, place))
        made.chosen.connect(self.wanted)
        return made

    def add_button(
        self, words: str, picture: str, run: Callable[[], None], *, primary: bool = False
    ) -> QPushButton:
        """Put a button beside the heading."""
        made = labels.button(words, picture, primary=primary)
        made.clicked.connect(run)
        self.buttons.addWidget(made)
        return made

    def save_pdf(self, heading: str, name: str, passages: Sequence[Passage]) -> None:
        """Ask for a file and write passages there as a document with a cover."""
        self._saver.save(heading, name, passages)
