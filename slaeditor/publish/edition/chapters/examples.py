"""Worked examples: a case followed through the clock, with dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from slaeditor.model.escalation import EscalationStep, WorkedExample
from slaeditor.model.levels import ServiceLevel
from slaeditor.publish.document import Block, Cell, Column, Paragraph, RowGroup, Section, Table
from slaeditor.publish.edition.chapters.derived import facts, particulars, prose, rest
from slaeditor.publish.edition.view import View
from slaeditor.publish.figures import Moment, Timeline
from slaeditor.rules.example_pauses import pauses_of
from slaeditor.rules.explanation import Circumstances, DueTime, Explanation, explain, minutes_after
from slaeditor.rules.instants import ClockError

_NAMED = 6
"""Moments that a timeline names; more are listed below it anyway."""

_FIRST = (
    *("level", "severity", "service", "channel", "starts"),
    *("paused_from", "paused_until", "further_pauses"),
)


def examples(view: View) -> tuple[Section, ...]:
    """Return each worked example with its story, its timeline and its moments."""
    parts = tuple(_example(view, row) for row in view.project.worked_examples)
    if not parts:
        return ()
    return (Section("s-examples", view.phrases("section.examples"), sections=parts),)


def _example(view: View, row: WorkedExample) -> Section:
    return Section(
        view.anchor(row),
        view.title(row),
        (
            *prose(view, row, "story"),
            *particulars(facts(view, row, *_FIRST, "pause_reason")),
            *_followed(view, row),
            *rest(view, row),
        ),
    )


def case_timeline(view: View, row: WorkedExample, measure: str = "") -> Timeline | None:
    """Return the drawing of a worked example; None where there is nothing to draw.

    With the id of a measure only its due time and the ladders that watch it are drawn.
    Raises ClockError where the clock cannot be followed.
    """
    level = view.project.service_levels.get(row.level)
    if level is None or row.starts is None:
        return None
    found = _explained(view, row, level, row.starts).about(measure)
    drawn = _shown(view, row, found)
    return next((one for one in drawn if isinstance(one, Timeline)), None)


def _explained(
    view: View, row: WorkedExample, level: ServiceLevel, starts: datetime
) -> Explanation:
    severity = view.project.severities.get(row.severity)
    case = Circumstances(level, severity, row.service, row.channel, view.client, view.add_ons)
    return explain(view.project, case, starts, pauses_of(row))


def _followed(view: View, row: WorkedExample) -> tuple[Block, ...]:
    """The case on the clock, or a sentence on why it cannot be followed."""
    level = view.project.service_levels.get(row.level)
    if level is None or row.starts is None:
        return ()
    try:
        found = _explained(view, row, level, row.starts)
    except ClockError as trouble:
        return (Paragraph(trouble.sentence, "muted"),)
    return _shown(view, row, found)


def _shown(view: View, row: WorkedExample, found: Explanation) -> tuple[Block, ...]:
    moments = sorted(_moments(view, found), key=lambda pair: pair[0])
    if len(moments) < 2:  # noqa: PLR2004 - a line needs two ends
        return ()
    drawn = tuple(moment for _, moment in moments)
    told = "; ".join(f"{one.label}: {one.title}" for one in drawn)
    caption = view.phrases("caption.example", name=row.name)
    pauses = tuple(
        (
            minutes_after(found.start, pause.start),
            minutes_after(found.start, pause.end),
            row.pause_reason or view.phrases("moment.paused"),
        )
        for pause in found.pauses
    )
    alternative = view.phrases("picture.timeline", caption=caption, told=told)
    line = Timeline(caption, alternative, drawn, pauses, view.phrases("timeline.unscaled"))
    return (line,) if len(drawn) > _NAMED else (line, _table(view, moments))


def _moments(view: View, found: Explanation) -> Iterator[tuple[datetime, Moment]]:
    yield found.start, _moment(view, found, found.start, view.phrases("moment.case-starts"))
    if found.counted_from != found.start:
        words = view.phrases("moment.clock-starts")
        yield found.counted_from, _moment(view, found, found.counted_from, words)
    for due in found.due_times:
        if due.due is not None:
            yield due.due, _due(view, found, due, due.due)
    for firing in found.firings:
        if firing.at is not None:
            title, detail = _step_words(view, firing.step)
            tone = "warning" if not _is_late(found, firing.at) else "breach"
            yield firing.at, _moment(view, found, firing.at, title, detail, tone)


def _moment(
    view: View, found: Explanation, at: datetime, title: str, detail: str = "", tone: str = ""
) -> Moment:
    return Moment(minutes_after(found.start, at), view.words.short_moment(at), title, detail, tone)


def _due(view: View, found: Explanation, due: DueTime, at: datetime) -> Moment:
    measure = view.name("Measure", due.measure.id)
    title = view.phrases("moment.due", measure=measure)
    return _moment(view, found, at, title, view.words.target(due.value), "due")


def _step_words(view: View, step: EscalationStep) -> tuple[str, str]:
    told = list(view.titles("Role", step.to_roles))
    if step.to_client:
        told.append(view.phrases("told.client"))
    whom = view.words.list(told)
    return (step.name, whom) if step.name else (whom, "")


def _is_late(found: Explanation, at: datetime) -> bool:
    """Whether a moment lies after the first promise is due."""
    due = [one.due for one in found.due_times if one.due is not None]
    return bool(due) and at > max(due)


def _table(view: View, moments: list[tuple[datetime, Moment]]) -> Table:
    columns = (
        Column(view.phrases("column.when"), 40),
        Column(view.phrases("column.happens"), 60),
    )
    rows = tuple(
        (Cell(view.words.moment(at)), Cell(": ".join(filter(None, (one.title, one.detail)))))
        for at, one in moments
    )
    return Table(view.phrases("caption.moments"), columns, (RowGroup(rows),))
