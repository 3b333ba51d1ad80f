"""Special deals: how far each has come, with the next station a press away."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from slaeditor.model import kinds
from slaeditor.model.clients import SpecialDeal
from slaeditor.model.entity import Entity
from slaeditor.rules.deals import Station, next_station, passed, station_words, stations
from slaeditor.rules.names import title
from slaeditor.session.session import Session
from slaeditor.ui import labels
from slaeditor.ui.blocks import clear
from slaeditor.ui.board_page import BoardPage
from slaeditor.ui.icons import icon
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.sign import Sign
from slaeditor.ui.today import today

LABELS = {
    "Approved": "Approve",
    "Service told": "Service was told today",
    "Acknowledged": "Service acknowledges it today",
}
"""What the button says at each station that a press can pass."""
IN_A_LINE = 2
"""Stations beside one another."""


class StationsStrip(QWidget):
    """The stations of a deal, two in a line so that a narrow form holds them, and the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.pass_next = labels.button("Approve", "check", primary=True)
        self.words = labels.muted("")
        self._shown: tuple[Station, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setColumnStretch(3 * IN_A_LINE, 1)
        below = QHBoxLayout()
        below.addWidget(self.words, 1)
        below.addWidget(self.pass_next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._grid)
        column.addLayout(below)

    def show_deal(self, deal: SpecialDeal) -> None:
        """Show how far a deal has come."""
        if self._shown != stations(deal):
            self._shown = stations(deal)
            self._show_stations()
        following = next_station(deal)
        self.words.setText(_advice(deal, following))
        can = following is not None and following.name in LABELS
        self.pass_next.setVisible(can)
        if following is not None and can:
            self.pass_next.setText(f" {LABELS[following.name]}")
            self.pass_next.setAccessibleName(LABELS[following.name])

    def _show_stations(self) -> None:
        clear(self._grid)
        for number, station in enumerate(self._shown):
            line, place = divmod(number, IN_A_LINE)
            self._grid.addWidget(_sign(station), line, 3 * place)
            self._grid.addWidget(QLabel(_words(station)), line, 3 * place + 1)
            if place + 1 < IN_A_LINE:
                self._grid.addWidget(labels.muted("→"), line, 3 * place + 2)


class DealsPage(BoardPage):
    """The board of deals by status, and above the form the stations of the one shown."""

    def __init__(self, session: Session, kind: type[Entity], parent: QWidget | None = None) -> None:
        self.strip = StationsStrip()
        super().__init__(session, kind, parent)
        self.form.add_panel(self.strip, 0)
        self.strip.pass_next.clicked.connect(self.pass_station)

    def _name(self) -> None:
        super()._name()
        row = self.form.rows[0] if len(self.form.rows) == 1 else None
        self.strip.setVisible(isinstance(row, SpecialDeal))
        if isinstance(row, SpecialDeal):
            self.strip.show_deal(row)

    def pass_station(self) -> None:
        """Let the deal shown pass its next station today, as a step of its own."""
        row = self.form.rows[0] if len(self.form.rows) == 1 else None
        if not isinstance(row, SpecialDeal):
            return
        station = next_station(row)
        if station is None:
            return
        project = self.session.project.put(passed(row, station, today()))
        self.session.edit(project, f"{station.name}: {title(project, row)}")
        self.session.seal()


def _sign(station: Station) -> Sign:
    name, token = ("circle-check", "ok") if station.passed else ("circle", "muted")
    return Sign(16, icon(name, token))


def _words(station: Station) -> str:
    if station.on is None:
        return station.name
    return f"{station.name}\n{LocaleWords().words(kinds.DATE, station.on)}"


def _advice(deal: SpecialDeal, following: Station | None) -> str:
    if following is None:
        return f"{station_words(deal)}."
    if following.name == "Granted":
        return "Say below who granted it."
    return "It is no deal before service has acknowledged it."
