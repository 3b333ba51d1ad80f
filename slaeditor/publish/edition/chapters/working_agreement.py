"""The page that Sales and service sign: what was agreed, hand-offs, unhappy clients, grey areas."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.entity import Entity
from slaeditor.model.selling import Side
from slaeditor.publish.document import Block, Chapter, SignOff
from slaeditor.publish.edition.chapters.derived import Layout, chapter, grid
from slaeditor.publish.edition.view import View

_AGREED = Layout(("asked_of", "name", "agreed"), (14, 38, 48))
_HAND_OFFS = Layout(("name", "from_role", "to_role", "trigger", "accept_within"))
_MOODS = Layout(("name", "signals", "warn", "within", "sales_part"), (18, 34, 18, 14, 16))
_GREY_AREAS = Layout(
    ("name", "default_owner", "decider", "decision"), (32, 22, 22, 24), {"decider": "decide_within"}
)


def working_agreement(view: View) -> Chapter | None:
    """Return what Sales and service agreed, with lines to sign; None where nothing is agreed."""
    project = view.project
    agreed = [row for row in project.expectations if row.agreed.strip()]
    blocks: tuple[Block, ...] = (
        *_table(view, "agreed", agreed, _AGREED),
        *_table(view, "hand-offs", tuple(project.hand_offs), _HAND_OFFS),
        *_table(view, "moods", tuple(project.dissatisfaction_levels), _MOODS),
        *_table(view, "grey-areas", tuple(project.grey_areas), _GREY_AREAS),
    )
    if not blocks:
        return None
    signed = (*blocks, _signatures(view))
    return chapter(view, "working-agreement", signed, numbered=False, alone=True)


def _table(view: View, key: str, rows: Sequence[Entity], layout: Layout) -> tuple[Block, ...]:
    return grid(view, view.phrases(f"caption.we-agree.{key}"), rows, layout)


def _signatures(view: View) -> SignOff:
    heads = ("who", "name", "date", "signature")
    return SignOff(
        view.phrases("caption.we-agree.signatures"),
        tuple(view.phrases(f"column.{head}") for head in heads),
        tuple(view.phrases.choice(side) for side in Side),
    )
