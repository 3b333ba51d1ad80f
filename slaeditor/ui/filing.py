"""Saving documents and answering what others do to their files, with the questions on the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from slaeditor.session.recent_files import RecentFiles
from slaeditor.ui import asking
from slaeditor.ui.answer import Answer
from slaeditor.ui.frame import Frame
from slaeditor.ui.questions import ask, tell_trouble

if TYPE_CHECKING:
    from slaeditor.rules.merging import Conflict, Merged
    from slaeditor.session.background import Trouble
    from slaeditor.session.document import Document

SUFFIX = ".sla"
KINDS = "SLA Editor projects (*.sla);;All files (*)"
MOST_CONFLICTS = 12
"""Conflicts told in words; more are counted."""


class Filing(QObject):
    """Saves the documents of windows; knows the files used last."""

    def __init__(self, recent: RecentFiles, parent: QObject | None = None) -> None:
        """Use the list of recent files."""
        super().__init__(parent)
        self.recent = recent

    def listen(self, frame: Frame, document: Document) -> None:
        """Show in a window whatever happens to its document's file."""
        document.renamed.connect(partial(self._rename, frame, document))
        document.saved.connect(partial(self._saved, frame, document))
        document.troubled.connect(partial(self._not_saved, frame))
        document.session.troubled.connect(partial(self._not_kept, frame))
        document.changed_outside.connect(partial(self._changed_outside, frame, document))
        document.gone.connect(partial(self._gone, frame, document))
        document.merged.connect(partial(self._merged, frame))
        document.sweeping.connect(partial(self._ask_to_sweep, frame, document))
        document.lock_lost.connect(partial(self._lock_lost, frame))

    def _rename(self, frame: Frame, document: Document) -> None:
        frame.rename(shown_name(document))

    def save(self, frame: Frame, then: Callable[[], None] | None = None) -> None:
        """Save the document; one without a file, or one opened to read, asks where to."""
        document = document_of(frame)
        if document is None:
            return
        if document.path is None or document.read_only:
            self.save_as(frame, then)
        else:
            document.save(then)

    def save_as(self, frame: Frame, then: Callable[[], None] | None = None) -> None:
        """Ask for a name, save under it and go on with that file."""
        document = document_of(frame)
        path = self._ask_where(frame, self.tr("Save as")) if document is not None else None
        if document is not None and path is not None:
            document.save_as(path, then)

    def save_copy(self, frame: Frame) -> None:
        """Ask for a name, save a copy under it and go on with the file one has."""
        document = document_of(frame)
        path = self._ask_where(frame, self.tr("Save a copy")) if document is not None else None
        if document is None or path is None:
            return
        if path == document.path:
            document.save_as(path)
        else:
            document.save_copy(path)

    def _ask_where(self, frame: Frame, caption: str) -> Path | None:
        document = document_of(frame)
        if document is None:
            return None
        suggested = document.path or self.recent.folder / self._suggested(document)
        words = asking.path_to_save(frame.main_window, caption, str(suggested), KINDS)
        if not words:
            return None
        path = with_suffix(Path(words))
        self.recent.remember_folder(path.parent)
        return path

    def _suggested(self, document: Document) -> str:
        from slaeditor.model.document import Document as Described

        name = document.session.project.the(Described).name
        kept = "".join(letter for letter in name if letter.isalnum() or letter in " -_().")
        return f"{kept.strip() or document.name}{SUFFIX}"

    def _saved(
        self, frame: Frame, document: Document, path: Path, notices: tuple[str, ...]
    ) -> None:
        if path == document.path:
            self.recent.add(path)
        frame.main_window.statusBar().showMessage(
            self.tr("Saved {name}").format(name=path.name), 8000
        )
        tell(frame, " ".join(notices))
        frame.refresh()

    def _not_saved(self, frame: Frame, trouble: Trouble) -> None:
        from slaeditor.storage.trouble import Conflict

        elsewhere = Answer("Save under another &name…", lambda: self.save_as(frame), usual=True)
        again = Answer("&Try again", lambda: self.save(frame))
        if isinstance(trouble, Conflict):
            again = Answer("&Merge both", lambda: self.merge(frame))
        keep = Answer("&Keep working", escape=True)
        tell_trouble(frame.main_window, trouble, elsewhere, again, keep)

    def _not_kept(self, frame: Frame, trouble: Trouble) -> None:
        words = f"{trouble.sentence} {trouble.remedy}".strip()
        frame.messages.trouble(words, "Save", partial(self.save, frame), grave=True)

    def _changed_outside(self, frame: Frame, document: Document) -> None:
        if not document.modified:
            document.reload("Take over the changed file")
            frame.messages.note(f"Somebody else changed “{document.name}”; you see their version.")
            return
        frame.messages.trouble(
            f"Somebody else changed “{document.name}”. Saving will not overwrite their version.",
            "Merge both",
            partial(self.merge, frame),
            grave=False,
        )

    def _gone(self, frame: Frame, document: Document) -> None:
        frame.messages.trouble(
            f"“{document.name}” was moved or deleted. Your work is still open.",
            "Save it again",
            partial(self.save, frame),
            grave=False,
        )

    def _lock_lost(self, frame: Frame) -> None:
        frame.messages.trouble(
            "Somebody else has taken this file over. Save yours under another name.",
            "Save as…",
            partial(self.save_as, frame),
            grave=False,
        )

    def merge(self, frame: Frame) -> None:
        """Bring the file's version and the work in a window together."""
        document = document_of(frame)
        if document is not None:
            document.merge()

    def _ask_to_sweep(self, frame: Frame, document: Document, made: Merged) -> None:
        ask(
            frame.main_window,
            f"Merging would take {made.removed} of your {made.of} records away.",
            "The other version no longer has them, and you did not change them.",
            Answer("Save mine under another &name…", lambda: self.save_as(frame), usual=True),
            Answer("&Merge all the same", lambda: document.merge(sweeping=True)),
            Answer("&Keep working", escape=True),
            grave=True,
        )

    def _merged(self, frame: Frame, conflicts: tuple[Conflict, ...]) -> None:
        if not conflicts:
            frame.messages.note("Both versions are merged. Save to keep the result.")
            return
        told = [f"• {one.sentence}" for one in conflicts[:MOST_CONFLICTS]]
        if len(conflicts) > MOST_CONFLICTS:
            told.append(f"… and {len(conflicts) - MOST_CONFLICTS} more.")
        ask(
            frame.main_window,
            f"Both versions are merged; in {len(conflicts)} places both had changed the same.",
            "Yours stands there:\n" + "\n".join(told),
            Answer("&Close", usual=True, escape=True),
            grave=True,
        )

    def revert(self, frame: Frame) -> None:
        """Go back to what the file holds, as a step that can be undone."""
        document = document_of(frame)
        if document is not None and document.path is not None:
            document.reload("Revert to saved")


def document_of(frame: Frame) -> Document | None:
    """The document of a window, None on the start page."""
    found: Document | None = frame.document
    return found


def shown_name(document: Document) -> str:
    """The name for the window's title."""
    return f"{document.name} (read-only)" if document.read_only else document.name


def tell(frame: Frame, words: str) -> None:
    """Show something one should know in a window's message bar; nothing for no words."""
    if words:
        frame.messages.trouble(words, grave=False)


def with_suffix(path: Path) -> Path:
    """Return a path with our suffix, which is added and never put in place of another.

    >>> with_suffix(Path("Gold 2.0")).name
    'Gold 2.0.sla'
    """
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
