"""Cells from a spreadsheet: read from the clipboard, laid over a grid by place or by name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

LONGEST = 131_072
"""Letters of one pasted cell that are read."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Words for the cell at a line and a column of the grid."""

    line: int
    column: int
    words: str


def parsed(words: str) -> list[list[str]]:
    r"""Return the cells of words from a spreadsheet: tabs between cells, line ends between lines.

    >>> parsed('a\\tb\\n"x ""y"" z"\\t\\n')
    [['a', 'b'], ['x "y" z', '']]
    """
    stripped = words.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not stripped:
        return []
    if '"' not in stripped or any(len(part) >= LONGEST for part in stripped.split("\t")):
        return [line.split("\t") for line in stripped.split("\n")]
    return list(csv.reader(io.StringIO(stripped), delimiter="\t"))


def quoted(words: str) -> str:
    """Return the words of a cell as a spreadsheet takes them."""
    if any(sign in words for sign in '\t\n"'):
        doubled = words.replace('"', '""')
        return f'"{doubled}"'
    return words


def placed(
    cells: Sequence[Sequence[str]],
    first: tuple[int, int],
    lines: Sequence[str],
    columns: Sequence[str],
) -> list[Placed]:
    """Return where each pasted cell belongs.

    A block whose first line names columns of the grid, and whose first column names lines, is laid
    by these names, whatever their order; any other from the first cell to the right and down. Empty
    cells, which merged cells leave behind, and cells beyond the edge are left out.
    """
    named = _by_names(cells, lines, columns)
    found = named if named is not None else _by_place(cells, first)
    within = (one for one in found if one.line < len(lines) and one.column < len(columns))
    return [one for one in within if one.words.strip()]


def _by_place(cells: Sequence[Sequence[str]], first: tuple[int, int]) -> Iterator[Placed]:
    for down, line in enumerate(cells):
        for right, words in enumerate(line):
            yield Placed(first[0] + down, first[1] + right, words)


def _by_names(
    cells: Sequence[Sequence[str]], lines: Sequence[str], columns: Sequence[str]
) -> list[Placed] | None:
    """The cells by the names of their lines and columns; None where the block has no names."""
    if len(cells) < 2 or len(cells[0]) < 2:  # noqa: PLR2004 - names need a line and a column
        return None
    across = _places(cells[0][1:], columns)
    down = _places((line[0] if line else "" for line in cells[1:]), lines)
    if not across or not down:
        return None
    return [
        Placed(down[at], across[to], words)
        for at, line in enumerate(cells[1:])
        for to, words in enumerate(line[1:])
        if at in down and to in across
    ]


def _places(names: Iterable[str], known: Sequence[str]) -> dict[int, int]:
    """For each name that is known where it belongs; nothing when one of them is not known."""
    ordered = {_folded(name): at for at, name in enumerate(known)}
    given = [_folded(name) for name in names]
    if not all(name in ordered for name in given if name):
        return {}
    return {at: ordered[name] for at, name in enumerate(given) if name}


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
