"""What a command line is told when a verb cannot do what was asked."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from slaeditor.exchange.office_files import OfficeFileTrouble
from slaeditor.exchange.trouble import TextFormTrouble
from slaeditor.faults import way_to
from slaeditor.model.values.unreadable import Unreadable
from slaeditor.publish.trouble import PublishTrouble, Withheld
from slaeditor.rules.compensation import NotDecidable
from slaeditor.rules.instants import ClockError
from slaeditor.rules.quotes import NotPriceable
from slaeditor.storage.saving import write_file
from slaeditor.storage.state import state
from slaeditor.storage.trouble import StorageTrouble
from slaeditor.version import VERSION

FINE, FINDINGS, TROUBLE = 0, 1, 2
"""What a verb returns: all is well; there are findings or conflicts; it could not be done."""


class CommandTrouble(Exception):
    """What was asked cannot be done; `sentences` say why and what to do, a line each."""

    def __init__(self, *sentences: str) -> None:
        """Keep the sentences."""
        super().__init__(*sentences)
        self.sentences = sentences


KNOWN = (
    *(CommandTrouble, StorageTrouble, PublishTrouble, TextFormTrouble),
    *(OfficeFileTrouble, Unreadable, NotPriceable, NotDecidable, ClockError),
)
"""The trouble that is told in a line; everything else is an error of the program."""


def lines_of(trouble: BaseException) -> tuple[str, ...]:
    """Return what a known trouble tells, a line each."""
    if isinstance(trouble, CommandTrouble):
        return trouble.sentences
    if isinstance(trouble, Withheld):
        return ("The handbook was not saved.", *trouble.sentences, trouble.remedy)
    sentence = str(getattr(trouble, "sentence", trouble))
    remedy = str(getattr(trouble, "remedy", ""))
    return (f"{sentence} {remedy}".strip(),)


def text_lines(path: Path, trouble: TextFormTrouble) -> CommandTrouble:
    """Return the trouble of a text with the file's name before each line."""
    return CommandTrouble(*(f"{path}:{problem}" for problem in trouble.problems))


def report_crash(error: BaseException) -> str:
    """Keep a report of an error of the program; return the sentence that says where it is.

    The report holds the kind of the error and the way to it, and no word of the project.
    """
    told = "\n".join(way_to(error))
    report = f"SLA Editor {VERSION}, Python {sys.version}, {sys.platform}\n\n{told}\n"
    when = datetime.now(UTC).strftime("%Y-%m-%d %H.%M.%S")
    sentence = f"This is a fault of the program ({type(error).__name__})."
    try:
        path = state().folder / f"crash {when}.txt"
        write_file(path, report.encode("utf-8", "backslashreplace"))
    except StorageTrouble as trouble:
        return f"{sentence} No report could be kept: {trouble.sentence}"
    return f"{sentence} Please send its makers the report “{path}”."
