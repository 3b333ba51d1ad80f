"""Taking a picture into a project: shown upright, as PNG or JPEG, with nothing but what is seen.

A picture is drawn anew, so that neither the place and camera of a photograph nor anything hidden
behind its end comes along.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from slaeditor.model.kinds import LARGEST_CONTENT
from slaeditor.model.picture_bytes import bare_picture
from slaeditor.ui.editors.drawings import refusal

MOST_PIXELS = 20_000_000
DRAWN_WIDTH = 1600
"""Pixels to which a drawing without a size of its own is drawn."""
_QUALITY = 92
_DRAWING = b"svg"
_STARTS = ((b"\x89PNG\r\n\x1a\n", b"png"), (b"\xff\xd8\xff", b"jpeg"), (b"GIF8", b"gif"))
_MEGABYTES = 256  # what one picture may take while it is read


def taken(content: bytes, name: str) -> tuple[bytes, str]:
    """Return a picture as the project keeps it, or the sentence that says why it cannot be."""
    sort = _sort(content)
    if sort == _DRAWING and (why := refusal(content)):
        return b"", f"{name} {why}."
    if not sort:
        return b"", f"{name} is no picture that can be shown; choose a PNG, JPEG or SVG file."
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(sort))
    reader.setAutoTransform(True)
    reader.setAllocationLimit(_MEGABYTES)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return b"", f"{name} has more than 20 million pixels; choose a smaller picture."
    if sort == _DRAWING:
        reader.setScaledSize(_drawn(size))
    image = reader.read()
    if image.isNull():
        return b"", f"{name} is no picture that can be shown; choose a PNG, JPEG or SVG file."
    made = _written(image, b"JPEG" if sort == b"jpeg" else b"PNG")
    if len(made) > LARGEST_CONTENT:
        return b"", f"{name} would take more than 10 MB; choose a smaller picture."
    return made, ""


def _sort(content: bytes) -> bytes:
    """Return Qt's name for what a picture is by its first bytes; empty for what we do not take."""
    for start, sort in _STARTS:
        if content.startswith(start):
            return sort
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return b"webp"
    return _DRAWING if b"<svg" in content[:4096] else b""


def _drawn(size: QSize) -> QSize:
    """Return the size to which a drawing is drawn: always as wide, at most as high again twice."""
    high = DRAWN_WIDTH * size.height() // size.width() if size.width() > 0 else DRAWN_WIDTH
    return QSize(DRAWN_WIDTH, min(max(1, high), 2 * DRAWN_WIDTH))


def _written(image: QImage, form: bytes) -> bytes:
    for key in image.textKeys():
        image.setText(key, "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form))
    if form == b"JPEG":
        writer.setQuality(_QUALITY)
    writer.write(image)
    return bare_picture(bytes(buffer.data().data()))
