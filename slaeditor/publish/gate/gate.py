"""The release gate: whether a finished file may go to its reader.

Four things are shown: the edition does not depend on anything confidential, the file holds
nothing confidential beyond it, all that the edition says is on the pages, and the file is sound.
The gate runs where the whole project is known, which the process that lays out pages never sees.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish.document import Edition
from slaeditor.publish.document_json import edition_json
from slaeditor.publish.edition.builder import edition as made_edition
from slaeditor.publish.gate.completeness import missing, strayed
from slaeditor.publish.gate.independence import dependences
from slaeditor.publish.gate.known import Known
from slaeditor.publish.gate.office_reading import office_reading
from slaeditor.publish.gate.passages import Reading
from slaeditor.publish.gate.pdf_reading import pdf_reading
from slaeditor.publish.gate.recipient import own_dates, recipient
from slaeditor.publish.gate.search import Hit, hits
from slaeditor.publish.gate.secrets import secrets_of
from slaeditor.publish.gate.web_reading import web_reading
from slaeditor.publish.trouble import Withheld
from slaeditor.rules.visible import View

READINGS: Mapping[str, Callable[[bytes], Reading]] = {
    "pdf": pdf_reading,
    "html": web_reading,
    "docx": office_reading,
    "xlsx": office_reading,
    "pptx": office_reading,
}
"""How each form of a handbook is read."""

COMPLETE = frozenset({"pdf", "html", "docx"})
"""The forms that hold all of an edition; the others are a choice of it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate found in a file.

    `confidential` counts the facts that the reader may not see and of which the handbook was
    shown to be independent; `digest` and `content_digest` are SHA-256 of the file and of the
    edition. The rest is empty when the file may go.
    """

    confidential: int
    digest: str
    content_digest: str
    hits: tuple[Hit, ...] = ()
    dependences: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def passes(self) -> bool:
        """Whether the file may go to its reader."""
        return not self.sentences

    @property
    def sentences(self) -> tuple[str, ...]:
        """What stands against the file, the gravest first."""
        told = tuple(one.sentence for one in self.hits)
        return (*told, *self.dependences, *self.missing, *self.faults)

    @property
    def words(self) -> str:
        """The verdict in a line, such as "Independent of 214 confidential items"."""
        if not self.passes:
            return " ".join(self.sentences)
        things = "item" if self.confidential == 1 else "items"
        return f"Independent of {self.confidential:,} confidential {things}"


class Gate:
    """The gate for the handbooks of one project; it reads the same bytes once for all of them."""

    def __init__(self, project: Project) -> None:
        """Begin with nothing read."""
        self.project = project
        self._known = Known()

    def check(
        self, content: bytes, form: str, edition: Edition, view: View, since: Project | None = None
    ) -> Verdict:
        """Return the verdict on a file that was made from an edition of the project.

        `form` is one of `READINGS`; `view` says for whom the file is and of which date it speaks,
        `since` is the state since which it marks changes.
        Raises UnsafeFile where the bytes cannot be read as that form.
        """
        project, known = self.project, self._known
        reading = pdf_reading(content, known=known) if form == "pdf" else READINGS[form](content)
        secrets = secrets_of(project, view, edition, known)
        closed = known.closed(project, view.reader, view.on)
        whole = form in COMPLETE
        return Verdict(
            secrets.count,
            hashlib.sha256(content).hexdigest(),
            hashlib.sha256(edition_json(edition, known.things)).hexdigest(),
            hits(reading, secrets, project, known, closed),
            dependences(edition, project, view, since),
            (*missing(reading, edition, known), *strayed(reading)) if whole else (),
            reading.faults,
        )

    def passed(
        self, content: bytes, form: str, edition: Edition, view: View, since: Project | None = None
    ) -> Verdict:
        """Return the verdict on a file that passes; raises Withheld for one that does not."""
        verdict = self.check(content, form, edition, view, since)
        if not verdict.passes:
            raise Withheld(verdict.sentences, verdict.hits)
        return verdict


def check(
    content: bytes,
    form: str,
    edition: Edition,
    project: Project,
    view: View,
    since: Project | None = None,
) -> Verdict:
    """Return the verdict on a single file, as `Gate.check` does."""
    return Gate(project).check(content, form, edition, view, since)


def passed(
    content: bytes,
    form: str,
    edition: Edition,
    project: Project,
    view: View,
    since: Project | None = None,
) -> Verdict:
    """Return the verdict on a single file that passes, as `Gate.passed` does."""
    return Gate(project).passed(content, form, edition, view, since)


@dataclass(frozen=True, slots=True)
class Scan:
    """What an old file holds of what its reader may not see today, and who that reader is.

    `client` is the id of the client whose own handbook it is, or empty.
    """

    reader: Reader
    client: str
    hits: tuple[Hit, ...]


def scanned(
    content: bytes, form: str, project: Project, reader: Reader | None = None, client: str = ""
) -> Scan:
    """Return what an old file holds of what its reader may not see today.

    Without a reader the file's own cover says for whom it was made. Whatever today's handbook for
    the reader says itself is no hit, nor is the day of which the file says that it speaks.
    """
    reading = pdf_reading(content, ours=False) if form == "pdf" else READINGS[form](content)
    if reader is None:
        reader, client = recipient(reading, project)
    today = made_edition(project, reader, client)
    secrets = secrets_of(project, View(reader, client), today)
    for day in own_dates(reading):
        secrets.dates.pop(day, None)
    return Scan(reader, client, hits(reading, secrets, project))
