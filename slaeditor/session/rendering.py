"""A handbook as bytes, for the preview, the printer and the export; called on a lane's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from slaeditor.model.project import Project
from slaeditor.session.audience import Audience
from slaeditor.session.background import Ticket
from slaeditor.session.excerpts import excerpt

if TYPE_CHECKING:
    from slaeditor.publish.document import Edition
    from slaeditor.publish.printing import Workshop


def handbook(project: Project, audience: Audience, on: date | None = None) -> Edition:
    """Return the edition of a project for an audience; it speaks of today unless told otherwise."""
    from slaeditor.publish.edition.builder import edition

    shown = audience.within(project)
    return edition(project, shown.reader, shown.client, on or today())


def today() -> date:
    """Return the user's own day."""
    return date.today()  # noqa: DTZ011  no zone is asked for: it is the day on the wall


def handbook_pdf(
    project: Project, audience: Audience, ticket: Ticket, on: date | None = None
) -> bytes:
    """Return the handbook as PDF, telling each page to the ticket; raises PublishTrouble."""
    from slaeditor.publish import printing

    return printing.pdf(handbook(project, audience, on), ticket.progress, ticket.is_cancelled)


@dataclass(frozen=True, slots=True)
class PreviewWish:
    """What a preview shall show: a project for an audience, all of it or one chapter.

    `titles` are what the place being edited is called; they choose the chapter.
    """

    project: Project
    audience: Audience
    titles: tuple[str, ...] = ()
    whole: bool = False


class Previews:
    """Makes the PDFs of one preview; a warm process waits for the next one."""

    def __init__(self) -> None:
        """Begin without a process."""
        self._workshop: Workshop | None = None
        self._before: Edition | None = None

    def pdf(self, wish: PreviewWish, ticket: Ticket) -> bytes:
        """Return the chapter being edited, or the whole handbook; raises PublishTrouble."""
        from slaeditor.publish.printing import Workshop

        if self._workshop is None:
            self._workshop = Workshop()
            self._workshop.prepare()
        made = handbook(wish.project, wish.audience)
        shown = made if wish.whole else excerpt(made, wish.titles, self._before)
        self._before = made
        return self._workshop.pdf(shown, ticket.progress, ticket.is_cancelled)

    def close(self) -> None:
        """End the process that waits."""
        if self._workshop is not None:
            self._workshop.close()
