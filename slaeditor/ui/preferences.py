"""What somebody prefers to the usual, each kept by itself and read where it matters."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from slaeditor.ui.settings import TEXT_SIZE, settings

TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)
"""Sizes of the letters that are offered, in percent of the system's."""
USUAL_SIZE = 100
_FOLDER, _WAY = "export/preferred folder", "export/way"
_LOCKED, _PREVIEW, _TOLD = "lists/locked", "preview/shown", "export/told"


class Way(StrEnum):
    """Where the export offers to put handbooks."""

    LAST = "last"
    BESIDE = "beside"
    FOLDER = "folder"


def text_size() -> int:
    """Return the size of the letters in percent of the system's."""
    kept = str(settings().value(TEXT_SIZE, USUAL_SIZE))
    return int(kept) if kept.isdecimal() and int(kept) in TEXT_SIZES else USUAL_SIZE


def keep_text_size(percent: int) -> None:
    """Keep the size of the letters."""
    settings().setValue(TEXT_SIZE, percent)


def order_locked() -> bool:
    """Whether dragging moves no record."""
    return _flag(_LOCKED, usual=False)


def lock_order(locked: bool) -> None:
    """Keep whether dragging moves no record."""
    settings().setValue(_LOCKED, locked)


def preview_shown() -> bool:
    """Whether a project opens with its preview."""
    return _flag(_PREVIEW, usual=True)


def show_preview(shown: bool) -> None:
    """Keep whether a project opens with its preview."""
    settings().setValue(_PREVIEW, shown)


def export_told() -> bool:
    """Whether the system tells of an export that ends behind other windows."""
    return _flag(_TOLD, usual=True)


def tell_export(told: bool) -> None:
    """Keep whether the system tells of an export that ends behind other windows."""
    settings().setValue(_TOLD, told)


def export_way() -> Way:
    """Where the export offers to put handbooks."""
    kept = str(settings().value(_WAY, Way.LAST))
    return Way(kept) if kept in list(Way) else Way.LAST


def export_folder() -> Path:
    """The folder chosen for all handbooks, the user's home until one is chosen."""
    return Path(str(settings().value(_FOLDER, Path.home())))


def keep_export(way: Way, folder: Path | None = None) -> None:
    """Keep where the export offers to put handbooks."""
    settings().setValue(_WAY, str(way))
    if folder is not None:
        settings().setValue(_FOLDER, str(folder))


def offered_folder(last: Path, project_file: Path | None) -> Path:
    """Return the folder that the export offers: the preferred one if it is there, else the last."""
    wanted = {
        Way.LAST: last,
        Way.BESIDE: project_file.parent if project_file is not None else last,
        Way.FOLDER: export_folder(),
    }[export_way()]
    return wanted if wanted.is_dir() else last


def _flag(key: str, *, usual: bool) -> bool:
    return str(settings().value(key, usual)).lower() == "true"
