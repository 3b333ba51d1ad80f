"""Every project that comes along, for every reader, in every look and form: made, released, valid.

The projects are those a new one begins from and the agreements of the tests. A handbook goes the
way of every export, through the release gate into a file. A PDF is then held against PDF/A-3a and
PDF/UA-1 and its syntax checked; of the other forms every part has to be well-formed.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import product
from pathlib import Path
from unittest import mock
from xml.etree import ElementTree as ET

import pikepdf

from slaeditor.exchange.starters import starters
from slaeditor.exchange.text_form import load
from slaeditor.model.document import Document, Look
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.formats import FORMATS, PDF, Format
from slaeditor.publish.press.press import Press
from slaeditor.publish.trouble import PublishTrouble
from slaeditor.session.audience import Audience
from slaeditor.session.background import Ticket
from slaeditor.session.exporting import Task, exported
from slaeditor.storage import document_file
from tests.cases import agreements
from tests.proofs.command import end
from tests.proofs.proof import Outcome, Proof
from tests.publish import verapdf

_WARM = 2


def trial(seed: int, folder: Path) -> Outcome:
    """Make one handbook and judge it."""
    path, reader, look, form = _every()[(seed - 1) % len(_every())]
    told = f"{path.stem} for {reader}, {look.word}, {form.ending}"
    task = Task(Audience(reader), form, folder / f"handbook.{form.ending}")
    try:
        made = exported(
            _looking(path, look), task, Ticket(lambda *_: None, lambda _: None), _press()
        )
    except PublishTrouble as trouble:
        return Outcome(1, (f"{told}: {trouble.sentence}",))
    return Outcome(1, tuple(f"{told}: {one}" for one in _faults(made.path, form)))


@cache
def _every() -> tuple[tuple[Path, Reader, Look, Format], ...]:
    """All combinations, the smallest projects first."""
    paths = [one.path for one in starters()]
    paths += [agreements.FOLDER / f"{name}.yaml" for name in agreements.NAMES]
    paths.sort(key=lambda path: path.stat().st_size)
    return tuple(product(paths, Reader, Look, FORMATS))


@cache
def _project(path: Path) -> Project:
    return load(path.read_text(encoding="utf-8"))


def _looking(path: Path, look: Look) -> Project:
    project = _project(path)
    return project.put(project.the(Document).but(look=look))


@cache
def _press() -> Press:
    return Press(warm=_WARM)


def _faults(path: Path, form: Format) -> Iterator[str]:
    """What is wrong with a finished file."""
    if form is PDF:
        yield from verapdf.broken_here(path)
        with pikepdf.open(path) as pdf:
            yield from pdf.check_pdf_syntax()
    elif zipfile.is_zipfile(path):
        yield from _malformed(path)
    elif not path.read_text(encoding="utf-8").rstrip().endswith("</html>"):
        yield "the page is cut short"


def _malformed(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        if package.testzip():
            yield f"{package.testzip()} is damaged"
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                try:
                    ET.fromstring(package.read(name))
                except ET.ParseError as error:
                    yield f"{name}: {error}"


@contextmanager
def untagging() -> Iterator[None]:
    """Sabotage: what a screen reader goes by is lost on the way to the disk."""
    whole = document_file.write_made

    def without(path: Path, content: bytes) -> object:
        written = whole(path, content)
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            del pdf.Root.StructTreeRoot
            pdf.save(path)
        return written

    with mock.patch.object(document_file, "write_made", without):
        yield


PROOF = Proof(
    name="validity",
    counted="not made, withheld or not valid",
    unit="handbooks of all projects, readers, looks and forms",
    short=5,
    long=1_000,
    trial=trial,
    sabotages={"no structure": untagging},
    code=("publish",),
)

if __name__ == "__main__":
    end(PROOF)
