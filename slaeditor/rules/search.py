"""Finding words anywhere in a project, and replacing them.

Words are found whatever their case and accents; every word has to be there, in any order. The
words of records are folded once and kept until a record changes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from slaeditor.model.entity import Entity, fields
from slaeditor.model.field import Field
from slaeditor.model.kinds import PROSE, TEXT
from slaeditor.model.project import Project, kinds, table_name
from slaeditor.model.remembered import remembered
from slaeditor.rules.names import title

AROUND = 40
"""Characters of the text that an excerpt shows on either side."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A field in which words were found; `excerpt` is the text around the first of them."""

    table: str
    row: str
    field: str
    title: str
    excerpt: str
    in_title: bool


def folded(words: str) -> str:
    """Return words without case and accents.

    >>> folded("Überfällig")
    'uberfallig'
    """
    if words.isascii():
        return words.casefold()
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@remembered
def text_fields(kind: type[Entity]) -> tuple[Field, ...]:
    """The fields of a kind that hold words."""
    return tuple(spec for spec in fields(kind) if spec.kind in {TEXT, PROSE})


class Search:
    """Searches one project after another; what did not change is not folded again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Entity, str]] = {}

    def hits(self, project: Project, words: str, limit: int = 50) -> tuple[Hit, ...]:
        """Return fields that hold all the words, titles first, then in the order of the tables."""
        wanted = folded(words).split()
        if not wanted:
            return ()
        found: list[Hit] = []
        rest: list[Hit] = []
        for row in self._rows(project, wanted):
            hit = _hit(project, row, wanted)
            (found if hit.in_title else rest).append(hit)
            if len(found) >= limit:
                break
        return tuple((found + rest)[:limit])

    def _rows(self, project: Project, wanted: Sequence[str]) -> Iterator[Entity]:
        for _, _, table in project.tables():
            for row in table:
                text = self._text(row)
                if all(word in text for word in wanted):
                    yield row
        # names of other records in a title are found by those records themselves

    def _text(self, row: Entity) -> str:
        known = self._known.get(row.id)
        if known is not None and known[0] is row:
            return known[1]
        text = "\n".join(folded(getattr(row, spec.name)) for spec in text_fields(type(row)))
        self._known[row.id] = (row, text)
        return text


def _hit(project: Project, row: Entity, wanted: Sequence[str]) -> Hit:
    name = title(project, row)
    shown = folded(name)
    in_title = all(word in shown for word in wanted)
    spec = _field(row, wanted)
    text = getattr(row, spec.name) if spec is not None else ""
    return Hit(
        table_name(type(row)),
        row.id,
        spec.name if spec is not None else "",
        name,
        excerpt(text, wanted[0]),
        in_title,
    )


def _field(row: Entity, wanted: Sequence[str]) -> Field | None:
    """The first field that holds all the words, else the first that holds the first of them."""
    texts = [(spec, folded(getattr(row, spec.name))) for spec in text_fields(type(row))]
    whole = (spec for spec, text in texts if all(word in text for word in wanted))
    part = (spec for spec, text in texts if wanted[0] in text)
    return next(whole, None) or next(part, None)


def excerpt(text: str, word: str) -> str:
    """Return the part of a text around a folded word, on one line."""
    at = folded(text).find(word)
    start, end = max(at - AROUND, 0), max(at, 0) + len(word) + AROUND
    part = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{part}{'…' if end < len(text) else ''}"


@dataclass(frozen=True, slots=True)
class Replacement:
    """One field whose words would change."""

    row: Entity
    field: Field
    before: str
    after: str
    count: int


def replacements(
    project: Project,
    sought: str,
    replacement: str,
    *,
    match_case: bool = False,
    whole_words: bool = False,
) -> tuple[Replacement, ...]:
    """Return every field that holds the sought words, as it would be with the others in place."""
    if not sought:
        return ()
    pattern = re.escape(sought)
    if whole_words:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    compiled = re.compile(pattern, 0 if match_case else re.IGNORECASE)
    return tuple(_replacements(project, compiled, replacement))


def _replacements(
    project: Project, pattern: re.Pattern[str], replacement: str
) -> Iterator[Replacement]:
    for kind in kinds().values():
        for row in project.table(kind):
            for spec in text_fields(kind):
                before = getattr(row, spec.name)
                after, count = pattern.subn(lambda _found: replacement, before)
                if count and after != before:
                    yield Replacement(row, spec, before, after, count)


def replaced(project: Project, chosen: Iterable[Replacement]) -> Project:
    """Return the project with the chosen replacements made."""
    for one in chosen:
        row = project.find(type(one.row), one.row.id)
        if row is not None and getattr(row, one.field.name) == one.before:
            project = project.put(row.but(**{one.field.name: one.after}))
    return project
