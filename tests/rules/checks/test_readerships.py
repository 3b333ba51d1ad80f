"""Whoever reads a thing reads what belongs to it."""

from __future__ import annotations

from datetime import date

from slaeditor.model.calendars import Holiday, HolidaySet
from slaeditor.model.document import Document, Picture
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import CLIENT, EVERYONE, SALES, STAFF, TEAM
from slaeditor.rules.checks import documents, readerships
from tests.rules.checks.check_builders import office, says


def closing(hours=EVERYONE, holidays=EVERYONE, day=EVERYONE):
    """Returns service hours with a holiday list of one day, each open to some readers."""
    listed = HolidaySet(name="Public holidays", readers=holidays)
    one = Holiday(holiday_set=listed.id, on=date(2026, 12, 25), readers=day)
    return Project().add(listed, one, office(holiday_sets=(listed.id,), readers=hours))


def test_hours_open_to_clients_with_holidays_closed_to_them_are_found():
    [said] = says(readerships.holidays_hidden, closing(holidays=TEAM))
    assert said.startswith("The service hours “Office” are open to clients, but not all holidays")


def test_a_single_closed_day_is_found_too():
    assert len(says(readerships.holidays_hidden, closing(day=STAFF))) == 1
    assert "sales and clients" in says(readerships.holidays_hidden, closing(day=STAFF))[0]


def test_holidays_may_be_open_to_more_than_the_hours():
    assert says(readerships.holidays_hidden, closing(hours=STAFF)) == []
    assert says(readerships.holidays_hidden, closing(hours=STAFF, holidays=TEAM)) == []


def test_holidays_open_like_the_hours_are_fine():
    assert says(readerships.holidays_hidden, closing()) == []


def level(readers):
    return Project().add(ServiceLevel(name="Gold", readers=readers))


def test_a_level_for_clients_that_sales_cannot_read_is_found():
    assert says(readerships.level_closed_to_sales, level(STAFF | CLIENT)) == [
        "“Gold” is open to clients, but not to sales."
    ]
    assert says(readerships.level_closed_to_sales, level(CLIENT)) == [
        "“Gold” is open to clients, but not to sales and staff."
    ]


def test_a_level_for_all_or_for_the_house_alone_is_fine():
    for readers in (EVERYONE, TEAM, SALES):
        assert says(readerships.level_closed_to_sales, level(readers)) == []


def test_two_pictures_of_one_name_are_found_once():
    project = Project().add(Picture(name="Logo"), Picture(name="Chart"), Picture(name="logo"))
    assert says(documents.pictures_of_one_name, project) == ["2 pictures are called “logo”."]


def test_pictures_with_names_of_their_own_are_fine():
    project = Project().add(Picture(name="Logo"), Picture(name="Logo by night"))
    assert says(documents.pictures_of_one_name, project) == []


def offering(*readers):
    """Returns a document about a level for each of some readers."""
    levels = (ServiceLevel(name=f"Level {at}", readers=one) for at, one in enumerate(readers))
    return Project().add(Document(name="Handbook"), *levels)


def test_levels_of_which_clients_read_none_are_found():
    [said] = says(readerships.levels_closed_to_clients, offering(TEAM, STAFF))
    assert said == "Clients may not read of any of the 2 service levels that “Handbook” is about."


def test_one_level_that_clients_read_is_enough():
    assert says(readerships.levels_closed_to_clients, offering(TEAM, EVERYONE)) == []


def test_without_a_level_nothing_is_missing():
    assert says(readerships.levels_closed_to_clients, offering()) == []
