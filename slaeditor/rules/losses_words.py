"""The count of lost clients as an answer to the manager: by cause, and what broke."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project
from slaeditor.rules.losses import Losses
from slaeditor.rules.names import named, title
from slaeditor.rules.passages import Passage, sum_words
from slaeditor.rules.phrase import Phrase

UNCLASSED: Final = "Not classed yet"


def losses_passages(
    project: Project, found: Sequence[Losses], broken: Sequence[tuple[Entity, int]]
) -> tuple[Passage, ...]:
    """Return the losses by cause, and what broke with how many clients each cost."""
    head = ("Cause", "Clients", "Worth a year")
    causes = tuple(
        (cause_words(one), str(len(one.interviews)), sum_words(one.worth)) for one in found
    )
    what = tuple((_thing(project, row), str(count)) for row, count in broken)
    return (
        Passage(Phrase("By cause", "By cause"), (), (head, *causes)),
        Passage(
            Phrase("What broke", "What broke"), (), (("Promise or step", "Clients lost"), *what)
        ),
    )


def cause_words(one: Losses) -> str:
    """Return the cause of losses in words."""
    return Phrase(one.cause.label, "figure", value=one.cause) if one.cause else UNCLASSED


def _thing(project: Project, row: Entity) -> Phrase:
    """A record that broke with its kind, such as "target “First response”"."""
    key = f"broken.{type(row).__name__}"
    return Phrase(named(project, row), key, name=title(project, row))
