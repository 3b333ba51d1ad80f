"""Letters are given, taken and counted in the responsibility matrix."""

from __future__ import annotations

import pytest

from slaeditor.model.levels import ServiceLevel, Variant
from slaeditor.model.project import Project
from slaeditor.model.values.letters import Letters
from slaeditor.model.work import Activity, Assignment, LetterMeaning, Role
from slaeditor.rules import matrix
from slaeditor.rules.examples import with_example
from slaeditor.rules.matrix import Spot, Tally

LEVEL, ACTIVITY, ROLE = ServiceLevel(name="Gold"), Activity(name="Answer"), Role(name="Agent")
GENERAL = Spot(ACTIVITY.id, ROLE.id)
AT_GOLD = Spot(ACTIVITY.id, ROLE.id, LEVEL.id)


def letters(words: str) -> Letters:
    return Letters.parse(words)


@pytest.fixture
def project() -> Project:
    return Project().add(LEVEL, ACTIVITY, ROLE)


def test_letters_make_a_record_and_no_letters_drop_it(project):
    given = matrix.with_letters(project, GENERAL, letters("R"))
    assert matrix.letters_at(given, GENERAL) == letters("R")
    assert not len(matrix.with_letters(given, GENERAL, None).assignments)


def test_a_level_takes_what_holds_for_all_until_it_says_otherwise(project):
    given = matrix.with_letters(project, GENERAL, letters("R"))
    assert matrix.letters_at(given, AT_GOLD) == letters("R")
    other = matrix.with_letters(given, AT_GOLD, letters("A"))
    assert matrix.letters_at(other, AT_GOLD) == letters("A")
    assert matrix.letters_at(other, GENERAL) == letters("R")
    assert matrix.letters_at(matrix.reset(other, AT_GOLD), AT_GOLD) == letters("R")


def test_a_level_can_have_no_letters_where_all_others_have(project):
    given = matrix.with_letters(project, GENERAL, letters("R"))
    emptied = matrix.with_letters(given, AT_GOLD, None)
    assert matrix.letters_at(emptied, AT_GOLD).is_empty
    assert matrix.letters_at(emptied, GENERAL) == letters("R")


def test_saying_the_same_as_all_levels_says_nothing(project):
    given = matrix.with_letters(project, GENERAL, letters("R"))
    other = matrix.with_letters(given, AT_GOLD, letters("A"))
    assert len(matrix.with_letters(other, AT_GOLD, letters("R")).assignments) == 1


def test_a_footnote_keeps_the_record(project):
    noted = Assignment(activity=ACTIVITY.id, role=ROLE.id, letters=letters("R"), footnote="By day")
    emptied = matrix.with_letters(project.add(noted), GENERAL, None)
    assert emptied.assignments[noted.id].footnote == "By day"


def test_a_letter_is_given_to_all_then_taken_from_all(project):
    other = Role(name="Lead")
    spots = [GENERAL, Spot(ACTIVITY.id, other.id)]
    project = matrix.with_letters(project.add(other), GENERAL, letters("A"))
    given, giving = matrix.toggled(project, spots, "A")
    assert giving
    assert all(matrix.letters_at(given, spot) == letters("A") for spot in spots)
    taken, giving = matrix.toggled(given, spots, "A")
    assert not giving
    assert not len(taken.assignments)


def test_marks_stay_when_a_letter_comes(project):
    given = matrix.with_letters(project, GENERAL, letters("R (1)"))
    made, _ = matrix.toggled(given, [GENERAL], "C")
    assert str(matrix.letters_at(made, GENERAL)) == "R C (1)"


def test_a_variant_does_not_hide_the_general_cell(project):
    variant = Variant(dimension="Region", name="North")
    special = Assignment(
        activity=ACTIVITY.id, role=ROLE.id, variant=variant.id, letters=letters("I")
    )
    given = matrix.with_letters(project.add(variant, special), GENERAL, letters("R"))
    assert matrix.letters_at(given, GENERAL) == letters("R")
    assert matrix.further(given, ACTIVITY.id, ROLE.id) == 1


@pytest.mark.parametrize(
    ("counted", "trouble"),
    [
        (Tally(1, 1), ""),
        (Tally(0, 1), "no A"),
        (Tally(2, 1), "2 × A"),
        (Tally(1, 0), "no R"),
        (Tally(0, 0, 1), ""),
    ],
)
def test_a_tally_says_what_is_wrong(counted, trouble):
    assert counted.trouble == trouble


def test_activities_of_other_levels_are_left_out(project):
    silver = ServiceLevel(name="Silver")
    only = Activity(name="Report", levels=(silver.id,))
    project = project.add(silver, only)
    assert [row.name for row in matrix.activities_at(project, LEVEL.id)] == ["Answer"]
    assert len(matrix.activities_at(project, "")) == 2


def test_own_meanings_stand_in_place_of_the_usual():
    project = Project().add(LetterMeaning(letter="V", name="Verifies", meaning="Looks at it."))
    names = matrix.letter_names(project)
    assert names["V"] == "Verifies: Looks at it."
    assert names["A"].startswith("Accountable")


def test_the_example_has_one_who_answers_for_everything():
    made, _ = with_example(Project(), Assignment)
    tallies = [matrix.tally(matrix.held(made, row.id, "").values()) for row in made.activities]
    assert [one.trouble for one in tallies] == ["", "", ""]


def test_the_meaning_of_a_letter_goes_into_a_sentence_without_its_full_stop():
    names = {"R": "Responsible: Does the work. Maybe two."}
    told = matrix.letters_in_words(Letters.parse("R"), names)
    assert told == "R Responsible: Does the work. Maybe two"
