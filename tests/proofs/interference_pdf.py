"""What a reader may not see changes no byte of the PDF they get.

The PDF before the changes comes from a worker process, as every export does. Those after them are
made in this process by what the worker calls: a start less for each, and equal all the same.
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish import printing
from slaeditor.publish.render.makers import maker
from slaeditor.publish.trouble import PublishTrouble
from slaeditor.rules.visible import View
from tests.proofs.command import end
from tests.proofs.interference import showing_hidden_records
from tests.proofs.proof import Outcome, Proof
from tests.publish.edition.sample import CONTOSO, department
from tests.publish.gate.confidential_project import OURS, confidential_project
from tests.publish.invisible import ON, changed_unseen, made

MOST_CHANGES = 40
_LARGE = 8  # every so many seeds the project is a large one, whose pages take five times as long
_VIEWS = len(Reader)


def trial(seed: int, folder: Path) -> Outcome:
    """Compare one PDF before and after some changes."""
    del folder
    source = random.Random(seed)
    large = seed % _LARGE == 0
    project, view = _start(seed % _VIEWS, large=large)
    other, told = changed_unseen(source, project, view, source.randint(1, MOST_CHANGES))
    if _after(other, view) == _before(seed % _VIEWS, large=large):
        return Outcome(1)
    return Outcome(1, (f"the PDF for {view.reader} tells of {', '.join(told)}",))


def _after(project: Project, view: View) -> bytes:
    """The PDF, or what keeps it from being made: that tells of something, too."""
    try:
        return maker("pdf")(made(project, view))
    except PublishTrouble as trouble:
        return trouble.sentence.encode()


@cache
def _before(number: int, *, large: bool) -> bytes:
    project, view = _start(number, large=large)
    return printing.pdf(made(project, view))


@cache
def _start(number: int, *, large: bool) -> tuple[Project, View]:
    reader = list(Reader)[number]
    client = (CONTOSO.id if large else OURS.id) if reader is Reader.CLIENT else ""
    return department() if large else confidential_project(), View(reader, client, ON)


PROOF = Proof(
    name="interference_pdf",
    counted="differ by what is hidden",
    unit="PDFs",
    short=10,
    long=300,
    trial=trial,
    sabotages={"hidden records": showing_hidden_records},
    code=("rules/visible.py", "publish"),
)

if __name__ == "__main__":
    end(PROOF)
