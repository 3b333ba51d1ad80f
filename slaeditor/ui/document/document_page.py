"""The page of the document: form, covers, looks, chapters and revisions on one page."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from slaeditor.model.document import Document
from slaeditor.model.entity import Entity, field
from slaeditor.rules.changes import Changes
from slaeditor.session.background import Ticket, Trouble
from slaeditor.session.session import Session
from slaeditor.ui.document.beginning_notice import BeginningNotice
from slaeditor.ui.document.chapters_panel import ChaptersPanel
from slaeditor.ui.document.cover_words import cover_words
from slaeditor.ui.document.freezing import freeze
from slaeditor.ui.document.looks_panel import LooksPanel
from slaeditor.ui.document.revisions_panel import RevisionsPanel
from slaeditor.ui.single_page import SinglePage


class DocumentPage(SinglePage):
    """The form of the document with its covers above, its chapters and revisions below."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(session, kind, parent)
        self._covers: Ticket | None = None
        self.looks = LooksPanel(self.form.page)
        self._chapters = ChaptersPanel(self.form.page)
        self.revisions = RevisionsPanel(self.form.page)
        self.beginning = BeginningNotice(session, self.form.page)
        self.form.add_panel(self.beginning, 0)
        self.form.add_panel(self.looks, 1)
        last = 2 + len(self.form.sections)
        self.form.add_panel(self._chapters, last)
        self.form.add_panel(self.revisions, last + 1)
        self.form.make_later(self._chapters.make_next)
        self.looks.wanted.connect(self.change)
        self._chapters.wanted.connect(self.change)
        self.revisions.wanted.connect(self.wanted)
        self.revisions.freeze_wanted.connect(self.freeze)
        self.beginning.brought.connect(self.noted)
        session.changed.connect(self._show_panels)
        self._show()

    @property
    def chapters(self) -> ChaptersPanel:
        """The switches of the chapters, all of them made now."""
        while self._chapters.make_next():
            pass
        return self._chapters

    def _show_panels(self, made: Changes) -> None:
        if made.touch("document", "pictures", "revisions"):
            self._show()

    def _show(self) -> None:
        project = self.session.project
        self.looks.show_project(project)
        if self._covers is not None:
            self._covers.cancel()
        self._covers = self.session.work_out(cover_words, self.looks.show_covers)
        self.beginning.look()
        self._chapters.show_document(project.the(Document))
        self.revisions.show_project(project)

    def change(self, name: str, value: Any) -> None:
        """Give a field of the document another value, as a step of its own."""
        project = self.session.project
        known = next(iter(project.document), None)
        row = known or Document(id=self.form.rows[0].id)
        made = row.but(**{name: value})
        label = field(Document, name).label
        step = f"Change {label[0].lower()}{label[1:]}"
        self.session.edit(project.put(made) if known else project.add(made), step)
        self.session.seal()
        self._show()

    def freeze(self) -> None:
        """Keep the state as it is in a new revision, named by the document's version."""
        self.revisions.freeze.setEnabled(False)
        freeze(self.session, self._tell_kept, self._refuse)

    def _refuse(self, trouble: Trouble) -> None:
        self.revisions.freeze.setEnabled(True)
        self.session.troubled.emit(trouble)

    def _tell_kept(self, words: str) -> None:
        self.revisions.freeze.setEnabled(True)
        self.noted.emit(words)
