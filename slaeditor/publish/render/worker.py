"""The process that turns one edition into pages: edition in at standard input, file out.

It is handed nothing else, and ends after one edition. Standard error carries one JSON object a
line: progress while it works, and the trouble if there is one.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
from pathlib import Path
from typing import BinaryIO, TextIO

from slaeditor.bundled import bundled
from slaeditor.publish.document_json import edition_from_json
from slaeditor.publish.render import sandbox
from slaeditor.publish.render.late_loading import rare_parts_late
from slaeditor.publish.render.makers import maker
from slaeditor.publish.trouble import PublishTrouble, too_large

DONE, TROUBLE = 0, 1
STANDING, QUIET = "standing", "quiet"
_KINDNESS = 10
_LARGE = 500_000  # bytes of an edition for which a process that stays has memory


def main(form: str) -> int:
    """Read an edition, write it in the form of a key; return the exit status.

    In the form "standing" it answers messages until they end; as "quiet" it lets others go first.
    """
    source, target, report = sys.stdin.buffer, sys.stdout.buffer, sys.stderr
    sys.excepthook = lambda _kind, error, _frames: _say(
        report, crash="".join(traceback.format_exception(error))
    )
    sandbox.name_libraries()
    if form == QUIET and hasattr(os, "nice"):
        os.nice(_KINDNESS)
    if form in (STANDING, QUIET):
        return _stand(source, target, report)
    try:
        content = _made(form, source, report)
    except PublishTrouble as trouble:
        return _tell(trouble, report)
    except (MemoryError, RecursionError):
        return _tell(too_large(), report)
    target.write(content)
    target.flush()
    return DONE


def _stand(source: BinaryIO, target: BinaryIO, report: TextIO) -> int:
    """Answer messages with all doors closed."""
    sandbox.limit_resources(_LARGE)
    _say(report, step="start")
    with rare_parts_late():
        from slaeditor.publish.render.standing import serve

    _close(report)
    serve(source, target)
    return DONE


def _close(report: TextIO) -> None:
    """Let nothing in or out any more but what layout needs; progress is told."""
    sandbox.limit_pictures()
    sandbox.close_doors([bundled("fonts"), bundled("themes"), *_font_folders()])
    _follow(report)


def _made(form: str, source: BinaryIO, report: TextIO) -> bytes:
    words = source.read()
    sandbox.limit_resources(len(words))
    _say(report, step="start")
    make = maker(form)  # loads all that is needed before the doors close
    _close(report)
    return make(edition_from_json(words))


def _font_folders() -> list[Path]:
    return [Path("/etc/fonts"), Path("/usr/share/fontconfig")] if sys.platform == "linux" else []


class _Teller(logging.Handler):
    """Passes each record on as a step."""

    def __init__(self, report: TextIO) -> None:
        super().__init__()
        self.report = report

    def emit(self, record: logging.LogRecord) -> None:
        """Pass a record on."""
        _say(self.report, step=record.getMessage())


def _follow(report: TextIO) -> None:
    """Pass on the progress of the layout engine."""
    logger = logging.getLogger("weasyprint.progress")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(_Teller(report))


def _say(report: TextIO, **words: object) -> None:
    report.write(json.dumps(words) + "\n")
    report.flush()


def _tell(trouble: PublishTrouble, report: TextIO) -> int:
    _say(report, trouble=trouble.words())
    return TROUBLE
