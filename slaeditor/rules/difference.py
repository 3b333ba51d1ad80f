"""What differs between two projects, promise by promise, in sentences.

Records are the same when their ids are; what is left over on both sides is matched by readable key,
so that two files that were entered separately can be compared as well.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from slaeditor.model.entity import Entity, default, fields, links, owner
from slaeditor.model.field import Field
from slaeditor.model.project import Project
from slaeditor.rules.names import readable_keys, title

_SHOWN = 90
_TOLD_OF_NEW = 3
_LONGEST_BARE = 6
"""Words that are more than so many are set in quotes: where they end would not be seen."""
_AROUND = 2  # words left beside what differs, so that an added word has a place
_SHORT_KINDS = frozenset({"target", "entitlement", "price", "money", "percentage", "letters"})


class Way(Enum):
    """In what way a record differs."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field whose words differ; "" stands for nothing said."""

    name: str
    label: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """What happened to the field, such as "promise changed from 4 h to 2 h"."""
        label = _in_sentence(self.label)
        if not self.before:
            (after,) = _quoted(_shortened(self.after))
            return f"{label} is now {after}"
        if not self.after:
            (before,) = _quoted(_shortened(self.before))
            return f"{label} is no longer said; it was {before}"
        before, after = _quoted(*apart(self.before, self.after))
        return f"{label} changed from {before} to {after}"


