"""The texts a project begins with, in each language of the handbooks, and from one to the other.

They are those of the starters of nothing, which say the same in the same order. A text that
somebody changed since is theirs and stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import permutations
from typing import NamedTuple

from slaeditor.exchange.starters import BLANK, starters
from slaeditor.model.document import Document, Language
from slaeditor.model.entity import Entity, fields
from slaeditor.model.kinds import PROSE, TEXT
from slaeditor.model.project import Project

_SENTENCE = 4
"""From so many words on a text is one that nobody else would write."""

Texts = Mapping[tuple[str, str, str], str]
"""Words in another language for table, field and words."""


class Beginning(NamedTuple):
    """A project whose beginning speaks its language, how many texts did not, and what they spoke.

    `language` is the word for the language they are in, without the country.
    """

    project: Project
    texts: int
    language: str


def beginning_in_its_language(project: Project) -> Beginning | None:
    """Return a project with the untouched texts of its beginning in the handbooks' language.

    None where no whole sentence of a beginning stands there in another language.
    """
    wanted = language_word(project.the(Document).language)
    for spoken, target in permutations(_beginnings(), 2):
        if target == wanted:
            made = _translated(project, spoken, target)
            if made is not None:
                return made
    return None


def language_word(language: Language) -> str:
    """Return the word for a language without the country, such as English."""
    return language.label.partition(" (")[0]


def _translated(project: Project, spoken: str, target: str) -> Beginning | None:
    texts = _texts(spoken, target)
    rows, count, sentences = [], 0, 0
    for table, _, held in project.tables():
        for row in held:
            found = dict(_found(texts, table, row))
            count += len(found)
            sentences += sum(len(getattr(row, name).split()) >= _SENTENCE for name in found)
            rows += [row.but(**found)] if found else []
    return Beginning(project.put(*rows), count, spoken) if sentences else None


def _found(texts: Texts, table: str, row: Entity) -> Iterator[tuple[str, str]]:
    """Yield the fields of a record that say what a beginning says, with the other words."""
    for name in _text_fields(type(row)):
        words = texts.get((table, name, getattr(row, name).strip()))
        if words is not None:
            yield name, words


def _text_fields(kind: type[Entity]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind) if one.kind in {TEXT, PROSE})


@cache
def _beginnings() -> Mapping[str, Project]:
    """The project of each starter of nothing under the word for its language."""
    made = (one.project() for one in starters() if one.key.startswith(BLANK))
    return {language_word(one.the(Document).language): one for one in made}


@cache
def _texts(spoken: str, target: str) -> Texts:
    here, there = _beginnings()[spoken], _beginnings()[target]
    return {
        (table, name, getattr(mine, name).strip()): getattr(other, name)
        for table, kind, held in here.tables()
        for mine, other in zip(held, there.table(kind), strict=True)
        for name in _text_fields(kind)
        if getattr(mine, name) != getattr(other, name)
    }
