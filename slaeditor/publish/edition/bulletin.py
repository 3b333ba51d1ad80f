"""The bulletin: what is new, other or gone between two states of a project, for one reader.

Both states are cut for the reader before they are compared, so what the reader may not see makes
no line and no gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from slaeditor.model.areas import Area
from slaeditor.model.document import Document, Revision
from slaeditor.model.entity import Entity, default
from slaeditor.model.entity import field as field_named
from slaeditor.model.field import Field
from slaeditor.model.project import Project, kinds
from slaeditor.model.readers import EVERYONE, Reader
from slaeditor.model.table import Table as Rows
from slaeditor.publish.document import (
    Block,
    Cell,
    Chapter,
    Column,
    Edition,
    Prose,
    RowGroup,
    Section,
    Table,
)
from slaeditor.publish.edition.chapters.derived import (
    facts_block,
)
from slaeditor.publish.edition.chapters.plain_words import plain
from slaeditor.publish.edition.cover import assets, brand, cover, labels, picture_keys
from slaeditor.publish.edition.phrases import Phrases
from slaeditor.publish.edition.tailoring import tailored
from slaeditor.publish.edition.view import SILENT, View
from slaeditor.publish.edition.words import Words
from slaeditor.rules.aligning import aligned
from slaeditor.rules.checks.comparing import Standing
from slaeditor.rules.consequences import consequence
from slaeditor.rules.difference import Difference, Way, apart, differences
from slaeditor.rules.visible import visible

CHAPTER: Final = "c-bulletin"

_ORDER: Final = (
    Area.PRICES,
    Area.PROMISES,
    Area.LEVELS,
    Area.WORK,
    Area.SALES,
    Area.BACKING,
    Area.LEARNING,
    Area.DOCUMENT,
)
_UNTOLD: Final = frozenset({"revisions", "sign_offs", "releases", "pictures", "comments"})
"""Tables that tell of the work on the handbook rather than of what it says."""

_JOINT: Final = " · "
"""What stands between the parts of a title."""

_FIRST: Final = 3
"""Fields of a new or lost record that are told."""

_SPEAKING: Final = frozenset(
    {("targets", "value"), ("level_entitlements", "value"), ("price_plans", "price")}
)
"""Fields that say what their record is about, so that their own label adds nothing."""

_HIDDEN: Final = frozenset({"version", "effective_from", "effective_to", "status"})
"""Fields of the document that the head of the bulletin says, or that go without saying."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Both states as the reader sees them."""

    before: View
    after: View


def bulletin(
    before: Project, after: Project, reader: Reader, client: str = "", on: date | None = None
) -> Edition | None:
    """Return what a reader has to know of what changed; nothing when nothing did.

    `client` is the id of the client whose own bulletin this is, `on` the date it speaks of.
    """
    keys = picture_keys(after)
    pair = _pair(aligned(before, after), after, reader, client, on)
    sections = tuple(_sections(pair))
    if not sections:
        return None
    view = pair.after
    title = view.phrases("bulletin.title")
    chapter = Chapter(
        CHAPTER,
        title,
        lead=view.phrases("bulletin.lead"),
        blocks=tuple(_head(pair)),
        sections=sections,
        numbered=False,
    )
    look = brand(view.project)
    return Edition(
        language=view.phrases.language,
        cover=replace(cover(view, on), subtitle=title),
        brand=look,
        labels=labels(view.phrases),
        front=(),
        chapters=(chapter,),
        assets=assets(view.project, keys, (), look.logo),
        shown=(CHAPTER,),
    )


def concerned(
    before: Project, after: Project, on: date | None = None
) -> tuple[tuple[str, int], ...]:
    """Return the clients whom a change concerns: their ids, with how many records read otherwise.

    A client that may not read its own entry has no handbook of its own, and is left out.
    """
    before = aligned(before, after)
    readers = (one.id for one in after.clients if one.readers.include(Reader.CLIENT))
    pairs = ((key, _pair(before, after, Reader.CLIENT, key, on)) for key in readers)
    counts = ((key, len(_told(pair))) for key, pair in pairs)
    return tuple((key, count) for key, count in counts if count)


def _pair(before: Project, after: Project, reader: Reader, client: str, on: date | None) -> _Pair:
    """Both states as the reader sees them, in the language of the newer one."""
    language = after.the(Document).language.word
    words = Words(Phrases(language, to_client=reader is Reader.CLIENT))
    return _Pair(*(_view(one, reader, words, client, on) for one in (before, after)))


def _view(project: Project, reader: Reader, words: Words, client: str, on: date | None) -> View:
    cut = visible(project, reader, client, on)
    own = cut.clients.get(client) if client else None
    cut = _alike(tailored(cut, own) if own is not None else cut)
    return View(cut, reader, words, own, on)


def _alike(project: Project) -> Project:
    """The project without whom each record is for, which is no business of the reader."""
    for name, _, table in project.tables():
        rows = [row.but(readers=EVERYONE) for row in table]
        project = project.with_table(name, Rows(rows))
    return project


def _told(pair: _Pair) -> tuple[Difference, ...]:
    """The differences that the reader is told."""
    found = differences(pair.before.project, pair.after.project)
    return tuple(one for one in found if one.table not in _UNTOLD and tuple(_fields(pair, one)))


