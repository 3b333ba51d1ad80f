"""What no other chapter has said: every record and field that is still missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from slaeditor.publish.document import Chapter, Section
from slaeditor.publish.edition.chapters.derived import card, chapter
from slaeditor.publish.edition.view import View


class Made(Protocol):
    """Answers what is built from a view, perhaps from memory, where the key says what it is."""

    def __call__(
        self, key: str, build: Callable[[View], Section | None], view: View, /
    ) -> Section | None:
        """Return what is built."""
        ...


def _now(_key: str, build: Callable[[View], Section | None], view: View, /) -> Section | None:
    return build(view)


def remainder(view: View, made: Made = _now) -> Chapter | None:
    """Return further particulars; nothing when all is said, which is the usual case."""
    found = (
        made(f"remainder of {name}", partial(_left, name), view)
        for name, _, table in view.project.tables()
        if len(table)
    )
    return chapter(view, "remainder", sections=[one for one in found if one])


def _left(name: str, view: View) -> Section | None:
    """What is missing of a table."""
    rows = [row for row in getattr(view.project, name) if view.unsaid(row)]
    if not rows:
        return None
    heading = view.phrases.labelled(rows[0].declaration.plural)
    parts = tuple(card(view, row) for row in rows)
    return Section(f"s-rest-{name.replace('_', '-')}", heading, sections=parts)
