"""What levels include: the rows of the matrix, and the meaning of each entitlement."""

from __future__ import annotations

from slaeditor.model.levels import Entitlement, LevelEntitlement, ServiceLevel
from slaeditor.model.values.grant import Grant, GrantState
from slaeditor.publish.document import Block, Cell, Column, RowGroup, Section, Table
from slaeditor.publish.edition.chapters.derived import Layout, section, table
from slaeditor.publish.edition.chapters.notes import Notes
from slaeditor.publish.edition.view import View
from slaeditor.rules.inheritance import Standing, entitlements

_TONES = {GrantState.YES: "yes", GrantState.UNLIMITED: "yes", GrantState.NO: "no"}


def entitlement_groups(view: View, notes: Notes) -> tuple[RowGroup, ...]:
    """Return a row for each entitlement that a level speaks of, under its group."""
    by_level = [
        entitlements(view.project, level, view.client, view.add_ons, view.on)
        for level in view.levels
    ]
    grouped: dict[str, list[tuple[Cell, ...]]] = {}
    for row in view.project.entitlements:
        standings = [held.get(row.id) for held in by_level]
        if any(standings):
            view.note(row, "section")
            cells = (grant_cell(view, one, notes) for one in standings)
            grouped.setdefault(row.section, []).append((Cell(view.title(row)), *cells))
    return tuple(RowGroup(tuple(rows), heading) for heading, rows in grouped.items())


def grant_cell(view: View, standing: Standing[LevelEntitlement] | None, notes: Notes) -> Cell:
    """Return what a level includes of an entitlement; an empty cell where nobody says."""
    if standing is None or not isinstance(standing.value, Grant):
        return Cell("")
    row = standing.row
    view.note(row, "level", "entitlement", "value", "footnote")
    usual = view.words.value(row.value)
    deal = view.phrases("note.agreed", usual=usual) if standing.deal else ""
    marks = notes.mark(deal, view.added_by(standing.level), row.footnote)
    tone = "strong" if standing.deal else _TONES.get(standing.value.state, "")
    return Cell(
        view.words.grant(standing.value),
        marks,
        tone,
        changed=view.changed(row, "value", "footnote"),
    )


def own_entitlements(view: View, level: ServiceLevel) -> tuple[Block, ...]:
    """Return what an add-on or base level includes by itself, as a table."""
    notes = Notes()
    for key in entitlements(view.project, level, view.client, on=view.on):
        if (meant := view.project.entitlements.get(key)) is not None:
            view.note(meant, "name")
    rows = tuple(
        (Cell(view.name("Entitlement", key)), grant_cell(view, standing, notes))
        for key, standing in entitlements(view.project, level, view.client, on=view.on).items()
    )
    if not rows:
        return ()
    columns = (
        Column(view.phrases("column.entitlement"), 60),
        Column(view.phrases("column.included"), 40),
    )
    caption = view.phrases("caption.included", level=level.name)
    return (Table(caption, columns, (RowGroup(rows),), notes.listed),)


def meanings(view: View) -> tuple[Section, ...]:
    """Return what each entitlement means, for those that say it."""
    told: list[Entitlement] = [row for row in view.project.entitlements if view.unsaid(row)]
    layout = Layout(("name", "description", "staff_note"), (20, 46, 34))
    caption = view.phrases("caption.entitlements")
    blocks = table(view, caption, told, layout)
    return section("entitlements", view.phrases("section.entitlements"), blocks)
