"""Short forms of the proofs about saving, and the slips under which each of them fails."""

from __future__ import annotations

import pytest

from tests.proofs import faults, kill, power
from tests.proofs.running import assert_held, assert_refuted


@pytest.mark.slow
@pytest.mark.parametrize("name", ["kill", "faults", "power"])
def test_it_holds(name):
    assert_held(name)


@pytest.mark.parametrize("sabotage", sorted(kill.PROOF.sabotages))
def test_a_slip_that_a_kill_brings_to_light_is_noticed(sabotage):
    assert_refuted("kill", sabotage)


@pytest.mark.parametrize("sabotage", sorted(faults.PROOF.sabotages))
def test_a_slip_that_a_fault_brings_to_light_is_noticed(sabotage):
    assert_refuted("faults", sabotage)


@pytest.mark.parametrize("sabotage", sorted(power.PROOF.sabotages))
def test_a_slip_that_a_power_cut_brings_to_light_is_noticed(sabotage):
    assert_refuted("power", sabotage)
