"""What we learned: lost clients, complaints and requests, the cost of failing, open remarks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from slaeditor.model.document import Comment, Waiver
from slaeditor.publish.document import Align, Cell, Chapter, Column, RowGroup, Section, Table
from slaeditor.publish.edition.chapters.derived import Layout, cards, chapter, section, table
from slaeditor.publish.edition.view import View
from slaeditor.rules.checks.rule import title_of_rule
from slaeditor.rules.losses import Losses, losses
from slaeditor.rules.names import record_named, title

About = TypeVar("About", Comment, Waiver)

_FEEDBACK = Layout(
    ("name", "kind", "words", "passed_to", "answer", "status"), (20, 12, 26, 12, 20, 10)
)
_COSTS = Layout(("name", "kind", "target", "each", "times_a_year"), (32, 18, 22, 14, 14))


def learning(view: View) -> Chapter | None:
    """Return what was learnt."""
    feedback = tuple(view.project.feedback)
    costs = tuple(view.project.failure_costs)
    said, lost = view.phrases("section.feedback"), view.phrases("section.failure-costs")
    return chapter(
        view,
        "learning",
        sections=(
            *_loss_count(view),
            *cards(view, "loss-interviews", view.project.loss_interviews),
            *section("feedback", said, table(view, said, feedback, _FEEDBACK)),
            *section("failure-costs", lost, table(view, lost, costs, _COSTS)),
            *cards(view, "comments", _by_title(view, view.project.comments)),
            *cards(view, "waivers", _by_title(view, _with_titles(view))),
        ),
    )


def _with_titles(view: View) -> tuple[Waiver, ...]:
    """The findings that were accepted, each under the title of its rule."""
    return tuple(
        row.but(rule=view.phrases.finding(title_of_rule(row.rule))) for row in view.project.waivers
    )


def _by_title(view: View, rows: Iterable[About]) -> tuple[About, ...]:
    """What is about a record names it by its title, or not at all where its reader may not."""
    found = [(row, record_named(view.project, row.subject)) for row in rows]
    return tuple(
        row.but(subject=title(view.project, about) if about is not None else "")
        for row, about in found
    )


def _loss_count(view: View) -> tuple[Section, ...]:
    """Lost clients by cause with what broke, those that could not be helped apart."""
    found = losses(view.project)
    if not found:
        return ()
    groups = tuple(
        RowGroup(tuple(_loss_row(view, one) for one in members), view.phrases(f"losses.{key}"))
        for key, members in (
            ("helped", [one for one in found if one.could_be_helped]),
            ("not-helped", [one for one in found if not one.could_be_helped]),
        )
        if members
    )
    columns = (
        Column(view.phrases("column.cause"), 40),
        Column(view.phrases("column.lost"), 12, Align.RIGHT),
        Column(view.phrases("column.broke"), 48),
    )
    survey = Table(view.phrases("caption.loss-count"), columns, groups)
    return section("loss-count", view.phrases("section.loss-count"), (survey,))


def _loss_row(view: View, one: Losses) -> tuple[Cell, ...]:
    cause = view.phrases.choice(one.cause) if one.cause else view.phrases("losses.no-cause")
    broken = view.words.list(dict.fromkeys(title(view.project, row) for row in one.broken))
    return (Cell(cause), Cell(view.words.number(len(one.interviews))), Cell(broken))
