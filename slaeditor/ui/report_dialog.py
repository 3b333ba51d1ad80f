"""The dialog that shows a report; imported when there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from slaeditor.ui.labels import button, muted


class ReportDialog(QDialog):
    """Shows a report that can be copied."""

    def __init__(self, parent: QWidget | None, words: str, sentence: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Diagnostic report")
        said = QLabel(sentence or "This describes the program and the machine.")
        said.setWordWrap(True)
        self.words = QPlainTextEdit(words)
        self.words.setReadOnly(True)
        self.words.setAccessibleName("Report")
        self.words.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        copy = button("&Copy", "copy", primary=True)
        copy.clicked.connect(self._copy)
        close = button("C&lose")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(muted("Nothing of your project is in it, and nothing is sent."), 1)
        row.addWidget(close)
        row.addWidget(copy)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(said)
        layout.addWidget(self.words, 1)
        layout.addLayout(row)
        self.resize(640, 420)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.toPlainText())
