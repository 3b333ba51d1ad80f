"""Reading the rows of a text: names become fields, words become values."""

from __future__ import annotations

from slaeditor.exchange import vocabulary
from slaeditor.exchange.drafts import Draft, Drafts
from slaeditor.exchange.grids import Grid, cells, grid_of
from slaeditor.exchange.nodes import Listing, Mapping, Node, Words, folded
from slaeditor.exchange.trouble import Problems
from slaeditor.model.entity import Entity
from slaeditor.model.field import Field
from slaeditor.model.kinds import PROSE
from slaeditor.model.project import kinds, table_name
from slaeditor.model.readers import STAFF, Readers
from slaeditor.model.values.unreadable import Unreadable

FORMAT = "1"
"""The version of the text form."""
_COMMA = "Words with a comma inside {…} need quotes around them."


def read_rows(root: Mapping, problems: Problems) -> Drafts:
    """Return the records that a text holds; what is wrong is noted as problems."""
    reading = _Reading(problems)
    for name, node in root.pairs:
        reading.section(name, node)
    reading.open_rows()
    return reading.drafts


class _Reading:
    """Goes through a text once, in its order, and collects drafts."""

    def __init__(self, problems: Problems) -> None:
        self.drafts = Drafts()
        self._problems = problems
        self._scope = 0
        self._opening: Readers | None = None

    def section(self, name: Words, node: Node) -> None:
        """Read what stands under a name at the beginning of a line."""
        word = folded(name.text)
        table = vocabulary.tables().get(word)
        if word == "format":
            self._check_format(node)
        elif word == "ids":
            self._identities(node)
        elif word == "readers":
            self._opening = self._read_readers(node)
        elif table is None:
            self._problems.add(name.line, vocabulary.unknown_table(name.text))
        elif isinstance(node, Mapping) and kinds()[table].declaration.single:
            self._row(kinds()[table], None, node, None)
        else:
            self._rows(kinds()[table], node, None)

    def _check_format(self, node: Node) -> None:
        if not isinstance(node, Words) or node.text.strip() != FORMAT:
            told = f"This program reads format {FORMAT} of the text form."
            self._problems.add(node.line, f"{told} A newer program may have written this text.")

    def _identities(self, node: Node) -> None:
        if not isinstance(node, Mapping):
            self._problems.add(node.line, "“ids” holds one line a record, such as “roles/ann: …”.")
            return
        for key, words in node.pairs:
            if isinstance(words, Words):
                self.drafts.identities[folded(key.text)] = words
            else:
                self._problems.add(key.line, f"“{key.text}” needs a UUID, not a list or mapping.")

    def _rows(self, kind: type[Entity], node: Node, owner: Draft | None) -> None:
        """Read a table, or the part of it that belongs to one owner."""
        self._scope += 1
        if isinstance(node, Mapping):
            for key, row in node.pairs:
                self._row(kind, key, row, owner)
        elif isinstance(node, Listing):
            for row in node.items:
                self._row(kind, None, row, owner)
        elif node.text:
            told = f"“{node.text}” stands where rows must: a list, or keys with a row under each."
            self._problems.add(node.line, told)

    def _row(self, kind: type[Entity], key: Words | None, node: Node, owner: Draft | None) -> None:
        """Read one row, or a grid that is short for many."""
        if isinstance(node, Words) and not node.text:
            node = Mapping(node.line)
        if not isinstance(node, Mapping):
            told = f"A row ({vocabulary.thing(kind)}) is made of names and values, “name: …”."
            self._problems.add(node.line, told)
            return
        grid = grid_of(kind, node)
        if grid is None:
            self._single_row(kind, key, node, owner)
        elif key is not None:
            told = f"“{grid.name.text}” makes several rows, which cannot share the key “{key.text}”"
            self._problems.add(grid.name.line, f"{told}; write the row as an item of a list.")
        else:
            self._grid_rows(kind, node, grid, owner)

    def _grid_rows(
        self, kind: type[Entity], node: Mapping, grid: Grid, owner: Draft | None
    ) -> None:
        rest = [pair for pair in node.pairs if pair[0] is not grid.name]
        for cell in cells(grid, self._problems):
            self._single_row(kind, None, Mapping(cell.line, [*rest, *cell.pairs]), owner)

    def _single_row(
        self, kind: type[Entity], key: Words | None, node: Mapping, owner: Draft | None
    ) -> None:
        draft = Draft(kind, key.line if key else node.line, self._scope, owner=owner)
        self.drafts.tables[table_name(kind)].append(draft)
        if key is not None:
            draft.key = key.text
            if name := vocabulary.naming_field(kind):
                self._value(draft, vocabulary.fields_of(kind)[folded(name)], key)
        pairs = self._uncut(kind, node)
        below = [pair for pair in pairs if not self._own(draft, *pair)]
        for name_, rows in below:
            child = vocabulary.children_of(kind)[folded(name_.text)]
            self._rows(child.kind, rows, draft)

    def _uncut(self, kind: type[Entity], node: Mapping) -> list[tuple[Words, Node]]:
        """The names and values of a row; words that a comma has cut are told and made whole."""
        whole: list[tuple[Words, Node]] = []
        cut: dict[int, Words] = {}
        for name, value in node.pairs:
            before = whole[-1][1] if whole else None
            if isinstance(before, Words) and _is_cut_off(kind, name, value, before):
                made = Words(f"{before.text}, {name.text}", before.line)
                whole[-1] = (whole[-1][0], made)
                cut[len(whole) - 1] = made
            else:
                whole.append((name, value))
        for place, made in cut.items():
            right = f'{whole[place][0].text}: "{made.text}"'
            self._problems.add(made.line, f"{_COMMA} Write {right}.")
        return whole

    def _own(self, draft: Draft, name: Words, node: Node) -> bool:
        """Read a field of the row itself; return False for rows that belong to it."""
        word = folded(name.text)
        spec = vocabulary.fields_of(draft.kind).get(word)
        if spec is not None:
            self._field(draft, spec, name, node)
        elif word == "key" and isinstance(node, Words):
            draft.key = node.text
        elif word == "readers":
            self._readers(draft, node)
        elif word in vocabulary.children_of(draft.kind):
            return False
        else:
            self._problems.add(name.line, _unknown(draft.kind, name, node))
        return True

    def _field(self, draft: Draft, spec: Field, name: Words, node: Node) -> None:
        if spec.owner and draft.owner is not None:
            told = f"“{name.text}” is said by where the row stands; leave it out."
            self._problems.add(name.line, told)
        elif spec.to:
            draft.written[spec.name] = self._reference_words(spec, node)
        elif isinstance(node, Words):
            self._value(draft, spec, node)
        else:
            told = f"“{name.text}” is words, not a list or mapping; use | for several lines."
            self._problems.add(node.line, told)

    def _reference_words(self, spec: Field, node: Node) -> list[Words]:
        listed = node.items if isinstance(node, Listing) else [node]
        words = [one for one in listed if isinstance(one, Words)]
        several = isinstance(spec.kind.absent, tuple)
        if len(words) < len(listed) or (isinstance(node, Listing) and not several):
            many = "keys of records, with commas or as a list" if several else "one key"
            self._problems.add(node.line, f"“{spec.label}” takes {many}.")
        return [one for one in words if one.text.strip()]

    def _value(self, draft: Draft, spec: Field, words: Words) -> None:
        """Read the words of one field by its own grammar."""
        if not words.text:
            self._empty(draft, spec, words)
            return
        text = words.text if spec.kind is PROSE else words.text.strip("\n")
        try:
            draft.values[spec.name] = spec.kind.parse(text)
        except Unreadable as trouble:
            told = f"{draft.kind.declaration.singular}, {spec.label}: {trouble.sentence}"
            self._problems.add(words.line, told + _in_own_words(spec, text))

    def _empty(self, draft: Draft, spec: Field, words: Words) -> None:
        if spec.required and spec.choices is not None:
            told = f"{draft.kind.declaration.singular}, {spec.label}: this cannot be empty."
            self._problems.add(words.line, f"{told} {spec.kind.grammar}")
        draft.values[spec.name] = spec.kind.absent

    def _readers(self, draft: Draft, node: Node) -> None:
        readers = self._read_readers(node)
        if readers is not None:
            draft.values["readers"] = readers

    def _read_readers(self, node: Node) -> Readers | None:
        listed = node.items if isinstance(node, Listing) else [node]
        words = ", ".join(one.text for one in listed if isinstance(one, Words))
        try:
            return Readers.parse(words)
        except Unreadable as trouble:
            self._problems.add(node.line, trouble.sentence)
            return None

    def open_rows(self) -> None:
        """Let rows that would start with staff alone start as the text says for all of them."""
        opening = STAFF if self._opening is None else self._opening
        for drafts in self.drafts.tables.values():
            for draft in drafts:
                if vocabulary.is_opened_by_text(draft.kind, owned=draft.is_owned):
                    draft.values.setdefault("readers", opening)


def _unknown(kind: type[Entity], name: Words, node: Node) -> str:
    told = vocabulary.unknown_field(kind, name.text)
    if isinstance(node, Words) and not node.text:
        return f"{told} {_COMMA}"
    return told


def _is_cut_off(kind: type[Entity], name: Words, node: Node, before: Words) -> bool:
    """Whether a name without a value is the rest of the words that stand before it."""
    if not isinstance(node, Words) or node.text or not before.text or name.line != before.line:
        return False
    known = (vocabulary.fields_of(kind), vocabulary.children_of(kind), vocabulary.OWN_NAMES)
    return not any(folded(name.text) in names for names in known)


def _in_own_words(spec: Field, text: str) -> str:
    """How words without a figure are written where only words in quotes are free words."""
    own = f'"{text}"'
    if any(one.isdigit() for one in text) or not _is_read(spec, own):
        return ""
    return f" In a text, words of your own stand in both quotes: '{own}'."


def _is_read(spec: Field, words: str) -> bool:
    try:
        spec.kind.parse(words)
    except Unreadable:
        return False
    return True
