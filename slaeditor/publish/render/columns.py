"""How wide the columns of a table are: as their weights or their words ask.

None is narrower than its longest word, as far as the table has room.
"""

from __future__ import annotations

from slaeditor.publish.document import Table
from slaeditor.publish.render.figures.lettering import width
from slaeditor.publish.render.fitting import fitted

WHOLE = 10_000  # the table's width in hundredths of a percent
_PADDING = 12.0
_WIDEST_WORD = 0.4  # a word may claim so much of the table, a longer one is broken


def shares(table: Table, room: float, size: float) -> list[int]:
    """Return the width of each column in hundredths of a percent; they add up to the whole.

    `room` is the width of the table and `size` that of its letters, in points.
    """
    weights = [max(column.weight, 1) for column in table.columns]
    wanted = [weight * room / sum(weights) for weight in weights]
    least = [min(_word(table, at, size), room * _WIDEST_WORD) for at in range(len(weights))]
    widths = _raised(wanted, least, room)
    if table.fitted and sum(least) < room:
        rows = [row for group in table.groups for row in group.rows]
        widths = fitted(rows, widths, least, size, _PADDING)
    return _rounded(widths, room)


def _word(table: Table, at: int, size: float) -> float:
    """Return the room that the longest word of a column needs."""
    texts = [row[at].text for group in table.groups for row in group.rows]
    bold = at == 0
    words = [(word, bold) for text in texts for word in text.split()]
    column = table.columns[at]
    words += [(word, True) for word in column.title.split() if not column.turned]
    padding = 0.0 if column.turned else _PADDING
    return padding + max((width(word, size, bold=heavy) for word, heavy in words), default=0.0)


def _raised(wanted: list[float], least: list[float], room: float) -> list[float]:
    """Return widths of at least `least`, taking what is missing from those with room to spare."""
    if sum(least) >= room:
        return [each * room / sum(least) for each in least]
    raised = [max(pair) for pair in zip(wanted, least, strict=True)]
    spare = [have - need for have, need in zip(raised, least, strict=True)]
    excess = sum(raised) - room
    if excess <= 0 or not sum(spare):
        return raised
    return [have - extra * excess / sum(spare) for have, extra in zip(raised, spare, strict=True)]


def _rounded(widths: list[float], room: float) -> list[int]:
    rounded = [int(each * WHOLE / room) for each in widths]
    rounded[0] += WHOLE - sum(rounded)
    return rounded
