"""What we learned: lost clients, complaints and requests, the cost of failing, open remarks."""

from __future__ import annotations

from slaeditor.publish.document import Chapter
from slaeditor.publish.edition.chapters.derived import Layout, cards, chapter, section, table
from slaeditor.publish.edition.view import View

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
            *cards(view, "loss-interviews", view.project.loss_interviews),
            *section("feedback", said, table(view, said, feedback, _FEEDBACK)),
            *section("failure-costs", lost, table(view, lost, costs, _COSTS)),
            *cards(view, "comments", view.project.comments),
            *cards(view, "waivers", view.project.waivers),
        ),
    )