def _head(pair: _Pair) -> Iterator[Block]:
    """Of what and for whom, from which version to which, since when, and the manager's summary."""
    view, old, new = pair.after, pair.before.project.the(Document), pair.after.project.the(Document)
    raised = old.version != new.version
    facts = {
        "handbook": new.name,
        "organisation": new.organisation,
        "client": view.client.name if view.client else "",
        "date": view.words.date(view.on) if view.on else "",
        "from": old.version if raised else "",
        "to": new.version if raised else "",
        "since": view.words.date(new.effective_from) if new.effective_from else "",
        "questions": new.contact,
    }
    yield from facts_block((view.phrases(f"bulletin.{key}"), said) for key, said in facts.items())
    newest = max(view.project.revisions, key=_age, default=None)
    if newest is not None and newest.summary and newest.id not in pair.before.project.revisions:
        yield Prose(newest.summary, view.title(newest))


def _age(revision: Revision) -> tuple[date, int]:
    return revision.effective_from or revision.made_on or date.min, revision.position


def _sections(pair: _Pair) -> Iterator[Section]:
    told: dict[Area, dict[str, list[Difference]]] = {}
    for one in _told(pair):
        area = kinds()[one.table].declaration.area
        told.setdefault(area, {}).setdefault(one.table, []).append(one)
    for area in _ORDER:
        if area in told:
            yield Section(
                f"s-bulletin-{area.word}",
                pair.after.phrases(f"bulletin.{area.word}"),
                tuple(_table(pair, table, found) for table, found in told[area].items()),
            )


def _table(pair: _Pair, table: str, found: Sequence[Difference]) -> Block:
    phrases = pair.after.phrases
    rows = tuple(row for one in found for row in _rows(pair, one))
    ranked = any(row[-1].text for row in rows)
    columns = [
        Column(phrases("bulletin.what"), 34),
        Column(phrases("bulletin.before"), 26),
        Column(phrases("bulletin.now"), 26),
        Column(phrases("bulletin.for-client"), 14),
    ]
    kept = rows if ranked else tuple(row[:-1] for row in rows)
    heading = phrases.labelled(kinds()[table].declaration.plural)
    shown = tuple(columns if ranked else columns[:-1])
    return Table(heading, shown, (RowGroup(kept),), fitted=True)


def _rows(pair: _Pair, one: Difference) -> Iterator[tuple[Cell, ...]]:
    """A row for each field that reads otherwise, or one for a record that is new or gone."""
    if one.way is Way.CHANGED:
        name = _name(pair.after, _known(one.after))
        for spec in _fields(pair, one):
            before, now = apart(*_both(pair, one, spec))
            label = pair.after.phrases.label(spec)
            mark = consequence(pair.after.project, one, spec.name)
            is_it = (one.table, spec.name) in _SPEAKING
            yield _row(pair, name if is_it else f"{name}: {label}", before, now, mark)
        return
    new = one.way is Way.ADDED
    view = pair.after if new else pair.before
    row = _known(one.after if new else one.before)
    said = tuple(_said(view, row))
    words = "; ".join(said) or pair.after.phrases("bulletin.new" if new else "bulletin.gone")
    before, now = ("", words) if new else (words, pair.after.phrases("bulletin.gone"))
    yield _row(pair, _name(view, row), before, now, consequence(pair.after.project, one))


def _name(view: View, row: Entity) -> str:
    """What a record is called; a client's own level goes without saying in its own bulletin."""
    words = view.title(row)
    if not view.is_client:
        return words
    own = view.project.service_levels.get(view.client.level) if view.client else None
    parts = words.split(_JOINT)
    kept = [part for part in parts if own is None or part != own.name] or parts
    return ", ".join(kept)


def _known(row: Entity | None) -> Entity:
    if row is None:
        raise ValueError("A difference has no record on the side that it tells of.")
    return row


def _row(pair: _Pair, what: str, before: str, now: str, mark: Standing) -> tuple[Cell, ...]:
    tones = {Standing.BETTER: "yes", Standing.WORSE: "strong"}
    word = pair.after.phrases(f"bulletin.{mark.value}") if mark in tones else ""
    none = pair.after.phrases("bulletin.none")
    return (
        Cell(what),
        Cell(before or none, tone="muted"),
        Cell(now or none),
        Cell(word, tone=tones.get(mark, "")),
    )


def _fields(pair: _Pair, one: Difference) -> Iterator[Field]:
    """Yield the fields that read otherwise; for a record that is new or gone those it says."""
    if one.way is Way.MOVED:
        return
    if one.way is Way.CHANGED:
        names: Iterable[str] = (found.name for found in one.fields if found.name != "readers")
    else:
        row = _known(one.after or one.before)
        names = (spec.name for spec in _telling(pair.after, row))
    kind = type(_known(one.after or one.before))
    for name in names:
        if (kind.__name__, name) not in SILENT and not (kind is Document and name in _HIDDEN):
            yield field_named(kind, name)


def _telling(view: View, row: Entity) -> Iterator[Field]:
    """What a new or lost record says beyond what every such record says."""
    kind = type(row)
    return (
        spec for spec in view.unsaid(row) if getattr(row, spec.name) != default(kind, spec.name)
    )


def _both(pair: _Pair, one: Difference, spec: Field) -> tuple[str, str]:
    return (
        plain(pair.before.say(_known(one.before), spec.name)),
        plain(pair.after.say(_known(one.after), spec.name)),
    )


def _said(view: View, row: Entity) -> Iterator[str]:
    """Yield the first fields of a record that its name does not say, each with its label."""
    view.note(row, *row.declaration.title)
    short = [spec for spec in _telling(view, row) if not spec.owner]
    for spec in short[:_FIRST]:
        words = plain(view.say(row, spec.name))
        label = view.phrases.label(spec)
        yield f"{label} {_brief(words)}" if label.endswith("?") else f"{label}: {_brief(words)}"


def _brief(words: str, longest: int = 160) -> str:
    return words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]} …"
