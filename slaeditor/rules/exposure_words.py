"""The month's credits as an answer to the manager: per level, all together, misses allowed."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.exposure import (
    Exposure,
    Happening,
    exposure,
    tolerance_words,
    tolerances,
)
from slaeditor.rules.passages import Passage, sum_words
from slaeditor.rules.phrase import Phrase

_HEAD = ("Level", "Clients", "Fees", "At these results", "Expected", "Worst case")
EXPLAINED = (
    "Expected: the chance of a miss by the costs of failure × the usual miss (the mean of the "
    "bands, one step, or one case). Worst case: each credit at its greatest, within its limits."
)


def exposure_passages(
    project: Project, levels: Sequence[ServiceLevel], happening: Happening
) -> tuple[Passage, ...]:
    """Return what the credits of a month cost: each level, then all of them together."""
    found = [exposure(project, level, happening) for level in levels]
    rows = [_row(one.level.name, [one]) for one in found]
    total = [_row("Together", found)] if len(found) > 1 else []
    above = (
        Phrase(
            f"In the worst case more would be owed at “{one.level.name}” than is earned.",
            "exposure.above",
            level=one.level.name,
        )
        for one in found
        if one.is_above_fees
    )
    notes = dict.fromkeys(note for one in found for note in one.notes)
    passages = (
        Passage(_heading("A month's credits"), (EXPLAINED, *above), (_HEAD, *rows, *total)),
        Passage(
            _heading("Misses allowed"),
            tuple(tolerance_words(project, one) for one in tolerances(project)),
        ),
        Passage(_heading("What could not be told"), tuple(notes)),
    )
    return tuple(one for one in passages if one.sentences or one.rows)


def _heading(words: str) -> Phrase:
    return Phrase(words, words)


def _row(name: str, found: Sequence[Exposure]) -> tuple[str, ...]:
    parts = (
        sum_words(money for one in found for money in getattr(one, part))
        for part in ("fees", "given", "expected", "worst")
    )
    return (name, str(sum(one.clients for one in found)), *parts)
