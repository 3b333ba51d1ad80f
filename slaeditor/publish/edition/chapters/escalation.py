"""Escalation: each ladder with its steps, drawn as timelines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from slaeditor.model.escalation import EscalationKind, EscalationPolicy, EscalationStep
from slaeditor.publish.document import (
    Block,
    Cell,
    Chapter,
    Column,
    RowGroup,
    Section,
    Table,
)
from slaeditor.publish.edition.chapters.derived import (
    chapter,
    facts,
    grouped,
    labelled,
    particulars,
    passages,
    prose,
    rest,
)
from slaeditor.publish.edition.chapters.examples import examples
from slaeditor.publish.edition.chapters.firing import firing_words
from slaeditor.publish.edition.chapters.notes import Notes
from slaeditor.publish.edition.chapters.plain_words import plain
from slaeditor.publish.edition.chapters.timelines import timelines
from slaeditor.publish.edition.view import View

_FIRST = ("kind", "measure", "levels", "services", "severities", "channel", "at_most_once_per")
_OF_THE_TRADE = {EscalationKind.FUNCTIONAL, EscalationKind.HIERARCHICAL}
_ACTIONS = ("action", "staff_action", "what_we_say", "why")


def escalation(view: View) -> Chapter | None:
    """Return each ladder, then worked examples with dates."""
    sections = tuple(_policy(view, row) for row in view.project.escalation_policies)
    return chapter(view, "escalation", sections=(*sections, *examples(view)))


def _policy(view: View, row: EscalationPolicy) -> Section:
    view.note(row, "kind")
    steps = view.project.escalation_steps.where("policy", row.id)
    wordings = _wordings(view, steps)
    return Section(
        view.anchor(row),
        view.title(row),
        (
            *prose(view, row, "description"),
            *particulars(facts(view, row, *_first(view, row)), changed=view.changed(row)),
            *passages(view, row, "allowed_when", "reasons"),
            *_ladder(view, row, steps),
            *timelines(view, row),
            *wordings,
            *rest(view, row),
        ),
    )


def _first(view: View, row: EscalationPolicy) -> tuple[str, ...]:
    """What is told of a ladder at once; to clients no kind that is a word of the trade."""
    if view.is_client and row.kind in _OF_THE_TRADE:
        return _FIRST[1:]
    return _FIRST


def _ladder(
    view: View, policy: EscalationPolicy, steps: Sequence[EscalationStep]
) -> tuple[Block, ...]:
    """The steps as a table: when, to whom, how, what is expected; by severity where they differ."""
    if not steps:
        return ()
    notes = Notes()
    columns = (
        Column(view.phrases("column.step"), 22),
        Column(view.phrases("column.when"), 24),
        Column(view.phrases("column.to"), 22),
        Column(view.phrases("column.happens"), 32),
    )
    numbers = {step.id: number for number, step in enumerate(steps, 1)}
    by_severity = any(step.severities for step in steps)
    found = grouped(view, steps, "severities" if by_severity else "")
    groups = tuple(
        RowGroup(
            tuple(_row(view, step, numbers[step.id], notes) for step in members),
            heading or (view.phrases("all.cases") if by_severity else ""),
        )
        for heading, members in found
    )
    caption = view.phrases("caption.ladder", policy=view.title(policy))
    return (_without_last_if_empty(Table(caption, columns, groups, notes.listed, fitted=True)),)


def _without_last_if_empty(table: Table) -> Table:
    """The table without its last column where no row says anything there."""
    if any(row[-1].text for group in table.groups for row in group.rows):
        return table
    groups = tuple(
        RowGroup(tuple(row[:-1] for row in group.rows), group.title) for group in table.groups
    )
    return replace(table, columns=table.columns[:-1], groups=groups)


def _row(view: View, step: EscalationStep, number: int, notes: Notes) -> tuple[Cell, ...]:
    view.note(step, "policy")
    rung = view.say(step, "rung")
    name = view.say(step, "name") or view.phrases("step.number", number=number)
    name = f"{rung}. {name}" if rung and step.rung else name
    when = firing_words(view, step)
    told = _told(view, step)
    happens = _happens(view, step)
    changed = view.changed(step)
    return (
        Cell(name, notes.of_row(view, step), changed=changed),
        Cell(when),
        Cell(told),
        Cell(happens, markdown=True),
    )


def _told(view: View, step: EscalationStep) -> str:
    """Who is told, by what channel, and who else hears of it."""
    view.note(step, "to_client")
    whom = [view.say(step, "to_roles")]
    if step.to_client:
        whom.append(view.phrases("told.client"))
    parts = [view.words.list(whom)]
    sender = view.say(step, "from_role")
    parts.append(view.phrases("told.from", role=sender) if sender else "")
    by = view.words.list((view.say(step, "channel"), view.say(step, "means")))
    parts.append(view.phrases("told.by", means=by) if by else "")
    also = view.say(step, "inform_roles")
    parts.append(view.phrases("told.also", roles=also) if also else "")
    return "; ".join(filter(None, parts))


def _happens(view: View, step: EscalationStep) -> str:
    """What happens, then what is expected and how often, as one passage."""
    text = view.say(step, "action")
    expected = "; ".join(
        view.phrases("happens.expected", label=label.lower(), words=words)
        for label, words in facts(view, step, "acknowledge_within", "repeat_every", "until")
    )
    if not text:
        return plain(f"{expected[:1].upper()}{expected[1:]}")
    return f"{text} ({plain(expected)})" if expected else text


def _wordings(view: View, steps: Sequence[EscalationStep]) -> tuple[Block, ...]:
    """What staff do, what we say and why, step by step, below the ladder."""
    found: list[Block] = []
    for number, step in enumerate(steps, 1):
        name = step.name or view.phrases("step.number", number=number)
        for field in _ACTIONS[1:]:
            if text := view.say(step, field):
                heading = f"{name} · {view.label(step, field)}"
                found.append(labelled(heading, text, name, changed=view.changed(step, field)))
    return tuple(found)
