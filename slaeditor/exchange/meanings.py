"""What the references of a text mean: a key, a name, or words that only one record has.

In this order a reference is compared with: keys; keys with the owner's key before them, such as
"gold/monthly"; names; titles; words of titles. A UUID that is none of these stays as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from slaeditor.exchange import vocabulary
from slaeditor.exchange.drafts import Draft, Drafts
from slaeditor.exchange.identities import is_identifier
from slaeditor.exchange.nodes import Words, folded
from slaeditor.exchange.trouble import Problems
from slaeditor.model.entity import Entity, field
from slaeditor.model.field import Field
from slaeditor.model.project import Project, entity_named, table_name
from slaeditor.model.values.slug import slug
from slaeditor.rules.names import title

Index = Mapping[str, tuple[str, ...]]
"""Ids of records by the folded words that mean them."""

_SHOWN = 8
_NO_SLUG = slug("")


class Keys:
    """The keys and names of all records of a text, looked up by reference."""

    def __init__(self, drafts: Drafts) -> None:
        """Index the records once; each lookup costs little then."""
        self._drafts = drafts
        self._indexes: dict[str, tuple[Index, ...]] = {}

    def found(self, kind: str, words: str) -> tuple[str, ...]:
        """The ids of the records of a kind that words mean; several when they are ambiguous."""
        by_key, by_name, by_slug = self._of(kind)
        found = by_key.get(folded(words), ())
        if found or is_identifier(words):
            return found
        named = by_name.get(folded(words), ())
        spelled = slug(words)
        return named or (by_slug.get(spelled, ()) if spelled != _NO_SLUG else ())

    def _of(self, kind: str) -> tuple[Index, ...]:
        if kind not in self._indexes:
            self._indexes[kind] = _indexes(self._drafts.tables[table_name(entity_named(kind))])
        return self._indexes[kind]

    def split(self, kind: str, words: Words) -> list[Words]:
        """Return the references in a line that may hold several with commas.

        Keys count first; where they do not, a name may hold a comma itself.
        """
        parts = [part.strip() for part in words.text.split(",")]
        pieces = [Words(part, words.line) for part in parts if part]
        by_key, by_name, _ = self._of(kind)
        if all(folded(one.text) in by_key or is_identifier(one.text) for one in pieces):
            return pieces
        whole = folded(words.text)
        return [words] if whole in by_key or whole in by_name else pieces


def _indexes(drafts: Iterable[Draft]) -> tuple[Index, ...]:
    keys: list[tuple[str, str]] = []
    names: list[tuple[str, str]] = []
    slugs: list[tuple[str, str]] = []
    for draft in drafts:
        if draft.key:
            keys += [(word, draft.id) for word in {folded(draft.key), draft.path}]
            slugs.append((slug(draft.key), draft.id))
        if draft.name and vocabulary.has_own_title(draft.kind):
            names.append((folded(draft.name), draft.id))
            slugs.append((slug(draft.name), draft.id))
    return _index(keys), _index(names), _index(slugs)


def _index(pairs: Iterable[tuple[str, str]]) -> Index:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for word, key in pairs:
        found[word][key] = None
    return {word: tuple(keys) for word, keys in found.items()}


class Titles:
    """The titles of a project's records, for references that no key answers."""

    def __init__(self, project: Project, drafts: Drafts) -> None:
        """Index each kind when it is first asked for."""
        self._project = project
        self._keys = {one.id: one.key for listed in drafts.tables.values() for one in listed}
        self._words: dict[str, dict[str, frozenset[str]]] = {}

    def found(self, kind: str, words: str) -> tuple[str, ...]:
        """The ids of the records whose title is these words, or else holds all of them."""
        wanted = slug(words)
        titles = self._titles(kind)
        parts = frozenset(wanted.split("-"))
        equal = tuple(key for key, held in titles.items() if wanted in held)
        return equal or tuple(key for key, held in titles.items() if parts <= held)

    def known(self, kind: str) -> list[str]:
        """The titles of the records of a kind, as words to choose from."""
        return [title(self._project, row) for row in self._project.table(entity_named(kind))]

    def _titles(self, kind: str) -> dict[str, frozenset[str]]:
        """For each record the words of its title and of the keys in it, and the title as one."""
        if kind not in self._words:
            rows = self._project.table(entity_named(kind))
            self._words[kind] = {row.id: self._title_words(row) for row in rows}
        return self._words[kind]

    def _title_words(self, row: Entity) -> frozenset[str]:
        whole = slug(title(self._project, row))
        parts = set(whole.split("-"))
        for name in row.declaration.title:
            parts |= set(self._key_words(row, field(type(row), name)))
        return frozenset(parts | {whole})

    def _key_words(self, row: Entity, spec: Field) -> Iterable[str]:
        """The words of the keys of what the title names: “sev-1 gold” means Severity 1, Gold."""
        for key in spec.targets(getattr(row, spec.name)):
            yield from slug(self._keys[key]).split("-") if self._keys.get(key) else ()


