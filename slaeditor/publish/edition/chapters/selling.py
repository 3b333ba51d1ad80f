"""What Sales needs: who may grant what, the floor, what may be promised, what to say."""

from __future__ import annotations

from slaeditor.model.clients import Question
from slaeditor.model.entity import Entity
from slaeditor.model.prices import Promise, PromiseClass
from slaeditor.publish.document import Chapter, Section
from slaeditor.publish.edition.chapters.derived import (
    Layout,
    card,
    cards,
    chapter,
    prose,
    section,
    table,
)
from slaeditor.publish.edition.view import View

_DISCOUNTS = Layout(
    ("role", "kind", "most", "in_return", "approver"),
    (20, 20, 14, 26, 20),
    {"most": "most_quantity", "approver": "approve_within"},
)
_PROMISES = Layout(
    ("name", "approved_wording", "forbidden_wording", "approver", "why"), (22, 26, 20, 12, 20)
)
_COMPETITORS = Layout(("name", "claim", "comparison", "answer"), (18, 28, 26, 28))
_INCENTIVES = Layout(
    ("name", "role", "rule", "held_back_for", "taken_back_when"), (20, 16, 30, 14, 20)
)


def selling(view: View) -> Chapter | None:
    """Return discounts, the promise matrix and what Sales gains by a sale."""
    discounts = tuple(view.project.discount_authorities)
    heading = view.phrases("section.discounts")
    incentives = tuple(view.project.incentives)
    gains = view.phrases("section.incentives")
    return chapter(
        view,
        "selling",
        sections=(
            *section("discounts", heading, table(view, heading, discounts, _DISCOUNTS)),
            *_promises(view),
            *section("incentives", gains, table(view, gains, incentives, _INCENTIVES)),
        ),
    )


def talking(view: View) -> Chapter | None:
    """Return questions clients ask, talking points, competitors and evidence."""
    competitors = tuple(view.project.competitors)
    heading = view.phrases("section.competitors")
    return chapter(
        view,
        "talking",
        sections=(
            *_questions(view),
            *cards(view, "talking-points", view.project.talking_points, _point),
            *section("competitors", heading, table(view, heading, competitors, _COMPETITORS)),
            *cards(view, "evidence", view.project.evidence),
        ),
    )


def _promises(view: View) -> tuple[Section, ...]:
    """What may be promised, what only with approval, what never."""
    found: list[Section] = []
    for kind in PromiseClass:
        rows: tuple[Promise, ...] = view.project.promises.where("kind", kind)
        heading = view.phrases.choice(kind)
        for row in rows:
            view.note(row, "kind")
        key = kind.word.replace(" ", "-")
        found += section(f"promise-{key}", heading, table(view, heading, rows, _PROMISES))
    return tuple(found)


def _questions(view: View) -> tuple[Section, ...]:
    """Questions under their groups, each with its answer."""
    groups = dict.fromkeys(row.section for row in view.project.questions)
    found: list[Section] = []
    for place, group in enumerate(groups, 1):
        rows = view.project.questions.where("section", group)
        for row in rows:
            view.note(row, "section")
        heading = group or view.phrases("section.questions")
        parts = tuple(_question(view, row) for row in rows)
        found.append(Section(f"s-questions-{place}", heading, sections=parts))
    return tuple(found)


def _point(view: View, row: Entity) -> Section:
    return card(view, row, prose(view, row, "words"))


def _question(view: View, row: Question) -> Section:
    return card(view, row, prose(view, row, "answer"))
