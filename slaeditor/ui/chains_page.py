"""The chain behind each promise: drawn, with what is spare or missing, whose it is, a way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout

from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, table_name
from slaeditor.model.promises import Target
from slaeditor.publish.edition.chain_figure import chain_figure
from slaeditor.publish.figures import Chain as Figure
from slaeditor.rules.feasibility import Chain, Link, tightest_start
from slaeditor.rules.feasibility_words import (
    chain_title,
    promised_words,
    slack_words,
    start_words,
    way_out,
    whose_words,
)
from slaeditor.rules.holding import Holds, chains, standing_of, unbacked
from slaeditor.rules.names import title
from slaeditor.ui.blocks import card, clear, sentence
from slaeditor.ui.figure_view import FigureView
from slaeditor.ui.hold_page import SIGNS
from slaeditor.ui.labels import muted
from slaeditor.ui.panel_page import PanelPage
from slaeditor.ui.place import Place
from slaeditor.ui.today import today

MOST = 24
"""So many chains are drawn; more are named in a sentence."""
MOST_UNBACKED = 8


@dataclass(frozen=True, slots=True)
class Told:
    """A chain as it is shown: how it stands, its figure, its sentences, its parts in order."""

    chain: Chain
    holds: Holds
    figure: Figure
    name: str
    words: str
    more: tuple[str, ...]
    parts: tuple[tuple[str, Place], ...]


def told_chains(
    project: Project, on: date | None = None
) -> tuple[tuple[Told, ...], tuple[Target, ...]]:
    """Return the chains as they are shown, the tightest first, and the promises without one."""
    return tuple(_told(project, one) for one in chains(project, on)), unbacked(project)


def _told(project: Project, chain: Chain) -> Told:
    worst = tightest_start(chain)
    more = [way_out(project, chain)]
    if worst is not None and worst.slack < 0 <= chain.slack:
        more.append(start_words(worst))
    for link in chain.links:
        if link.in_dispute is not None:
            owner = title(project, link.in_dispute)
            more.append(f"While they dispute over “{link.name}”, {owner} owns the case.")
    return Told(
        chain,
        standing_of(chain),
        chain_figure(project, chain),
        chain_title(project, chain),
        f"{promised_words(chain)}: {slack_words(project, chain)}.",
        tuple(one for one in more if one),
        tuple((whose_words(project, one), _place(project, one)) for one in chain.links),
    )


def _place(project: Project, link: Link) -> Place:
    """Where a part of a chain is written: its agreement, its hand-off, or the dependency itself."""
    part = link.part
    row: Entity = (
        project.support_agreements.get(part.agreement)
        or project.hand_offs.get(part.hand_off)
        or part
    )
    return Place(table_name(type(row)), row.id)


class ChainsPage(PanelPage):
    """Shows every chain, the one with least slack first; a press on a part goes to its record."""

    def question(self) -> Callable[[Project], Any]:
        """Return what lays the chains under their promises."""
        on = today()
        return lambda project: told_chains(project, on)

    def show_answer(self, answer: Any) -> None:
        """Show a card for each chain."""
        clear(self.column)
        found, alone = answer
        if not found:
            self.column.addWidget(muted(_NOTHING))
        for one in found[:MOST]:
            self.column.addWidget(self._card(one))
        if len(found) > MOST:
            self.column.addWidget(muted(f"{len(found) - MOST} more chains have more to spare."))
        if alone:
            self.column.addWidget(self._alone(alone))

    def _card(self, one: Told) -> QFrame:
        content = QVBoxLayout()
        content.setSpacing(6)
        promise: Entity = one.chain.deal or one.chain.target
        target = Place(table_name(type(promise)), promise.id)
        picture, token = SIGNS[one.holds]
        content.addWidget(self.way(picture, token, one.words, "", target))
        figure = FigureView()
        figure.show_figure(one.figure)
        content.addWidget(figure)
        for words, place in one.parts:
            content.addWidget(self.way("link-2", "muted", words, "", place))
        for words in one.more:
            content.addWidget(sentence(words))
        return card(one.name, content)

    def _alone(self, alone: tuple[Target, ...]) -> QFrame:
        content = QVBoxLayout()
        content.setSpacing(2)
        content.addWidget(muted("Nobody said who has which part of their time."))
        project = self.session.project
        for one in alone[:MOST_UNBACKED]:
            place = Place("targets", one.id)
            content.addWidget(self.way("circle", "muted", title(project, one), "", place))
        if len(alone) > MOST_UNBACKED:
            content.addWidget(muted(f"And {len(alone) - MOST_UNBACKED} more."))
        return card(f"Promises without a chain ({len(alone)})", content)


_NOTHING = (
    "No promise has a chain yet. Open a target and add dependencies: the hand-offs, your own work, "
    "and what suppliers and other departments owe, each with the time it takes."
)
