"""Severities: what each means, who sets it, and the matrix that leads to it."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.promises import PriorityRule, Severity
from slaeditor.publish.document import (
    Block,
    Cell,
    Column,
    RowGroup,
    Section,
    Table,
)
from slaeditor.publish.edition.chapters.derived import (
    WIDEST,
    Layout,
    grouped,
    leftovers,
    linked,
    rest,
    table,
    under,
)
from slaeditor.publish.edition.chapters.notes import Notes
from slaeditor.publish.edition.view import View

_SURVEY = Layout(("name", "code", "definition", "example"), (16, 8, 42, 34))


def severities(view: View) -> tuple[Section, ...]:
    """Return what each severity means, in a survey and then in full."""
    rows = tuple(view.project.severities)
    if not rows:
        return ()
    survey = _survey(view, rows)
    parts = tuple(part for row in rows for part in _in_full(view, row))
    survey = linked(survey, parts, [view.anchor(row) for row in rows])
    return (
        Section("s-severities", view.phrases("section.severities"), survey, parts),
        *_priorities(view),
    )


def _survey(view: View, rows: Sequence[Severity]) -> tuple[Block, ...]:
    names = [name for name in _SURVEY.names if any(getattr(row, name) for row in rows)]
    columns = tuple(Column(view.label(rows[0], one), _SURVEY.weight(one)) for one in names)
    lines = tuple(
        tuple(
            Cell(
                view.say(row, name),
                markdown=name not in {"name", "code"},
                changed=view.changed(row, name),
            )
            for name in names
        )
        for row in rows
    )
    return (Table(view.phrases("caption.severities"), columns, (RowGroup(lines),), fitted=True),)


def _in_full(view: View, row: Severity) -> tuple[Section, ...]:
    """A severity's duties, effort and special meanings, where there are any."""
    meanings = view.project.severity_meanings.where("severity", row.id)
    title = view.title(row)
    blocks: list[Block] = [*rest(view, row)]
    for meaning in meanings:
        view.note(meaning, "severity")
        where = view.words.list((view.say(meaning, "level"), view.say(meaning, "service")))
        blocks += under(view.phrases("meaning.at", where=where), rest(view, meaning))
    return (Section(view.anchor(row), title, tuple(blocks)),) if blocks else ()


def _priorities(view: View) -> tuple[Section, ...]:
    """The matrices from impact and urgency to a severity, then the rules that override them."""
    rules = tuple(view.project.priority_rules)
    if not rules:
        return ()
    plain = tuple(rule for rule in rules if not rule.override)
    blocks: list[Block] = []
    for matrix, members in grouped(view, plain, "matrix"):
        blocks += _grid(view, matrix, members)
    overriding = tuple(rule for rule in rules if rule.override)
    layout = Layout(("override", "severity", "impact", "urgency"), (46, 18, 18, 18))
    for matrix, members in grouped(view, overriding, "matrix"):
        blocks += table(view, matrix or view.phrases("caption.overrides"), members, layout)
    return (Section("s-priorities", view.phrases("section.priorities"), tuple(blocks)),)


def _grid(view: View, matrix: str, rules: Sequence[PriorityRule]) -> tuple[Block, ...]:
    notes = Notes()
    impacts = tuple(dict.fromkeys(rule.impact for rule in rules))
    urgencies = tuple(dict.fromkeys(rule.urgency for rule in rules))
    lines = tuple(
        (Cell(impact), *(_priority(view, rules, impact, one, notes) for one in urgencies))
        for impact in impacts
    )
    columns = (
        Column(view.phrases("column.impact"), 24),
        *(Column(view.phrases("column.urgency", urgency=one), 18) for one in urgencies),
    )
    caption = matrix or view.phrases("caption.priorities")
    found = Table(
        caption, columns, (RowGroup(lines),), notes.listed, wide=len(columns) > WIDEST + 1
    )
    return (found, *leftovers(view, rules))


def _priority(
    view: View, rules: Sequence[PriorityRule], impact: str, urgency: str, notes: Notes
) -> Cell:
    found = [one for one in rules if (one.impact, one.urgency) == (impact, urgency)]
    for rule in found:
        view.note(rule, "impact", "urgency")
    words = "; ".join(view.say(rule, "severity") for rule in found)
    marks = notes.mark(*(view.say(rule, "footnote") for rule in found))
    return Cell(words, marks, changed=any(view.changed(rule) for rule in found))
