"""Measures: what is observed, from when to when, and when the clock stands still."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.promises import ClockRule, Measure
from slaeditor.publish.document import Block, Cell, Column, RowGroup, Section, Table
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

_FACTS = (
    *(
        "start_event",
        "follows",
        "stop_event",
        "kind",
        "unit",
        "better",
        "aggregation",
        "percentile",
    ),
    *("source_of_figures", "reported", "verified_by", "pairs_with"),
)


def measures(view: View) -> tuple[Section, ...]:
    """Return how each measure is taken, with the rules of its clock."""
    parts = tuple(_measure(view, row) for row in view.project.measures)
    if not parts:
        return ()
    return (Section("s-measures", view.phrases("section.measures"), sections=parts),)


def _measure(view: View, row: Measure) -> Section:
    first = facts(view, row, *_FACTS)
    rules = view.project.clock_rules.where("measure", row.id)
    return Section(
        view.anchor(row),
        view.title(row),
        (
            *prose(view, row, "plain_definition"),
            *particulars(first, changed=view.changed(row, *_FACTS)),
            *passages(view, row, "does_not_count", "formula"),
            *rest(view, row),
            *_clock(view, row, rules),
        ),
    )


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
