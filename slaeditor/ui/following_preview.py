"""The preview of a window: it shows the project and follows the place being edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from slaeditor.model.project import Project, kinds
from slaeditor.model.readers import Reader
from slaeditor.rules.names import title
from slaeditor.rules.whereabouts import whereabouts
from slaeditor.session.audience import Audience
from slaeditor.session.rendering import Previews
from slaeditor.ui.frame import Frame
from slaeditor.ui.place import Place
from slaeditor.ui.preview import PreviewPane
from slaeditor.ui.settings import settings

if TYPE_CHECKING:
    from slaeditor.ui.pdf_pages import Passage

_READER = "preview/reader"


class FollowingPreview(PreviewPane):
    """The preview of a window: shows its project and follows the place being edited."""

    def __init__(self, frame: Frame) -> None:
        """Follow the window's session and workbench."""
        self._previews = Previews()
        super().__init__(maker=self._previews.pdf)
        self._frame = frame
        cut_for = frame.session.reader if frame.session is not None else None
        kept = cut_for or str(settings().value(_READER, Reader.STAFF.value))
        if kept in {reader.value for reader in Reader}:
            self.head.show_audience(Audience(Reader(kept)))
        self.head.chosen.connect(self._remember)
        self.trouble_followed.connect(self._go_to_trouble)
        self.passage_chosen.connect(self._go_to_passage)
        self.opening_wanted.connect(self._hand_to_viewer)
        self._folder: QTemporaryDir | None = None
        session, workbench = frame.session, frame.workbench
        if session is not None:
            session.changed.connect(self._show_change)
            self.show_project(session.project, at_once=True)
        if workbench is not None:
            workbench.place_changed.connect(self._follow)

    def close_down(self) -> None:
        """Stop everything, the process that waits for the next edit too."""
        super().close_down()
        self._previews.close()

    def _show_change(self) -> None:
        session, workbench = self._frame.session, self._frame.workbench
        if session is not None and workbench is not None:
            self.call_place(*_titles(session.project, workbench.place))
            self.show_project(session.project)

    def _follow(self, place: Place) -> None:
        session = self._frame.session
        if session is not None and place.table:
            self.follow(*_titles(session.project, place))

    def _remember(self) -> None:
        settings().setValue(_READER, self.head.audience.reader.value)

    def _go_to_trouble(self, trouble: object) -> None:
        session, workbench = self._frame.session, self._frame.workbench
        source = str(getattr(trouble, "sentence", ""))
        if session is None or workbench is None:
            return
        for name, _, table in session.project.tables():
            for row in table:
                called = title(session.project, row)
                if f"“{called}”" in source:
                    workbench.go(Place(name, row.id))
                    return

    def _go_to_passage(self, passage: Passage) -> None:
        """Show the field in which a passage is written."""
        session, workbench = self._frame.session, self._frame.workbench
        if session is None or workbench is None:
            return
        found = whereabouts(session.project, passage.line, passage.headings)
        if found is not None:
            workbench.go(Place(found.table, found.row, found.field))
            workbench.pages.page.take_form_focus()
        else:
            words = self.tr("This passage is the program’s own and cannot be edited.")
            self._frame.main_window.statusBar().showMessage(words, 6000)

    def _hand_to_viewer(self, content: bytes) -> None:
        if self._folder is None:
            self._folder = QTemporaryDir()
        path = Path(self._folder.filePath("handbook.pdf"))
        path.write_bytes(content)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _titles(project: Project, place: Place) -> tuple[str, ...]:
    """Return what a place may be called in a handbook, the most telling name first."""
    if not place.table:
        return ()
    row = getattr(project, place.table).get(place.row) if place.row else None
    named = title(project, row) if row is not None else ""
    plural = kinds()[place.table].declaration.plural
    parts = reversed(named.split(" · ")) if " · " in named else ()
    return tuple(filter(None, (named, plural, *parts)))
