"""The commands of the File menu."""

from __future__ import annotations

from collections.abc import Callable

from slaeditor.ui.command import Command, Menu, always
from slaeditor.ui.documents import Documents
from slaeditor.ui.filing import document_of
from slaeditor.ui.frame import Frame
from slaeditor.ui.menus.reaching import bench_of

RECENT = "Open &recent"


def file_commands(documents: Documents) -> tuple[Command, ...]:
    """Return the commands that open, save, hand out and close documents."""
    return (*_opening(documents), *_saving(documents), *_giving(documents), *_closing(documents))


def _opening(documents: Documents) -> tuple[Command, ...]:
    return (
        Command(
            "file.new",
            "&New…",
            documents.show_start,
            Menu.FILE,
            ("Ctrl+N",),
            "file-plus",
            enabled=always,
            toolbar=11,
        ),
        Command(
            "file.open",
            "&Open…",
            documents.ask_what_to_open,
            Menu.FILE,
            ("Ctrl+O",),
            "folder-open",
            enabled=always,
            toolbar=12,
        ),
        Command(
            "file.clear_recent",
            "&Clear list",
            lambda _frame: documents.recent.clear(),
            Menu.FILE,
            submenu=RECENT,
            enabled=lambda _frame: bool(documents.recent.files()),
            why_not="No file was opened yet.",
        ),
    )


def _saving(documents: Documents) -> tuple[Command, ...]:
    filing = documents.filing
    return (
        Command(
            "file.save",
            "&Save",
            filing.save,
            Menu.FILE,
            ("Ctrl+S",),
            "save",
            group=1,
            toolbar=13,
            enabled=_not_saving,
        ),
        Command(
            "file.save_as",
            "Save &as…",
            filing.save_as,
            Menu.FILE,
            ("Ctrl+Shift+S",),
            "save-all",
            group=1,
            enabled=_not_saving,
        ),
        Command(
            "file.save_copy", "Save a cop&y…", filing.save_copy, Menu.FILE, (), "copy", group=1
        ),
        Command(
            "file.revert",
            "Re&vert to saved",
            filing.revert,
            Menu.FILE,
            (),
            "archive-restore",
            group=1,
            enabled=_has_something_to_revert,
            why_not="Nothing was changed since the file was saved.",
        ),
        Command(
            "file.versions",
            "Earlier vers&ions…",
            _dialog(documents, "versions"),
            Menu.FILE,
            (),
            "history",
            group=1,
            enabled=_has_file,
            why_not="Save the project first.",
        ),
        Command("file.freeze", "Free&ze a revision", _freeze, Menu.FILE, (), "archive", group=1),
    )


def _giving(documents: Documents) -> tuple[Command, ...]:
    return (
        Command(
            "file.export",
            "&Export handbooks…",
            _dialog(documents, "export"),
            Menu.FILE,
            ("Ctrl+E",),
            "file-down",
            group=2,
            toolbar=32,
            primary=True,
        ),
        Command(
            "file.print",
            "&Print…",
            _dialog(documents, "print"),
            Menu.FILE,
            ("Ctrl+P",),
            "printer",
            group=2,
            toolbar=31,
        ),
        Command(
            "file.share", "S&hare a copy…", _dialog(documents, "share"), Menu.FILE, (), "share-2", 2
        ),
        Command(
            "file.compare",
            "Co&mpare with a file…",
            _dialog(documents, "compare"),
            Menu.FILE,
            (),
            "file-diff",
            group=2,
        ),
        Command(
            "file.merge",
            "Mer&ge with a file…",
            _dialog(documents, "merge"),
            Menu.FILE,
            (),
            "git-merge",
            group=2,
        ),
        Command(
            "file.scan",
            "Chec&k a finished handbook…",
            _dialog(documents, "scan"),
            Menu.FILE,
            (),
            "file-search",
            group=2,
        ),
        Command(
            "file.compare_revision",
            "What change&d since a revision…",
            _dialog(documents, "compare revision"),
            Menu.FILE,
            (),
            "history",
            group=2,
            enabled=_has_frozen_revision,
            why_not="Freeze a revision first.",
        ),
        Command(
            "file.take_in",
            "&Take in a Word or Excel file…",
            _dialog(documents, "take in"),
            Menu.FILE,
            (),
            "file-up",
            group=2,
        ),
    )


def _closing(documents: Documents) -> tuple[Command, ...]:
    return (
        Command(
            "file.close",
            "C&lose window",
            documents.close_window,
            Menu.FILE,
            ("Ctrl+W",),
            "x",
            group=3,
            enabled=always,
        ),
        Command(
            "file.quit",
            "&Quit",
            lambda _frame: documents.quit(),
            Menu.FILE,
            ("Ctrl+Q",),
            "log-out",
            group=3,
            enabled=always,
        ),
    )


def _dialog(documents: Documents, name: str) -> Callable[[Frame], None]:
    """Return what opens a dialog; its module is imported when it is wanted."""

    def show(frame: Frame) -> None:
        from slaeditor.ui import document_dialogs

        document_dialogs.SHOWN[name](documents, frame)

    return show


def _freeze(frame: Frame) -> None:
    from slaeditor.ui.document.freezing import freeze

    bench = bench_of(frame)
    freeze(bench.session, bench.noted.emit)


def _has_file(frame: Frame) -> bool:
    document = document_of(frame)
    return document is not None and document.path is not None


def _has_frozen_revision(frame: Frame) -> bool:
    document = document_of(frame)
    return document is not None and any(row.frozen for row in document.session.project.revisions)


def _has_something_to_revert(frame: Frame) -> bool:
    document = document_of(frame)
    return document is not None and document.path is not None and document.modified


def _not_saving(frame: Frame) -> bool:
    document = document_of(frame)
    return document is not None and not document.saving
