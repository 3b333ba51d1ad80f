"""Taking the other side of what two people changed."""

from __future__ import annotations

import pytest

from slaeditor.model.levels import Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.merging import Conflict, merged
from slaeditor.rules.settling import can_be_settled, settled

GOLD = ServiceLevel(name="Gold")
BASE = Project().add(GOLD, Service(name="Hosting"))


def clash(ours, theirs):
    """The merge and its only conflict."""
    made = merged(BASE, ours, theirs)
    [conflict] = made.conflicts
    return made.project, conflict


def test_a_field_gets_their_value():
    ours, theirs = BASE.put(GOLD.but(name="Golden")), BASE.put(GOLD.but(name="Premium"))
    project, conflict = clash(ours, theirs)
    assert project.service_levels[GOLD.id].name == "Golden"
    assert settled(project, conflict).service_levels[GOLD.id].name == "Premium"


@pytest.mark.parametrize("mine", [True, False])
def test_a_record_that_was_kept_is_removed(mine):
    changed, removed = BASE.put(GOLD.but(name="Golden")), BASE.drop(GOLD)
    project, conflict = clash(removed, changed) if mine else clash(changed, removed)
    assert GOLD.id in project.service_levels
    assert GOLD.id not in settled(project, conflict).service_levels


def test_a_reference_that_leads_nowhere_has_no_other_side():
    conflict = Conflict("service_levels", GOLD.id, "based_on", "It leads nowhere.")
    assert not can_be_settled(conflict)
    assert settled(BASE, conflict) == BASE


def test_a_record_that_is_gone_meanwhile_is_left_alone():
    _, conflict = clash(BASE.put(GOLD.but(name="A")), BASE.put(GOLD.but(name="B")))
    assert settled(Project(), conflict) == Project()
