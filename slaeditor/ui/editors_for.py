"""Which page edits which kind of record: made by hand where people work most, else derived."""

from __future__ import annotations

from collections.abc import Callable

from slaeditor.model.entity import Entity
from slaeditor.session.session import Session
from slaeditor.ui.grid_page import GridPage
from slaeditor.ui.grid_spec import GRIDS
from slaeditor.ui.page import Page
from slaeditor.ui.records_page import RecordsPage
from slaeditor.ui.single_page import SinglePage


def _hours(session: Session, kind: type[Entity]) -> Page:
    from slaeditor.ui.hours.hours_page import HoursPage

    return HoursPage(session, kind)


def _holiday_lists(session: Session, kind: type[Entity]) -> Page:
    from slaeditor.ui.hours.hours_page import HolidayListsPage

    return HolidayListsPage(session, kind)


def _targets(session: Session, kind: type[Entity]) -> Page:
    from slaeditor.ui.targets_page import TargetsPage

    return TargetsPage(session, kind)


def _responsibilities(session: Session, kind: type[Entity]) -> Page:
    from slaeditor.ui.responsibilities.responsibilities_page import ResponsibilitiesPage

    return ResponsibilitiesPage(session, kind)


def _credits(session: Session, kind: type[Entity]) -> Page:
    from slaeditor.ui.credits_page import CreditsPage

    return CreditsPage(session, kind)


def _escalation(session: Session, kind: type[Entity]) -> Page:
    from slaeditor.ui.escalation.escalation_page import EscalationPage

    return EscalationPage(session, kind)


def _prices(session: Session, kind: type[Entity]) -> Page:
    from slaeditor.ui.prices_page import PricesPage

    return PricesPage(session, kind)


def _levels(session: Session, kind: type[Entity]) -> Page:
    from slaeditor.ui.levels_page import LevelsPage

    return LevelsPage(session, kind)


def _methodology(session: Session, kind: type[Entity]) -> Page:
    from slaeditor.ui.methodology.methodology_page import MethodologyPage

    return MethodologyPage(session, kind)


def _document(session: Session, kind: type[Entity]) -> Page:
    from slaeditor.ui.document.document_page import DocumentPage

    return DocumentPage(session, kind)


def _interview(session: Session, kind: type[Entity]) -> Page:
    from slaeditor.ui.sales.interview_page import InterviewPage

    return InterviewPage(session, kind)


PAGES: dict[str, Callable[[Session, type[Entity]], Page]] = {
    "ServiceLevel": _levels,
    "Target": _targets,
    "PricePlan": _prices,
    "Compensation": _credits,
    "Calendar": _hours,
    "HolidaySet": _holiday_lists,
    "Assignment": _responsibilities,
    "EscalationPolicy": _escalation,
    "MethodStep": _methodology,
    "Document": _document,
    "Expectation": _interview,
}
"""Pages made by hand, by the name of the kind they edit; they take the place of derived ones."""


ON_BOARDS = frozenset(
    {
        *("DissatisfactionLevel", "HandOff", "Promise", "ScopeItem", "GreyArea", "SpecialDeal"),
        "Feedback",
    }
)
"""Kinds with a board above their list, as `slaeditor.ui.sales.boards` declares it."""


def _board(session: Session, kind: type[Entity]) -> Page:
    from slaeditor.ui.board_page import BoardPage
    from slaeditor.ui.sales.boards import BOARDS
    from slaeditor.ui.sales.deals_page import DealsPage

    spec = BOARDS[kind.__name__]
    if kind.__name__ == "SpecialDeal":
        return DealsPage(session, kind, spec)
    return BoardPage(session, kind, spec)


def page_for(session: Session, kind: type[Entity]) -> Page:
    """Return a new page that edits a kind of record."""
    made_by_hand = PAGES.get(kind.__name__)
    if made_by_hand is not None:
        return made_by_hand(session, kind)
    if kind.__name__ in ON_BOARDS:
        return _board(session, kind)
    if kind.declaration.single:
        return SinglePage(session, kind)
    if kind.__name__ in GRIDS:
        return GridPage(session, kind)
    return RecordsPage(session, kind)
