"""Pages about the team: people, load, training, acknowledgements and capabilities."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.model.backing import Acknowledgement, Person
from slaeditor.model.entity import Entity
from slaeditor.model.project import table_name
from slaeditor.rules.changes import Changes
from slaeditor.rules.team_standing import READ, Open, acknowledged, standing
from slaeditor.session.session import Session
from slaeditor.ui.grid_page import GridPage
from slaeditor.ui.page import Page
from slaeditor.ui.place import Place
from slaeditor.ui.records_page import RecordsPage
from slaeditor.ui.standing_strip import StandingStrip
from slaeditor.ui.today import today

OPEN = {
    "Acknowledgement": "Not yet",
    "Training": "Due",
    "Person": "Too much",
    "Workload": "Too much",
    "Capability": "Too few",
}
"""What is said before what is open."""


def put_strip(page: Page, kind: type[Entity]) -> StandingStrip:
    """Put the strip of a kind below the heading of a page, and return it."""
    strip = StandingStrip(OPEN[kind.__name__], page)
    layout = page.layout()
    if isinstance(layout, QVBoxLayout):
        layout.insertWidget(1, strip)
    strip.show_standing(standing(page.session.project, kind, today()))
    return strip


class TeamPage(RecordsPage):
    """Records about the team, with how far it is above them."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(session, kind, parent)
        self.strip = put_strip(self, kind)
        self.strip.chosen.connect(self.take_up)

    def take_up(self, one: Open) -> None:
        """Note that somebody has read the handbook; anything else that is open is gone to."""
        if self.kind is Acknowledgement and isinstance(one.row, Person):
            self._acknowledge(one.row)
        else:
            self.wanted.emit(Place(table_name(type(one.row)), one.row.id))

    def _acknowledge(self, person: Person) -> None:
        made = acknowledged(person, self.session.project, today())
        self.session.seal()
        self.session.edit(self.session.project.add(made), f"Note that {person.name} has read it")
        self.session.seal()
        self.view.select([made.id])
        self.noted.emit(f"Noted that {person.name} has read it today.")

    def _changed(self, made: Changes) -> None:
        super()._changed(made)
        if made.touch(*READ):
            self.strip.show_standing(standing(self.session.project, self.kind, today()))


class CapabilitiesPage(GridPage):
    """Who masters what, with the needs that too few people meet above the grid."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        super().__init__(session, kind, parent)
        self.strip = put_strip(self, kind)
        self.strip.chosen.connect(self._go_to)
        session.changed.connect(self._follow)

    def _go_to(self, one: Open) -> None:
        self.wanted.emit(Place(table_name(type(one.row)), one.row.id))

    def _follow(self, made: Changes) -> None:
        if made.touch(*READ):
            self.strip.show_standing(standing(self.session.project, self.kind, today()))
