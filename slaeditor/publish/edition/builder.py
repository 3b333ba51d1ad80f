"""The edition of one reader: the visible project as chapters of plain words.

`visible` is the only place where something is left out for want of permission; a client's own
handbook is tailored to what it has afterwards.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from slaeditor.model.clients import DealStatus
from slaeditor.model.document import Document
from slaeditor.model.entity import Entity, fields
from slaeditor.model.handbook_chapters import chapters_named
from slaeditor.model.project import Project
from slaeditor.model.readers import EVERYONE, TEAM, Reader, Readers
from slaeditor.model.remembered import remembered
from slaeditor.model.table import Table
from slaeditor.publish.document import Chapter, Edition
from slaeditor.publish.edition.asked import Clients, Ledger, telling
from slaeditor.publish.edition.chapters.back_matter import (
    acknowledgement,
    glossary,
    revisions,
    sign_offs,
)
from slaeditor.publish.edition.chapters.backing import backing, team
from slaeditor.publish.edition.chapters.charter import charter
from slaeditor.publish.edition.chapters.deals import deals
from slaeditor.publish.edition.chapters.escalation import escalation
from slaeditor.publish.edition.chapters.front import front
from slaeditor.publish.edition.chapters.index import index
from slaeditor.publish.edition.chapters.learning import learning
from slaeditor.publish.edition.chapters.levels import levels
from slaeditor.publish.edition.chapters.methodology import methodology
from slaeditor.publish.edition.chapters.own_chapters import own_chapters
from slaeditor.publish.edition.chapters.prices import prices
from slaeditor.publish.edition.chapters.promises import promises
from slaeditor.publish.edition.chapters.remainder import remainder
from slaeditor.publish.edition.chapters.remedies import remedies, rewards
from slaeditor.publish.edition.chapters.responsibilities import responsibilities
from slaeditor.publish.edition.chapters.role_cards import role_cards
from slaeditor.publish.edition.chapters.scope import courses, duties, scope
from slaeditor.publish.edition.chapters.selling import selling, talking
from slaeditor.publish.edition.chapters.summary import summary
from slaeditor.publish.edition.chapters.together import aftercare, together
from slaeditor.publish.edition.chapters.working_agreement import working_agreement
from slaeditor.publish.edition.cover import (
    assets,
    brand,
    cover,
    labels,
    picture_keys,
    pictures_shown,
)
from slaeditor.publish.edition.kept import Afresh, Kept, Shelf
from slaeditor.publish.edition.leaving_out import without_chapters
from slaeditor.publish.edition.phrases import Phrases
from slaeditor.publish.edition.removals import with_removals
from slaeditor.publish.edition.tailoring import fitting, own_levels
from slaeditor.publish.edition.view import View, tells
from slaeditor.publish.edition.words import Words
from slaeditor.rules.inheritance import sold
from slaeditor.rules.visible import visible


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter of the handbook and the readers it is made for.

    What a reader of no such chapter may see nevertheless is printed under further particulars.
    """

    build: Callable[[View], Chapter | None]
    readers: Readers = EVERYONE

    @property
    def id(self) -> str:
        """The id of the chapter that is made."""
        return f"c-{self.build.__name__.replace('_', '-')}"


CHAPTERS = (
    Part(charter),
    Part(levels),
    Part(methodology),
    Part(promises),
    Part(responsibilities),
    Part(escalation),
    Part(prices),
    Part(selling),
    Part(remedies),
    Part(rewards),
    Part(scope),
    Part(duties),
    Part(courses),
    Part(aftercare),
    Part(together),
    Part(backing),
    Part(deals),
    Part(talking),
    Part(learning),
    Part(team),
)
"""The chapters in the order of the handbook, before the manager's own."""

BACK = (
    Part(glossary),
    Part(revisions),
    Part(sign_offs),
    Part(role_cards, TEAM),
    Part(working_agreement, TEAM),
    Part(acknowledgement, TEAM),
)
"""What follows the chapters."""


def edition(
    project: Project,
    reader: Reader,
    client: str = "",
    on: date | None = None,
    since: Project | None = None,
    kept: Kept | None = None,
) -> Edition:
    """Return the handbook of a reader.

    `client` is the id of the client whose own handbook this is, `on` the date it speaks of,
    `since` the project at the revision that change bars compare with. What is `kept` of other
    clients' handbooks makes it faster and nothing else.
    """
    if kept is None or since is not None or client not in project.clients:
        return _edition(*_seen(project, reader, client, on), picture_keys(project), since)
    with kept.turn:
        cut = kept.sight(project, reader, on).of(client)
        keys = kept.once("pictures", partial(picture_keys, project))
        return kept.edition(client, lambda: _edition(*_viewed(cut, reader, client, on, kept), keys))


