"""Whatever somebody clicks and types, the history says how it came and leads back."""

from __future__ import annotations

import pytest

from slaeditor.model.compensation import Compensation, CompensationBand
from slaeditor.model.levels import Entitlement, LevelEntitlement, Service, ServiceLevel
from slaeditor.model.project import Project
from tests.proofs.monkey import keeping_pages
from tests.ui.monkey_rounds import played
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
def test_random_actions_end_in_the_state_the_history_tells(editing, monkeypatch, seed):
    for name, answer in (("path_to_open", ""), ("path_to_save", ""), ("words", "Words")):
        monkeypatch.setattr(f"slaeditor.ui.asking.{name}", lambda *_, answer=answer: answer)
    start = a_project()
    window = editing(start)
    changes: list[object] = []
    window.session.changed.connect(changes.append)
    fool_around(window, seed, lambda count: count < ACTIONS)
    assert len(changes) > 5
    assert untrue(window, start) == []


@pytest.mark.slow
def test_pages_that_outlive_their_window_are_noticed(qapp, monkeypatch):
    monkeypatch.setattr("sys.excepthook", None)
    with keeping_pages():
        faults = played(1, 3, "it-support").faults
    assert "left when all was closed: OverviewPage" in faults
