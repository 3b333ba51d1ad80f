"""The dialogs of the File menu, each opened for the document of a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.session.document import Document
from slaeditor.session.exporting import Exported, releases
from slaeditor.session.joins import Brought
from slaeditor.session.opening import as_copy, opened
from slaeditor.storage.backups import Backups
from slaeditor.storage.state import state
from slaeditor.ui import asking
from slaeditor.ui.compare_dialog import CompareDialog
from slaeditor.ui.documents import Documents
from slaeditor.ui.export_dialog import ExportDialog
from slaeditor.ui.filing import KINDS, document_of, shown_name
from slaeditor.ui.frame import Frame
from slaeditor.ui.place import Place
from slaeditor.ui.preview import previewed
from slaeditor.ui.scan_dialog import HANDBOOKS, ScanDialog
from slaeditor.ui.share_dialog import ShareDialog
from slaeditor.ui.versions_dialog import VersionsDialog

OFFICE_KINDS = "Word and Excel files (*.docx *.xlsx *.xlsm)"


def export(documents: Documents, frame: Frame) -> None:
    """Ask which handbooks to export, and make them."""
    document = document_of(frame)
    if document is None:
        return
    folder = document.path.parent if document.path else documents.recent.folder
    project, file = document.session.project, document.path
    findings = document.session.findings
    dialog = ExportDialog(frame.main_window, project, folder, file, findings)
    dialog.made.connect(partial(_note_releases, frame, dialog))
    dialog.chosen.connect(partial(_go, frame))
    dialog.open()


def _go(frame: Frame, place: Place) -> None:
    if frame.workbench is not None:
        frame.workbench.go(place)


def _asked(documents: Documents, frame: Frame, words: str, kinds: str) -> Path | None:
    """Ask for a file to open, beginning in the folder used last; nothing when nobody chose one."""
    folder = str(documents.recent.folder)
    chosen = asking.path_to_open(frame.main_window, words, folder, kinds)
    return Path(chosen) if chosen else None


def scan(documents: Documents, frame: Frame, path: Path | None = None) -> None:
    """Look in a finished handbook, which is asked for, for what is confidential today."""
    document = document_of(frame)
    path = path or _asked(documents, frame, "Check a handbook", HANDBOOKS)
    if document is not None and path is not None:
        dialog = ScanDialog(frame.main_window, document.session.project, path)
        dialog.chosen.connect(partial(_go, frame))
        dialog.open()


def _note_releases(frame: Frame, dialog: ExportDialog, made: tuple[Exported, ...]) -> None:
    session = frame.session
    if session is None or not made or not dialog.choices.note.isChecked():
        return
    session.edit(session.project.add(*releases(session.project, made)), "Note the release")
    session.seal()


def share(documents: Documents, frame: Frame) -> None:
    """Ask for whom, and save a copy with nothing confidential in it."""
    document = document_of(frame)
    if document is None:
        return
    suggested = document.path or documents.recent.folder / document.name
    project = document.session.project
    ShareDialog(frame.main_window, project, document.meta.document, suggested).open()


def compare(documents: Documents, frame: Frame, path: Path | None = None) -> None:
    """Show what differs between a file, which is asked for, and the work in a window."""
    document = document_of(frame)
    path = path or _asked(documents, frame, "Compare with", KINDS)
    if document is not None and path is not None:
        dialog = CompareDialog(frame.main_window, document.session.project, shown_name(document))
        dialog.offer("Mer&ge it…", partial(merge, documents, frame, path))
        dialog.compare_with(path)
        dialog.open()


def compare_revision(_documents: Documents, frame: Frame) -> None:
    """Show what differs between the latest frozen revision and the work in a window."""
    from slaeditor.exchange.revisions import latest

    document = document_of(frame)
    found = latest(document.session.project) if document is not None else None
    if document is not None and found is not None:
        dialog = CompareDialog(frame.main_window, document.session.project, shown_name(document))
        dialog.compare_with_revision(found.id)
        dialog.open()


def merge(documents: Documents, frame: Frame, path: Path | None = None) -> None:
    """Bring a colleague's file, which is asked for, together with the work in a window."""
    from slaeditor.session.lineage import Work
    from slaeditor.ui.merge_dialog import MergeDialog

    document = document_of(frame)
    path = path or _asked(documents, frame, "Merge with", KINDS)
    if document is not None and path is not None:
        document.session.seal()
        work = Work(document.session.project, document.meta_now, document.in_file)
        dialog = MergeDialog(frame.main_window, work, state())
        dialog.merged.connect(partial(_keep_what_was_merged, frame, document, path.name))
        dialog.read(path)
        dialog.open()


def _keep_what_was_merged(
    frame: Frame, document: Document, name: str, project: Project, brought: Brought | None
) -> None:
    if frame.session is document.session:
        document.bring(project, f"Merge with {name}", brought)
        frame.messages.note(f"“{name}” is merged. Save to keep the result.")


def take_in(documents: Documents, frame: Frame, path: Path | None = None) -> None:
    """Take the tables of a Word or Excel file, which is asked for, into the project of a window."""
    from slaeditor.ui.take_in_dialog import TakeInDialog

    document = document_of(frame)
    path = path or _asked(documents, frame, "Take in", OFFICE_KINDS)
    if document is not None and path is not None:
        dialog = TakeInDialog(frame.main_window, document.session.project)
        dialog.taken.connect(partial(_keep_what_was_taken, frame, path.name))
        dialog.read(path)
        dialog.open()


def _keep_what_was_taken(frame: Frame, name: str, project: Project, told: str) -> None:
    if frame.session is not None:
        frame.session.edit(project, f"Take in {name}")
        frame.session.seal()
        frame.messages.note(f"“{name}” is taken in: {told}")


def versions(documents: Documents, frame: Frame) -> None:
    """Show the earlier versions of the document."""
    document = document_of(frame)
    if document is None:
        return
    found = Backups(state(), document.meta.document).versions()
    dialog = VersionsDialog(frame.main_window, found)
    dialog.opening_wanted.connect(partial(_open_version, documents, frame))
    dialog.comparing_wanted.connect(partial(compare, documents, frame))
    dialog.open()


def _open_version(documents: Documents, frame: Frame, path: Path) -> None:
    documents.show(frame, as_copy(opened(path, lock=False)))


def print_handbook(_documents: Documents, frame: Frame) -> None:
    """Make the handbook that the preview shows, ask for the printer and print."""
    from slaeditor.ui.print_run import PrintRun

    document = document_of(frame)
    if document is not None:
        audience = previewed(frame.main_window, Reader.STAFF)
        PrintRun(frame).begin(document.session.project, audience)


Showing = Callable[[Documents, Frame], None]
SHOWN: Mapping[str, Showing] = {
    "export": export,
    "share": share,
    "compare": compare,
    "compare revision": compare_revision,
    "merge": merge,
    "take in": take_in,
    "versions": versions,
    "scan": scan,
    "print": print_handbook,
}
"""What each command of the File menu opens."""
