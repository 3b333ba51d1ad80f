"""What the program remembers about itself between two starts, never about a project."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

TEXT_SIZE = "text/size"
"""Under which key the size of letters is kept; most people keep none."""


def folder() -> Path:
    """Return the folder for settings that the platform provides."""
    place = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(place), "slaeditor")


def settings() -> QSettings:
    """Return the settings; they are written by themselves."""
    return QSettings(str(folder() / "window.ini"), QSettings.Format.IniFormat)
