"""The derived form: records as facts, passages, tables and cards, straight from declarations.

Layouts made by hand take what matters first; these print whatever is left, so that no field that
the reader may see is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from slaeditor.model.entity import Entity
from slaeditor.model.entity import field as field_named
from slaeditor.model.field import Field
from slaeditor.publish.document import (
    Block,
    Bullets,
    Cell,
    Chapter,
    Column,
    Facts,
    Prose,
    RowGroup,
    Section,
    Table,
)
from slaeditor.publish.edition.chapters.plain_words import escaped, plain
from slaeditor.publish.edition.view import View, tells

E = TypeVar("E", bound=Entity)

WIDEST = 6
"""Columns that fit on an upright page."""

_MANY_ROWS = 6
_FEW_HOLD = 6  # a column that fewer than one row in so many fills is no column

_FOOTNOTE = "footnote"
_LONG_FACT = 160
_SHORT = 100
_SHORT_SENTENCE = 56
_BLOCK_START = re.compile(r"(?:[-*+>|#]|\d+[.)]|    |\t|!\[)")

Blocks = tuple[Block, ...]
Pairs = tuple[tuple[str, str], ...]


def labelled(label: str, text: str, source: str = "", *, changed: bool = False) -> Prose:
    """Return a passage that opens with its label in bold."""
    gap = "\n\n" if _BLOCK_START.match(text) else " "
    mark = "" if label.endswith(("?", "!", ".", ":")) else ":" if gap == "\n\n" else "."
    return Prose(f"**{escaped(label)}{mark}**{gap}{text}", source, changed=changed)


def prose(view: View, row: Entity, name: str) -> tuple[Block, ...]:
    """Return a field of Markdown without its label; nothing when it is empty."""
    text = view.say(row, name)
    return (Prose(text, view.title(row), changed=view.changed(row, name)),) if text else ()


def passages(view: View, row: Entity, *names: str) -> tuple[Block, ...]:
    """Return fields of Markdown, each opening with its label; empty ones are left out."""
    return tuple(
        labelled(view.label(row, name), text, view.title(row), changed=view.changed(row, name))
        for name in names
        if (text := view.say(row, name))
    )


def facts(view: View, row: Entity, *names: str) -> Pairs:
    """Return the fields that hold something as pairs of label and words."""
    view.note(row, *names)
    held = [name for name in names if _holds(row, name)]
    return tuple((view.label(row, name), view.say(row, name)) for name in held)


def facts_block(pairs: Iterable[tuple[str, str]], *, changed: bool = False) -> tuple[Block, ...]:
    """Return pairs as rows to look up, or nothing without any."""
    kept = tuple((label, words) for label, words in pairs if words)
    return (Facts(kept, changed=changed),) if kept else ()


def particulars(pairs: Iterable[tuple[str, str]], *, changed: bool = False) -> tuple[Block, ...]:
    """Return short pairs one after the other in a paragraph, then each long one as a passage."""
    kept = [(label, words) for label, words in pairs if words]
    short = tuple((label, words) for label, words in kept if _is_terse(words))
    long = [pair for pair in kept if pair not in short]
    line = (Facts(short, changed=changed, run_in=True),) if short else ()
    told = (labelled(label, escaped(words), changed=changed) for label, words in long)
    return (*line, *told)


def _is_terse(words: str) -> bool:
    """Whether words are a fact rather than a sentence to be read."""
    is_sentence = words.endswith((".", "!", "?", "”"))
    return len(words) <= (_SHORT_SENTENCE if is_sentence else _SHORT)


def rest(view: View, row: Entity) -> tuple[Block, ...]:
    """Return every field that is not said yet: short ones in a line, long ones as passages."""
    unsaid = view.unsaid(row)
    short = [one.name for one in unsaid if _is_short(row, one)]
    long = [one.name for one in unsaid if one.name not in short]
    pairs = facts(view, row, *short)
    changed = any(view.changed(row, name) for name in short)
    return (*particulars(pairs, changed=changed), *passages(view, row, *long))


def rest_words(view: View, row: Entity) -> tuple[str, ...]:
    """Return every field that is not said yet, such as "Counted in: 24x7"."""
    pairs = facts(view, row, *(one.name for one in view.unsaid(row)))
    return tuple(f"{label}: {plain(words)}" for label, words in pairs)


def card(view: View, row: Entity, first: Sequence[Block] = ()) -> Section:
    """Return a record as a part of its own: what is given first, then all the rest."""
    heading = view.title(row)
    return Section(view.anchor(row), heading, (*first, *rest(view, row)))


def cards(
    view: View,
    key: str,
    rows: Iterable[Entity],
    laid: Callable[[View, Entity], Section] = card,
) -> tuple[Section, ...]:
    """Return records as cards under one heading, or nothing without records.

    Where some hold no more than a name, a list of all comes first, in the order they have.
    """
    parts = tuple(laid(view, row) for row in rows)
    if not parts:
        return ()
    named, told = told_apart_from_names(parts)
    if named and told:
        named = (Bullets(tuple(one.title for one in parts)),)
    return (Section(f"s-{key}", view.phrases(f"section.{key}"), named, told),)


def told_apart_from_names(parts: Iterable[Section]) -> tuple[Blocks, tuple[Section, ...]]:
    """Return a list of the parts that hold no more than a name, and the other parts."""
    every = tuple(parts)
    told = tuple(one for one in every if one.blocks or one.sections or one.lead or one.margin)
    bare = tuple(one.title for one in every if one not in told)
    return ((Bullets(bare),) if bare else ()), told


@dataclass(frozen=True, slots=True)
class Layout:
    """Which fields of a kind stand in a table, with the share of the width of each.

    `joined` gives for a column a second field whose words follow in the same cell, `phrased` for
    a field the phrase in which its words stand there.
    """

    names: tuple[str, ...]
    weights: tuple[int, ...] = ()
    joined: Mapping[str, str] = field(default_factory=dict)
    phrased: Mapping[str, str] = field(default_factory=dict)

    def weight(self, name: str) -> int:
        """Return the share of a column."""
        if not self.weights:
            return 10
        return self.weights[self.names.index(name)]


def table(
    view: View, caption: str, rows: Sequence[Entity], layout: Layout, grouped_by: str = ""
) -> tuple[Block, ...]:
    """Return records as rows of a table, then what no column says; nothing without records.

    Records of which a table would hold the names alone are a list.
    """
    told = grid(view, caption, rows, layout, grouped_by)
    if any(len(one.columns) == 1 for one in told if isinstance(one, Table)):
        told = _names(view, rows, grouped_by)
    return (*told, *leftovers(view, rows))


def _names(view: View, rows: Sequence[Entity], grouped_by: str) -> Blocks:
    """The names of records, by what they share; those that say more follow by themselves."""
    groups = grouped(view, rows, grouped_by)
    named = [(heading, view.words.list(map(view.title, held))) for heading, held in groups]
    loose = [row for heading, held in groups for row in held if not heading]
    bare = tuple(view.title(row) for row in loose if not view.unsaid(row))
    pairs = facts_block(pair for pair in named if pair[0])
    return (*((Bullets(bare),) if bare else ()), *pairs)


def grid(
    view: View, caption: str, rows: Sequence[Entity], layout: Layout, grouped_by: str = ""
) -> tuple[Block, ...]:
    """Return records as rows of a table; nothing without records.

    Columns that are empty, or nearly so in a long table, are left out. `grouped_by` names a field
    whose words stand above the rows that share it. What a record has as its footnote stands below.
    """
    if not rows:
        return ()
    names = [
        name for name in layout.names if name in layout.names[:1] or _is_column(rows, name, layout)
    ]
    columns = tuple(Column(view.label(rows[0], name), layout.weight(name)) for name in names)
    notes = _footnotes(view, rows)
    groups = tuple(
        RowGroup(tuple(_table_row(view, row, names, layout, notes) for row in members), heading)
        for heading, members in grouped(view, rows, grouped_by)
    )
    shown = (*names, *(layout.joined[name] for name in names if name in layout.joined))
    for row in rows:
        view.note(row, *shown)
    listed = tuple((mark, words) for words, mark in notes.items())
    return (Table(caption, columns, groups, listed, wide=len(columns) > WIDEST, fitted=True),)


def _footnotes(view: View, rows: Iterable[Entity]) -> Mapping[str, str]:
    """The footnotes of records with their marks, equal ones once."""
    said = (view.say(row, _FOOTNOTE) for row in rows if hasattr(row, _FOOTNOTE))
    return {words: f"{at}" for at, words in enumerate(dict.fromkeys(filter(None, said)), 1)}


def grouped(view: View, rows: Sequence[E], name: str) -> tuple[tuple[str, tuple[E, ...]], ...]:
    """Return rows by the words of a field, in the order in which each first occurs."""
    if not name:
        return (("", tuple(rows)),)
    found: dict[str, list[E]] = {}
    for row in rows:
        found.setdefault(view.say(row, name), []).append(row)
    return tuple((heading, tuple(members)) for heading, members in found.items())


def leftovers(view: View, rows: Iterable[Entity]) -> tuple[Block, ...]:
    """Return for each record that a table does not say whole what is missing, after its name.

    Records of which the same is missing share a line.
    """
    lines: dict[tuple[Pairs, bool], list[str]] = {}
    blocks: list[tuple[Pairs, bool] | Prose] = []
    for row in rows:
        key, passages_ = _leftover(view, row)
        if key[0] and key not in lines:
            blocks.append(key)
        if key[0]:
            lines.setdefault(key, []).append(view.title(row))
        blocks += passages_
    return tuple(
        one if isinstance(one, Prose) else _shared(view, lines[one], one) for one in blocks
    )


def _shared(view: View, names: Sequence[str], left: tuple[Pairs, bool]) -> Facts:
    """The line of records of which the same is left to say."""
    pairs, changed = left
    return Facts(((view.words.list(names), ""), *pairs), changed=changed, run_in=True)


def _leftover(view: View, row: Entity) -> tuple[tuple[Pairs, bool], list[Prose]]:
    """The short fields as facts and whether they are changed, and each long one as a passage."""
    unsaid = view.unsaid(row)
    short = [one.name for one in unsaid if _is_short(row, one)]
    long = [one.name for one in unsaid if one.name not in short]
    name = view.title(row) if unsaid else ""
    changed = view.changed(row, *short) if short else False
    return (facts(view, row, *short), changed), [_long(view, row, name, one) for one in long]


def under(name: str, blocks: Sequence[Block]) -> Blocks:
    """Return blocks that open with what they are about, in the line of facts they begin with."""
    first = blocks[0] if blocks else None
    if isinstance(first, Facts) and first.run_in:
        return (replace(first, pairs=((name, ""), *first.pairs)), *blocks[1:])
    return (Facts(((name, ""),), run_in=True), *blocks)


def _long(view: View, row: Entity, name: str, field_name: str) -> Prose:
    heading = f"{name} · {view.label(row, field_name)}"
    changed = view.changed(row, field_name)
    return labelled(heading, view.say(row, field_name), name, changed=changed)


def cell(view: View, row: Entity, name: str, second: str = "") -> Cell:
    """Return a field as a cell, with the words of a second one after it."""
    names = (name, second) if second else (name,)
    is_prose = any(field_named(type(row), one).kind.name == "prose" for one in names)
    said = [view.say(row, one) if _holds(row, one) else "" for one in names]
    words = ("  \n" if is_prose else "; ").join(filter(None, said))
    return Cell(words, markdown=is_prose, changed=view.changed(row, *names))


def linked(blocks: Sequence[Block], parts: Sequence[Section], wanted: Sequence[str]) -> Blocks:
    """Return blocks in which the rows of a table lead to their parts.

    `wanted` gives for each row, in order, the id of its part; rows without a part lead nowhere.
    """
    present = {part.id for part in parts}
    ids = iter([one if one in present else "" for one in wanted])
    return tuple(_leading(one, ids) if isinstance(one, Table) else one for one in blocks)


def _leading(table_: Table, ids: Iterator[str]) -> Table:
    groups = tuple(
        replace(
            group,
            rows=tuple((replace(row[0], link=next(ids, "")), *row[1:]) for row in group.rows),
        )
        for group in table_.groups
    )
    return replace(table_, groups=groups)


def section(key: str, heading: str, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Return blocks as one section, or nothing without any."""
    return (Section(f"s-{key}", heading, tuple(blocks)),) if blocks else ()


