"""What no other chapter has said: every record and field that is still missing."""

from __future__ import annotations

from slaeditor.publish.document import Chapter, Section
from slaeditor.publish.edition.chapters.derived import card, chapter
from slaeditor.publish.edition.view import View


def remainder(view: View) -> Chapter | None:
    """Return further particulars; nothing when all is said, which is the usual case."""
    sections: list[Section] = []
    for name, kind, table in view.project.tables():
        left = [row for row in table if view.unsaid(row)]
        if left:
            heading = view.phrases.labelled(kind.declaration.plural)
            parts = tuple(card(view, row) for row in left)
            sections.append(Section(f"s-rest-{name.replace('_', '-')}", heading, sections=parts))
    return chapter(view, "remainder", sections=sections)
