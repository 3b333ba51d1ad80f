"""A case that somebody asks the clock about: followed, drawn and named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from slaeditor.model.clients import Client
from slaeditor.model.escalation import WorkedExample
from slaeditor.model.project import Project
from slaeditor.rules.example_pauses import pauses_of
from slaeditor.rules.explanation import Circumstances, Explanation, explain
from slaeditor.rules.inheritance import add_ons_of
from slaeditor.rules.names import title

if TYPE_CHECKING:
    from slaeditor.publish.figures import Timeline


def explained(
    project: Project, example: WorkedExample, client: Client | None = None
) -> Explanation | None:
    """Return the case followed through the clock, None without a level or a start."""
    level = project.service_levels.get(example.level)
    if level is None or example.starts is None:
        return None
    severity = project.severities.get(example.severity)
    case = Circumstances(level, severity, client=client, add_ons=add_ons_of(project, client, level))
    return explain(project, case, example.starts, pauses_of(example))


def drawn(
    project: Project, example: WorkedExample, measure: str, client: Client | None = None
) -> Timeline | None:
    """Return the handbook's drawing of the case, as it is for a client if it is of one."""
    from slaeditor.publish.edition.builder import whole_view
    from slaeditor.publish.edition.chapters.examples import case_timeline

    view = whole_view(project)
    level = project.service_levels.get(example.level)
    if client is not None and level is not None:
        view = replace(view, client=client, add_ons=add_ons_of(project, client, level))
    return case_timeline(view, example, measure)


def example_name(project: Project, example: WorkedExample) -> str:
    """Return what a kept case is called: its level, severity and day."""
    level = project.service_levels.get(example.level)
    severity = project.severities.get(example.severity)
    named = [title(project, row) for row in (level, severity) if row is not None]
    day = f"{example.starts:%A %d %B %Y, %H:%M}" if example.starts else ""
    return f"{', '.join(named)}: {day}"