def chapter(
    view: View,
    key: str,
    blocks: Sequence[Block] = (),
    sections: Sequence[Section] = (),
    *,
    numbered: bool = True,
    alone: bool = False,
) -> Chapter | None:
    """Return a chapter with its title and lead from the catalogue; None without content."""
    if not blocks and not sections:
        return None
    return Chapter(
        f"c-{key}",
        view.phrases(f"chapter.{key}"),
        view.phrases(f"lead.{key}"),
        tuple(blocks),
        tuple(sections),
        numbered=numbered,
        alone=alone,
    )


def _table_row(
    view: View, row: Entity, names: Sequence[str], layout: Layout, notes: Mapping[str, str]
) -> tuple[Cell, ...]:
    head, *rest = (_in_words(view, cell(view, row, name), row, name, layout) for name in names)
    return (replace(head, marks=notes.get(getattr(row, _FOOTNOTE, ""), "")), *rest)


def _in_words(view: View, first: Cell, row: Entity, name: str, layout: Layout) -> Cell:
    """A cell with the words of its second field, alone or in a phrase of their own."""
    second = layout.joined.get(name, "")
    if not second:
        return first
    if second not in layout.phrased:
        return cell(view, row, name, second)
    words = view.say(row, second) if _holds(row, second) else ""
    phrase, part = layout.phrased[second].split(" ")
    told = view.phrases(phrase, **{part: words}) if words else ""
    changed = view.changed(row, name, second)
    return replace(first, text=" ".join(filter(None, (first.text, told))), changed=changed)


def _is_column(rows: Sequence[Entity], name: str, layout: Layout) -> bool:
    """Whether enough records fill a column for it to be one."""
    filled = sum(_fills(row, name, layout) for row in rows)
    return filled * _FEW_HOLD > len(rows) if len(rows) > _MANY_ROWS else filled > 0


def _fills(row: Entity, name: str, layout: Layout) -> bool:
    """Whether a column would hold something for a record."""
    second = layout.joined.get(name, "")
    return _holds(row, name) or bool(second and _holds(row, second))


def _holds(row: Entity, name: str) -> bool:
    return tells(field_named(type(row), name), row)


def _is_short(row: Entity, spec: Field) -> bool:
    value = getattr(row, spec.name)
    if spec.kind.name != "prose":
        return True
    return len(value) <= _LONG_FACT and "\n" not in value and plain(value) == value
