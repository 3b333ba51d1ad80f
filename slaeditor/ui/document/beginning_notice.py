"""Above the document: texts that a project began with stand in another language than its handbooks.

They can be brought over in one step; what somebody changed since is left as it is.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from slaeditor.exchange.beginning import Beginning, beginning_in_its_language, language_word
from slaeditor.model.document import Document
from slaeditor.session.background import Ticket
from slaeditor.session.session import Session
from slaeditor.ui.export_choices import counted
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import button
from slaeditor.ui.sign import Sign


class BeginningNotice(QFrame):
    """Offers the untouched texts in the language of the handbooks; hidden while there are none.

    `brought` says what was done.
    """

    brought = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._session = session
        self._asked: Ticket | None = None
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.bring = button("", parent=self)
        self.bring.clicked.connect(self._bring)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(Sign(18, icon("languages", "muted"), self))
        row.addWidget(self.words, 1)
        row.addWidget(self.bring)
        self.hide()

    def look(self) -> None:
        """Find such texts beside the window, and show what was found."""
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._session.work_out(beginning_in_its_language, self._show)

    def _show(self, found: Beginning | None) -> None:
        self.setVisible(found is not None)
        if found is None:
            return
        wanted = language_word(self._session.project.the(Document).language)
        texts = counted(found.texts, "text")
        stand = "stands" if found.texts == 1 else "stand"
        self.words.setText(
            f"{texts} that the project began with {stand} unchanged in {found.language}, "
            f"while the handbooks are in {wanted}."
        )
        self.bring.setText(f"Bring over to {wanted}")
        self.bring.setAccessibleName(self.bring.text())

    def _bring(self) -> None:
        """Bring them over as they stand now, as one step."""
        found = beginning_in_its_language(self._session.project)
        if found is None:
            return
        wanted = language_word(found.project.the(Document).language)
        self._session.edit(found.project, f"Bring the beginning over to {wanted}")
        self._session.seal()
        self.brought.emit(f"{counted(found.texts, 'text')} brought over to {wanted}.")
