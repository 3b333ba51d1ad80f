"""For which client a price is tried: anybody, or one of those with a price of their own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from slaeditor.model.clients import Client
from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project
from slaeditor.rules.deals import deal_on_price
from slaeditor.rules.names import title
from slaeditor.rules.plans import plans_of
from slaeditor.ui.choice_box import choice_box, offer

ANYBODY = "Anybody"


class ClientChoice(QWidget):
    """Offers the clients whose special deals say another price of a plan; hidden without any.

    `changed` says that another one is chosen, `key` is its id, "" for anybody.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel("For")
        self.box = choice_box("Client whose price is tried")
        label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label)
        row.addWidget(self.box)
        row.addStretch(1)
        self.box.activated.connect(self.changed)

    @property
    def key(self) -> str:
        """The id of the client that is chosen, "" for anybody."""
        return str(self.box.currentData() or "")

    def offer_for(self, project: Project, plan: PricePlan) -> None:
        """Offer the clients that pay another price for a plan; who is chosen stays if it is one."""
        found = [
            (title(project, one), one.id)
            for one in project.clients
            if _pays_otherwise(project, one, plan)
        ]
        offer(self.box, [(ANYBODY, ""), *found])
        self.setVisible(bool(found))


def _pays_otherwise(project: Project, client: Client, plan: PricePlan) -> bool:
    """Whether a client has another price of a plan: of one that is named, or of its level."""
    deal = deal_on_price(project, client.id, plan, None)
    if deal is None or deal.plan:
        return deal is not None
    levels = (project.service_levels.get(key) for key in (client.level, *client.add_ons))
    return any(plan in plans_of(project, one) for one in levels if one)
