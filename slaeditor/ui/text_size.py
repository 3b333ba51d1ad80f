"""Letters larger or smaller than the system's, everywhere at once."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from slaeditor.ui import theme

_usual: list[float] = []


def wear_text_size(percent: int) -> None:
    """Give all letters of the program a size in percent of the system's."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    font = application.font()
    if not _usual:
        _usual.append(font.pointSizeF())
    font.setPointSizeF(_usual[0] * percent / 100)
    theme.of(application).dressing.wear_letters(font)
