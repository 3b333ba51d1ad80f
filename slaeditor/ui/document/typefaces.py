"""The typefaces of the handbook for the screen, loaded when they are first shown."""

from __future__ import annotations

import functools

from PySide6.QtGui import QFontDatabase

from slaeditor.bundled import bundled
from slaeditor.publish.document import Theme

FOLDERS = {
    Theme.CLASSIC: ("source-serif-4", "inter"),
    Theme.MODERN: ("ibm-plex-serif", "ibm-plex-sans"),
    Theme.READABLE: ("atkinson-hyperlegible-next",),
}
"""The folders of the typefaces of each look."""


@functools.cache
def load_typefaces(look: Theme) -> None:
    """Make the typefaces of a look known to the program; a second time costs nothing."""
    for folder in FOLDERS[look]:
        for path in sorted(bundled("fonts", folder).glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))
