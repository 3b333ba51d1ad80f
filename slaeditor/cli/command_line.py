"""Running the verb that a command line names, and telling in a line what prevents it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from slaeditor.cli import (
    answering,
    comparing,
    exporting,
    managing,
    projects,
    recovering,
    scanning,
    sharing,
    taking_in,
)
from slaeditor.cli.trouble import FINE, KNOWN, TROUBLE, lines_of, report_crash
from slaeditor.version import VERSION

Verb = Callable[[argparse.Namespace], int]


class _Grammar(argparse.ArgumentParser):
    """A grammar that answers wrong words with one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the words, and end with status 2."""
        self.exit(TROUBLE, f"{self.prog}: {message}. {self.prog} --help lists what can be said.\n")


def main(arguments: Sequence[str]) -> int:
    """Run the verb that the words name and return its exit status.

    0 is fine, 1 means findings or conflicts, 2 that it could not be done. With `SLAEDITOR_DEBUG`
    set, an error of the program is raised instead of being reported.
    """
    asked = parser().parse_args(arguments)
    run: Verb = asked.run
    try:
        status = run(asked)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return _told("Stopped.")
    except KNOWN as trouble:
        return _told(*lines_of(trouble))
    except Exception as error:  # the outermost door
        if os.environ.get("SLAEDITOR_DEBUG"):
            raise
        return _told(report_crash(error))
    return status


def _told(*sentences: str) -> int:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return TROUBLE


def parser() -> argparse.ArgumentParser:
    """Return the grammar of the command line."""
    grammar = _Grammar(
        prog="slaeditor",
        description="Write service level agreements once, publish them for all.",
        epilog="slaeditor FILE.sla opens the window. Exit status: 0 fine, 1 findings or "
        "conflicts, 2 it could not be done.",
    )
    grammar.add_argument("--version", action="version", version=f"SLA Editor {VERSION}")
    verbs = grammar.add_subparsers(title="verbs", required=True, metavar="VERB")
    groups = (
        projects,
        taking_in,
        exporting,
        answering,
        managing,
        comparing,
        sharing,
        scanning,
        recovering,
    )
    for group in groups:
        group.add_verbs(verbs)
    return grammar
