"""A level's targets in short: a survey without footnotes, but with hours that are not the level's.

Beside "within 15 minutes" stand the service hours of the level. Where the time counts in others,
nobody would guess it, so that these are told wherever the time is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.promises import Measure, Target
from slaeditor.model.values.target_value import TargetValue
from slaeditor.publish.document import Block, Cell, Column, Paragraph, RowGroup, Table
from slaeditor.publish.edition.chapters.derived import WIDEST, particulars
from slaeditor.publish.edition.chapters.notes import Notes, gathered
from slaeditor.publish.edition.chapters.target_tables import (
    Row,
    heading,
    hours_of,
    marked_cell,
    measures_of,
    rows_of,
)
from slaeditor.publish.edition.view import View
from slaeditor.rules.calendars import calendar_for
from slaeditor.rules.inheritance import Case, Standing, cases


def at_a_glance(view: View, level: ServiceLevel, caption: str) -> tuple[Block, ...]:
    """Return a level's targets as a survey: a row for each measure, a column for each severity.

    Measures that tell no severities apart stand above, one fact each.
    """
    measures = measures_of(view, (level,))
    rows = tuple(
        row
        for row in rows_of(view, (level,), measures)
        if row == Row(row.severity) and row.severity
    )
    telling = [one for one in measures if _differs(view, level, one, rows)]
    general = [one for one in measures if one not in telling]
    pairs = [(view.title(one), _in_a_line(view, level, Case(one.id))) for one in general]
    notes = Notes()
    columns = (
        Column(view.phrases("column.promise"), 22),
        *(Column(heading(view, row), 18) for row in rows),
    )
    lines = tuple(
        (
            Cell(view.title(one)),
            *(short_cell(view, level, row.case(one), notes) for row in rows),
        )
        for one in telling
    )
    wide = len(columns) > WIDEST + 2
    note = _more(view, level, measures, rows)
    survey = gathered(view, Table(caption, columns, (RowGroup(lines),), notes.listed, wide=wide))
    if rows and telling:
        told = (*survey.notes, *((("", note),) if note else ()))
        return (*particulars(pairs), replace(survey, notes=told))
    return (*particulars(pairs), *((Paragraph(note, "muted"),) if note else ()))


def _more(
    view: View, level: ServiceLevel, measures: Sequence[Measure], shown: Sequence[Row]
) -> str:
    """The sentence that says where promises stand that a survey leaves out; nothing if none."""
    every = rows_of(view, (level,), measures)
    if all(row in shown or row == Row() for row in every):
        return ""
    return view.phrases("note.more-cases", section=view.phrases("section.targets"))


def _differs(view: View, level: ServiceLevel, measure: Measure, rows: Sequence[Row]) -> bool:
    """Whether a measure has a target of its own for some severity, whatever the channel."""
    own = set(cases(view.project, level, measure.id))
    return any(row.case(measure) in own for row in rows)


def short_cell(view: View, level: ServiceLevel, case: Case, notes: Notes) -> Cell:
    """Return what is promised as a survey tells it: of its footnotes only hours of its own."""
    return marked_cell(view, level, case, lambda one: notes.mark(_own_hours(view, level, one)))


def _in_a_line(view: View, level: ServiceLevel, case: Case) -> str:
    """What is promised, its own hours behind it; nothing where nothing is."""
    notes = Notes()
    cell = short_cell(view, level, case, notes)
    hours = "; ".join(text for _, text in notes.listed)
    if cell.tone == "muted" or not cell.text:
        return ""
    return f"{cell.text} ({hours})" if hours else cell.text


def _own_hours(view: View, level: ServiceLevel, standing: Standing[Target]) -> str:
    """The hours in which a promised time counts, such as "Nights: 24 hours a day".

    Nothing where they are those of the level, which stand beside it, or where no time is promised.
    """
    row, value = standing.row, standing.value
    if not isinstance(value, TargetValue) or not (value.duration or value.due):
        return ""
    counted = hours_of(view, level, row)
    usual = calendar_for(view.project, level=level, client=view.client)
    if counted is None or counted == usual:
        return ""
    hours = view.words.week(counted.hours) if counted.hours else ""
    return ": ".join(filter(None, (counted.name, hours)))
