"""Commenting on a record: one command makes the comment and shows it; names are remembered."""

from __future__ import annotations

from slaeditor.model.document import Comment
from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, kinds
from slaeditor.rules.changes import Changes
from slaeditor.rules.comments import comment_on
from slaeditor.rules.names import title
from slaeditor.ui.place import Place
from slaeditor.ui.records_page import RecordsPage
from slaeditor.ui.settings import settings
from slaeditor.ui.today import today
from slaeditor.ui.workbench import Workbench

_AUTHOR = "comments/author"


def comment_here(bench: Workbench) -> None:
    """Add a comment on the record that is shown and put the keyboard into its words."""
    project = bench.session.project
    row = record_at(project, bench.pages.page.record_place)
    if row is None:
        return
    made = comment_on(row, last_author(), today())
    bench.session.seal()
    bench.session.edit(project.add(made), f"Comment on {title(project, row)}")
    bench.session.seal()
    bench.go(Place("comments", made.id, "words"))


def record_at(project: Project, place: Place) -> Entity | None:
    """Return the record at a place that can be commented on, None where there is none."""
    if not place.row or place.table not in kinds() or place.table == "comments":
        return None
    return project.find(kinds()[place.table], place.row)


def last_author() -> str:
    """Return the name under which somebody last commented here, or nothing."""
    return str(settings().value(_AUTHOR, ""))


class CommentsPage(RecordsPage):
    """All comments; the name typed as the author of one is that of the next."""

    def _changed(self, made: Changes) -> None:
        super()._changed(made)
        for one in made:
            if isinstance(one.after, Comment) and one.before is not None and "author" in one.fields:
                settings().setValue(_AUTHOR, one.after.author)
