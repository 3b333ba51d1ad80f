"""How to use this handbook: for whom it is, what it rests on, where to ask."""

from __future__ import annotations

from slaeditor.model.clients import Client
from slaeditor.model.document import Document
from slaeditor.publish.document import Block, Cell, Chapter, Column, Paragraph, RowGroup, Table
from slaeditor.publish.edition.chapters.derived import chapter, facts, facts_block, prose, rest
from slaeditor.publish.edition.view import View
from slaeditor.rules.counted_units import counted_by, counted_unit
from slaeditor.rules.inheritance import price_plans
from slaeditor.rules.plans import paid_by

_INTRODUCTION = {
    "staff": "staff_introduction",
    "sales": "sales_introduction",
    "client": "client_introduction",
}
_CLIENT = (
    *("level", "add_ons", "quantity", "counted_otherwise", "plans"),
    *("since", "contract_until", "calendar", "time_zone"),
)


def front(view: View) -> Chapter | None:
    """Return how to use the handbook, the facts of the document, how to reach us."""
    row = view.project.the(Document)
    own = _own(view, view.client) if view.client else ()
    introduction = prose(view, row, _INTRODUCTION[view.reader.value])
    usual = (Paragraph(_usual(view)),)
    view.note(row, "name", "subtitle")
    return chapter(
        view,
        "front",
        (*own, *(introduction or usual), *_ways(view), *rest(view, row)),
        numbered=False,
    )


def _usual(view: View) -> str:
    """What the handbook is for, where the manager has not said it; clients learn of a glossary."""
    keys = [f"use.{view.reader.value}"]
    if view.is_client and len(view.project.glossary):
        keys.append("use.glossary")
    return " ".join(view.phrases(key) for key in keys)


def _own(view: View, client: Client) -> tuple[Block, ...]:
    """The welcome and the terms of the client whose own handbook this is."""
    view.note(client, "name")
    label = view.label(client, "quantity")
    terms = [
        (name, _with_unit(view, client, words) if name == label else words)
        for name, words in facts(view, client, *_CLIENT, "account_role", "contact")
    ]
    return (*prose(view, client, "welcome"), *facts_block(terms), *rest(view, client))


def _with_unit(view: View, client: Client, quantity: str) -> str:
    """The client's quantity with the unit of what it pays by, where its plan names one."""
    level = view.own_level
    held = price_plans(view.project, level, client, view.on) if level is not None else ()
    paid = paid_by(view.project, client, tuple(one.row for one in held), view.on)
    unit = counted_by(paid[0]) if paid else ""
    return f"{quantity} {counted_unit(view.project, unit, client.quantity)}".strip()


def _ways(view: View) -> tuple[Block, ...]:
    """How to reach us, at a glance."""
    rows = tuple(row for row in view.project.channels if row.address)
    if not rows:
        return ()
    columns = (
        Column(view.phrases("column.channel"), 25),
        Column(view.phrases("column.address"), 40),
        Column(view.phrases("column.open"), 35),
    )
    lines = tuple(
        (Cell(row.name), Cell(row.address), Cell(view.name("Calendar", row.calendar)))
        for row in rows
    )
    return (Table(view.phrases("caption.reach-us"), columns, (RowGroup(lines),), fitted=True),)
