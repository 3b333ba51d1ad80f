"""What the program remembers about itself between two starts, never about a project."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QSettings


def folder() -> Path:
    """Return the folder for settings that the platform provides."""
    return Path(platformdirs.user_config_dir("slaeditor", appauthor=False))


def settings() -> QSettings:
    """Return the settings; they are written by themselves."""
    return QSettings(str(folder() / "window.ini"), QSettings.Format.IniFormat)
