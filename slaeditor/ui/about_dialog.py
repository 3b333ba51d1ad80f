"""What this program is, its version, and whose work it stands on."""

from __future__ import annotations

import platform
from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from slaeditor.ui import labels
from slaeditor.version import VERSION

USED = (
    *("PySide6-Essentials", "PySide6-Addons", "weasyprint", "Markdown", "nh3", "htpy", "pikepdf"),
    *("pypdfium2", "Babel", "holidays", "sqlite-utils", "PyYAML", "pillow", "python-docx"),
    *("XlsxWriter", "python-pptx", "diff-match-patch", "platformdirs"),
)

CREDITS = (
    "Icons by Lucide (ISC licence). Dictionaries: English by Kevin Atkinson (SCOWL), German by "
    "Björn Jacke (igerman98, GPL), each beside its licence."
)


class AboutDialog(QDialog):
    """Version and licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("About SLA Editor")
        libraries = QPlainTextEdit("\n".join(_library(name) for name in USED))
        libraries.setReadOnly(True)
        libraries.setAccessibleName("Libraries and their licences")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(labels.title("SLA Editor"))
        running = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
        version = labels.muted(f"Version {VERSION}, under the MIT licence.\n{running}")
        version.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(version)
        layout.addWidget(labels.heading("Made with"))
        layout.addWidget(libraries, 1)
        layout.addWidget(labels.muted(CREDITS))
        layout.addWidget(buttons)
        self.resize(480, 420)


def _library(name: str) -> str:
    try:
        found = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return name
    named = (key for key in ("License-Expression", "License") if key in found)
    licence = next((found[key] for key in named), "")
    first = licence.strip().split("\n")[0][:60]
    return f"{name} {found['Version']}  {first}".rstrip()
