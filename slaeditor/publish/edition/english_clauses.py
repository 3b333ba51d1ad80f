"""The sentences about credits and rewards in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from slaeditor.rules.compensation_words import ENGLISH

_ALIKE = (
    *(
        "whole only",
        "part counts whole",
        "pro rata",
        "tolerance",
        "per case",
        "counts when",
        "test",
        "base",
    ),
    *("cap", "further cap", "second cap", "smallest", "weight", "payout", "highest"),
    *("sum", "sum, capped", "sole remedy", "termination", "termination below"),
)
"""Keys of clauses that a handbook says as the window does."""

CLAUSES: Final[Mapping[str, str]] = {
    **{f"clause.{key}": ENGLISH[key] for key in _ALIKE},
    "clause.credit": "If {measure} misses the promise ({value}), the client receives a service "
    "credit.",
    "clause.credit.client": "If {measure} misses the promise ({value}), you receive a service "
    "credit.",
    "clause.bonus": "If {measure} is better than promised ({value}), the client pays a bonus.",
    "clause.bonus.client": "If {measure} is better than promised ({value}), you pay a bonus.",
    "clause.reward": "If {measure} is better than promised ({value}), the team is rewarded.",
    "clause.penalty": "If {measure} misses the promise ({value}), the team or the supplier loses.",
    "clause.penalty.client": "If {measure} misses the promise ({value}), a service credit follows.",
    "clause.step": "For every {size} counted from {start}: {amount}.",
    "clause.termination.client": "You may leave after {misses} misses{window}.",
    "clause.termination below.client": "You may leave once the result is below {share}.",
    "clause.automatic": "It is given without being asked for{within}.",
    "clause.on request": "It has to be claimed{within}{start}.",
    "clause.per.": "per {value}",
    "clause.within.": "within {value}",
    "clause.from.": "from {value}",
    "clause.by.": "by {value}",
    "clause.out of.": "out of {value}",
    "clause.the target": "the target",
    "clause.the measure": "the measure",
    "clause.what is promised": "what is promised",
    "clause.nothing": "nothing",
    "clause.case": "case",
}
"""Sentences by the key of their clause."""
