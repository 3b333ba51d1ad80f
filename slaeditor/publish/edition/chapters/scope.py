"""What can and cannot be supported, what the client does, and timed courses of events."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.scope import ScopeItem, TimedEvent, TimedPolicy
from slaeditor.publish.document import Block, Chapter, Section
from slaeditor.publish.edition.chapters.derived import (
    Layout,
    cards,
    chapter,
    prose,
    rest,
    section,
    table,
)
from slaeditor.publish.edition.view import View
from slaeditor.publish.figures import Moment, Timeline
from slaeditor.rules.ladder import minutes

_SCOPE = Layout(
    ("name", "explanation", "workaround", "charge", "send_to"),
    (24, 32, 16, 14, 14),
    {"charge": "charge_words", "send_to": "send_to_words"},
)
_DUTIES = Layout(
    ("name", "description", "who", "within", "if_not_met"),
    (20, 30, 14, 12, 24),
    {"if_not_met": "if_not_met_words"},
)
_EVENTS = Layout(
    ("name", "not_before", "not_after", "role", "notice"),
    (32, 17, 17, 18, 16),
    {"not_after": "every", "not_before": "counted_from"},
    {"counted_from": "from.event event"},
)
_LEAST = 2


def scope(view: View) -> Chapter | None:
    """Return services, what is supported, what is not, and known limitations."""
    sections = [*cards(view, "services", view.project.services)]
    for kind in dict.fromkeys(row.kind for row in view.project.scope_items):
        rows = view.project.scope_items.where("kind", kind)
        sections += _scope(view, kind.word, rows)
    return chapter(view, "scope", sections=sections)


def duties(view: View) -> Chapter | None:
    """Return what the client has to do."""
    rows = tuple(view.project.client_duties)
    return chapter(view, "duties", table(view, view.phrases("caption.duties"), rows, _DUTIES))


def courses(view: View) -> Chapter | None:
    """Return courses of events with time between them, such as the end of a product."""
    parts = tuple(_course(view, row) for row in view.project.timed_policies)
    return chapter(view, "courses", sections=parts)


def _scope(view: View, word: str, rows: Sequence[ScopeItem]) -> tuple[Section, ...]:
    heading = view.phrases.choice(rows[0].kind)
    for row in rows:
        view.note(row, "kind")
    key = word.replace(" ", "-")
    return section(f"scope-{key}", heading, table(view, heading, rows, _SCOPE, "section"))


def _course(view: View, row: TimedPolicy) -> Section:
    events = view.project.timed_events.where("policy", row.id)
    for event in events:
        view.note(event, "policy")
    heading = view.title(row)
    return Section(
        view.anchor(row),
        heading,
        (
            *prose(view, row, "description"),
            *_drawn(view, row, events),
            *table(view, heading, events, _EVENTS),
            *rest(view, row),
        ),
    )


def _drawn(view: View, row: TimedPolicy, events: Sequence[TimedEvent]) -> tuple[Block, ...]:
    """The events that have a time of their own, on a line."""
    timed = [(event, event.not_before or event.not_after) for event in events]
    moments = tuple(
        Moment(minutes(wait), view.words.duration(wait), event.name)
        for event, wait in sorted(timed, key=lambda pair: minutes(pair[1]) if pair[1] else 0)
        if wait
    )
    if len(moments) < _LEAST:
        return ()
    told = "; ".join(f"{one.label}: {one.title}" for one in moments)
    alternative = view.phrases("picture.timeline", caption=row.name, told=told)
    start = Moment(0, view.phrases("moment.start"), row.begins_with or row.name)
    unscaled = view.phrases("timeline.unscaled")
    return (Timeline(row.name, alternative, (start, *moments), unscaled=unscaled),)
