"""Whatever somebody clicks and types, the history says how it came and leads back."""

from __future__ import annotations

import pytest

from slaeditor.model.compensation import Compensation, CompensationBand
from slaeditor.model.levels import Entitlement, LevelEntitlement, Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.ui import asking
from tests.proofs.monkey import keeping_pages
from tests.ui.monkey_rounds import nobody_there, played
from tests.ui.monkeys import fool_around, untrue

ACTIONS = 250


def a_project() -> Project:
    gold = ServiceLevel(name="Gold")
    credit, calls = Compensation(name="Credit"), Entitlement(name="Calls")
    return Project().add(
        *(gold, ServiceLevel(name="Silver", based_on=gold.id), Service(name="Hosting")),
        *(credit, calls, CompensationBand(compensation=credit.id)),
        LevelEntitlement(level=gold.id, entitlement=calls.id),
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_random_actions_end_in_the_state_the_history_tells(editing, seed):
    start = a_project()
    window = editing(start)
    changes: list[object] = []
    window.session.changed.connect(changes.append)
    caught: list[str] = []
    with nobody_there(caught):
        fool_around(window, seed, lambda count: count < ACTIONS)
    assert caught == []
    assert len(changes) > 5
    assert untrue(window, start) == []


@pytest.mark.slow
def test_pages_that_outlive_their_window_are_noticed(qapp):
    with keeping_pages():
        faults = played(1, 3, "it-support").faults
    assert "left when all was closed: OverviewPage" in faults


@pytest.mark.slow
def test_whoever_asks_after_a_round_is_asked_as_before(qapp):
    asked = asking.path_to_save
    played(1, 3, "it-support")
    assert asking.path_to_save is asked
