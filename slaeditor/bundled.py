"""Where the fonts, icons, style sheets and starters that come with the program are."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
# A checkout keeps them beside the package, an installed program inside it.
FOLDERS = (PACKAGE / "bundled_files", PACKAGE.parent / "resources")


def bundled(*names: str) -> Path:
    """Returns the path of a bundled file or folder, such as `bundled("fonts", "fonts.conf")`.

    Raises FileNotFoundError when the program was installed without it.
    """
    for folder in FOLDERS:
        path = folder.joinpath(*names)
        if path.exists():
            return path
    raise FileNotFoundError(
        f"{'/'.join(names)} did not come with this program; install it again, completely."
    )
