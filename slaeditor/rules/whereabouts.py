"""Which record and field a passage of a handbook comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, kinds
from slaeditor.rules.names import title
from slaeditor.rules.search import folded, text_fields

_MARKS = re.compile(r"[*_`#>|~\\\[\]()]+")
_NUMBER = re.compile(r"^(?:[\d.]+|[•–‣-])\s+")
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
_BROKEN = re.compile(r"\s?\S*[-\u00ad\u2010]$")
_LEAST = 12
"""Letters from which on a line is telling enough to be looked for inside a field."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The table, the record and the field, each "" where it is not known."""

    table: str
    row: str = ""
    field: str = ""


def whereabouts(project: Project, line: str, headings: Sequence[str] = ()) -> Whereabouts | None:
    """Return where a line of a handbook is written, None where nobody can tell.

    `headings` are those the line stands under, the nearest first. A field that holds the line
    counts most, then a record of that name, then what the headings name.
    """
    wanted = _bare(line)
    near = [_bare(one) for one in headings]
    found = _holding(project, wanted, near) or _named(project, [wanted])
    return found or _named(project, near) or _kind_named([wanted, *near])


def _bare(words: str) -> str:
    """Return words without number, marks of Markdown, case and a word broken at the end."""
    plain = _NUMBER.sub("", _SPACE.sub(" ", _MARKS.sub("", words)).strip())
    return folded(_BROKEN.sub("", plain) if len(plain) > _LEAST else plain).strip()


def _holding(project: Project, wanted: str, near: Sequence[str]) -> Whereabouts | None:
    """Return the field that holds a line: one under its heading first, then the shortest text."""
    best: tuple[bool, int] | None = None
    found = None
    for table, row, name, text in _texts(project, wanted) if wanted else ():
        weight = (folded(title(project, row)) in near, -len(text))
        if best is None or weight > best:
            best, found = weight, Whereabouts(table, row.id, name)
    return found


def _texts(project: Project, wanted: str) -> Iterator[tuple[str, Entity, str, str]]:
    """Yield each field that says exactly this, or holds it where it is long enough to tell."""
    first = max(_WORD.findall(wanted), key=len, default=wanted)
    for name, _, table in project.tables():
        for row in table:
            for spec in text_fields(type(row)):
                words = getattr(row, spec.name)
                if first in folded(words):
                    text = _bare(words)
                    if text == wanted or (len(wanted) >= _LEAST and wanted in text):
                        yield name, row, spec.name, text


def _named(project: Project, names: Sequence[str]) -> Whereabouts | None:
    for wanted in filter(None, names):
        for table, _, rows in project.tables():
            for row in rows:
                if folded(title(project, row)) == wanted:
                    return Whereabouts(table, row.id)
    return None


def _kind_named(names: Sequence[str]) -> Whereabouts | None:
    for wanted in filter(None, names):
        for table, kind in kinds().items():
            if folded(kind.declaration.plural) == wanted:
                return Whereabouts(table)
    return None
