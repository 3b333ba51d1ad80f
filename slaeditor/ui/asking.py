"""The few questions that the platform's own dialogs ask; tests answer them in their place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the dialogs are imported when somebody asks
    from PySide6.QtWidgets import QWidget


def path_to_open(parent: QWidget, caption: str, folder: str, kinds: str) -> str:
    """Ask which file to read; return its path, or nothing."""
    from PySide6.QtWidgets import QFileDialog

    path, _ = QFileDialog.getOpenFileName(parent, caption, folder, kinds)
    return path


def path_to_save(parent: QWidget, caption: str, suggested: str, kinds: str) -> str:
    """Ask where to write a file; return its path with the suffix of its kind, or nothing.

    The platform's dialog asks before a file is replaced, but of the name as it was typed. Where the
    suffix makes it that of a file that is there, it asks once more, of the whole name.
    """
    from PySide6.QtWidgets import QFileDialog

    suffix = kinds.partition("*")[2].partition(")")[0]
    words, _ = QFileDialog.getSaveFileName(parent, caption, suggested, kinds)
    while words and not words.lower().endswith(suffix):
        words += suffix
        if Path(words).exists():
            told = f"There is a file “{Path(words).name}” already"
            words, _ = QFileDialog.getSaveFileName(parent, told, words, kinds)
    return words


def words(parent: QWidget, caption: str, label: str) -> str:
    """Ask for a few words; return them without spaces around, or nothing."""
    from PySide6.QtWidgets import QInputDialog

    typed, accepted = QInputDialog.getText(parent, caption, label)
    return typed.strip() if accepted else ""
