"""The index: terms of the glossary and names, each with the parts that speak of it.

It is made from the finished chapters of one edition, so it knows nothing that they do not say.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial

from slaeditor.model.clients import GlossaryTerm
from slaeditor.publish.document import Chapter, Index, IndexEntry, IndexPlace, Section
from slaeditor.publish.edition.chapters.derived import chapter
from slaeditor.publish.edition.strings import strings
from slaeditor.publish.edition.view import View
from slaeditor.publish.once import Once, at_once

MOST_PLACES = 5
"""Places of one term; of more those stay that name it in their title or most often."""

FEWEST_ENTRIES = 30
"""Fewer would leave three quarters empty of the page that an index begins."""
_IN_TITLE = 1000
_SHORTEST = 3
_NAMED = (
    *("service_levels", "services", "severities", "measures", "channels", "calendars"),
    *("roles", "departments", "suppliers", "escalation_policies", "compensations", "phases"),
)

_NO_WORDS = {"id", "link", "source"}
"""Fields that hold ids and addresses."""
Found = dict[str, Counter[str]]


def index(
    view: View, chapters: Iterable[Chapter], back: Iterable[Chapter], once: Once = at_once
) -> Chapter | None:
    """Return the index of an edition's chapters; None where there is too little to look up."""
    names, parts = _names(view), (*chapters, *back)
    if not names:
        return None
    search = _Search(names)
    return once((search.key, "index"), parts, partial(_index, view, search, parts, once))


def _index(view: View, search: _Search, parts: tuple[Chapter, ...], once: Once) -> Chapter | None:
    labels: dict[str, str] = {}
    found: Found = {}
    count = 0
    for one in parts:
        count += one.numbered
        number = str(count) if one.numbered else ""
        told = once(search.key, (one,), partial(search.told, one))
        labels |= _labels(one, number)
        for part, terms in told:
            for name, times in terms.items():
                found.setdefault(name, Counter())[part if number else one.id] += times
    entries = tuple(
        IndexEntry(name, _places(found[name], labels)) for name in sorted(found, key=in_alphabet)
    )
    if len(entries) < FEWEST_ENTRIES:
        return None
    return chapter(view, "index", (Index(entries),), numbered=False)


def in_alphabet(words: str) -> tuple[str, str]:
    """Return words by which to order: accents and capitals count for little.

    >>> sorted(["Zahl", "Übung", "ubuntu"], key=in_alphabet)
    ['Übung', 'ubuntu', 'Zahl']
    """
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", words.casefold())
        if not unicodedata.combining(letter)
    )
    return plain, words


def _names(view: View) -> Mapping[str, str]:
    """What is looked for, each with the name it stands under; words of the glossary in any case."""
    found: dict[str, str] = {}
    for row in view.project.glossary:
        for name in (row.name, *_aliases(row)):
            found[name.casefold()] = row.name
    for table in _NAMED:
        for row in getattr(view.project, table):
            found.setdefault(row.name, row.name)
    return {name: term for name, term in found.items() if len(name.strip()) >= _SHORTEST}


def _aliases(row: GlossaryTerm) -> tuple[str, ...]:
    return tuple(one.strip() for one in re.split(r"[,;]", row.aliases) if one.strip())


def _labels(one: Chapter, number: str) -> dict[str, str]:
    """The ids of a chapter and its sections with their numbers, or the title of what has none."""
    if not number:
        return {one.id: one.title}
    return {
        one.id: number,
        **{part.id: f"{number}.{at}" for at, part in enumerate(one.sections, 1)},
    }


class _Search:
    """The search for names in chapters."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names
        self.key = frozenset(names.items())
        longest_first = sorted(names, key=len, reverse=True)
        self.pattern = re.compile(
            rf"(?<!\w)(?:{'|'.join(re.escape(one) for one in longest_first)})(?!\w)",
            re.IGNORECASE,
        )

    def told(self, one: Chapter) -> tuple[tuple[str, Counter[str]], ...]:
        """How often a chapter and its sections name each term, by the id of the part."""
        parts: tuple[Chapter | Section, ...] = (dataclasses.replace(one, sections=()),)
        return tuple((part.id, self._terms(part)) for part in (*parts, *one.sections))

    def _terms(self, part: Chapter | Section) -> Counter[str]:
        """How often a part names each term; once in its title outweighs the rest."""
        terms: Counter[str] = Counter()
        for name, times in self._mentions(_words(part)).items():
            terms[self.names[name]] += times
        for name in self._mentions(part.title):
            terms[self.names[name]] += _IN_TITLE
        return terms

    def _mentions(self, words: str) -> Counter[str]:
        """How often each name stands in words, as a whole and in the case that counts."""
        counts: Counter[str] = Counter()
        for text in self.pattern.findall(words):
            if text in self.names:
                counts[text] += 1
            elif text.casefold() in self.names:
                counts[text.casefold()] += 1
        return counts


def _words(part: Chapter | Section) -> str:
    return "\n".join(strings(part, _NO_WORDS))


def _places(counts: Counter[str], labels: Mapping[str, str]) -> tuple[IndexPlace, ...]:
    """The places that say most of a term, in the order of the book."""
    kept = {part for part, _ in counts.most_common(MOST_PLACES)}
    return tuple(IndexPlace(part, label) for part, label in labels.items() if part in kept)
