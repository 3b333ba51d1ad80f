"""Writing a project as text: in one order, with the rows of each owner under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from slaeditor.exchange import scalars
from slaeditor.exchange.identities import keys_in_order, written_identity
from slaeditor.exchange.rows import FORMAT
from slaeditor.exchange.vocabulary import (
    children,
    has_own_title,
    is_opened_by_text,
    naming_field,
    spoken,
)
from slaeditor.model.entity import Entity, default, fields, links, owner
from slaeditor.model.field import Field
from slaeditor.model.project import Project, kinds, table_name
from slaeditor.model.readers import STAFF, Readers
from slaeditor.rules.names import readable_keys, record_named
from slaeditor.rules.openings import has_owner

_HEAD = "# A project of SLA Editor as text; docs/text-form.md says how it is written."


def dump(project: Project, *, ids: bool = True) -> str:
    """Return the project as text; the same project always gives the same text.

    Without `ids` the text holds no UUIDs and no positions: it says the same, and a project loaded
    from it has fresh ones.
    """
    return "\n".join(_Dump(project, ids).lines()) + "\n"


@dataclass(frozen=True)
class _Dump:
    """One project on its way to text."""

    project: Project
    ids: bool

    @cached_property
    def order(self) -> dict[str, list[Entity]]:
        """The rows of each table in the order of the text, which puts them under their owners."""
        found: dict[str, list[Entity]] = {name: [] for name in kinds()}
        for name in kinds():
            for row in self._tops(name):
                self._collect(row, found)
        return found

    def _collect(self, row: Entity, found: dict[str, list[Entity]]) -> None:
        found[table_name(type(row))].append(row)
        for one in children(type(row)):
            for child in self._below(row, one.kind, one.field.name):
                self._collect(child, found)

    def _tops(self, name: str) -> Iterator[Entity]:
        """The rows of a table that stand under no other row."""
        spec = owner(kinds()[name])
        for row in getattr(self.project, name):
            if spec is None or self.project.find(spec.to, getattr(row, spec.name)) is None:
                yield row

    def _below(self, row: Entity, kind: type[Entity], name: str) -> tuple[Entity, ...]:
        return self.project.table(kind).where(name, row.id)

    @cached_property
    def keys(self) -> dict[str, str]:
        """The readable key of every record, by its id."""
        return {
            key: words
            for rows in self.order.values()
            for key, words in keys_in_order(self.project, rows, {}).items()
        }

    @cached_property
    def opening(self) -> Readers:
        """Who may read most of the records that would start with staff alone."""
        counted = Counter(
            row.readers
            for _, kind, table in self.project.tables()
            for row in table
            if is_opened_by_text(kind, owned=has_owner(row))
        )
        return max(counted, key=lambda readers: (counted[readers], readers.value), default=STAFF)

    @cached_property
    def pointed_at(self) -> frozenset[str]:
        """The ids that references name; an owner is named by where a row stands."""
        return frozenset(
            key
            for _, kind, table in self.project.tables()
            for spec in links(kind)
            if not spec.owner
            for row in table
            for key in spec.targets(getattr(row, spec.name))
        )

    def lines(self) -> Iterator[str]:
        """Yield the lines of the whole text."""
        yield _HEAD
        yield f"format: {FORMAT}"
        if self.opening != STAFF:
            yield f"readers: {self.opening}"
        for name, kind in kinds().items():
            yield from self._section(name, kind, list(self._tops(name)))
        if self.ids and self.project.count:
            yield from ("", "ids:", *self._appendix())

    def _section(self, name: str, kind: type[Entity], rows: list[Entity]) -> Iterator[str]:
        if not rows:
            return
        yield ""
        if kind.declaration.single and len(rows) == 1:
            yield from self._under(spoken(name), self._parts(rows[0], 2), 0)
        else:
            yield f"{spoken(name)}:"
            yield from self._rows(kind, rows, 2)

    def _rows(self, kind: type[Entity], rows: Iterable[Entity], indent: int) -> Iterator[str]:
        keyed = has_own_title(kind) and not kind.declaration.single
        for row in rows:
            if keyed:
                parts = self._parts(row, indent + 2, implied=self.keys[row.id])
                yield from self._under(self.keys[row.id], parts, indent)
            else:
                yield from self._item(row, indent)

    def _under(self, name: str, parts: list[list[str]], indent: int) -> Iterator[str]:
        if not parts:
            yield f"{' ' * indent}{name}: {{}}"
            return
        yield f"{' ' * indent}{name}:"
        for part in parts:
            yield f"{' ' * (indent + 2)}{part[0]}"
            yield from part[1:]

    def _item(self, row: Entity, indent: int) -> Iterator[str]:
        """A row of a list: on one line where it fits, else a line a field."""
        fitting = self._flowing(row, indent)
        if fitting:
            yield fitting
            return
        lead = "- "
        for part in self._parts(row, indent + 2):
            yield f"{' ' * indent}{lead}{part[0]}"
            yield from part[1:]
            lead = "  "

    def _flowing(self, row: Entity, indent: int) -> str:
        below = any(self._below(row, one.kind, one.field.name) for one in children(type(row)))
        said = list(self._said(row, ""))
        if below or any("\n" in str(value) or isinstance(value, bytes) for _, value in said):
            return ""
        pairs = ", ".join(f"{name}: {scalars.inline(value, flowing=True)}" for name, value in said)
        line = f"{' ' * indent}- {{{pairs}}}"
        return line if len(line) <= scalars.WIDTH else ""

    def _parts(self, row: Entity, indent: int, implied: str = "") -> list[list[str]]:
        """What a row says, each part as the lines it takes; the first line is not indented."""
        parts = [_lines(name, value, indent + 2) for name, value in self._said(row, implied)]
        for one in children(type(row)):
            rows = self._below(row, one.kind, one.field.name)
            if rows:
                parts.append([f"{one.name}:", *self._rows(one.kind, rows, indent + 2)])
        return parts

    def _said(self, row: Entity, implied: str) -> Iterator[tuple[str, Any]]:
        """Names and words of what differs from a new row; `implied` is the key above the row."""
        kind = type(row)
        if not implied and not kind.declaration.single and row.id in self.pointed_at:
            yield "key", self.keys[row.id]
        opened = is_opened_by_text(kind, owned=has_owner(row))
        usual_readers = self.opening if opened else default(kind, "readers")
        if row.readers != usual_readers:
            yield "readers", str(row.readers)
        for spec in fields(kind):
            value = getattr(row, spec.name)
            named = implied and spec.name == naming_field(kind)
            usual = implied if named else default(kind, spec.name)
            if value != usual and not self._is_above(spec, value):
                yield spoken(spec.name), self._words(spec, value)

    def _is_above(self, spec: Field, value: Any) -> bool:
        return spec.owner and self.project.find(spec.to, value) is not None

    def _words(self, spec: Field, value: Any) -> str | bytes:
        if spec.to:
            return ", ".join(self.keys.get(key, key) for key in spec.targets(value))
        if value is None or isinstance(value, bytes):
            return value or ""
        if spec.names_record and not self.ids:
            return self._path_of(value)
        return spec.kind.words(value)

    def _path_of(self, words: str) -> str:
        """The table and key of the record that words mean, since ids are fresh when it is read."""
        row = record_named(self.project, words)
        return words if row is None else f"{spoken(table_name(type(row)))}/{self.named[row.id]}"

    @cached_property
    def named(self) -> Mapping[str, str]:
        """The key by which words may mean a record, by its id."""
        return readable_keys(self.project)

    def _appendix(self) -> Iterator[str]:
        for name, rows in self.order.items():
            for index, row in enumerate(rows):
                place = f"{spoken(name)}/{self.keys[row.id]}"
                yield f"  {place}: {written_identity(row, index)}"


def _lines(name: str, value: str | bytes, indent: int) -> list[str]:
    if isinstance(value, bytes):
        mark, *lines = scalars.content_lines(value, indent)
    elif scalars.is_block(value):
        mark, *lines = scalars.block(value, indent)
    else:
        mark, lines = scalars.inline(value), []
    return [f"{name}: {mark}", *lines]
