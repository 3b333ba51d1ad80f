"""Working with Sales: expectations, moods, hand-offs, grey areas, disputed facts, meetings."""

from __future__ import annotations

from collections.abc import Sequence

from slaeditor.model.entity import Entity
from slaeditor.model.selling import DissatisfactionLevel
from slaeditor.publish.document import Chapter, Section
from slaeditor.publish.edition.chapters.derived import (
    Layout,
    card,
    cards,
    chapter,
    grid,
    section,
    table,
)
from slaeditor.publish.edition.view import View
from slaeditor.publish.figures import Moment, Timeline

_MOODS = Layout(("name", "signals", "warn", "within", "sales_part"), (18, 36, 18, 12, 16))
_EXPECTATIONS = Layout(("name", "answer", "reply", "agreed"), (26, 26, 22, 26))
_DISPUTES = Layout(("name", "what", "who", "within", "what_we_say"), (18, 30, 14, 12, 26))
_NEWS = Layout(("name", "to_roles", "within", "means", "why"), (26, 20, 12, 14, 28))
_MEETINGS = Layout(("name", "every", "participants", "agenda", "result"), (20, 12, 20, 30, 18))


def together(view: View) -> Chapter | None:
    """Return how Sales and service work together."""
    project = view.project
    return chapter(
        view,
        "together",
        sections=(
            *_table(view, "expectations", tuple(project.expectations), _EXPECTATIONS, "asked_of"),
            *_moods(view, tuple(project.dissatisfaction_levels)),
            *cards(view, "hand-offs", project.hand_offs),
            *cards(view, "grey-areas", project.grey_areas),
            *_table(view, "disputes", tuple(project.dispute_steps), _DISPUTES),
            *_table(view, "news", tuple(project.news_rules), _NEWS),
            *_table(view, "meetings", tuple(project.joint_meetings), _MEETINGS),
            *cards(view, "pairings", project.pairings),
        ),
    )


def aftercare(view: View) -> Chapter | None:
    """Return how the client hears of a missed promise, and who gets in touch after the sale."""
    return chapter(
        view,
        "aftercare",
        sections=(
            *cards(view, "breach-reports", view.project.breach_reports),
            *cards(view, "follow-ups", view.project.follow_ups),
        ),
    )


def _table(
    view: View, key: str, rows: Sequence[Entity], layout: Layout, grouped_by: str = ""
) -> tuple[Section, ...]:
    heading = view.phrases(f"section.{key}")
    return section(key, heading, table(view, heading, rows, layout, grouped_by))


def _moods(view: View, rows: tuple[DissatisfactionLevel, ...]) -> tuple[Section, ...]:
    """The ladder as a line, as a table, then each step in full."""
    if not rows:
        return ()
    heading = view.phrases("section.moods")
    moments = tuple(
        Moment(place, row.name, view.phrases.choice(row.sales_part) if row.sales_part else "")
        for place, row in enumerate(rows)
    )
    told = "; ".join(f"{one.label}: {one.title}" for one in moments)
    picture = Timeline(
        view.phrases("caption.moods"),
        view.phrases("picture.timeline", caption=heading, told=told),
        moments,
    )
    survey = grid(view, heading, rows, _MOODS)
    parts = tuple(card(view, row) for row in rows if view.unsaid(row))
    return (Section("s-moods", heading, (picture, *survey), parts),)
