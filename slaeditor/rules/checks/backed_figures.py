"""Rules about figures behind figures: an availability that is promised on one that is owed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from slaeditor.model.backing import Dependency, SupportAgreement
from slaeditor.model.project import Project
from slaeditor.model.promises import Better, Measure, Severity, Strength, Target
from slaeditor.model.values.percentage import Percentage
from slaeditor.rules.agreements import is_about, relying
from slaeditor.rules.checks.rule import ERROR, WARNING, Flaw, rule
from slaeditor.rules.checks.wording import called, ids

_BINDING: Final = frozenset({Strength.GUARANTEED, Strength.TARGET})


@rule(
    "agreement-below-promise",
    subject=SupportAgreement,
    reads=(Target, Measure, Severity, Dependency),
    severity=WARNING,
    source="B2",
    why="Whoever stands behind the promise may keep their word and still break ours.",
    remedy="Agree on more with them, promise less, or say what makes up for the difference.",
)
def agreement_below_promise(project: Project, row: SupportAgreement, on: date) -> Iterator[Flaw]:
    """A share that is owed, such as an availability, is no worse than what is promised on it.

    A promise that is said to depend on the agreement is an error, any other a warning.
    """
    del on
    owed = row.value.percentage if row.value else None
    if owed is None:
        return
    promises = project.targets.where("measure", row.measure)
    said = relying(project, row) & {one.id for one in promises}
    beyond = [
        one
        for one in promises
        if (one.id in said if said else is_about(row, one)) and _is_beyond(project, one, owed)
    ]
    if row.measure and beyond:
        yield _below(project, row, beyond, is_said=bool(said))


def _below(project: Project, row: SupportAgreement, beyond: list[Target], *, is_said: bool) -> Flaw:
    first, *more = beyond
    others = f" and {len(more)} more promise{'s' * (len(more) > 1)}" if more else ""
    return Flaw(
        f"{called(project, row)} owes {row.value}, but {called(project, first)} promises "
        f"{first.value}{others}.",
        "value",
        ids(beyond),
        severity=ERROR if is_said else None,
    )


def _is_beyond(project: Project, target: Target, owed: Percentage) -> bool:
    """Whether a binding promise asks for more than is owed."""
    promised = target.value.percentage if target.value else None
    measure = project.measures.get(target.measure)
    if promised is None or measure is None or target.strength not in _BINDING:
        return False
    return promised > owed if measure.better is Better.HIGHER else promised < owed
