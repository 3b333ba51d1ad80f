"""Exporting handbooks: which files there will be, and making one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from slaeditor.model.clients import Client
from slaeditor.model.document import Document, Release
from slaeditor.model.project import Project
from slaeditor.model.values.slug import slug
from slaeditor.publish.common import Common
from slaeditor.publish.formats import PDF, Format
from slaeditor.rules.visible import View
from slaeditor.session.audience import Audience
from slaeditor.session.background import Ticket
from slaeditor.session.rendering import today

if TYPE_CHECKING:
    from slaeditor.publish.gate.gate import Verdict
    from slaeditor.publish.press.foresight import Foresight
    from slaeditor.publish.press.press import Press


@dataclass(frozen=True, slots=True)
class Task:
    """One handbook to make: for whom, in which form, under which name.

    `since` is the id of the frozen revision since which changes are marked, or empty.
    """

    audience: Audience
    form: Format
    path: Path
    since: str = ""

    def words(self, project: Project) -> str:
        """What is made, for people who wait."""
        return f"{self.audience.words(project)} ({self.form.ending.upper()})"


@dataclass(frozen=True, slots=True)
class Exported:
    """A handbook that was made: its file, what the gate says of it, and what there is to tell."""

    task: Task
    path: Path
    verdict: Verdict
    notices: tuple[str, ...] = ()


def tasks(
    project: Project,
    audiences: Iterable[Audience],
    forms: Iterable[Format],
    folder: Path,
    since: str = "",
) -> tuple[Task, ...]:
    """Return the handbooks to make, each under a name of its own in the folder.

    `since` is the id of the frozen revision since which changes are marked, or empty.
    """
    forms = tuple(forms)
    start = slug(project.the(Document).name or "Handbook")
    taken: set[str] = set()
    made = []
    for audience in audiences:
        name = _free(f"{start}-{_ending(project, audience)}", taken)
        made += [Task(audience, form, folder / f"{name}.{form.ending}", since) for form in forms]
    return tuple(made)


def _ending(project: Project, audience: Audience) -> str:
    client = project.table(Client).get(audience.client) if audience.client else None
    return f"{audience.reader}-{slug(client.name)}" if client is not None else str(audience.reader)


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name


def foresight(
    project: Project, later: Iterable[Task], press: Press, shared: Common | None = None
) -> Foresight:
    """Return the work of laying out those handbooks that come later; it is to be closed.

    Those that mark changes are left for their turn.
    """
    from slaeditor.publish.press.foresight import Foresight

    made = (shared or Common(project)).edition
    plain = [one for one in later if one.form is PDF and not one.since]
    return Foresight(press, [partial(made, _view(one, project)) for one in plain])


def _view(task: Task, project: Project) -> View:
    """For whom a handbook is that is made today."""
    audience = task.audience.within(project)
    return View(audience.reader, audience.client, today())


def exported(
    project: Project, task: Task, ticket: Ticket, press: Press, shared: Common | None = None
) -> Exported:
    """Make a handbook and put it under its name; the file is there whole or as it was before.

    What is `shared` with other handbooks of the same project need not be made and read again.

    It is put there only when it passes the release gate. Raises PublishTrouble, of which Withheld
    says why a handbook does not pass, StorageTrouble, and NotFrozen where the state is lost since
    which changes are marked.
    """
    from slaeditor.exchange.revisions import thawed
    from slaeditor.storage.document_file import write_made

    shared = shared or Common(project)
    view = _view(task, project)
    since = thawed(project.revisions[task.since]) if task.since else None
    edition = shared.edition(view, since)
    content = press.made(edition, task.form.key, ticket.progress, ticket.is_cancelled)
    verdict = shared.gate.passed(content, task.form.key, edition, view, since)
    written = write_made(task.path, content)
    return Exported(task, written.path, verdict, written.notices)


def bulletin_exported(
    before: Project, after: Project, audience: Audience, path: Path, ticket: Ticket
) -> Path | None:
    """Make the bulletin of what changed, let it pass the gate, and return where it was put.

    Nothing is made where the reader sees no change. Raises PublishTrouble and StorageTrouble.
    """
    from slaeditor.publish.edition.bulletin import bulletin
    from slaeditor.publish.gate.bulletins import bulletin_passed
    from slaeditor.publish.printing import pdf
    from slaeditor.storage.document_file import write_made

    view = View(audience.reader, audience.client, today())
    edition = bulletin(before, after, view.reader, view.client, view.on)
    if edition is None:
        return None
    content = pdf(edition, ticket.progress, ticket.is_cancelled)
    bulletin_passed(content, edition, before, after, view)
    return write_made(path, content).path


def _revision_of(project: Project) -> str:
    """The id of the revision whose version the document says it is; nothing without one."""
    version = project.the(Document).version
    found = [row.id for row in project.revisions if version and row.label == version]
    return found[-1] if found else ""


def releases(project: Project, made: Iterable[Exported]) -> tuple[Release, ...]:
    """Return the records that say which handbooks left the program, when, and what was shown."""
    now = datetime.now(UTC).astimezone().replace(microsecond=0, tzinfo=None)
    return tuple(
        Release(
            edition=one.task.audience.words(project),
            client=one.task.audience.client,
            revision=_revision_of(project),
            made_at=now,
            file_name=one.path.name,
            form=one.task.form.ending.upper(),
            digest=one.verdict.digest,
            content_digest=one.verdict.content_digest,
            confidential=one.verdict.confidential,
            result=one.verdict.words,
        )
        for one in made
    )
