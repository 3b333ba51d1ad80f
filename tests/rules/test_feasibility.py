"""The chain behind a promise: figures worked out by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.backing import Dependency, Supplier, SupportAgreement
from slaeditor.model.calendars import Calendar
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Target
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week
from slaeditor.model.work import HandOff, Role
from slaeditor.rules.feasibility import chain_of, tightest_start
from slaeditor.rules.feasibility_words import sentences

OFFICE = Calendar(name="Office", hours=Week.parse("Mon–Fri 09:00–17:00"), time_zone="UTC")
NIGHT = Calendar(name="Night", hours=Week.parse("Mon–Fri 09:00–17:00"), time_zone="Asia/Tokyo")
MEASURE = Measure(name="Restored")
DESK = Role(name="Service desk")
ACME = Supplier(name="Acme")


def a_promise(words, calendar=None):
    """Returns a target that promises some words."""
    return Target(
        measure=MEASURE.id,
        value=TargetValue.parse(words),
        calendar=calendar.id if calendar else "",
    )


def work(target, words, order=1, role=None):
    """Returns a part that the team does itself."""
    return Dependency(
        target=target.id,
        name=f"Work of {words}",
        takes=Duration.parse(words),
        order=order,
        role=role.id if role else "",
    )


def owed(target, words, order=1, calendar=None, **values):
    """Returns a supplier's agreement and the part it carries."""
    agreement = SupportAgreement(
        name="Line",
        supplier=ACME.id,
        value=TargetValue.parse(words),
        calendar=calendar.id if calendar else "",
        **values,
    )
    return agreement, Dependency(target=target.id, agreement=agreement.id, order=order)


def chain(target, *rows):
    """Returns the chain behind a target."""
    project = a_project(target, *rows)
    found = chain_of(project, target)
    assert found is not None
    return found


def a_project(target, *rows):
    """Returns a project with a target and what stands behind it."""
    return Project().add(MEASURE, OFFICE, NIGHT, DESK, ACME, target, *rows)


def test_parts_one_after_the_other_add_up():
    target = a_promise("4 h")
    found = chain(target, work(target, "1 h", 1), work(target, "90 min", 2))
    assert (found.needed, found.slack) == (150, 90)


def test_each_part_begins_when_those_before_it_are_done():
    target = a_promise("4 h")
    found = chain(target, work(target, "1 h", 1), work(target, "2 h", 1), work(target, "5 min", 2))
    assert [one.begins for one in found.links] == [0, 0, 120]


def test_the_owner_of_the_longest_part_is_named():
    target = a_promise("4 h")
    found = chain(target, work(target, "1 h", 1, DESK), *owed(target, "6 h", 2))
    assert found.longest is not None
    assert (found.slack, found.longest.owner and found.longest.owner.id) == (-180, ACME.id)


def test_a_hand_off_belongs_to_who_accepts_it():
    target = a_promise("4 h")
    given_over = HandOff(name="Over", to_role=DESK.id, accept_within=Duration.parse("30 min"))
    found = chain(target, given_over, Dependency(target=target.id, hand_off=given_over.id))
    assert found.links[0].owner is not None
    assert (found.needed, found.links[0].owner.id) == (30, DESK.id)


def test_a_part_on_other_hours_is_made_comparable():
    """Eight of 40 open hours a week are 8 × 168 / 40 = 33.6 hours by the wall."""
    target = a_promise("12 h")
    found = chain(target, *owed(target, "8 service h", calendar=OFFICE))
    assert found.needed == Decimal(2016)
    assert found.slack == Decimal(-1296)


def test_a_part_without_a_time_is_kept_apart():
    target = a_promise("4 h")
    found = chain(target, *owed(target, "best effort"))
    assert (len(found.untimed), found.needed) == (1, 0)


def test_a_promise_without_a_time_has_no_chain():
    target = a_promise("best effort")
    assert chain_of(a_project(target, work(target, "1 h")), target) is None


def test_another_value_can_be_laid_over_the_same_parts():
    target = a_promise("8 h")
    project = a_project(target, work(target, "4 h"))
    found = chain_of(project, target, TargetValue.parse("1 h"))
    assert found is not None
    assert found.slack == -180


def test_the_tightest_start_is_that_before_the_weekend():
    """The supplier has 4 service hours on office hours, we have 12 hours by the wall."""
    target = a_promise("12 h")
    worst = tightest_start(chain(target, *owed(target, "4 service h", calendar=OFFICE)))
    assert worst is not None
    assert (f"{worst.start:%a %H:%M}", f"{worst.done:%a %H:%M}") == ("Fri 17:00", "Mon 13:00")
    assert worst.slack == (12 - 68) * 60


def test_calendars_in_other_zones_are_told_apart():
    """Tokyo closes at 08:00 UTC, before the office opens at 09:00."""
    target = a_promise("4 service h", OFFICE)
    worst = tightest_start(chain(target, *owed(target, "1 service h", calendar=NIGHT)))
    assert worst is not None
    assert worst.slack < 0


def test_the_sentences_name_parts_hole_and_owner_in_dispute():
    target = a_promise("4 h")
    agreement, part = owed(target, "6 h", 2, owner_in_dispute=DESK.id)
    project = a_project(target, work(target, "1 h"), agreement, part)
    found = chain_of(project, target)
    assert found is not None
    assert sentences(project, found) == (
        "Behind “Restored”, 4 h, stand:",
        "  “Work of 1 h” (our own work, 1 h)",
        "  “Line” (Acme, 6 h); while they dispute, Service desk owns the case",
        "Together 7 h: 3 h too long, most of it “Line” (Acme, 6 h).",
    )


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(1, 4)), min_size=1, max_size=6))
def test_the_chain_is_as_long_as_the_longest_of_each_order_together(parts):
    target = a_promise("4 h")
    longest = {
        order: max(minutes for minutes, place in parts if place == order) for _, order in parts
    }
    found = chain(target, *(work(target, f"{minutes} min", order) for minutes, order in parts))
    assert found.needed == sum(longest.values())


@pytest.mark.parametrize("promised", ["1 h", "4 h", "3 service h", "2 calendar days"])
def test_around_the_clock_the_tightest_start_agrees_with_comparable_time(promised):
    target = a_promise(promised)
    found = chain(target, work(target, "2 h", 1), work(target, "1 h", 2))
    worst = tightest_start(found)
    assert worst is not None
    assert worst.slack == found.slack


def test_hours_of_an_agreement_are_open_hours_of_its_own_calendar():
    """Six of 40 open hours a week are 6 × 168 / 40 = 25.2 hours by the wall."""
    target = a_promise("4 h")
    assert chain(target, *owed(target, "6 h", calendar=OFFICE)).needed == Decimal(1512)


def test_hours_of_an_agreement_without_a_calendar_are_elapsed():
    target = a_promise("4 h")
    assert chain(target, *owed(target, "6 h")).needed == Decimal(360)


def test_calendar_days_of_an_agreement_stay_calendar_days():
    target = a_promise("4 h")
    assert chain(target, *owed(target, "1 calendar day", calendar=OFFICE)).needed == Decimal(1440)
