"""What the handbooks of one export have in common, made and read once for all of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from slaeditor.model.project import Project
from slaeditor.rules.visible import View

if TYPE_CHECKING:
    from slaeditor.publish.document import Edition
    from slaeditor.publish.edition.kept import Kept
    from slaeditor.publish.gate.gate import Gate


class Common:
    """Makes the editions of a project and keeps its gate; both are loaded when they are used."""

    def __init__(self, project: Project) -> None:
        """Begin with nothing."""
        self.project = project

    @cached_property
    def _kept(self) -> Kept:
        from slaeditor.publish.edition.kept import Kept

        return Kept()

    @cached_property
    def gate(self) -> Gate:
        """The gate that all of them pass."""
        from slaeditor.publish.gate.gate import Gate

        return Gate(self.project)

    def edition(self, view: View, since: Project | None = None) -> Edition:
        """Return the handbook for a view; `since` is the state since which it marks changes."""
        from slaeditor.publish.edition.builder import edition

        return edition(self.project, view.reader, view.client, view.on, since, self._kept)
