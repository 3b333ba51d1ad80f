"""What a survey of promises tells: the hours of a promise where the level has others."""

from __future__ import annotations

from slaeditor.model.calendars import Calendar
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.model.values.week import Week
from slaeditor.publish.document import Table
from slaeditor.publish.edition.strings import strings
from tests.builders import open_to_all
from tests.publish.edition.sample import (
    CONTOSO,
    FAST,
    FASTER,
    SLOW,
    blocks,
    chapter,
    department,
    made,
)

ALWAYS = open_to_all(Calendar, name="Round the clock", hours=Week.parse("24x7"))
HOURS = "Round the clock: 24 hours a day, every day"


def by_night() -> Project:
    """The sample, whose Silver answers the worst cases round the clock."""
    return department().add(ALWAYS).put(FASTER.but(calendar=ALWAYS.id))


def survey(project: Project, caption: str, client: str = "") -> Table:
    found = blocks(chapter(made(Reader.CLIENT, project, client=client), "The service levels"))
    return next(one for one in found if isinstance(one, Table) and caption in one.caption)


def test_the_levels_side_by_side_tell_which_promise_counts_in_other_hours() -> None:
    table = survey(by_night(), "side by side")
    ((mark, words),) = [note for note in table.notes if note[0]]
    marked = [
        cell.text
        for group in table.groups
        for row in group.rows
        for cell in row
        if mark in cell.marks
    ]
    assert words == HOURS
    assert marked == ["within 1 service hour"]


def test_a_level_at_a_glance_tells_it_too() -> None:
    assert HOURS in strings(survey(by_night(), "Silver at a glance"))


def test_hours_of_the_level_are_not_told_again() -> None:
    table = survey(by_night(), "Bronze at a glance")
    assert not table.notes


def test_the_page_of_a_client_tells_that_outages_are_answered_at_night() -> None:
    edition = made(Reader.CLIENT, by_night(), client=CONTOSO.id)
    page = next(one for one in edition.front if one.id == "c-summary")
    assert any(HOURS in words for words in strings(page))


def test_a_promise_in_a_line_has_its_hours_behind_it() -> None:
    general = FAST.but(severity="", calendar=ALWAYS.id)
    project = department().add(ALWAYS).drop(FASTER).drop(SLOW).put(general)
    found = " ".join(strings(chapter(made(Reader.CLIENT, project), "The service levels")))
    assert f"within 4 service hours ({HOURS})" in found


def test_what_is_measured_over_a_period_is_not_of_all_cases() -> None:
    table = survey(department(), "side by side")
    heads = [row[0].text for group in table.groups for row in group.rows]
    assert "Overall" in heads
    assert "All cases" not in heads