class Meanings:
    """Turns the written references of drafts into ids."""

    def __init__(self, drafts: Drafts, problems: Problems) -> None:
        """Prepare for the drafts of one text."""
        self._keys = Keys(drafts)
        self._problems = problems
        self._open: list[tuple[Draft, Field, list[Words]]] = []
        self._drafts = drafts

    def from_keys(self) -> None:
        """Give every draft the ids its references mean by key or name; keep the rest for later."""
        for listed in self._drafts.tables.values():
            for draft in listed:
                for name, written in draft.written.items():
                    self._by_key(draft, field(draft.kind, name), written)
                if draft.owner is not None:
                    draft.values[_owner_name(draft)] = draft.owner.id

    def _by_key(self, draft: Draft, spec: Field, written: list[Words]) -> None:
        several = isinstance(spec.kind.absent, tuple)
        pieces = written
        if several:
            pieces = [one for words in written for one in self._keys.split(spec.to, words)]
        found = [self._keys.found(spec.to, words.text) for words in pieces]
        if all(len(ids) == 1 for ids in found):
            draft.values[spec.name] = _value(spec, [ids[0] for ids in found])
        else:
            self._open.append((draft, spec, pieces))

    def from_titles(self, project: Project) -> list[Draft]:
        """Find the rest by title in the project made so far; return the drafts that changed."""
        titles = Titles(project, self._drafts)
        for draft, spec, pieces in self._open:
            ids = [self._by_title(titles, spec, words) for words in pieces]
            draft.values[spec.name] = _value(spec, ids)
        return [draft for draft, _, _ in self._open]

    def _by_title(self, titles: Titles, spec: Field, words: Words) -> str:
        found = self._keys.found(spec.to, words.text)
        found = found or (() if is_identifier(words.text) else titles.found(spec.to, words.text))
        if len(found) == 1:
            return found[0]
        if found:
            self._problems.add(words.line, _ambiguous(spec, words, len(found)))
        elif not is_identifier(words.text):
            self._problems.add(words.line, _missing(spec, words, titles.known(spec.to)))
        return words.text


def _ambiguous(spec: Field, words: Words, count: int) -> str:
    told = f"{spec.label}: “{words.text}” means {count} rows"
    return f"{told}. Give the one you mean a key of its own (“key: …”) and write that."


def _owner_name(draft: Draft) -> str:
    spec = next(one for one in vocabulary.fields_of(draft.kind).values() if one.owner)
    return spec.name


def _value(spec: Field, ids: list[str]) -> Any:
    return tuple(ids) if isinstance(spec.kind.absent, tuple) else "".join(ids[:1])


def _missing(spec: Field, words: Words, known: list[str]) -> str:
    kind = entity_named(spec.to)
    told = f"{spec.label}: there is no {vocabulary.thing(kind)} “{words.text}”."
    if folded(words.text) in {"all", "any", "every"}:
        return f"{told} To mean all, leave the field out."
    if not known:
        return (
            f"{told} The text holds none; write it under “{vocabulary.spoken(table_name(kind))}”."
        )
    close = vocabulary.nearest(words.text, known) or sorted(set(known))[:_SHOWN]
    return f"{told} Known are {vocabulary.quoted(close)}."