def _edition(
    view: View, shelf: Afresh, keys: Mapping[str, str], since: Project | None = None
) -> Edition:
    """The handbook of a view; `keys` are those of the pictures."""
    if since is not None:
        before = _seen(since, view.reader, view.client.id if view.client else "", view.on)[0]
        view = dataclasses.replace(view, before=before.project)
    opening = shelf.made("front", front, view)
    chapters = (*_built(view, CHAPTERS, shelf), *shelf.made("own", _own_chapters, view))
    back = tuple(_built(view, BACK, shelf))
    rest = remainder(view, shelf.made)
    chapters = (*chapters, rest) if rest else chapters
    look = brand(view.project)
    made = Edition(
        language=view.phrases.language,
        cover=cover(view, view.on),
        brand=look,
        labels=labels(view.phrases),
        front=tuple(filter(None, (opening, shelf.made("summary", summary, view)))),
        chapters=chapters,
        back=back,
    )
    left_out = _left_out(view)
    made = with_removals(view, without_chapters(made, left_out, shelf.once), left_out)
    looked_up = index(view, made.chapters, made.back, shelf.once)
    if looked_up is not None and looked_up.id not in left_out:
        made = dataclasses.replace(made, back=(*made.back, looked_up))
    shown = pictures_shown(made, shelf.once)
    return dataclasses.replace(
        made, assets=assets(view.project, keys, shown, look.logo, shelf.once)
    )


def _own_chapters(view: View) -> tuple[Chapter, ...]:
    return tuple(own_chapters(view))


def chapter_alone(
    project: Project, reader: Reader, client: str, on: date | None, key: str
) -> Chapter | None:
    """Return one chapter as it is in the handbook of a reader, without making the others.

    `key` is its id. None for a chapter without content and for those that the manager wrote.
    """
    part = {part.id: part for part in (*CHAPTERS, *BACK)}.get(key)
    if part is None or not part.readers.include(reader):
        return None
    return part.build(_seen(project, reader, client, on)[0])


def _seen(project: Project, reader: Reader, client: str, on: date | None) -> tuple[View, Afresh]:
    return _viewed(visible(project, reader, client, on), reader, client, on)


def _viewed(
    cut: Project, reader: Reader, client: str, on: date | None, kept: Kept | None = None
) -> tuple[View, Afresh]:
    """The view of what a reader may see, and what is kept for it."""
    return _view(_telling(_agreed(cut, reader), reader), reader, client, on, kept)


def whole_view(project: Project) -> View:
    """Return the view of everything, as the manager sees it, in the language of the handbook."""
    return _view(project, Reader.STAFF, "", None)[0]


def _left_out(view: View) -> tuple[str, ...]:
    """The ids of the chapters that the manager leaves out of this reader's edition."""
    words = str(getattr(view.project.the(Document), f"{view.reader.value}_left_out"))
    return tuple(f"c-{one.word}" for one in chapters_named(words))


def _view(
    project: Project, reader: Reader, client: str, on: date | None, kept: Kept | None = None
) -> tuple[View, Afresh]:
    own = project.clients.get(client) if client else None
    language = project.the(Document).language.word
    words = Words(Phrases(language, to_client=reader is Reader.CLIENT))
    if own is None:
        return View(project, reader, words, on=on, levels=sold(project)), Afresh()
    fit, shelf = kept.fitted(project, own) if kept else (fitting(project, own), Afresh())
    ledger = Ledger()
    project = fit.holding((own,))
    level, add_ons = own_levels(project, own)
    if isinstance(shelf, Shelf) and client in project.clients:
        own = telling(own, ledger)
        project = project.with_table(
            "clients", Clients((telling(project.clients[client], ledger),))
        )
    levels = (level,) if level else sold(project)
    return View(project, reader, words, own, on, None, levels, add_ons, ledger), shelf


def _agreed(project: Project, reader: Reader) -> Project:
    """The project in which the deals that a client sees are approved.

    Only those in force are left for it, but how far a deal has come is none of its fields.
    """
    if reader is not Reader.CLIENT:
        return project
    deals = [deal.but(status=DealStatus.APPROVED) for deal in project.special_deals]
    return project.with_table("special_deals", Table(deals))


def _telling(project: Project, reader: Reader) -> Project:
    """The project without records of which the reader may see no field that holds something."""
    telling_rows = _telling_rows(reader)
    tables = {name: table.derived(telling_rows) for name, _, table in project.tables()}
    return project.with_tables(tables)


@remembered
def _telling_rows(reader: Reader) -> Callable[[Table[Entity]], Table[Entity]]:
    """What leaves of a table the records of which a reader may see a field that holds something."""

    def telling_rows(table: Table[Entity]) -> Table[Entity]:
        rows = [row for row in table if _tells(type(row), row, reader)]
        return Table(rows) if len(rows) < len(table) else table

    return telling_rows


def _tells(kind: type[Entity], row: Entity, reader: Reader) -> bool:
    return any(spec.readers.include(reader) and tells(spec, row) for spec in fields(kind))


def _built(view: View, parts: tuple[Part, ...], shelf: Afresh) -> Iterator[Chapter]:
    """Yield the chapters that are made for the reader and have content."""
    for part in parts:
        if part.readers.include(view.reader):
            made = shelf.made(part.id, part.build, view)
            if made is not None:
                yield made
