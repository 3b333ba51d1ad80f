"""The chapter on what is promised: severities, targets, how they are measured, service hours."""

from __future__ import annotations

from slaeditor.publish.document import Chapter, Section
from slaeditor.publish.edition.chapters import target_tables
from slaeditor.publish.edition.chapters.derived import Layout, chapter, section, table
from slaeditor.publish.edition.chapters.hours import channels, hours, maintenance, reports
from slaeditor.publish.edition.chapters.measures import measures
from slaeditor.publish.edition.chapters.severities import severities
from slaeditor.publish.edition.view import View

_VARIANTS = Layout(("name", "description"), (30, 70))


def promises(view: View) -> Chapter | None:
    """Return severities, targets, measures, hours and what belongs to them."""
    return chapter(
        view,
        "promises",
        sections=(
            *severities(view),
            *_targets(view),
            *measures(view),
            *hours(view),
            *channels(view),
            *maintenance(view),
            *reports(view),
            *_variants(view),
        ),
    )


def _targets(view: View) -> tuple[Section, ...]:
    """The targets by measure; in one table where there is one level only."""
    if len(view.levels) == 1:
        level = view.levels[0]
        caption = view.phrases("caption.level-targets", level=level.name)
        blocks = target_tables.of_level(view, level, caption)
    else:
        found = target_tables.measures_of(view, view.levels)
        rows = target_tables.rows_of(view, view.levels, found)
        blocks = (
            *target_tables.common_strength(view, view.levels, rows, found),
            *target_tables.across_levels(view, found, view.levels),
        )
    return (Section("s-targets", view.phrases("section.targets"), blocks),) if blocks else ()


def _variants(view: View) -> tuple[Section, ...]:
    """The further ways in which promises differ, each under what it differs by."""
    heading = view.phrases("section.variants")
    rows = tuple(view.project.variants)
    return section("variants", heading, table(view, heading, rows, _VARIANTS, "dimension"))
