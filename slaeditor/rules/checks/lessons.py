"""Rules about what lost clients taught, told where the promise is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from slaeditor.model.entity import Entity
from slaeditor.model.learning import LossInterview
from slaeditor.model.prices import Promise
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.work import MethodStep, Role
from slaeditor.rules.checks.rule import HINT, Flaw, Rule
from slaeditor.rules.checks.wording import called, called_each, ids
from slaeditor.rules.losses import BROKEN, losses_by
from slaeditor.rules.names import title


class _Common(TypedDict):
    why: str
    remedy: str
    source: str


_COMMON: _Common = {
    "why": "What cost one client costs the next one too, unless something changes.",
    "remedy": "Make sure that what the interview says we change is in place; then accept this.",
    "source": "S11",
}


def _judge(project: Project, row: Entity, on: date) -> Iterator[Flaw]:
    """Where a promise or step broke before and a client was lost by it, it says so."""
    del on
    rows = losses_by(project, row)
    if rows:
        count = f"{len(rows)} client{'' if len(rows) == 1 else 's'}"
        yield Flaw(
            f"{called(project, row)} broke before and cost {count}: {called_each(project, rows)}."
            f"{_change(project, rows)}",
            "",
            ids(rows),
        )


def _change(project: Project, rows: tuple[LossInterview, ...]) -> str:
    """What was to be changed, by whom, as the newest interview says."""
    row = rows[-1]
    words = row.action.strip().split("\n")[0].rstrip(".")
    owner = project.roles.get(row.action_owner)
    by = f" ({title(project, owner)})" if owner else ""
    return f" To be changed{by}: {words}." if words else ""


def lesson_rules() -> tuple[Rule, ...]:
    """Return the rule for each kind of record that an interview may say broke."""
    return tuple(_rule(kind) for kind in BROKEN.values())


def _rule(kind: type[Target | MethodStep | Promise]) -> Rule:
    return Rule(
        name="broke-before",
        subject=kind,
        severity=HINT,
        judge=_judge,
        reads=(LossInterview, Role),
        **_COMMON,
    )
