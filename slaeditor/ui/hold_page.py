"""Whether what is promised holds: the four verdicts side by side, each leading to its panel."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from slaeditor.model.project import Project
from slaeditor.rules.holding import Holds, Verdict, verdicts
from slaeditor.ui.blocks import card, clear
from slaeditor.ui.icons import icon
from slaeditor.ui.locale_words import LocaleWords
from slaeditor.ui.panel_page import PanelPage
from slaeditor.ui.panels import PANELS
from slaeditor.ui.place import Place
from slaeditor.ui.today import today
from slaeditor.ui.way import Lead, Way

SIGNS = {
    Holds.YES: ("circle-check", "ok"),
    Holds.HARDLY: ("triangle-alert", "warning"),
    Holds.NO: ("circle-x", "error"),
    Holds.UNKNOWN: ("circle-help", "muted"),
}
"""The icon of each state with its colour; the shape tells it apart without the colour."""


def verdict_ways(found: Iterable[Verdict]) -> list[Way]:
    """Return a line for each verdict that leads to its panel."""
    return [Way(lead) for lead in verdict_leads(found)]


def verdict_leads(found: Iterable[Verdict]) -> list[Lead]:
    """Return what each verdict says, and the place of its panel."""
    own = LocaleWords()
    return [
        Lead(
            icon(*SIGNS[one.holds]),
            f"{PANELS[one.key].title}: {own.sentence(one.headline)}",
            own.sentence(one.sentence),
            Place(panel=one.key),
            strong=True,
        )
        for one in found
    ]


class HoldPage(PanelPage):
    """Shows the verdicts."""

    def question(self) -> Callable[[Project], Any]:
        """Return what judges chains, team, money and losses on this day."""
        on = today()
        return lambda project: verdicts(project, on)

    def show_answer(self, answer: Any) -> None:
        """Show a card for each verdict."""
        clear(self.column)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        for way in verdict_ways(answer):
            way.chosen.connect(self.wanted)
            lines.addWidget(way)
        self.column.addWidget(card("As it stands now", lines))
