"""Twenty thousand damaged files, and the slips that damage would bring to light."""

from __future__ import annotations

import pytest

from tests.proofs import mutations
from tests.proofs.running import assert_held, assert_refuted

SEEDS, EACH = 20, 5_000  # seeds of a part, and the files that they damage


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_no_damage_crashes_hangs_or_changes_content(part):
    assert_held("mutations", "--seed", str(1 + part * SEEDS), "--runs", str(EACH))


@pytest.mark.parametrize("sabotage", sorted(mutations.PROOF.sabotages))
def test_a_slip_is_noticed(sabotage):
    assert_refuted("mutations", sabotage)
