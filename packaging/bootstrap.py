"""Sets up what the program runs in, then starts it: the first thing that runs in a checkout.

Standard library only, because it runs before anything is installed. The virtual environment is
`.venv` beside `main.py`; its packages are exactly those of the hash-pinned lock files beside this
module. `SLAEDITOR_NO_BOOTSTRAP=1` skips the set-up for those who package the program themselves.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

import libraries
from environment import Environment
from trouble import CannotSetUp

from slaeditor import __main__ as program

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)


def main(arguments: Sequence[str]) -> int:
    """Returns the exit status of the window, the verb or the checks; 2 if they cannot be set up."""
    purpose = purpose_of(arguments)
    try:
        require_python(sys.version_info[:2])
        if purpose == "window":
            require_screen()
        if not os.environ.get("SLAEDITOR_NO_BOOTSTRAP"):
            enter_environment(purpose)
    except CannotSetUp as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 2
    return run(purpose, arguments)


PRINTING = ("export", "bulletin", "staffing")
"""The verbs that may lay out pages, and need the libraries for it."""


def purpose_of(arguments: Sequence[str]) -> str:
    """Returns what a command line is for: "tests", "window", "export" or any other "verb"."""
    if arguments and arguments[0] == "--test":
        return "tests"
    if program.opens_window(arguments):
        return "window"
    return "export" if arguments[0] in PRINTING else "verb"


def require_python(version: tuple[int, ...]) -> None:
    """Raises CannotSetUp when this Python is too old for the program."""
    if version < OLDEST_PYTHON:
        raise CannotSetUp(
            f"SLA Editor needs Python 3.11 or newer; this is {platform.python_version()}."
        )


def require_screen() -> None:
    """Raises CannotSetUp where no window can appear, before anything is installed for one."""
    if not program.has_screen(sys.platform, os.environ):
        raise CannotSetUp(program.no_screen(sys.argv[0]))


def enter_environment(purpose: str) -> None:
    """Returns inside the complete virtual environment; until then starts the program anew in it."""
    environment = Environment(ROOT, with_tests=purpose == "tests")
    if environment.is_entered and environment.is_complete:
        return
    libraries.provide(purpose)
    if not environment.is_complete:
        environment.set_up()
    environment.restart(sys.argv)


def run(purpose: str, arguments: Sequence[str]) -> int:
    """Runs the checks, or the program's own entry point, in this process."""
    if purpose == "tests":
        import checks

        return checks.main(ROOT, arguments[1:])
    return program.main(arguments)
