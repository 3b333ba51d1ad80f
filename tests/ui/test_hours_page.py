"""The page of service hours: days ahead, holidays of a country, an example to begin with."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from slaeditor.model.calendars import Calendar, Holiday, HolidaySet
from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.model.readers import EVERYONE, Reader
from slaeditor.model.values.week import Week
from slaeditor.rules.visible import visible
from slaeditor.session.session import Session
from slaeditor.ui.hours.holiday_dialog import HolidayDialog
from slaeditor.ui.place import Place
from tests.ui.hands import click

TODAY = date.today()  # noqa: DTZ011  the user's own day
MONDAY = TODAY - timedelta(days=TODAY.weekday())


@pytest.fixture
def page(editing):
    """A calendar that is closed on Monday of this week."""
    closed = HolidaySet(name="Ours")
    calendar = Calendar(
        name="Office",
        hours=Week.parse("Mon–Fri 09:00–17:00"),
        time_zone="Europe/Berlin",
        holiday_sets=(closed.id,),
    )
    day = Holiday(holiday_set=closed.id, on=MONDAY, name="Founders' Day")
    window = editing(Project().add(closed, calendar, day))
    window.workbench.go(Place("calendars", calendar.id))
    return window, window.workbench.pages.page


def told(page) -> list[tuple[str, str]]:
    return [(hours.text(), reason.text()) for _, hours, reason in page.days.lines]


def test_this_week_shows_a_holiday_and_the_usual_hours(page):
    _, page = page
    assert told(page)[0] == ("closed", "Founders' Day")
    assert told(page)[1] == ("09:00–17:00", "")
    assert told(page)[6][0] == "closed"


def test_the_zone_is_named(page):
    _, page = page
    assert "Europe/Berlin" in page.days.now.text()


def test_another_week_is_one_click_away(page):
    _, page = page
    click(page.days.buttons[2])
    assert told(page)[0] == ("09:00–17:00", "")
    click(page.days.buttons[1])
    assert told(page)[0] == ("closed", "Founders' Day")


def test_days_follow_an_edit(page):
    window, page = page
    calendar = next(iter(window.session.project.calendars))
    shorter = calendar.but(hours=Week.parse("Tue 10:00–11:00"))
    window.session.edit(window.session.project.put(shorter), "Shorten")
    assert told(page)[1][0] == "10:00–11:00"


def test_office_hours_are_one_step_from_an_empty_page(editing):
    window = editing()
    window.workbench.go(Place("calendars"))
    click(window.workbench.pages.page.empty.example)
    calendar = next(iter(window.session.project.calendars))
    assert str(calendar.hours) == "Mon–Fri 09:00–17:00"
    window.session.undo()
    assert not len(window.session.project.calendars)


def test_holidays_of_a_country_are_seen_and_taken_over_as_one_step(page, qtbot):
    window, page = page
    page.holidays.open_dialog()
    dialog = window.findChild(HolidayDialog)
    qtbot.waitUntil(lambda: dialog.list.count() > 0, timeout=20_000)
    dialog.country.setCurrentIndex(dialog.country.findText("Germany"))
    qtbot.waitUntil(lambda: dialog.region.findText("Bayern") > 0, timeout=20_000)
    qtbot.waitUntil(
        lambda: (
            any(one.name == "Tag der Deutschen Einheit" for one in dialog.changes())
            or any("Unity" in one.name for one in dialog.changes())
        ),
        timeout=20_000,
    )
    marks = [dialog.list.item(at).text()[0] for at in range(dialog.list.count())]
    assert "+" in marks
    assert "−" in marks
    gone = next(at for at, mark in enumerate(marks) if mark == "−")
    dialog.list.item(gone).setCheckState(Qt.CheckState.Unchecked)
    click(dialog.take)
    project = window.session.project
    assert len(project.holidays) > 10
    assert MONDAY in {row.on for row in project.holidays}
    assert window.session.history.undo_label.startswith("Take holidays of Germany")
    assert len(window.session.history.done) == 1


def test_a_calendar_without_a_list_gets_one_for_its_readers(editing, qtbot):
    calendar = Calendar(name="Office", readers=EVERYONE)
    window = editing(Project().add(calendar))
    window.workbench.go(Place("calendars", calendar.id))
    window.workbench.pages.page.holidays.open_dialog()
    dialog = window.findChild(HolidayDialog)
    qtbot.waitUntil(lambda: bool(dialog.changes()), timeout=20_000)
    click(dialog.take)
    listed = next(iter(window.session.project.holiday_sets))
    assert window.session.project.calendars[calendar.id].holiday_sets == (listed.id,)
    seen = visible(window.session.project, Reader.CLIENT)
    assert len(seen.holidays) == len(window.session.project.holidays)


@pytest.mark.parametrize(
    ("own", "documents", "country"),
    [("Europe/Dublin", "Europe/Berlin", "Ireland"), ("", "Europe/Berlin", "Germany")],
)
def test_holidays_begin_with_the_country_of_the_time_zone(editing, qtbot, own, documents, country):
    calendar = Calendar(name="Office", time_zone=own)
    project = Project().add(Document(time_zone=documents), calendar)
    dialog = HolidayDialog(editing(project), Session(project), None, calendar)
    qtbot.waitUntil(lambda: bool(dialog.changes()), timeout=20_000)
    assert dialog.country.currentText() == country
    dialog.reject()


def test_lists_of_holidays_name_the_next_ones(editing):
    listed = HolidaySet(name="Ours")
    soon = Holiday(holiday_set=listed.id, on=TODAY + timedelta(days=9), name="Fair")
    window = editing(Project().add(listed, soon))
    window.workbench.go(Place("holiday_sets", listed.id))
    assert "Fair" in window.workbench.pages.page.holidays.words.text()
