"""Short forms of the proofs about the gate and the window, and the slips they have to notice."""

from __future__ import annotations

import pytest

from tests.proofs.running import assert_held, assert_refuted


def test_every_planted_leak_is_found():
    assert_held("leaks")


def test_a_gate_that_looks_away_is_noticed():
    assert_refuted("leaks", "looking away")


@pytest.mark.slow
@pytest.mark.parametrize("sabotage", ["undo for good", "thinking"])
def test_a_window_that_loses_or_keeps_waiting_is_noticed(sabotage):
    assert_refuted("monkey", sabotage)
