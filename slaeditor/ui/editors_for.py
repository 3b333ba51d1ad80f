"""Which page edits which kind of record: made by hand where people work most, else derived."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QWidget

from slaeditor.model.entity import Entity
from slaeditor.session.session import Session
from slaeditor.ui.grid_page import GridPage
from slaeditor.ui.grid_spec import GRIDS
from slaeditor.ui.page import Page
from slaeditor.ui.panels import PANELS
from slaeditor.ui.records_page import RecordsPage
from slaeditor.ui.single_page import SinglePage

PAGES: Mapping[str, str] = {
    "ServiceLevel": "levels_page:LevelsPage",
    "Target": "targets_page:TargetsPage",
    "PricePlan": "prices_page:PricesPage",
    "Compensation": "credits_page:CreditsPage",
    "Calendar": "hours.hours_page:HoursPage",
    "HolidaySet": "hours.hours_page:HolidayListsPage",
    "Assignment": "responsibilities.responsibilities_page:ResponsibilitiesPage",
    "EscalationPolicy": "escalation.escalation_page:EscalationPage",
    "MethodStep": "methodology.methodology_page:MethodologyPage",
    "Document": "document.document_page:DocumentPage",
    "Expectation": "sales.interview_page:InterviewPage",
    "Comment": "commenting:CommentsPage",
    "SpecialDeal": "sales.deals_page:DealsPage",
    "Person": "team_page:TeamPage",
    "Workload": "team_page:TeamPage",
    "Training": "team_page:TeamPage",
    "Acknowledgement": "team_page:TeamPage",
    "Capability": "team_page:CapabilitiesPage",
}
"""Pages made by hand as "module:class", by the kind they edit; they take the place of derived ones.

Their modules are read when they are first wanted, or by `read_pages` before.
"""
BOARD = "board_page:BoardPage"


ON_BOARDS = frozenset(
    {
        *("DissatisfactionLevel", "HandOff", "Promise", "ScopeItem", "GreyArea", "SpecialDeal"),
        "Feedback",
    }
)
"""Kinds with a board above their list, as `slaeditor.ui.boards` declares it."""


def page_for(session: Session, kind: type[Entity], parent: QWidget) -> Page:
    """Return a new page that edits a kind of record, made where it will be shown."""
    return _maker(kind)(session, kind, parent)


def read_pages() -> None:
    """Read the modules of all pages made by hand, so that none is waited for when it opens.

    With them those that pages ask for words and figures of the handbook, which are many.
    """
    for address in (*PAGES.values(), BOARD, *(panel.maker for panel in PANELS.values())):
        _named(address)
    import_module("slaeditor.publish.edition.credit_words")
    import_module("slaeditor.publish.render.figures.figure")


def _maker(kind: type[Entity]) -> Callable[[Session, type[Entity], QWidget], Page]:
    if kind.__name__ in PAGES:
        return _named(PAGES[kind.__name__])
    if kind.__name__ in ON_BOARDS:
        return _named(BOARD)
    if kind.declaration.single:
        return SinglePage
    return GridPage if kind.__name__ in GRIDS else RecordsPage


def _named(address: str) -> Callable[..., Page]:
    """Return the class at an address such as "levels_page:LevelsPage"."""
    module, _, name = address.partition(":")
    return cast("Callable[..., Page]", getattr(import_module(f"slaeditor.ui.{module}"), name))
