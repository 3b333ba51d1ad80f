"""Grids: one line that is short for many rows, such as `value by level and severity`.

`X by Y` holds a mapping whose keys are values of Y and whose values are values of X; `X by Y and Z`
holds such a mapping under each key of Y. Everything else in the row is the same in all rows. A cell
may be a mapping, with more fields of its row; an empty cell makes no row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from slaeditor.exchange.nodes import Mapping, Node, Words, folded
from slaeditor.exchange.trouble import Problems
from slaeditor.exchange.vocabulary import fields_of
from slaeditor.model.entity import Entity


@dataclass(frozen=True, slots=True)
class Grid:
    """A grid in a row: its name as written, the field of its cells, the fields of its axes."""

    name: Words
    value: str
    axes: tuple[str, ...]
    node: Node


def grid_of(kind: type[Entity], row: Mapping) -> Grid | None:
    """Return the grid that a row holds, or None for a plain row."""
    for name, node in row.pairs:
        word = folded(name.text)
        if "-by-" in word and word not in fields_of(kind):
            value, _, rest = word.rpartition("-by-")
            axes = tuple(rest.split("-and-"))
            if all(one in fields_of(kind) for one in (value, *axes)):
                return Grid(name, value, axes, node)
    return None


def cells(grid: Grid, problems: Problems) -> Iterator[Mapping]:
    """Yield for each filled cell the fields that only its row has."""
    yield from _cells(grid, grid.axes, grid.node, [], problems)


def _cells(
    grid: Grid,
    axes: tuple[str, ...],
    node: Node,
    place: list[tuple[Words, Node]],
    problems: Problems,
) -> Iterator[Mapping]:
    if not axes:
        yield from _cell(grid, node, place)
    elif isinstance(node, Mapping):
        for key, below in node.pairs:
            here = (Words(axes[0], key.line), key)
            yield from _cells(grid, axes[1:], below, [*place, here], problems)
    elif not isinstance(node, Words) or node.text:
        told = f"Under “{grid.name.text}” stand keys of “{axes[0]}” with a value each."
        problems.add(node.line, told)


def _cell(grid: Grid, node: Node, place: list[tuple[Words, Node]]) -> Iterator[Mapping]:
    if isinstance(node, Mapping):
        yield Mapping(place[-1][0].line, [*place, *node.pairs])
    elif not isinstance(node, Words) or node.text:
        yield Mapping(place[-1][0].line, [*place, (Words(grid.value, node.line), node)])
