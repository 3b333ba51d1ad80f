"""Columns that are laid out once: the last attempt to balance them is what stands on the page.

The engine lays out columns until they are of one height, and then once more the same. Here the
last attempt is moved to its place instead, where nothing in it stands out of the flow.
"""

from __future__ import annotations

from math import inf
from typing import Any

from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import block, column

_DIGITS = 6
_CERTAIN = 2
"""A column of so many parts was not filled only because a page must not stay empty."""

_block_box_layout = block.block_box_layout
_columns_layout = column.columns_layout


class KnownColumns:
    """The columns that were tried since the layout of their box began."""

    def __init__(self) -> None:
        """Know none."""
        self._tried: dict[tuple[object, ...], tuple[Any, ...]] = {}

    def columns_layout(self, context: Any, *words: Any) -> Any:
        """Lay out a box of columns; what was tried for others is forgotten."""
        outside, self._tried = self._tried, {}
        try:
            return _columns_layout(context, *words)
        finally:
            self._tried = outside

    def block_box_layout(
        self, context: Any, box: Any, bottom_space: float, skip_stack: Any, *words: Any, **more: Any
    ) -> Any:
        """Lay out a box; a column that was tried just so is moved to its place."""
        if not box.is_column or bottom_space == inf:
            return _block_box_layout(context, box, bottom_space, skip_stack, *words, **more)
        room = (round(bottom_space, _DIGITS), round(box.position_y, _DIGITS), box.width)
        key = (id(box.children[0]), len(box.children), repr(skip_stack), *room)
        found = self._tried.pop(key, None)
        if found is None:
            found = _block_box_layout(context, box, bottom_space, skip_stack, *words, **more)
            if _is_certain(*found[:2]):
                self._tried[key] = found
            return found
        found[0].translate(box.position_x - found[0].position_x)
        return found


def _is_certain(box: Any, resume_at: Any) -> bool:
    """Return whether a column would be the same wherever it stands on a page."""
    if box is None or (resume_at is not None and len(box.children) < _CERTAIN):
        return False
    inside = list(box.descendants())[1:]
    return all(isinstance(one, Box) and one.is_in_normal_flow() for one in inside)


def columns_kept() -> dict[Any, Any]:
    """Return the functions of the engine with those for them."""
    known = KnownColumns()

    def columns_layout(context: Any, *words: Any) -> Any:
        return known.columns_layout(context, *words)

    def block_box_layout(context: Any, *words: Any, **more: Any) -> Any:
        return known.block_box_layout(context, *words, **more)

    return {_columns_layout: columns_layout, _block_box_layout: block_box_layout}
