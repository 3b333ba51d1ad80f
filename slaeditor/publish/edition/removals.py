"""What was removed since a revision: a remark where it stood, and a list among the revisions.

Both states are cut for the reader before they are compared, so nothing is told of what the reader
could not read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from slaeditor.model.document import Document
from slaeditor.model.entity import Entity, fields, links, owner
from slaeditor.model.field import Field
from slaeditor.model.project import Project
from slaeditor.publish.document import Chapter, Edition, Facts, Paragraph, Section
from slaeditor.publish.edition.chapters.derived import chapter
from slaeditor.publish.edition.view import SILENT, View, tells
from slaeditor.rules.names import title

UNTOLD: Final = frozenset({"revisions", "sign_offs", "releases", "pictures", "comments", "waivers"})
"""Tables that tell of the work on the handbook rather than of what it says."""

_MOST: Final = 4
_REVISIONS: Final = "c-revisions"


@dataclass(frozen=True, slots=True)
class _Gone:
    """A record that is gone, or by its label the words of a field of one that stayed.

    `kind` is the label of the records of its kind, `place` the id of the part where it stood, or
    empty.
    """

    kind: str
    name: str
    label: str
    place: str

    @property
    def here(self) -> str:
        """What it is called where it stood."""
        return self.label or self.name

    @property
    def listed(self) -> str:
        """What it is called in the list."""
        return ": ".join(filter(None, (self.name, self.label)))


def with_removals(view: View, edition: Edition, left_out: Collection[str]) -> Edition:
    """Return the edition with what was removed since the revision it is compared with.

    Where chapters are left out, only that is told which stood in one that is there.
    """
    if view.before is None:
        return edition
    chapters = (*edition.front, *edition.chapters, *edition.back)
    ids = frozenset(key for one in chapters for key in _ids(one))
    gone = tuple(_all_gone(view, view.before, ids))
    told = tuple(one for one in gone if one.place or not left_out)
    if not told:
        return edition
    remarks = _remarks(view, told)
    edition = replace(edition, chapters=tuple(_marked(one, remarks) for one in edition.chapters))
    if _REVISIONS in left_out:
        return edition
    blocks = (Paragraph(_since(view, view.before), "muted"), Facts(_named(told)))
    listed = Section("s-removed", view.phrases("section.removed"), blocks)
    return replace(edition, back=_listed(view, edition.back, listed))


def _all_gone(view: View, before: Project, ids: Collection[str]) -> Iterator[_Gone]:
    """Yield what is gone; what belonged to a record goes with it and is not told by itself."""
    for name, kind, rows in before.tables():
        if name in UNTOLD:
            continue
        plural = view.phrases.labelled(kind.declaration.plural)
        for row in rows:
            now = view.project.find(kind, row.id)
            if now is not None:
                labels = _emptied(view, row, now)
                place = view.anchor(row) if view.anchor(row) in ids else ""
                yield from (_Gone(plural, title(before, row), one, place) for one in labels)
            elif not _goes_with_owner(view, row):
                yield _Gone(plural, title(before, row), "", _place(view, before, row, ids))


def _emptied(view: View, before: Entity, now: Entity) -> Iterator[str]:
    """Yield the labels of the fields that said something and are empty now."""
    kind = type(before)
    for spec in fields(kind):
        is_read = spec.readers.include(view.reader) and (kind.__name__, spec.name) not in SILENT
        if is_read and tells(spec, before) and getattr(now, spec.name) == spec.kind.absent:
            yield view.phrases.label(spec)


def _goes_with_owner(view: View, row: Entity) -> bool:
    spec = owner(type(row))
    key = getattr(row, spec.name) if spec else ""
    return bool(spec and key and view.project.find(spec.to, key) is None)


def _place(view: View, before: Project, row: Entity, ids: Collection[str]) -> str:
    """The part in which a record stood: that of its owner, its neighbour or what it refers to."""
    spec = owner(type(row))
    owners = _targets(view, row, (spec,) if spec else ())
    others = _targets(view, row, links(type(row)))
    near = (*owners, *_beside(before, row), *others)
    return next((key for key in map(view.anchor, near) if key in ids), "")


def _targets(view: View, row: Entity, specs: Iterable[Field]) -> Iterator[Entity]:
    for spec in specs:
        found = (view.project.find(spec.to, key) for key in spec.targets(getattr(row, spec.name)))
        yield from filter(None, found)


def _beside(before: Project, row: Entity) -> Iterator[Entity]:
    """Yield the records of a kind that stood before one, the nearest first, then those after it."""
    every = tuple(before.table(type(row)))
    at = every.index(row)
    yield from reversed(every[:at])
    yield from every[at + 1 :]


def _remarks(view: View, told: Iterable[_Gone]) -> dict[str, str]:
    """The remark of each part from which something was removed."""
    names: dict[str, list[str]] = {}
    for one in told:
        names.setdefault(one.place, []).append(one.here)
    return {
        place: view.phrases("removed.here", names=_few(view, held)) for place, held in names.items()
    }


def _few(view: View, names: Iterable[str]) -> str:
    """The first names as a list that says how many more there are."""
    every = tuple(dict.fromkeys(names))
    more = len(every) - _MOST
    told = every if more <= 0 else (*every[:_MOST], view.phrases("removed.more", count=more))
    return view.words.list(told)


def _marked(part: Chapter, remarks: dict[str, str]) -> Chapter:
    return replace(part, sections=tuple(_remarked(one, remarks) for one in part.sections))


def _remarked(section: Section, remarks: dict[str, str]) -> Section:
    inner = tuple(_remarked(one, remarks) for one in section.sections)
    return replace(section, sections=inner, removed=remarks.get(section.id, ""))


def _listed(view: View, back: tuple[Chapter, ...], told: Section) -> tuple[Chapter, ...]:
    """The back matter with the list in the chapter of the revisions."""
    at = next((at for at, one in enumerate(back) if one.id == _REVISIONS), None)
    if at is not None:
        whole = replace(back[at], sections=(*back[at].sections, told))
        return (*back[:at], whole, *back[at + 1 :])
    made = chapter(view, "revisions", sections=(told,), numbered=False)
    return (*back, made) if made else back


def _since(view: View, before: Project) -> str:
    version = before.the(Document).version
    return view.phrases("removed.since" if version else "removed.before", version=version)


def _named(told: Iterable[_Gone]) -> tuple[tuple[str, str], ...]:
    """The names of what was removed, kind by kind."""
    names: dict[str, list[str]] = {}
    for one in told:
        names.setdefault(one.kind, []).append(one.listed)
    return tuple((kind, "; ".join(dict.fromkeys(held))) for kind, held in names.items())


def _ids(part: Chapter | Section) -> Iterator[str]:
    yield part.id
    for one in part.sections:
        yield from _ids(one)
