"""Exporting handbooks: which files there will be, and making one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from slaeditor.model.clients import Client
from slaeditor.model.document import Document, Release
from slaeditor.model.project import Project
from slaeditor.model.values.slug import slug
from slaeditor.publish.formats import Format
from slaeditor.session.audience import Audience
from slaeditor.session.background import Ticket
from slaeditor.session.rendering import handbook_file


@dataclass(frozen=True, slots=True)
class Task:
    """One handbook to make: for whom, in which form, under which name."""

    audience: Audience
    form: Format
    path: Path

    def words(self, project: Project) -> str:
        """What is made, for people who wait."""
        return f"{self.audience.words(project)} ({self.form.ending.upper()})"


@dataclass(frozen=True, slots=True)
class Exported:
    """A handbook that was made: its file, the hash of it, and what there is to tell."""

    task: Task
    path: Path
    sha256: str
    notices: tuple[str, ...] = ()


def tasks(
    project: Project, audiences: Iterable[Audience], forms: Iterable[Format], folder: Path
) -> tuple[Task, ...]:
    """Return the handbooks to make, each under a name of its own in the folder."""
    forms = tuple(forms)
    start = slug(project.the(Document).name or "Handbook")
    taken: set[str] = set()
    made = []
    for audience in audiences:
        name = _free(f"{start}-{_ending(project, audience)}", taken)
        made += [Task(audience, form, folder / f"{name}.{form.ending}") for form in forms]
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


def exported(project: Project, task: Task, ticket: Ticket) -> Exported:
    """Make a handbook and put it under its name; the file is there whole or as it was before.

    Raises PublishTrouble and StorageTrouble.
    """
    from slaeditor.storage.saving import write_file

    content = handbook_file(project, task.audience, task.form.key, ticket)
    written = write_file(task.path, content)
    return Exported(task, written.path, written.sha256, written.notices)


def releases(project: Project, made: Iterable[Exported]) -> tuple[Release, ...]:
    """Return the records that say which handbooks left the program, and when."""
    now = datetime.now(UTC).replace(microsecond=0)
    return tuple(
        Release(
            edition=one.task.audience.words(project),
            client=one.task.audience.client,
            made_at=now,
            file_name=one.path.name,
            digest=one.sha256,
        )
        for one in made
    )
