"""Measures: what is observed, from when to when, and when the clock stands still."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.promises import Aggregation, ClockRule, Measure
from slaeditor.publish.document import Block, Cell, Column, Paragraph, RowGroup, Section, Table
from slaeditor.publish.edition.chapters.derived import (
    facts,
    leftovers,
    particulars,
    passages,
    prose,
    rest,
)
from slaeditor.publish.edition.chapters.notes import Notes
from slaeditor.publish.edition.view import View

_EVENTS = ("start_event", "follows", "stop_event")
_TECHNICAL = ("kind", "unit", "better", "aggregation", "percentile")
"""What a client reads in a sentence, or in the promises themselves."""
_PROOF = ("source_of_figures", "reported", "verified_by", "pairs_with")
_FACTS = (*_EVENTS, *_TECHNICAL, *_PROOF)


def measures(view: View) -> tuple[Section, ...]:
    """Return how each measure is taken, with the rules of its clock."""
    parts = tuple(_measure(view, row) for row in view.project.measures)
    if not parts:
        return ()
    return (Section("s-measures", view.phrases("section.measures"), sections=parts),)


def _measure(view: View, row: Measure) -> Section:
    first = facts(view, row, *((*_EVENTS, *_PROOF) if view.is_client else _FACTS))
    rules = view.project.clock_rules.where("measure", row.id)
    return Section(
        view.anchor(row),
        view.title(row),
        (
            *prose(view, row, "plain_definition"),
            *(_figure(view, row) if view.is_client else ()),
            *particulars(first, changed=view.changed(row, *_FACTS)),
            *passages(view, row, "does_not_count", "formula"),
            *rest(view, row),
            *_clock(view, row, rules),
        ),
    )


def _figure(view: View, row: Measure) -> tuple[Block, ...]:
    """What counts of a period, in a client's words; nothing where each case counts by itself."""
    view.note(row, *_TECHNICAL)
    if row.aggregation is None or row.aggregation is Aggregation.PER_CASE:
        return ()
    number = view.words.number(row.percentile) if row.percentile is not None else ""
    is_bare = row.aggregation is Aggregation.PERCENTILE and not number
    key = (Aggregation.SHARE if is_bare else row.aggregation).name.lower()
    return (Paragraph(view.phrases(f"figure.{key}", number=number)),)


def _clock(view: View, measure: Measure, rules: Sequence[ClockRule]) -> tuple[Block, ...]:
    """The rules of a clock as a table: what it does, when."""
    if not rules:
        return ()
    notes = Notes()
    lines = tuple(_rule(view, rule, notes) for rule in rules)
    columns: tuple[Column, ...] = (
        Column(view.phrases("column.clock"), 22),
        Column(view.phrases("column.when"), 58),
        Column(view.phrases("column.longest"), 20),
    )
    if not any(line[2].text for line in lines):
        columns, lines = columns[:2], tuple(line[:2] for line in lines)
    caption = view.phrases("caption.clock", measure=view.title(measure))
    return (
        Table(caption, columns, (RowGroup(lines),), notes.listed, fitted=True),
        *leftovers(view, rules),
    )


def _rule(view: View, rule: ClockRule, notes: Notes) -> tuple[Cell, ...]:
    view.note(rule, "measure")
    verb, condition = view.say(rule, "verb"), view.say(rule, "condition")
    longest = view.say(rule, "longest")
    period = view.say(rule, "allowance_period")
    if period:
        longest = " ".join(filter(None, (longest, view.phrases("per", unit=period))))
    marks = notes.of_row(view, rule)
    changed = view.changed(rule)
    return (
        Cell(verb, marks, changed=changed),
        Cell(condition, markdown=True),
        Cell(longest),
    )
