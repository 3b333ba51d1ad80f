"""What lost clients teach: interviews counted by cause, and the promises and steps that broke."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from slaeditor.model.entity import Entity
from slaeditor.model.learning import LossCause, LossInterview
from slaeditor.model.prices import Promise
from slaeditor.model.project import Project, table_name
from slaeditor.model.promises import Target
from slaeditor.model.table import Table
from slaeditor.model.values.money import Money
from slaeditor.model.work import MethodStep
from slaeditor.rules.passages import sums

BROKEN: Mapping[str, type[Target | MethodStep | Promise]] = {
    "broken_target": Target,
    "broken_step": MethodStep,
    "broken_promise": Promise,
}
"""The fields of an interview that say what broke, with the kind of record each names."""


@dataclass(frozen=True, slots=True)
class Losses:
    """The interviews of one cause, None where none is named, and what broke, each once."""

    cause: LossCause | None
    interviews: tuple[LossInterview, ...]
    broken: tuple[Entity, ...]

    @property
    def could_be_helped(self) -> bool:
        """Whether something that we do would have kept the client."""
        return self.cause is not LossCause.NOT_PREVENTABLE

    @property
    def worth(self) -> tuple[Money, ...]:
        """What the contracts were worth a year, one amount for each currency."""
        return sums(one.worth for one in self.interviews if one.worth is not None)


def losses(project: Project) -> tuple[Losses, ...]:
    """Return the interviews by cause, the most frequent first, those not to be helped last."""
    causes: tuple[LossCause | None, ...] = (*LossCause, None)
    found = [_of_cause(project, cause) for cause in causes]
    kept = [one for one in found if one.interviews]
    return tuple(sorted(kept, key=lambda one: (not one.could_be_helped, -len(one.interviews))))


def _of_cause(project: Project, cause: LossCause | None) -> Losses:
    rows = project.loss_interviews.where("cause", cause)
    broken = {one.id: one for row in rows for one in broken_by(project, row)}
    return Losses(cause, rows, tuple(broken.values()))


def broken_by(project: Project, row: LossInterview) -> Iterator[Entity]:
    """Yield the promises and the step that broke, as an interview says."""
    for name, kind in BROKEN.items():
        table: Table[Entity] = getattr(project, table_name(kind))
        if (found := table.get(getattr(row, name))) is not None:
            yield found


def losses_by(project: Project, broken: Entity) -> tuple[LossInterview, ...]:
    """Return the interviews that say a target, step or promise broke and could have been kept."""
    name = next(name for name, kind in BROKEN.items() if isinstance(broken, kind))
    rows = project.loss_interviews.where(name, broken.id)
    return tuple(one for one in rows if one.cause is not LossCause.NOT_PREVENTABLE)
