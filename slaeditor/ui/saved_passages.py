"""Saving an answer as a document with a cover, from any page that has one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from slaeditor.model.project import Project
from slaeditor.rules.passages import Passage
from slaeditor.session.background import Trouble
from slaeditor.session.session import Session
from slaeditor.ui import asking
from slaeditor.ui.dialog import show_file
from slaeditor.ui.message_bar import MessageBar
from slaeditor.ui.today import today

FOR_THE_MANAGER = "Names people and what they cost. Not for staff, sales or clients."
FOR_THE_TEAM = "For Sales and service. Not for clients."


class PassageSaver:
    """Asks for a file, has it made on a thread, and says when it is there."""

    def __init__(self, session: Session, messages: MessageBar, parent: QWidget) -> None:
        """Save for a page; `messages` says how it went."""
        self._session = session
        self._messages = messages
        self._parent = parent

    def save(
        self, heading: str, name: str, passages: Sequence[Passage], line: str = FOR_THE_MANAGER
    ) -> None:
        """Write passages into a file that is asked for; `line` says on the cover whose they are."""
        kinds = "PDF (*.pdf)"
        path = asking.path_to_save(self._parent, f"Save “{heading}”", f"{name}.pdf", kinds)
        if not path:
            return
        on = today()

        def work(project: Project) -> str:
            from slaeditor.publish.edition.case_for_staff import printed_passages
            from slaeditor.publish.printing import pdf
            from slaeditor.storage.document_file import write_made

            made = printed_passages(project, heading, passages, on, line)
            return str(write_made(Path(path), pdf(made)).path)

        self._messages.note(f"Making “{heading}”…")
        self._session.work_out(work, self._saved, self._complain)

    def _saved(self, path: str) -> None:
        self._messages.note(f"Saved {Path(path).name}.", "Open", lambda: show_file(path))

    def _complain(self, trouble: Trouble) -> None:
        self._messages.trouble(f"{trouble.sentence} {trouble.remedy}".strip(), grave=True)
