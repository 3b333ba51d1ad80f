"""The page of price plans: brackets, curve, sum and all levels beside the form."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from slaeditor.model.prices import PriceBracket
from slaeditor.ui.consequence_page import ConsequencePage, Consequences
from slaeditor.ui.price_panel import PricePanel


class PricesPage(ConsequencePage):
    """Price plans of all models, with what an order of any size costs."""

    def make_consequences(self, parent: QWidget) -> Consequences:
        """Return the brackets, the curve, the sum and the comparison of levels."""
        return PricePanel(self.session, parent)

    def arrange_form(self) -> None:
        """Leave the brackets to the panel beside the form."""
        self.form.leave_out(PriceBracket)
