"""The Help menu: the manual, the shortcuts, a report and the version."""

from __future__ import annotations

from slaeditor.ui.command import Command, Menu, always
from slaeditor.ui.frame import Frame


def _manual(frame: Frame) -> None:
    from slaeditor.ui.dialog import show_file
    from slaeditor.ui.manual import manual_page, section_of

    bench = frame.workbench
    show_file(str(manual_page()), section_of(bench.place.page) if bench is not None else "start")


def _report(frame: Frame) -> None:
    from slaeditor.ui.crash_report import report
    from slaeditor.ui.report_dialog import ReportDialog

    ReportDialog(frame.main_window, report()).open()


def _about(frame: Frame) -> None:
    from slaeditor.ui.about_dialog import AboutDialog

    AboutDialog(frame.main_window).open()


HELP = (
    Command(
        "help.manual",
        "&Manual",
        _manual,
        Menu.HELP,
        ("F1",),
        "book-open",
        enabled=always,
    ),
    Command(
        "help.shortcuts",
        "&Keyboard shortcuts",
        lambda frame: frame.show_shortcuts(),
        Menu.HELP,
        ("Ctrl+/",),
        "keyboard",
        enabled=always,
    ),
    Command(
        "help.report",
        "&Diagnostic report…",
        _report,
        Menu.HELP,
        (),
        "bug",
        enabled=always,
    ),
    Command(
        "help.about",
        "&About SLA Editor",
        _about,
        Menu.HELP,
        (),
        "info",
        group=1,
        enabled=always,
    ),
)
