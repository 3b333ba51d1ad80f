"""The service levels side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from slaeditor.model.levels import ServiceLevel
from slaeditor.publish.document import Block, Cell, Column, RowGroup, Table
from slaeditor.publish.edition.chapters import target_surveys, target_tables
from slaeditor.publish.edition.chapters.derived import WIDEST
from slaeditor.publish.edition.chapters.entitlements import entitlement_groups
from slaeditor.publish.edition.chapters.many_levels import told_apart
from slaeditor.publish.edition.chapters.notes import Notes
from slaeditor.publish.edition.chapters.prices import price_words
from slaeditor.publish.edition.view import View
from slaeditor.rules.calendars import calendar_for
from slaeditor.rules.inheritance import said_by

_MOST_TARGETS = 12
_FIRST = 35


def matrix(view: View) -> tuple[Block, ...]:
    """Return the table of all levels: terms, what each includes, what each promises."""
    if not view.levels:
        return ()
    notes = Notes()
    groups = (*_terms(view), *entitlement_groups(view, notes), *_targets(view, notes))
    if not groups:
        return ()
    share = 65 // len(view.levels)
    columns = (
        Column(view.phrases("column.level-gives"), _FIRST),
        *(Column(level.name, max(share, 1)) for level in view.levels),
    )
    one = view.phrases("caption.included", level=view.levels[0].name)
    caption = view.phrases("caption.matrix") if len(view.levels) > 1 else one
    told = (*notes.listed, *_left_to_targets(view))
    table = Table(caption, columns, groups, told, wide=len(columns) > WIDEST + 1)
    return told_apart(view, table, view.levels)


def _terms(view: View) -> tuple[RowGroup, ...]:
    """The rows on hours, price and terms; rows without any words are left out."""
    made = (
        _row(view, view.phrases("fact.hours"), lambda level: _hours(view, level), "calendar"),
        _row(view, view.phrases("fact.price"), lambda level: price_words(view, level)),
        *(_field_row(view, name) for name in ("minimum_term", "notice", "renewal", "offer")),
    )
    rows = tuple(row for row in made if any(cell.text for cell in row[1:]))
    return (RowGroup(rows),) if rows else ()


def _row(
    view: View, head: str, said: Callable[[ServiceLevel], str], *names: str
) -> tuple[Cell, ...]:
    """A row of what is said of each level, marked where a field with one of the names changed."""
    return (
        Cell(head),
        *(
            Cell(said(one), changed=bool(names) and view.changed(one, *names))
            for one in view.levels
        ),
    )


def _field_row(view: View, name: str) -> tuple[Cell, ...]:
    """A row of one field; availability only where it is worth a word."""
    label = view.label(view.levels[0], name)
    if name == "offer" and all(str(level.offer) in {"offered", "None"} for level in view.levels):
        return (Cell(label),)
    return _row(view, label, lambda level: view.say(said_by(view.project, level, name), name), name)


def _hours(view: View, level: ServiceLevel) -> str:
    calendar = calendar_for(view.project, level=level, client=view.client)
    return view.words.week(calendar.hours) if calendar and calendar.hours else ""


def _targets(view: View, notes: Notes) -> tuple[RowGroup, ...]:
    """The targets of each measure; of the most severe case only where they are very many.

    Those of a single level have nothing to stand beside and are told in full elsewhere.
    """
    if len(view.levels) == 1:
        return ()
    measures = target_tables.measures_of(view, view.levels)
    rows = _cases(view)
    many = _are_many(rows)
    groups: list[RowGroup] = []
    for measure in measures:
        chosen = rows[measure.id][:1] if many else rows[measure.id]
        lines = tuple(_target_rows(view, measure.id, chosen, notes))
        if lines:
            groups.append(RowGroup(lines, view.title(measure)))
    return tuple(groups)


def _cases(view: View) -> dict[str, tuple[target_tables.Row, ...]]:
    """The cases of each measure, by its id."""
    measures = target_tables.measures_of(view, view.levels)
    return {one.id: target_tables.rows_of(view, view.levels, (one,)) for one in measures}


def _are_many(rows: Mapping[str, tuple[target_tables.Row, ...]]) -> bool:
    return sum(len(found) for found in rows.values()) > _MOST_TARGETS


def _left_to_targets(view: View) -> tuple[tuple[str, str], ...]:
    """The note that says where the other cases stand; none where all stand here."""
    rows = _cases(view) if len(view.levels) > 1 else {}
    if not _are_many(rows) or all(len(found) == 1 for found in rows.values()):
        return ()
    section = view.phrases("section.targets")
    return (("", view.phrases("note.first-case", section=section)),)


def _target_rows(
    view: View, measure: str, rows: tuple[target_tables.Row, ...], notes: Notes
) -> Iterator[tuple[Cell, ...]]:
    found = view.project.measures[measure]
    for row in rows:
        case = row.case(found)
        cells = [target_surveys.short_cell(view, level, case, notes) for level in view.levels]
        if any(cell.text for cell in cells):
            service = view.name("Service", row.service)
            head = target_tables.heading(view, row, found)
            yield (Cell(f"{service}: {head}" if service else head), *cells)
