"""Taking a picture into a project: shown upright, as PNG or JPEG, with nothing but what is seen.

A picture is drawn anew, so that neither the place and camera of a photograph nor anything hidden
behind its end comes along.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from slaeditor.model.kinds import LARGEST_CONTENT
from slaeditor.model.picture_bytes import bare_picture

MOST_PIXELS = 20_000_000
DRAWN_WIDTH = 1600
"""Pixels to which a drawing without a size of its own is drawn."""
_QUALITY = 92
_MEGABYTES = 256  # what one picture may take while it is read


def taken(content: bytes, name: str) -> tuple[bytes, str]:
    """Return a picture as the project keeps it, or the sentence that says why it cannot be."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    reader.setAllocationLimit(_MEGABYTES)
    sort, size = reader.format().data(), reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return b"", f"{name} has more than 20 million pixels; choose a smaller picture."
    if sort in {b"svg", b"svgz"}:
        reader.setScaledSize(_drawn(size))
    image = reader.read()
    if image.isNull():
        return b"", f"{name} is no picture that can be shown; choose a PNG, JPEG or SVG file."
    made = _written(image, "JPEG" if sort == b"jpeg" else "PNG")
    if len(made) > LARGEST_CONTENT:
        return b"", f"{name} would take more than 10 MB; choose a smaller picture."
    return made, ""


def _drawn(size: QSize) -> QSize:
    """Return the size to which a drawing is drawn: always as wide, at most as high again twice."""
    high = DRAWN_WIDTH * size.height() // size.width() if size.width() > 0 else DRAWN_WIDTH
    return QSize(DRAWN_WIDTH, min(max(1, high), 2 * DRAWN_WIDTH))


def _written(image: QImage, form: str) -> bytes:
    for key in image.textKeys():
        image.setText(key, "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form, _QUALITY if form == "JPEG" else -1)
    return bare_picture(bytes(buffer.data().data()))
