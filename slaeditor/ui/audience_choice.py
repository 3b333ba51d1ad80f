"""The choice of an edition: clients in general, sales, staff, or one client."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from slaeditor.model.clients import Client
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.session.audience import Audience


class AudienceChoice(QComboBox):
    """Offers every edition of a project, that for clients first."""

    def __init__(self, project: Project) -> None:
        """Offer the editions, clients with their own ones by their names."""
        super().__init__()
        offered = [Audience(Reader.CLIENT), Audience(Reader.SALES), Audience(Reader.STAFF)]
        offered += [Audience(Reader.CLIENT, one.id) for one in project.table(Client)]
        for one in offered:
            self.addItem(one.words(project), one)

    @property
    def audience(self) -> Audience:
        """The edition that is chosen."""
        chosen: Audience = self.currentData()
        return chosen

    def choose(self, audience: Audience) -> None:
        """Choose an edition, that for clients when this one is not offered."""
        places = (at for at in range(self.count()) if self.itemData(at) == audience)
        self.setCurrentIndex(next(places, 0))
