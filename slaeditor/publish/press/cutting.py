"""An edition cut into its pieces: at chapters, and within them where a section begins a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from slaeditor.publish.document import (
    Asset,
    Cell,
    Chapter,
    Cover,
    Edition,
    Index,
    Section,
    Table,
)
from slaeditor.publish.document_json import value_json
from slaeditor.publish.numbering import blocks_in, figures_in, tables_in
from slaeditor.publish.once import Once, at_once
from slaeditor.publish.pagination import pages_begun, shares_contents
from slaeditor.publish.piece import (
    ContentsPages,
    CoverPage,
    Feet,
    Piece,
    Placed,
    Run,
    placed,
    runs_in,
)

Begun = frozenset[str]
"""The ids of sections that begin a page."""
_ON_COVER = (
    "title",
    "subtitle",
    "edition_name",
    "organisation",
    "recipient",
    "version",
    "date",
    "owner",
    "confidentiality",
    "mark",
)
_CHANGED = '"changed":true'
"""How JSON says that something differs from the last release; a word in a text is escaped."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The pieces of an edition in order; the contents stand between `before` and `after`.

    The index comes after all of them.
    """

    feet: Placed
    before: tuple[Placed, ...]
    after: tuple[Placed, ...]

    @property
    def pieces(self) -> tuple[Placed, ...]:
        """All pieces but contents and index, which wait for the page numbers."""
        return (self.feet, *self.before, *self.after)


def cut(edition: Edition, once: Once = at_once) -> Cut:
    """Return the pieces of a whole edition; those of parts that stay as they were are the same."""
    pieces = _Pieces(edition, once)
    front = [[pieces.of(run) for run in pieces.runs(one, "")] for one in edition.front]
    if shares_contents(edition):
        front[0] = []
    chapters = [pieces.of(run) for run in pieces.together()]
    return Cut(
        _feet(edition),
        (_cover(edition), *(front[0] if front else ())),
        (*(piece for pieces in front[1:] for piece in pieces), *chapters),
    )


class _Pieces:
    """The pieces of an edition in the making."""

    def __init__(self, edition: Edition, once: Once) -> None:
        self.edition = edition
        self.once = once
        self.known = frozenset(titles(edition))
        self.setting = _setting(edition, edition.cover.reader, edition.assets)

    def together(self) -> list[Run]:
        """The runs of all chapters, those that begin no page with the one before them."""
        pages = pages_begun(self.edition, self.once)
        index = index_chapter(self.edition)
        found: list[Run] = []
        for number, one in numbered(self.edition):
            if one is index:
                continue
            runs = list(self.runs(one, number, pages.begun_in(one)))
            if one.id in pages.running_on:
                found[-1] = self._followed(found[-1], runs.pop(0))
            found += runs
        return found

    def runs(self, chapter: Chapter, number: str, begun: Begun = frozenset()) -> tuple[Run, ...]:
        """The runs of a chapter of which some sections begin a page."""

        def made() -> tuple[Run, ...]:
            return tuple(_runs(chapter, number, begun))

        return self.once(("runs", number, begun), (chapter,), made)

    def _followed(self, run: Run, other: Run) -> Run:
        return self.once("then", (run, other), lambda: replace(run, then=(*run.then, other)))

    def of(self, run: Run) -> Placed:
        """The piece of a run."""
        what = ("piece", self.setting, self.known)
        return self.once(what, (run,), partial(_piece, self.edition, run, self.known))


def numbered(edition: Edition) -> list[tuple[str, Chapter]]:
    """Return chapters and back matter with their numbers, "" for those that have none."""
    count, found = 0, []
    for chapter in edition.chapters + edition.back:
        count += chapter.numbered
        found.append((str(count) if chapter.numbered else "", chapter))
    return found


def contents(edition: Edition, page_of: dict[str, int], once: Once = at_once) -> Placed:
    """Return the table of contents; `page_of` gives the page of each part by its id."""
    chapters = edition.chapters + edition.back
    listed = tuple(
        key
        for number, chapter in numbered(edition)
        for key in (chapter.id, *(one.id for one in chapter.sections if number))
    )
    pages = tuple(str(page_of[each]) for each in listed)
    above = edition.front[:1] if shares_contents(edition) else ()
    what = ("contents", _setting(edition, edition.cover.reader, edition.assets), pages, len(above))
    return once(what, (*above, *chapters), partial(_contents, edition, listed, pages, above))


def _contents(
    edition: Edition, listed: tuple[str, ...], pages: tuple[str, ...], above: tuple[Chapter, ...]
) -> Placed:
    bare = tuple(_bare(chapter) for chapter in edition.chapters + edition.back)
    setting = _setting_of(edition, value_json(above))
    targets = {*listed, *(key for one in above for key in _links(one))}
    elsewhere = tuple(sorted(targets - {key for one in above for key in _ids(one)}))
    return placed(Piece(setting, ContentsPages(bare, pages, above), elsewhere))


def index_chapter(edition: Edition) -> Chapter | None:
    """Return the chapter with the index, which ends a handbook; None where there is none."""
    last = edition.back[-1:]
    return next((one for one in last if any(isinstance(it, Index) for it in one.blocks)), None)


def index_piece(
    edition: Edition, chapter: Chapter, page_of: dict[str, int], once: Once = at_once
) -> Placed:
    """Return the chapter of the index; `page_of` gives the page of each part by its id."""
    indexes = tuple(one for one in chapter.blocks if isinstance(one, Index))
    places = [place for one in indexes for entry in one.entries for place in entry.places]
    pages = {key: str(page_of[key]) for key in sorted({place.part for place in places})}
    setting = _setting(edition)
    what = ("index", setting, tuple(pages.items()))
    return once(what, (chapter,), partial(_index_piece, setting, chapter, pages))


def _index_piece(setting: Edition, chapter: Chapter, pages: dict[str, str]) -> Placed:
    blocks = tuple(_paged(one, pages) if isinstance(one, Index) else one for one in chapter.blocks)
    return placed(Piece(setting, Run(replace(chapter, blocks=blocks), ""), tuple(pages)))


def _paged(index: Index, pages: dict[str, str]) -> Index:
    """Return an index with the page of each place."""
    return Index(
        tuple(
            replace(
                entry,
                places=tuple(replace(one, page=pages[one.part]) for one in entry.places),
            )
            for entry in index.entries
        )
    )


def only_shown(edition: Edition) -> Edition:
    """Return an edition with the text of the shown parts alone; the others keep their titles."""
    shown = set(edition.shown)

    def told(chapter: Chapter) -> Chapter:
        whole = chapter.id in shown or any(one.id in shown for one in chapter.sections)
        return chapter if whole else _bare(chapter)

    front, chapters, back = (
        tuple(told(one) for one in part) for part in (edition.front, edition.chapters, edition.back)
    )
    kept = replace(edition, front=front, chapters=chapters, back=back)
    words = value_json(replace(kept, assets=())).decode("utf-8", "surrogatepass")
    return replace(kept, assets=tuple(one for one in edition.assets if one.id in words))


def titles(edition: Edition) -> dict[str, str]:
    """Return the title of each part of an edition that a link can lead to, by its id."""
    found = {"contents": edition.labels.contents}
    waiting: list[Chapter | Section] = [*edition.front, *edition.chapters, *edition.back]
    for part in waiting:
        found[part.id] = part.title
        waiting.extend(part.sections)
    return found


def _bare(chapter: Chapter) -> Chapter:
    sections = tuple(Section(one.id, one.title) for one in chapter.sections)
    return Chapter(chapter.id, chapter.title, sections=sections, numbered=chapter.numbered)


def _cover(edition: Edition) -> Placed:
    logo = tuple(one for one in edition.assets if one.id == edition.brand.logo)
    setting = _setting(edition, assets=logo)
    whole = replace(setting, cover=edition.cover, brand=edition.brand)
    return placed(Piece(whole, CoverPage()))


def _feet(edition: Edition) -> Placed:
    setting = _setting(edition, edition.cover.reader)
    plain = replace(setting, cover=replace(setting.cover, watermark=""))
    return placed(Piece(plain, Feet(edition.cover.foot, _issue(edition.cover))))


def _issue(cover: Cover) -> str:
    return "\n".join(words for words in (cover.version, cover.date) if words)


def _setting(edition: Edition, reader: str = "", assets: tuple[Asset, ...] = ()) -> Edition:
    """Return an edition without text and without what only cover and feet show of it."""
    cover = replace(edition.cover, reader=reader, **dict.fromkeys(_ON_COVER, ""))
    brand = replace(edition.brand, logo="")
    return replace(edition, cover=cover, brand=brand, assets=assets, front=(), chapters=(), back=())


def _runs(chapter: Chapter, number: str, begun: Begun) -> Iterator[Run]:
    """Yield the runs of a chapter of which some sections begin a page."""
    overview = tuple((one.id, one.title) for one in chapter.sections) if number else ()
    tables = figures = 0
    places = [(0, 0), *_breaks(chapter, begun), (len(chapter.sections), 0)]
    for at, (begin, end) in enumerate(pairwise(places)):
        opens = at == 0
        part = replace(chapter, sections=tuple(_between(chapter.sections, begin, end)))
        if not opens:
            part = replace(part, blocks=(), lead="")
        listed = overview if opens else ()
        yield Run(part, number, opens, listed, begin[0] + 1, tables, figures, begin[1] > 0)
        tables, figures = tables + tables_in(part), figures + figures_in(part)


def _breaks(chapter: Chapter, begun: Begun) -> Iterator[tuple[int, int]]:
    """Yield where a page begins whatever came before: at which section, at which part of it."""
    for at, section in enumerate(chapter.sections):
        if section.opener or section.id in begun:
            yield at, 0
        yield from ((at, part) for part, one in enumerate(section.sections) if one.id in begun)


def _between(
    sections: tuple[Section, ...], begin: tuple[int, int], end: tuple[int, int]
) -> Iterator[Section]:
    """Yield sections from one place to another; of the first and the last perhaps some parts."""
    for at in range(begin[0], min(end[0] + 1, len(sections))):
        since = begin[1] if at == begin[0] else 0
        until = end[1] if at == end[0] else None
        if until != 0:
            one = replace(sections[at], sections=sections[at].sections[since:until])
            yield replace(one, blocks=(), margin="", lead="") if since else one


def _piece(edition: Edition, run: Run, known: frozenset[str]) -> Placed:
    runs = runs_in(run)
    begun = {run.chapter.id} if not run.opens else set()
    begun |= {run.chapter.sections[0].id} if run.continues else set()
    own = {key for one in runs for key in _ids(one.chapter)} - begun
    asked = {key for one in runs for key in (*_links(one.chapter), *dict(one.overview))}
    elsewhere = tuple(sorted((asked - own) & known))
    return placed(Piece(_setting_of(edition, value_json(run)), run, elsewhere))


def _setting_of(edition: Edition, content: bytes) -> Edition:
    """Return the setting of a piece with the pictures that it shows."""
    words = content.decode("utf-8", "surrogatepass")
    reader = edition.cover.reader if _CHANGED in words else ""
    return _setting(edition, reader, tuple(one for one in edition.assets if one.id in words))


def _ids(part: Chapter | Section) -> list[str]:
    return [part.id, *(key for one in part.sections for key in _ids(one))]


def _links(part: Chapter | Section) -> Iterator[str]:
    for block in blocks_in(part):
        if isinstance(block, Table):
            yield from (cell.link for cell in _cells(block) if cell.link)


def _cells(table: Table) -> Iterator[Cell]:
    for group in table.groups:
        for row in group.rows:
            yield from row
