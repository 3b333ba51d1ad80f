"""Chapters in the manager's own words."""

from __future__ import annotations

from collections.abc import Iterator

from slaeditor.publish.document import Chapter
from slaeditor.publish.edition.chapters.derived import facts, particulars, prose, rest
from slaeditor.publish.edition.view import View


def own_chapters(view: View) -> Iterator[Chapter]:
    """Yield each chapter of the manager's own."""
    for row in view.project.free_chapters:
        heading, lead = view.title(row), view.say(row, "lead")
        concerned = particulars(facts(view, row, "services"))
        blocks = (*prose(view, row, "body"), *concerned, *rest(view, row))
        yield Chapter(view.anchor(row, "c"), heading, lead, blocks)
