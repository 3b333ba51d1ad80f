"""A list of holidays is held against those of a country and brought up to date."""

from __future__ import annotations

from datetime import date

from slaeditor.model.calendars import Holiday, HolidaySet
from slaeditor.model.document import Document, Language
from slaeditor.model.project import Project
from slaeditor.model.values.week import Week
from slaeditor.rules.public_holidays import Fate, Origin, compared, taken_over

NEW_YEAR, EASTER, OLD = date(2027, 1, 1), date(2027, 3, 29), date(2027, 6, 1)
FOUND = {NEW_YEAR: "New Year's Day", EASTER: "Easter Monday"}
ORIGIN = Origin("Germany", "Bavaria", "holidays 1", date(2026, 11, 1))


def a_list(*days: Holiday) -> tuple[Project, HolidaySet]:
    listed = HolidaySet(name="Ours")
    return Project().add(listed, *(day.but(holiday_set=listed.id) for day in days)), listed


def fates(project: Project, listed: HolidaySet, years: tuple[int, ...] = (2027,)):
    return {one.on: one.fate for one in compared(project, listed.id, FOUND, years)}


def test_known_dates_are_kept_missing_ones_added_others_removed():
    project, listed = a_list(Holiday(on=NEW_YEAR, name="New Year"), Holiday(on=OLD, name="Old"))
    assert fates(project, listed) == {
        NEW_YEAR: Fate.KEPT,
        EASTER: Fate.ADDED,
        OLD: Fate.REMOVED,
    }


def test_dates_of_other_years_stay():
    project, listed = a_list(Holiday(on=date(2020, 5, 1), name="May"))
    assert fates(project, listed)[date(2020, 5, 1)] is Fate.KEPT


def test_a_day_with_hours_of_its_own_was_made_by_hand_and_stays():
    half = Holiday(on=OLD, name="Fair", hours=Week.parse("daily 09:00–12:00"))
    project, listed = a_list(half)
    assert fates(project, listed)[OLD] is Fate.KEPT


def test_the_name_that_is_stored_is_shown():
    project, listed = a_list(Holiday(on=NEW_YEAR, name="Our own words"))
    assert compared(project, listed.id, FOUND, (2027,))[0].name == "Our own words"


def test_taking_over_makes_the_list_what_was_shown():
    project, listed = a_list(Holiday(on=OLD, name="Old"))
    changes = compared(project, listed.id, FOUND, (2027,))
    made = taken_over(project, listed, changes, ORIGIN)
    assert {row.on for row in made.holidays} == set(FOUND)
    kept = made.holiday_sets[listed.id]
    assert (kept.name, kept.country, kept.subdivision) == ("Ours", "Germany", "Bavaria")
    assert (kept.taken_from, kept.taken_on) == ("holidays 1", ORIGIN.taken_on)


def test_a_new_list_is_named_by_its_place():
    listed = HolidaySet()
    changes = compared(Project(), listed.id, FOUND, (2027,))
    made = taken_over(Project(), listed, changes, ORIGIN)
    assert made.holiday_sets[listed.id].name == "Public holidays Germany, Bavaria"


def test_a_new_list_of_a_german_project_has_a_german_name():
    project = Project().add(Document(language=Language.GERMAN))
    origin = Origin("Deutschland", "Hamburg", "holidays 1", ORIGIN.taken_on)
    made = taken_over(project, HolidaySet(), (), origin)
    (named,) = made.holiday_sets
    assert named.name == "Gesetzliche Feiertage Deutschland, Hamburg"


def test_what_was_not_ticked_stays_as_it_is():
    project, listed = a_list(Holiday(on=OLD, name="Old"))
    made = taken_over(project, listed, (), ORIGIN)
    assert list(made.holidays) == list(project.holidays)
