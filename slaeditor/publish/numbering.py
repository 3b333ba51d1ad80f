"""How many numbered tables and figures a part of a handbook holds."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.publish.document import Block, Chapter, Section, Table
from slaeditor.publish.figures import Chain, Curve, SwimLanes, Timeline, WeekPicture

_FIGURES = Timeline | WeekPicture | Curve | SwimLanes | Chain


def tables_in(part: Chapter | Section) -> int:
    """Return how many tables get a number in a chapter or section."""
    return sum(isinstance(block, Table) for block in blocks_in(part))


def figures_in(part: Chapter | Section) -> int:
    """Return how many figures get a number in a chapter or section."""
    return sum(isinstance(block, _FIGURES) for block in blocks_in(part))


def blocks_in(part: Chapter | Section) -> Iterator[Block]:
    """Yield the blocks of a chapter or section and of all sections below it, in order."""
    yield from part.blocks
    for one in part.sections:
        yield from blocks_in(one)
