"""Clients and their special deals."""

from __future__ import annotations

from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.publish.document import Chapter, Section
from slaeditor.publish.edition.chapters.agreed_prices import off_every, worked_out
from slaeditor.publish.edition.chapters.derived import (
    card,
    chapter,
    facts,
    facts_block,
    rest,
)
from slaeditor.publish.edition.view import View

_AGREED = ("agreed_target", "agreed_price", "agreed_discount", "agreed_grant")
_IN_WORDS = ("agreed", "standard")
_TERMS = ("valid_from", "valid_to")


def deals(view: View) -> Chapter | None:
    """Return each client with what it has otherwise than its level says.

    A client's own handbook tells its level and terms elsewhere, so it lists the deals only.
    """
    if view.client is not None:
        own = view.project.special_deals.where("client", view.client.id)
        return chapter(view, "own-deals", sections=[_deal(view, row) for row in own])
    return chapter(view, "deals", sections=[_client(view, row) for row in view.project.clients])


def _client(view: View, row: Client) -> Section:
    found = view.project.special_deals.where("client", row.id)
    heading = view.title(row)
    parts = tuple(_deal(view, one) for one in found)
    return Section(view.anchor(row), heading, rest(view, row), parts)


def _deal(view: View, row: SpecialDeal) -> Section:
    view.note(row, "client")
    agreed = facts(view, row, *_AGREED)
    off = (view.phrases("fact.off"), off_every(view, row))
    costs = (view.phrases("fact.costs-then"), worked_out(view, row))
    told = (*agreed, off, costs, *facts(view, row, *_IN_WORDS, *_TERMS))
    return card(view, row, facts_block(told, changed=view.changed(row)))
