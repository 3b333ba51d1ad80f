"""Parts of columns that are laid out once, however often the columns are tried.

The engine lays out columns again and again until they are of one height, and then once more for
the page. Here a part that fits as a whole is moved to where it stands this time; what begins
a column or is broken between two, and what holds something out of the flow, is left to the engine.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import block, column

_SPARE = 0.01
"""Pixels of room that a known part leaves at least; where it is as close the engine decides."""

_block_box_layout = block.block_box_layout
_columns_layout = column.columns_layout


@dataclass(frozen=True, slots=True)
class _Part:
    """A part as it was laid out, and by how much the engine moved it from where it was asked.

    `taken` counts the parts that were laid out or moved before it was.
    """

    answer: tuple[Any, ...]
    across: float
    down: float
    taken: int


class KnownColumns:
    """The parts of columns that were tried since the layout of their box began."""

    def __init__(self) -> None:
        """Know none, and learn none outside of columns."""
        self._parts: dict[tuple[object, ...], _Part] | None = None
        self._taken = 0

    def columns_layout(self, context: Any, *words: Any) -> Any:
        """Lay out a box of columns; what was tried for others is forgotten."""
        outside, self._parts = self._parts, {}
        try:
            return _columns_layout(context, *words)
        finally:
            self._parts = outside

    def block_box_layout(
        self, context: Any, box: Any, bottom_space: float, skip_stack: Any, *words: Any
    ) -> Any:
        """Lay out a box, or move it as it was before to where it is asked for."""
        _, page_is_empty, absolute, _, margins, *_ = words
        parts = self._parts
        if parts is None or page_is_empty or box.is_column or skip_stack or absolute:
            return _block_box_layout(context, box, bottom_space, skip_stack, *words)
        key = (id(box), box.margin_top, *(margins or ()))
        room = context.page_bottom - bottom_space - _SPARE
        place = box.position_x, box.position_y
        self._taken += 1
        begun = self._taken
        if key in parts and (known := _moved(parts[key], *place, room)):
            parts[key] = replace(parts[key], taken=begun)
            return known
        answer = _block_box_layout(context, box, bottom_space, skip_stack, *words)
        if _is_whole(*answer):
            made = answer[0]
            moved = made.position_x - place[0], made.position_y - place[1]
            parts = self._known_before(begun)
            parts[key] = _Part(_copied(answer), *moved, begun)
            self._parts = parts
        return answer

    def _known_before(self, begun: int) -> dict[tuple[object, ...], _Part]:
        """Return the parts but for those that stand in a larger one now, which moves them."""
        return {key: one for key, one in (self._parts or {}).items() if one.taken < begun}


def _moved(part: _Part, across: float, down: float, room: float) -> tuple[Any, ...] | None:
    """Return a part at another place; None where it would not fit above the end of the room."""
    box = part.answer[0]
    across, down = across + part.across, down + part.down
    if down + box.margin_height() > room:
        return None
    box.translate(across - box.position_x, down - box.position_y)
    return _copied(part.answer)


def _copied(answer: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return an answer with lists of its own, which the engine goes on to fill."""
    box, resume_at, next_page, margins, *rest = answer
    return box, resume_at, dict(next_page), list(margins), *rest


def _is_whole(box: Any, resume_at: Any, *rest: Any) -> bool:
    """Return whether a part was laid out to its end and would be the same at another place."""
    if box is None or resume_at is not None or rest[2]:
        return False
    return all(isinstance(one, Box) and one.is_in_normal_flow() for one in box.descendants())


def columns_kept() -> dict[Any, Any]:
    """Return the functions of the engine with those for them."""
    known = KnownColumns()

    def columns_layout(context: Any, *words: Any) -> Any:
        return known.columns_layout(context, *words)

    def block_box_layout(
        context: Any, box: Any, bottom_space: float, skip_stack: Any, *words: Any, **more: Any
    ) -> Any:
        if more:
            return _block_box_layout(context, box, bottom_space, skip_stack, *words, **more)
        return known.block_box_layout(context, box, bottom_space, skip_stack, *words)

    return {_columns_layout: columns_layout, _block_box_layout: block_box_layout}
