"""Comments on records: a new one, those that are open on a record, an answer."""

from __future__ import annotations

from datetime import date

from slaeditor.model.document import Comment
from slaeditor.model.entity import Entity
from slaeditor.model.project import Project, table_name
from slaeditor.rules.names import record_meant


def comment_on(row: Entity, author: str, on: date) -> Comment:
    """Return a new comment about a record, which says nothing yet."""
    return Comment(subject=row.id, author=author, made_on=on)


def open_comments(project: Project, row: Entity) -> tuple[Comment, ...]:
    """Return the comments on a record that are not settled, in their order."""
    return tuple(one for one in project.comments if not one.settled and _is_on(project, one, row))


def _is_on(project: Project, one: Comment, row: Entity) -> bool:
    """Whether a comment is on a record; keys are looked up only in the table they name."""
    if one.subject == row.id:
        return True
    table, _, key = one.subject.partition("/")
    named = table.strip().casefold().replace(" ", "_").replace("-", "_")
    return bool(key) and named == table_name(type(row)) and _means(project, one.subject, row)


def _means(project: Project, words: str, row: Entity) -> bool:
    return record_meant(project, words) == row.id


def has_words(one: Comment) -> bool:
    """Return whether a comment says anything yet."""
    return bool(one.words.strip())
