"""Cells from a spreadsheet: read from the clipboard, laid over a grid by place or by name."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

LONGEST = 131_072
"""Letters of one pasted cell that are read."""
DEEPEST = 3
"""Lines above, or columns before, the names of a block that are passed over."""


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

    A block in which a line names columns of the grid, and a column names lines, is laid by these
    names, whatever their order and whatever heading stands above or before them; any other from
    the first cell to the right and down. Empty cells, which merged cells leave behind, and cells
    beyond the edge are left out.
    """
    named = _by_names(cells, lines, columns)
    found = named if named is not None else _by_place(cells, first)
    within = (one for one in found if one.line < len(lines) and one.column < len(columns))
    return [one for one in within if one.words.strip()]


def beyond(cells: Sequence[Sequence[str]], taken: Iterable[str], *, by_names: bool = False) -> str:
    """Return the sentence about pasted cells that found no place; nothing where all found one.

    `taken` are the words that were laid. A block laid `by_names` tells of names, not of places.
    """
    there = sum(bool(words.strip()) for line in cells for words in line)
    count = 0 if by_names else there - sum(bool(words.strip()) for words in taken)
    if count <= 0:
        return ""
    if count == 1:
        return "1 pasted cell reaches beyond the edge and was left out; the clipboard still has it."
    return (
        f"{count} pasted cells reach beyond the edge and were left out; the clipboard still has "
        "them."
    )


def is_named(cells: Sequence[Sequence[str]], lines: Sequence[str], columns: Sequence[str]) -> bool:
    """Whether a block is laid by the names of lines and columns that stand in it."""
    return _by_names(cells, lines, columns) is not None


def _by_place(cells: Sequence[Sequence[str]], first: tuple[int, int]) -> Iterator[Placed]:
    for down, line in enumerate(cells):
        for right, words in enumerate(line):
            yield Placed(first[0] + down, first[1] + right, words)


def _by_names(
    cells: Sequence[Sequence[str]], lines: Sequence[str], columns: Sequence[str]
) -> list[Placed] | None:
    """The cells by the names of their lines and columns; None where the block has no names."""
    found = corner(cells, [folded(one) for one in lines], [folded(one) for one in columns])
    if found is None:
        return None
    top, left = found
    body = [line[left:] for line in cells[top + 1 :] if any(map(str.strip, line[left + 1 :]))]
    across = _places(cells[top][left + 1 :], columns)
    down = _places((line[0] for line in body), lines)
    if not across or len(set(down.values())) < max(len(down), 1):
        return None
    return [
        Placed(down[at], across[to], words)
        for at, line in enumerate(body)
        for to, words in enumerate(line[1:])
        if at in down and to in across
    ]


def corner(
    cells: Sequence[Sequence[str]], lines: Collection[str], columns: Collection[str]
) -> tuple[int, int] | None:
    """Return where the line of names crosses the column of names; None in a block without names.

    Names are folded. Of several places the one with most names that are known counts: tables often
    have a title above, and a column of merged headings before, their names.
    """
    best, most = None, 0
    for top, head in enumerate(cells[:DEEPEST]):
        for left in range(min(DEEPEST, len(head) - 1)):
            across = sum(folded(one) in columns for one in head[left + 1 :])
            named = (folded(line[left]) for line in cells[top + 1 :] if len(line) > left)
            down = sum(one in lines for one in named)
            if across and down and across + down > most:
                best, most = (top, left), across + down
    return best


def _places(names: Iterable[str], known: Sequence[str]) -> dict[int, int]:
    """For each name that is known where it belongs; nothing when one of them is not known."""
    ordered = {folded(name): at for at, name in enumerate(known)}
    given = [folded(name) for name in names]
    if not all(name in ordered for name in given if name):
        return {}
    return {at: ordered[name] for at, name in enumerate(given) if name}


def folded(name: str) -> str:
    """Return a name as it is compared: small letters, single spaces."""
    return " ".join(name.split()).casefold()
