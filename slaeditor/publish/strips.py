"""What the parts of a printed handbook consist of, for pages to end between or within.

Found from words alone, as lengths are (`lengths`): nothing is laid out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import singledispatch
from itertools import pairwise

from slaeditor.publish.document import (
    Bullets,
    Callout,
    Chapter,
    Facts,
    Paragraph,
    Prose,
    Section,
    Step,
    Steps,
    Table,
    Terms,
)
from slaeditor.publish.figures import Figure
from slaeditor.publish.lengths import (
    TITLE,
    TITLE_WITHIN,
    blocks_lines,
    head_lines,
    step_lines,
    title_lines,
)
from slaeditor.publish.table_lengths import (
    end_lines,
    start_lines,
    table_lines,
)
from slaeditor.publish.table_lengths import head_lines as table_head_lines

PAGE, BROAD_PAGE = 49.3, 32.3
"""Lines of an upright page and of a landscape one."""
SMALL_TABLE, WHOLE_FACTS = 14, 10
WHOLE_CALLOUT, WHOLE_STEP = 900, 420
"""Lines of a table and of facts, letters of a callout and of a step, that are never torn."""
_BEGINNING = 2.0
_PARAGRAPH_LEAD = 3.0
_ROW_LOSS = 1.0
"""Lines that stay empty on average where a page ends before a row."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Something of so many `lines`, of which the `head` stays together on a page, and the `tail`.

    One that `keeps` stays with the head of what follows it; `again` are the lines that are
    repeated on each further page. A `wide` one has landscape pages of its own.
    """

    lines: float
    head: float
    keeps: bool = False
    again: float = 0.0
    wide: bool = False
    tail: float = 0.0


@dataclass(slots=True)
class Fall:
    """How far strips laid one below the other fill their pages."""

    scale: float = 1.0
    pages: int = 1
    filled: float = 0.0
    held: float = 0.0
    is_wide: bool = False

    def add(self, strips: Iterable[Strip]) -> None:
        """Lay down more strips below those that are there."""
        for one in strips:
            self._add(one)

    @property
    def full(self) -> float:
        """How much of the last page is filled, from 0 to 1."""
        return min((self.filled + self.held) / self._room, 1.0)

    @property
    def _room(self) -> float:
        return (BROAD_PAGE if self.is_wide else PAGE) / self.scale

    def _add(self, one: Strip) -> None:
        if one.keeps and one.wide == self.is_wide:
            self.held += one.lines
            return
        if one.wide != self.is_wide and (self.filled or self.held):
            self._turn()
        self.is_wide = one.wide
        if self.filled and self.filled + self.held + one.head > self._room:
            self._turn()
            self.filled = one.again
        self.filled, self.held = self.filled + self.held + one.lines, 0.0
        least = min(one.tail, self._room / 2)
        while self.filled > self._room:
            self.filled = max(self.filled - self._room, least) + one.again
            self.pages += 1

    def _turn(self) -> None:
        self.pages, self.filled = self.pages + 1, 0.0


def opening_strips(chapter: Chapter) -> tuple[Strip, ...]:
    """Return what stands before the first section of a chapter."""
    return (_kept(head_lines(chapter)), *_strips(chapter.blocks))


def section_strips(section: Section, title: float = TITLE) -> tuple[Strip, ...]:
    """Return what a section consists of; `title` is the room of its heading."""
    head = title_lines(section, title)
    is_wide = any(_is_wide(one) for one in section.blocks[:1])
    own = (replace(_kept(head), wide=is_wide), *_strips(section.blocks))
    parts = (section_strips(one, TITLE_WITHIN) for one in section.sections)
    return (*own, *(strip for part in parts for strip in part))


def _strips(blocks: tuple[object, ...]) -> Iterator[Strip]:
    """Yield the strips of blocks; what leads to a table or a picture stays with it."""
    for at, (one, following) in enumerate(pairwise((*blocks, None))):
        strips = _strip(one)
        if _leads_on(one, following, is_first=at == 0):
            strips = tuple(replace(each, keeps=True) for each in strips)
        yield from strips


def _leads_on(block: object, following: object, *, is_first: bool) -> bool:
    if isinstance(block, Facts) and block.run_in:
        return isinstance(following, Table | Facts | Figure) and not _is_wide(following)
    if isinstance(block, Paragraph | Prose) and is_first:
        return isinstance(following, Table | Figure) and not _is_wide(following)
    return False


def _is_wide(block: object) -> bool:
    return isinstance(block, Table) and block.wide


def _kept(lines: float) -> Strip:
    return Strip(lines, lines, keeps=True)


def _whole(block: object) -> Strip:
    lines = blocks_lines((block,))
    return Strip(lines, lines)


def _torn(block: object, head: float = _BEGINNING) -> Strip:
    lines = blocks_lines((block,))
    return Strip(lines, min(lines, head), tail=min(lines, _BEGINNING))


@singledispatch
def _strip(block: object) -> tuple[Strip, ...]:
    """Return the strips of a block; one, never torn, unless told otherwise."""
    return (_whole(block),)


@_strip.register(Paragraph)
@_strip.register(Prose)
@_strip.register(Terms)
@_strip.register(Bullets)
def _(block: Paragraph | Prose | Terms | Bullets) -> tuple[Strip, ...]:
    return (_torn(block),)


@_strip.register
def _(block: Facts) -> tuple[Strip, ...]:
    if block.run_in:
        return (_torn(block),)
    whole = blocks_lines((block,)) <= WHOLE_FACTS
    return (_whole(block) if whole else _torn(block, _PARAGRAPH_LEAD),)


@_strip.register
def _(block: Callout) -> tuple[Strip, ...]:
    whole = len(block.body) < WHOLE_CALLOUT
    return (_whole(block) if whole else _torn(block, 2 * _PARAGRAPH_LEAD),)


@_strip.register
def _(block: Table) -> tuple[Strip, ...]:
    lines = table_lines(block)
    if lines <= SMALL_TABLE:
        return (Strip(lines, lines, wide=block.wide),)
    head, again = start_lines(block), table_head_lines(block)
    tail = end_lines(block)
    return (Strip(lines, min(lines, head), False, again + _ROW_LOSS, block.wide, tail),)


@_strip.register
def _(block: Steps) -> tuple[Strip, ...]:
    title = (_kept(TITLE_WITHIN),) if block.title else ()
    return (*title, *(strip for one in block.steps for strip in _step(one)))


def _step(step: Step) -> tuple[Strip, ...]:
    """Return a short step whole; of a longer one what stays beside its facts, and each passage."""
    lines, letters = step_lines(step), len(step.body) + sum(len(words) for _, words in step.extras)
    if letters < WHOLE_STEP:
        return (Strip(lines, lines),)
    start = step_lines(replace(step, extras=()))
    below = lines - start
    rest = tuple(Strip(below / len(step.extras), _BEGINNING) for _ in step.extras)
    return (Strip(start, start), *rest)