@dataclass(frozen=True, slots=True)
class Difference:
    """One record that was added, removed, changed or moved.

    `name` is its kind and title in the newer project, or in the older one when it is gone; `table`
    the name of its table; `fields` what differs in it, or what it says when it is new or gone.
    """

    way: Way
    table: str
    name: str
    before: Entity | None
    after: Entity | None
    fields: tuple[FieldDifference, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """The difference in words, one sentence a field that changed."""
        if self.way is Way.CHANGED:
            return tuple(f"{self.name}: {one.sentence}." for one in self.fields)
        if self.way is Way.MOVED:
            return (f"{self.name} stands elsewhere in its list.",)
        said = ", ".join(
            f"{_in_sentence(one.label)} {_shortened(one.after or one.before)}"
            for one in self.fields
        )
        told = "is new" if self.way is Way.ADDED else "was removed"
        return (f"{self.name} {told}{f': {said}' if said else ''}.",)


def differences(old: Project, new: Project) -> tuple[Difference, ...]:
    """Return what differs, in the order of the tables and of their rows, removals last."""
    same = matched(old, new)
    found: list[Difference] = []
    for table, _, rows in new.tables():
        before = getattr(old, table)
        if before is rows and not same.renamed:
            continue
        found += _of_rows(_Pair(old, new, same), table, rows)
        gone = (row for row in before if row.id not in same.after)
        found += [_single(Way.REMOVED, table, old, row) for row in gone]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Matches:
    """Which records of two projects are the same: ids of the older by the newer, and back."""

    before: dict[str, str]
    after: dict[str, str]

    @property
    def renamed(self) -> bool:
        """Whether some record has another id in the newer project."""
        return any(old != new for old, new in self.after.items())


@dataclass(frozen=True, slots=True)
class _Pair:
    old: Project
    new: Project
    same: Matches


def matched(old: Project, new: Project) -> Matches:
    """Return the records that are the same by id, or else by readable key."""
    after: dict[str, str] = {}
    for table, _, rows in new.tables():
        before = getattr(old, table)
        after.update({key: key for key in before.rows if key in rows})
    left = {table: [r for r in rows if r.id not in after] for table, _, rows in old.tables()}
    if any(left.values()):
        after.update(_by_key(old, new, left, set(after.values())))
    return Matches({key: was for was, key in after.items()}, after)


def _by_key(
    old: Project, new: Project, left: dict[str, list[Entity]], taken: set[str]
) -> Iterator[tuple[str, str]]:
    old_keys, new_keys = readable_keys(old), readable_keys(new)
    for table, _, rows in new.tables():
        single = rows and next(iter(rows)).declaration.single
        known = {"" if single else new_keys[row.id]: row.id for row in rows if row.id not in taken}
        for row in left[table]:
            found = known.pop("" if single else old_keys[row.id], None)
            if found:
                yield row.id, found


def _of_rows(pair: _Pair, table: str, rows: Iterable[Entity]) -> Iterator[Difference]:
    moved = _moved(pair, table)
    for row in rows:
        before = _before(pair, table, row)
        if before is None:
            yield _single(Way.ADDED, table, pair.new, row)
            continue
        changed = tuple(_changed(pair, before, row))
        name = _name(pair.new, row)
        if changed:
            yield Difference(Way.CHANGED, table, name, before, row, changed)
        if row.id in moved:
            yield Difference(Way.MOVED, table, name, before, row)


def _before(pair: _Pair, table: str, row: Entity) -> Entity | None:
    found: Entity | None = getattr(pair.old, table).get(pair.same.before.get(row.id, ""))
    return found


def _changed(pair: _Pair, before: Entity, after: Entity) -> Iterator[FieldDifference]:
    if before.readers != after.readers:
        yield FieldDifference("readers", "Who may read it", str(before.readers), str(after.readers))
    if before == after:
        return
    translated = _translated(before, pair.same)
    for spec in fields(type(after)):
        if getattr(translated, spec.name) != getattr(after, spec.name):
            words = (field_words(pair.old, before, spec), field_words(pair.new, after, spec))
            yield FieldDifference(spec.name, spec.label, *words)


def _translated(row: Entity, same: Matches) -> Entity:
    """The older record with references as the newer project has them."""
    values = {spec.name: _renamed(getattr(row, spec.name), same) for spec in links(type(row))}
    return row.but(**values)


def _renamed(value: str | tuple[str, ...], same: Matches) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(same.after.get(key, key) for key in value)
    return same.after.get(value, value)


def field_words(project: Project, row: Entity, spec: Field) -> str:
    """Return what a field of a record says in words, references by their titles."""
    value = getattr(row, spec.name)
    if spec.to:
        found = [project.find(spec.to, key) for key in spec.targets(value)]
        return ", ".join(title(project, one) if one else "something lost" for one in found)
    if isinstance(value, bytes):
        return f"{len(value):,} bytes" if value else ""
    return "" if value is None else spec.kind.words(value)


def _single(way: Way, table: str, project: Project, row: Entity) -> Difference:
    """A record that only one of the projects has, with the little that says most about it."""
    said = []
    for spec in fields(type(row)):
        if spec.kind.name in _SHORT_KINDS and getattr(row, spec.name) != default(
            type(row), spec.name
        ):
            words = field_words(project, row, spec)
            pair = ("", words) if way is Way.ADDED else (words, "")
            said.append(FieldDifference(spec.name, spec.label, *pair))
    before, after = (None, row) if way is Way.ADDED else (row, None)
    shown = tuple(said[:_TOLD_OF_NEW])
    return Difference(way, table, _name(project, row), before, after, shown)


def _name(project: Project, row: Entity) -> str:
    return f"{row.declaration.singular} {title(project, row)}"


def _moved(pair: _Pair, table: str) -> frozenset[str]:
    """The ids of the rows that stand in another order than before among those of their owner."""
    places = {row.id: index for index, row in enumerate(getattr(pair.old, table))}
    lists: dict[Any, list[tuple[str, int]]] = {}
    for row in getattr(pair.new, table):
        before = pair.same.before.get(row.id)
        if before is not None:
            above = owner(type(row))
            lists.setdefault(getattr(row, above.name) if above else "", []).append(
                (row.id, places[before])
            )
    return frozenset(key for listed in lists.values() for key in _out_of_order(listed))


def _out_of_order(listed: list[tuple[str, int]]) -> Iterator[str]:
    """Yield the fewest rows that have to move to get from the old places to the new order."""
    tails: list[int] = []
    lengths = []
    for _, place in listed:
        at = bisect.bisect_left(tails, place)
        tails[at : at + 1] = [place]
        lengths.append(at + 1)
    wanted = len(tails)
    for (key, _), length in zip(reversed(listed), reversed(lengths), strict=True):
        if length == wanted:
            wanted -= 1
        else:
            yield key


def _in_sentence(label: str) -> str:
    shouted = len(label) > 1 and label[1].isupper()
    return label if shouted else f"{label[:1].lower()}{label[1:]}"


def apart(before: str, after: str) -> tuple[str, str]:
    """Return both words as they are, or of long ones the part in which they differ."""
    if max(len(before), len(after)) <= _SHOWN and "\n" not in before + after:
        return before, after
    old, new = before.split(), after.split()
    start = _common(old, new)
    end = max(_common(old[start:][::-1], new[start:][::-1]) - _AROUND, 0)
    start = max(start - _AROUND, 0)
    return _part(old, start, end), _part(new, start, end)


def _common(one: list[str], other: list[str]) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _part(words: list[str], start: int, end: int) -> str:
    middle = _shortened(" ".join(words[start : len(words) - end]))
    lead = "… " if start else ""
    trail = " …" if end else ""
    return f"“{lead}{middle}{trail}”"


def _quoted(*told: str) -> tuple[str, ...]:
    """Words as they are, all in quotes where the end of one would be taken for that of ours."""
    ends = (".", "!", "?")
    if told[0].startswith("“"):
        return told
    if any(one.endswith(ends) or len(one.split()) > _LONGEST_BARE for one in told):
        return tuple(f"“{one}”" for one in told)
    return told


def _shortened(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1].rstrip()}…"
