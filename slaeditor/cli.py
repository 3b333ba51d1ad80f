"""The door to the command line: verbs that need no screen."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from slaeditor.version import VERSION


def main(arguments: Sequence[str]) -> int:
    """Runs the verb that a command line names and returns its exit status.

    0 is fine, 1 means findings or conflicts, 2 that it could not be done.
    """
    parser().parse_args(arguments)
    return 0


def parser() -> argparse.ArgumentParser:
    """Returns the grammar of the command line."""
    grammar = argparse.ArgumentParser(
        prog="slaeditor", description="Write service level agreements once, publish them for all."
    )
    grammar.add_argument("--version", action="version", version=f"SLA Editor {VERSION}")
    return grammar
