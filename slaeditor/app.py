"""The door to the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

NO_WINDOW = "This version has no window yet; slaeditor --help lists what the command line can do."


def main(arguments: Sequence[str]) -> int:
    """Says that this version opens no window, whatever file is named, and returns 2."""
    del arguments
    sys.stderr.write(NO_WINDOW + "\n")
    return 2
