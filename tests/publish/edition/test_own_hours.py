"""A client's own handbook tells the hours and quantities that are its own, and no others."""

from __future__ import annotations

from typing import Any

from slaeditor.model.calendars import Calendar, CalendarException, Holiday, HolidaySet
from slaeditor.model.clients import Client
from slaeditor.model.levels import Channel
from slaeditor.model.prices import Allowance
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.week import Week
from slaeditor.publish.document import Table
from slaeditor.publish.edition.kept import Kept
from slaeditor.publish.edition.strings import strings
from tests.builders import open_to_all
from tests.publish.edition.sample import BRONZE, CONTOSO, SILVER, department, made

ALPS: HolidaySet = open_to_all(HolidaySet, name="Feasts of the Alps")
FEAST: Holiday = open_to_all(Holiday, holiday_set=ALPS.id, name="Almabtrieb")
VIENNA: Calendar = open_to_all(
    Calendar,
    name="Hours of Vienna",
    hours=Week.parse("Mon–Fri 07:00–15:00"),
    holiday_sets=(ALPS.id,),
)
CLOSED: CalendarException = open_to_all(
    CalendarException, calendar=VIENNA.id, name="Move to the ring road"
)


def with_vienna(*rows: Any) -> Project:
    return department().add(ALPS, FEAST, VIENNA, CLOSED, *rows)


def own_words(project: Project, client: str = CONTOSO.id, kept: Kept | None = None) -> str:
    return " ".join(strings(made(Reader.CLIENT, project, client=client, kept=kept)))


def test_hours_to_which_nothing_of_a_client_is_bound_are_not_told():
    found = own_words(with_vienna())
    assert "Office" in found
    for gone in ("Hours of Vienna", "Almabtrieb", "Feasts of the Alps", "ring road"):
        assert gone not in found


def test_the_hours_agreed_with_a_client_are_told_with_their_holidays():
    project = with_vienna().put(CONTOSO.but(calendar=VIENNA.id))
    found = own_words(project)
    for told in ("Hours of Vienna", "Almabtrieb", "ring road"):
        assert told in found


def test_the_hours_of_a_way_to_reach_us_are_told():
    desk = open_to_all(Channel, name="Desk in Vienna", calendar=VIENNA.id)
    assert "Hours of Vienna" in own_words(with_vienna(desk))


def test_hours_of_the_base_level_are_not_told_where_the_level_has_its_own():
    project = with_vienna().put(SILVER.but(calendar=VIENNA.id))
    found = own_words(project)
    assert "Hours of Vienna" in found
    assert "09:00" not in found


def test_hours_that_nothing_is_bound_to_are_told_where_no_others_are():
    project = with_vienna().put(BRONZE.but(calendar=""))
    project = project.put(*(one.but(calendar="") for one in project.channels))
    assert "Hours of Vienna" in own_words(project)


def test_everybody_reads_of_all_hours_in_the_handbook_for_all():
    assert "Hours of Vienna" in " ".join(strings(made(Reader.CLIENT, with_vienna())))


def test_two_clients_of_a_level_read_their_own_hours_one_after_the_other():
    other = open_to_all(Client, name="Donau", level=SILVER.id, calendar=VIENNA.id)
    project, kept = with_vienna(other), Kept()
    assert "Hours of Vienna" not in own_words(project, kept=kept)
    assert "Hours of Vienna" in own_words(project, other.id, kept)


def allowed(*rows: Allowance) -> list[str]:
    """The names of groups in the table of what is included."""
    whole = made(Reader.CLIENT, department().add(*rows), client=CONTOSO.id)
    sections = [part for one in whole.chapters for part in one.sections]
    tables = [
        block
        for part in sections
        if part.id == "s-allowances"
        for block in part.blocks
        if isinstance(block, Table)
    ]
    return [group.title for one in tables for group in one.groups]


def quantity(level: str, count: int) -> Allowance:
    row: Allowance = open_to_all(
        Allowance, level=level, name="Visits", quantity=Grant.parse(f"{count} per year")
    )
    return row


def test_what_the_base_level_includes_is_told_under_the_level_of_the_client():
    assert allowed(quantity(BRONZE.id, 2)) == ["Silver"]


def test_what_the_base_level_includes_is_not_told_where_the_level_includes_its_own():
    rows = quantity(BRONZE.id, 2), quantity(SILVER.id, 5)
    assert allowed(*rows) == ["Silver"]
    found = own_words(department().add(*rows))
    assert "5 per year" in found
    assert "2 per year" not in found
