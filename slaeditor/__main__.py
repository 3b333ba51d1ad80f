"""The doormat: sends the words of a command line to the window or to the command line's verbs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status of the window or of the verb; 2 where there is no screen to open."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["lay-out-pages"]:  # a bundle starts itself to lay out a handbook
        from slaeditor.publish.render import worker

        return worker.main(words[-1])
    if not opens_window(words):
        from slaeditor.cli import command_line

        return command_line.main(words)
    if not has_screen(sys.platform, os.environ):
        sys.stderr.write(f"{no_screen(sys.argv[0])}\n")
        return 2
    gc.disable()  # what is imported stays; the window collects as soon as it stands
    from slaeditor import app

    return app.main(words)


def opens_window(words: Sequence[str]) -> bool:
    """Says whether a command line asks for the window: no words at all, or a file to open.

    >>> opens_window([]), opens_window(["agency.sla"]), opens_window(["export", "agency.sla"])
    (True, True, False)
    """
    return not words or words[0].lower().endswith(".sla") or os.sep in words[0]


def has_screen(platform: str, environment: Mapping[str, str]) -> bool:
    """Says whether a window can appear; only Linux can be without, and QT_QPA_PLATFORM decides."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(environment.get(name) for name in names)


def no_screen(started: str) -> str:
    """Returns the sentence for a machine without a screen; `started` is the program's file."""
    command = "python3 main.py" if started.endswith("main.py") else "slaeditor"
    return (
        "This machine has no screen to open a window on; the command line works without one: "
        f"{command} export FILE.sla -o DIR makes the handbooks, {command} --help lists the rest."
    )


if __name__ == "__main__":
    sys.exit(main())
