"""A handbook as bytes, for the preview, the printer and the export; called on a lane's thread."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from slaeditor.model.project import Project
from slaeditor.session.audience import Audience
from slaeditor.session.background import Ticket

if TYPE_CHECKING:
    from slaeditor.publish.document import Edition
    from slaeditor.publish.printing import Workshop


def handbook(project: Project, audience: Audience, on: date | None = None) -> Edition:
    """Return the edition of a project for an audience; it speaks of today unless told otherwise."""
    from slaeditor.publish.edition.builder import edition

    shown = audience.within(project)
    today = date.today()  # noqa: DTZ011  the user's own day
    return edition(project, shown.reader, shown.client, on or today)


def handbook_pdf(
    project: Project, audience: Audience, ticket: Ticket, on: date | None = None
) -> bytes:
    """Return the handbook as PDF, telling each page to the ticket; raises PublishTrouble."""
    from slaeditor.publish import printing

    return printing.pdf(handbook(project, audience, on), ticket.progress, ticket.is_cancelled)


class Previews:
    """Makes the PDFs of one preview; a warm process waits for the next one."""

    def __init__(self) -> None:
        """Begin without a process."""
        self._workshop: Workshop | None = None

    def pdf(self, project: Project, audience: Audience, ticket: Ticket) -> bytes:
        """Return the handbook as PDF; raises PublishTrouble."""
        from slaeditor.publish.printing import Workshop

        if self._workshop is None:
            self._workshop = Workshop()
            self._workshop.prepare()
        made = handbook(project, audience)
        return self._workshop.pdf(made, ticket.progress, ticket.is_cancelled)

    def close(self) -> None:
        """End the process that waits."""
        if self._workshop is not None:
            self._workshop.close()


def handbook_page(
    project: Project, audience: Audience, ticket: Ticket, on: date | None = None
) -> bytes:
    """Return the handbook as one web page; raises PublishTrouble."""
    from slaeditor.publish import printing

    edition = handbook(project, audience, on)
    return printing.html_page(edition, ticket.progress, ticket.is_cancelled).encode()
