"""The charter: whom we serve, who has priority, why we exist."""

from __future__ import annotations

from dataclasses import replace

from slaeditor.publish.document import Chapter, Section
from slaeditor.publish.edition.chapters.derived import chapter, prose, rest
from slaeditor.publish.edition.view import View

_PARTS = ("whom_we_serve", "basic_function", "priority", "values", "not_our_task")


def charter(view: View) -> Chapter | None:
    """Return the charter with the mission as its promise."""
    row = next(iter(view.project.charter), None)
    if row is None or not view.unsaid(row):
        return None
    mission = view.say(row, "mission")
    sections = tuple(
        Section(f"s-charter-{place}", view.label(row, name), prose(view, row, name))
        for place, name in enumerate(_PARTS, 1)
        if getattr(row, name)
    )
    found = chapter(view, "charter", rest(view, row), sections)
    if found is None:
        return Chapter("c-charter", view.phrases("chapter.charter"), mission)
    return replace(found, lead=mission or found.lead)
