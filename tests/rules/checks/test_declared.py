"""What follows from the declarations."""

from datetime import date

import pytest

from slaeditor.model.backing import Team
from slaeditor.model.calendars import Calendar
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, PriorityRule, Severity, Target
from slaeditor.model.readers import STAFF
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.work import Activity, MethodStep, Phase
from slaeditor.rules.checks.declared import declared_rules
from tests.builders import a_level, open_to_all
from tests.rules.checks.check_builders import says


def find(name, project):
    """Returns the sentences of the declared rules of one name."""
    rules = [rule for rule in declared_rules() if rule.name == name]
    return [sentence for rule in rules for sentence in says(rule, project)]


def test_a_required_field_that_is_empty_is_found():
    assert find("required", Project().add(ServiceLevel(name=" "))) == [
        "Service level “ ” has no “Name”."
    ]


def test_a_record_without_a_name_is_not_called_by_one():
    found = find("required", Project().add(ServiceLevel()))
    assert found == ["This service level has no “Name”."]


def test_a_required_field_that_is_filled_is_fine():
    assert find("required", Project().add(ServiceLevel(name="Gold"))) == []


def test_a_number_above_its_limit_is_found():
    team = Team(name="Desk", shrinkage=Percentage.parse("99.1 %"))
    assert find("limits", Project().add(team)) == [
        "“Shrinkage” of “Desk” must be at least 0 and at most 99, not 99.1 %."
    ]


def test_a_number_at_its_limit_is_fine():
    assert (
        find("limits", Project().add(Team(name="Desk", shrinkage=Percentage.parse("99 %")))) == []
    )


def test_a_reference_to_nothing_is_found():
    step = MethodStep(name="Call", phase="gone")
    assert find("dangling-reference", Project().add(step)) == [
        "“Phase” of “Call” points at a record that is not there."
    ]


def test_a_reference_to_something_is_fine():
    phase = Phase(name="Start")
    project = Project().add(phase, MethodStep(name="Call", phase=phase.id))
    assert find("dangling-reference", project) == []


def test_two_records_for_one_key_are_found():
    severity = Severity(name="Critical")
    cells = [PriorityRule(impact="High", urgency="High", severity=severity.id) for _ in range(2)]
    assert find("duplicate-key", Project().add(severity, *cells)) == [
        "There is a second priority rule “High · High” with the same “Matrix”, “Impact”, “Urgency”."
    ]


def test_records_that_differ_in_the_key_are_fine():
    cells = [PriorityRule(impact="High", urgency=words) for words in ("High", "Low")]
    assert find("duplicate-key", Project().add(*cells)) == []


def test_two_percentiles_of_one_measure_are_two_promises():
    latency = Measure(name="Latency")
    cells = [
        Target(measure=latency.id, value=TargetValue.parse(words))
        for words in ("p50 80 ms", "p95 200 ms")
    ]
    assert find("duplicate-key", Project().add(latency, *cells)) == []


def test_two_of_one_name_are_found():
    project = Project().add(Measure(name="Response"), Measure(name="Response"))
    assert find("duplicate-name", project) == ["Two measures are called “Response”."]


def test_activities_of_one_name_in_different_parts_are_fine():
    project = Project().add(Activity(name="Backup", group="a"), Activity(name="Backup", group="b"))
    assert find("duplicate-name", project) == []


@pytest.mark.parametrize("mark", [":::staff", "/// sales", ":::  Internal"])
def test_an_audience_mark_in_a_text_is_found(mark):
    project = Project().add(ServiceLevel(name="Gold", promise=f"Fast.\n{mark}\nBusy."))
    assert find("audience-mark", project) == [
        f"“What the client gets” of “Gold” has the mark “{mark}”, which hides nothing from anybody."
    ]


def test_a_colon_in_a_text_is_fine():
    project = Project().add(ServiceLevel(name="Gold", promise="For staff: call /// twice"))
    assert find("audience-mark", project) == []


def test_an_end_before_the_beginning_is_found():
    level = ServiceLevel(name="Gold", valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 31))
    assert find("ends-before-it-begins", Project().add(level)) == [
        "“Offered until” of “Gold” is 2026-01-31, before “Offered from”, which is 2026-02-01."
    ]


def test_an_end_on_the_first_day_is_fine():
    level = ServiceLevel(name="Gold", valid_from=date(2026, 2, 1), valid_to=date(2026, 2, 1))
    assert find("ends-before-it-begins", Project().add(level)) == []


def test_a_level_whose_hours_are_closed_to_its_readers_is_found():
    hours = Calendar(name="Office", readers=STAFF)
    level = a_level("Gold", calendar=hours.id)
    [said] = find("rests-on-closed", Project().add(hours, level))
    assert said.startswith("Service level “Gold” is open to sales and clients, but “Service hours”")
    assert said.endswith("is not: “Office”. So it is left out of their handbook.")


def test_a_level_whose_hours_are_as_open_is_fine():
    hours = open_to_all(Calendar, name="Around the clock")
    level = a_level("Gold", calendar=hours.id)
    assert find("rests-on-closed", Project().add(hours, level)) == []


def test_a_level_without_hours_of_its_own_is_fine():
    assert find("rests-on-closed", Project().add(a_level("Gold"))) == []
