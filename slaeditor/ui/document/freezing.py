"""Freezing a revision: the whole project as it stands, kept as one step of the work."""

from __future__ import annotations

from collections.abc import Callable

from slaeditor.exchange.revisions import frozen
from slaeditor.model.document import Document, Revision, Status
from slaeditor.model.project import Project
from slaeditor.model.readers import STAFF
from slaeditor.session.background import Ticket, Trouble
from slaeditor.session.session import Session
from slaeditor.ui.today import today


def freeze(
    session: Session,
    done: Callable[[str], None],
    refused: Callable[[Trouble], None] | None = None,
) -> Ticket:
    """Keep the state of a project in a new revision, which is packed beside the window.

    `done` gets what to tell. Trouble goes to `refused`, else to that of the session.
    """

    def keep(made: Revision) -> None:
        session.edit(session.project.add(made), f"Freeze revision {made.label}")
        session.seal()
        done(f"The state is kept as revision “{made.label}”.")

    plain = plain_revision(session.project)
    return session.work_out(lambda now: frozen(now, plain), keep, refused)


def plain_revision(project: Project) -> Revision:
    """Return a revision of today without a state, named by the version of the document."""
    document = project.the(Document)
    return Revision(
        label=document.version or f"Revision {len(project.revisions) + 1}",
        made_on=today(),
        status=document.status or Status.DRAFT,
        effective_from=document.effective_from,
        readers=STAFF,
    )
