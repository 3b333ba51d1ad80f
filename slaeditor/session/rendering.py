"""A handbook as bytes, for the preview, the printer and the export; called on a lane's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.session.audience import Audience
from slaeditor.session.background import Ticket
from slaeditor.session.excerpts import chapter_shown, excerpt, with_chapter
from slaeditor.storage.state import state
from slaeditor.storage.trouble import StorageTrouble

if TYPE_CHECKING:
    from slaeditor.publish.document import Edition
    from slaeditor.publish.press.ahead import Ahead
    from slaeditor.publish.press.press import Press
    from slaeditor.publish.press.store import FragmentStore


def handbook(
    project: Project,
    audience: Audience,
    on: date | None = None,
    since: Project | None = None,
) -> Edition:
    """Return the edition of a project for an audience; it speaks of today unless told otherwise.

    `since` is the state with which change bars compare.
    """
    from slaeditor.publish.edition.builder import edition

    shown = audience.within(project)
    return edition(project, shown.reader, shown.client, on or today(), since)


def today() -> date:
    """Return the user's own day."""
    return date.today()  # noqa: DTZ011  no zone is asked for: it is the day on the wall


@cache
def kept_pieces(folder: Path | None) -> FragmentStore:
    """Return what is kept of laid out handbooks in a folder; one store for the whole program."""
    from slaeditor.publish.press.store import FragmentStore

    store = FragmentStore(folder)
    store.trim()
    return store


def new_press(warm: int = 0) -> Press:
    """Return a press of one's own over the pieces that all share; it is to be closed.

    So many of its processes stay ready for the next work, however long that takes.
    """
    from slaeditor.publish.press.press import Press

    return Press(kept_pieces(_folder()), warm)


def forget_pages() -> int:
    """Remove everything that is kept of laid out handbooks; return how many parts there were."""
    return kept_pieces(_folder()).clear()


def _folder() -> Path | None:
    """Return the folder for pieces; None, so that none are kept, where the user has none."""
    try:
        return state().pieces
    except StorageTrouble:
        return None


def handbook_pdf(
    project: Project, audience: Audience, ticket: Ticket, on: date | None = None
) -> bytes:
    """Return the handbook as PDF, telling each page to the ticket; raises PublishTrouble."""
    press = new_press()
    try:
        made = handbook(project, audience, on)
        return press.pdf(made, ticket.progress, ticket.is_cancelled)
    finally:
        press.close()


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
    """Makes the PDFs of one preview by a press of its own, which stays warm.

    A moment after the last one, the rest of the handbook is laid out too, so that exporting it
    means putting it together.
    """

    def __init__(self) -> None:
        """Begin without a process."""
        self._press: Press | None = None
        self._ahead: Ahead | None = None
        self._before: Edition | None = None
        self._wish: PreviewWish | None = None

    def pdf(self, wish: PreviewWish, ticket: Ticket) -> bytes:
        """Return the chapter being edited, or the whole handbook; raises PublishTrouble."""
        from slaeditor.publish.press.press import patient

        press = self._ready()
        edition = self._edition(wish)
        self._wish = wish
        try:
            if wish.whole:
                return press.pdf(edition, ticket.progress, patient(ticket.is_cancelled))
            return press.draft(edition, ticket.is_cancelled)
        finally:
            self._work_ahead(wish)

    def close(self) -> None:
        """End the processes and what is done ahead."""
        if self._ahead is not None:
            self._ahead.close()
        if self._press is not None:
            self._press.close()

    def _ready(self) -> Press:
        if self._press is None:
            from slaeditor.publish.press.ahead import Ahead

            self._press = new_press(warm=1)
            self._ahead = Ahead(self._press.store)
        return self._press

    def _work_ahead(self, wish: PreviewWish) -> None:
        """Have the handbook that is looked at laid out, and then those for the other readers."""
        if self._ahead is not None:
            others = (Audience(reader) for reader in Reader if reader != wish.audience.reader)
            every = (wish.audience, *others)
            self._ahead.wish(*(partial(handbook, wish.project, one) for one in every))

    def _edition(self, wish: PreviewWish) -> Edition:
        """Return what is to be laid out; where the place is the same, only its chapter is new."""
        made = self._again(wish) if self._same_place(wish) else None
        if made is None:
            whole = handbook(wish.project, wish.audience)
            made = whole if wish.whole else excerpt(whole, wish.titles, self._before)
        self._before = made
        return made

    def _same_place(self, wish: PreviewWish) -> bool:
        before = self._wish
        return (
            before is not None
            and bool(wish.titles)
            and (wish.titles, wish.audience) == (before.titles, before.audience)
            and not (wish.whole or before.whole)
        )

    def _again(self, wish: PreviewWish) -> Edition | None:
        from slaeditor.publish.edition.builder import chapter_alone

        if self._before is None or not (key := chapter_shown(self._before)):
            return None
        shown = wish.audience.within(wish.project)
        chapter = chapter_alone(wish.project, shown.reader, shown.client, today(), key)
        return with_chapter(self._before, chapter, wish.titles) if chapter else None
