"""Opening records to a reader, with what they rest on."""

from __future__ import annotations

from slaeditor.model.calendars import Calendar
from slaeditor.model.project import Project
from slaeditor.model.promises import Severity, Target
from slaeditor.model.readers import STAFF, TEAM, Reader
from slaeditor.rules.opening import newly_visible, opened, rests_on
from slaeditor.rules.visible import visible
from tests.builders import a_level, a_promise, open_to_all


def test_opening_a_level_shows_what_belongs_to_it() -> None:
    project, level, target = a_promise()
    hidden = project.service_levels[level.id].but(readers=TEAM)
    before = project.put(hidden)
    after = opened(before, [hidden], Reader.CLIENT)
    assert {row.id for row in newly_visible(before, after, Reader.CLIENT)} == {level.id, target.id}


def test_what_was_not_there_yet_is_added() -> None:
    level = a_level("Gold").but(readers=STAFF)
    assert opened(Project(), [level], Reader.SALES).service_levels[level.id].readers == TEAM


def test_a_level_rests_on_its_hours() -> None:
    hours = Calendar(name="Around the clock", readers=STAFF)
    level = a_level("Gold", calendar=hours.id)
    found = rests_on(Project().add(hours, level), [level], Reader.CLIENT)
    assert [row.id for row in found] == [hours.id]


def test_what_is_open_already_is_not_named() -> None:
    hours = open_to_all(Calendar, name="Around the clock")
    level = a_level("Gold", calendar=hours.id)
    assert rests_on(Project().add(hours, level), [level], Reader.CLIENT) == ()


def test_several_records_name_what_they_rest_on_once() -> None:
    urgent = Severity(name="Urgent", readers=STAFF)
    level = a_level("Gold")
    rows = [open_to_all(Target, level=level.id, severity=urgent.id) for _ in range(2)]
    found = rests_on(Project().add(level, urgent, *rows), rows, Reader.CLIENT)
    assert [row.id for row in found] == [urgent.id]


def test_a_level_does_not_take_its_base_s_hours_when_its_own_are_closed() -> None:
    office, clock = open_to_all(Calendar, name="Office"), Calendar(name="Clock", readers=STAFF)
    base = a_level("Basic", calendar=office.id)
    top = a_level("Top", calendar=clock.id, based_on=base.id)
    shown = visible(Project().add(office, clock, base, top), Reader.CLIENT)
    assert [row.name for row in shown.service_levels] == ["Basic"]
