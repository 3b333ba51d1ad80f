"""A handbook as bytes, for the preview, the printer and the export; called on a lane's thread."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from slaeditor.model.project import Project
from slaeditor.session.audience import Audience
from slaeditor.session.background import Ticket

if TYPE_CHECKING:
    from slaeditor.publish.document import Edition


def handbook(project: Project, audience: Audience, on: date | None = None) -> Edition:
    """Return the edition of a project for an audience, as plain words."""
    from slaeditor.publish.edition.builder import edition

    shown = audience.within(project)
    return edition(project, shown.reader, shown.client, on)


def handbook_pdf(
    project: Project, audience: Audience, ticket: Ticket, on: date | None = None
) -> bytes:
    """Return the handbook as PDF, telling each page to the ticket; raises PublishTrouble."""
    from slaeditor.publish import printing

    return printing.pdf(handbook(project, audience, on), ticket.progress, ticket.is_cancelled)
