"""The door to the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from slaeditor.ui import theme
from slaeditor.ui.crash_report import CrashDoor
from slaeditor.ui.program import Program, is_taken_over
from slaeditor.ui.settings import TEXT_SIZE, settings
from slaeditor.version import VERSION


def main(arguments: Sequence[str]) -> int:
    """Open the window, with the file named if there is one; return its exit status."""
    paths = [Path(named) for named in arguments]
    if is_taken_over(paths):
        return 0
    application = prepared(list(arguments))
    CrashDoor().open()
    program = Program(application)
    program.open_window()
    if paths:
        program.open_files(paths)
    program.settle_soon()
    return application.exec()


def prepared(arguments: list[str]) -> QApplication:
    """Return the application in its looks, with the names the platform shows."""
    application = _application([sys.argv[0], *arguments, *theme.STYLE])
    application.setApplicationName("slaeditor")
    application.setApplicationDisplayName("SLA Editor")
    application.setApplicationVersion(VERSION)
    application.setDesktopFileName("slaeditor")
    wished = str(settings().value("theme", theme.Wish.SYSTEM))
    theme.of(application, theme.Wish(wished) if wished in list(theme.Wish) else theme.Wish.SYSTEM)
    if settings().contains(TEXT_SIZE):
        from slaeditor.ui.preferences import text_size
        from slaeditor.ui.text_size import wear_text_size

        wear_text_size(text_size())
    return application


def _application(words: list[str]) -> QApplication:
    opens_by_event = sys.platform == "darwin"
    if opens_by_event:
        from slaeditor.ui.opening_application import OpeningApplication

        return OpeningApplication(words)
    return QApplication(words)
