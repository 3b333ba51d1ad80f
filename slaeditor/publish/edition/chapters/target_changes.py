"""Whether a promise reads otherwise than at the revision before, whatever the reason."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.promises import Target
from slaeditor.publish.edition.view import View
from slaeditor.rules.inheritance import Case, Standing, targets


def is_changed(
    view: View, level: ServiceLevel, case: Case, found: Sequence[Standing[Target]]
) -> bool:
    """Return whether what holds in a case at a level is new since the revision before.

    A target that is gone leaves no record to mark, yet what is taken over in its place is another
    promise; so is what a special deal says.
    """
    if view.before is None:
        return False
    if any(view.changed(one.row, "value", "strength") for one in found):
        return True
    old = view.before.service_levels.get(level.id)
    if old is None:
        return False  # a new level is marked where it is told
    held = targets(view.before, old, case, view.client, view.add_ons, view.on)
    return [(one.row.id, one.value) for one in held] != [(one.row.id, one.value) for one in found]
