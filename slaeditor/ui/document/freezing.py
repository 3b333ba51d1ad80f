"""Freezing a revision: the whole project as it stands, kept as one step of the work."""

from __future__ import annotations

from collections.abc import Callable

from slaeditor.exchange.revisions import frozen
from slaeditor.model.document import Document, Revision, Status
from slaeditor.model.project import Project
from slaeditor.model.readers import STAFF
from slaeditor.rules.next_version import next_version
from slaeditor.session.background import Ticket, Trouble
from slaeditor.session.session import Session
from slaeditor.ui.today import today
from slaeditor.ui.worst_findings import errors_words


def freeze(
    session: Session,
    done: Callable[[str], None],
    refused: Callable[[Trouble], None] | None = None,
) -> Ticket:
    """Keep the state of a project in a new revision, which is packed beside the window.

    A version that a revision has already is raised, in the document too. `done` gets what to tell,
    errors that are still open included. Trouble goes to `refused`, else to that of the session.
    """

    def keep(made: Revision) -> None:
        raised = _raised(session.project, made.label)
        session.edit(raised.add(made), f"Freeze revision {made.label}")
        session.seal()
        words = f"The state is kept as revision “{made.label}”."
        done(" ".join(filter(None, (words, errors_words(session.findings)))))

    plain = plain_revision(session.project)
    return session.work_out(lambda now: frozen(_raised(now, plain.label), plain), keep, refused)


def _raised(project: Project, version: str) -> Project:
    """The project with the document at a version; as it is where the document says none."""
    document = project.the(Document)
    if not document.version or document.version == version:
        return project
    return project.put(document.but(version=version))


def plain_revision(project: Project) -> Revision:
    """Return a revision of today without a state, named by the version of the document.

    Where a revision has that version already, it is the next one.
    """
    document = project.the(Document)
    taken = {row.label for row in project.revisions}
    version = document.version or f"Revision {len(project.revisions) + 1}"
    return Revision(
        label=next_version(version, taken),
        made_on=today(),
        status=document.status or Status.DRAFT,
        effective_from=document.effective_from,
        readers=STAFF,
    )
