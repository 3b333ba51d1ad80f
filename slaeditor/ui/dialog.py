"""What all our dialogs share: a heading, an explanation, content, buttons at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from slaeditor.ui.labels import muted, title

Role = QDialogButtonBox.ButtonRole


class Dialog(QDialog):
    """A dialog over its window that lets the program go on; it is deleted when it closes."""

    def __init__(self, parent: QWidget, heading: str, explanation: str = "") -> None:
        """Make a dialog with a heading and, below it, what it is for."""
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        self.column.addWidget(title(heading))
        if explanation:
            self.column.addWidget(muted(explanation))
        self.buttons = QDialogButtonBox()

    def add_buttons(self, *buttons: tuple[QPushButton, QDialogButtonBox.ButtonRole]) -> None:
        """Put the buttons below everything else."""
        for button, role in buttons:
            self.buttons.addButton(button, role)
        self.column.addWidget(self.buttons)


def show_file(path: str, anchor: str = "") -> None:
    """Open a file or folder with the program the system has for it, a page at one of its parts."""
    url = QUrl.fromLocalFile(path)
    if anchor:
        url.setFragment(anchor)
    QDesktopServices.openUrl(url)
