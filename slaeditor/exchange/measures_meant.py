"""Which measure a table of times is about, told by its heads and the words above it."""

from __future__ import annotations

import re
from typing import Final

from slaeditor.exchange.nodes import folded
from slaeditor.exchange.office_files import FoundTable
from slaeditor.model.project import Project
from slaeditor.rules.names import title

_KNOWN: Final = (
    ("First response", r"respon[sd]\w*|reaction|react\w*|acknowledg\w*|pick[- ]?up"),
    ("Restoration", r"restor\w*|recover\w*|work ?around"),
    ("Resolution", r"resol\w*|fix\w*|repair\w*|solv\w*|solution"),
    ("Updates", r"updates?|status reports?"),
    ("Report on the cause", r"root cause|cause report|rca"),
    ("Delivery", r"deliver\w*|turn ?around|lead time|fulfil\w*"),
    ("Availability", r"availab\w*|uptime"),
)
"""Measures that most agreements have, each with the words by which others call it."""

COMMON: Final = tuple(name for name, _ in _KNOWN)
"""The names of those measures, in the order they are offered."""

_LONGEST_NAME: Final = 5
"""Words above a table that are more than so many are a sentence, not a name."""


def measure_named(words: str) -> str:
    """Return the common measure that words speak of, or nothing.

    >>> measure_named("Response time"), measure_named("Priority")
    ('First response', '')
    """
    line = folded(words)
    return next((name for name, told in _KNOWN if re.search(rf"\b(?:{told})\b", line)), "")


def measure_meant(found: FoundTable, project: Project) -> str:
    """Return what the measure of a table of times is called, or nothing where no words tell it.

    One of the project's own comes first, then a common one, then a short title of the table.
    """
    told = (found.rows[0][0], found.title)
    own = [title(project, one) for one in project.measures]
    for words in told:
        named = measure_named(words)
        alike = [name for name in own if folded(name) in folded(words)]
        alike += [name for name in own if named and measure_named(name) == named]
        if alike or named:
            return (alike or [named])[0]
    return found.title if is_name(found.title) else ""


def measures_offered(project: Project) -> tuple[str, ...]:
    """Return the measures of a project and the common ones that it does not have."""
    own = [title(project, one) for one in project.measures]
    taken = {folded(name) for name in own}
    return (*own, *(name for name in COMMON if folded(name) not in taken))


def is_name(words: str) -> bool:
    """Return whether words are short enough to be a name rather than a sentence."""
    return 0 < len(words.split()) <= _LONGEST_NAME and not words.rstrip().endswith((".", ":"))
