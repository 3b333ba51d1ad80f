"""The editor of bytes that are a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from slaeditor.model.field import Field
from slaeditor.model.kinds import LARGEST_CONTENT
from slaeditor.model.picture_bytes import media_type
from slaeditor.session.session import Session
from slaeditor.ui import asking
from slaeditor.ui.editors.editor import Editor
from slaeditor.ui.editors.picture_taking import taken
from slaeditor.ui.icons import icon
from slaeditor.ui.labels import button, muted

SUFFIXES = ("png", "jpg", "jpeg", "svg", "webp", "gif")
THUMBNAIL = QSize(220, 140)


class PictureEditor(Editor):
    """Shows a picture, takes another from a file or dropped, or takes it away."""

    wide = True

    def __init__(self, spec: Field, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(spec, session, parent)
        self.setAcceptDrops(True)
        self.picture = QLabel()
        self.picture.setObjectName("card")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFixedSize(THUMBNAIL)
        self.size_words = muted("")
        self.choose = button(f"Choose {spec.label.lower()}…", "image-plus")
        self.choose.clicked.connect(self._choose)
        self.remove = button("Remove", "trash-2")
        self.remove.setAccessibleName(f"Remove {spec.label}")
        self.remove.clicked.connect(self._remove)
        self.control = self.choose
        self._lay_out()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.size_words)
        right.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)

    def show_value(self, value: Any, hint: str = "") -> None:
        """Show the picture, or a sign that there is none."""
        content = bytes(value or b"")
        shown = QPixmap()
        if media_type(content):  # a stranger's drawing may lead to a file, or to no end
            shown.loadFromData(content)
        if shown.isNull():
            self.picture.setPixmap(icon("image", "muted").pixmap(QSize(32, 32)))
        else:
            keep = Qt.AspectRatioMode.KeepAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(shown.scaled(THUMBNAIL * 0.94, keep, smooth))
        self.remove.setEnabled(bool(content))
        self.size_words.setText(hint or _size_words(shown, len(content)))

    def _choose(self) -> None:
        kinds = f"Pictures ({' '.join(f'*.{one}' for one in SUFFIXES)})"
        path = asking.path_to_open(self.window(), "Choose a picture", "", kinds)
        if path:
            self.take(path)

    def take(self, path: str) -> None:
        """Take the picture in a file, or say why that cannot be."""
        content, sentence = _read(path)
        self.say_trouble(sentence)
        if not sentence:
            self.edited.emit(content)
            self.left.emit()

    def _remove(self) -> None:
        self.edited.emit(b"")
        self.left.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a picture file."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the picture that is dropped."""
        event.acceptProposedAction()
        self.take(_dropped(event)[0])


def _read(path: str) -> tuple[bytes, str]:
    """The content of a picture file, or the sentence that says what is wrong with it."""
    name = Path(path).name
    try:
        content = Path(path).read_bytes()
    except OSError as trouble:
        return b"", f"{name} cannot be read ({trouble.strerror}); choose another file."
    if len(content) > LARGEST_CONTENT:
        return b"", f"{name} is larger than 10 MB; choose a smaller picture."
    return taken(content, name)


def _size_words(shown: QPixmap, size: int) -> str:
    if not size:
        return "A PNG, JPEG or SVG file; drop it here or choose one."
    if shown.isNull():
        return f"{size / 1000:,.0f} kB, no picture that can be shown."
    return f"{shown.width()} × {shown.height()} pixels, {size / 1000:,.0f} kB"


def _dropped(event: QDropEvent) -> list[str]:
    paths = (url.toLocalFile() for url in event.mimeData().urls())
    return [path for path in paths if path.lower().endswith(SUFFIXES)]
