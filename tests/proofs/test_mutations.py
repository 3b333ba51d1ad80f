"""Twenty thousand damaged files, and the slips that damage would bring to light."""

from __future__ import annotations

import pytest

from tests.proofs import mutations
from tests.proofs.running import assert_held, assert_refuted


@pytest.mark.slow
def test_no_damage_crashes_hangs_or_changes_content():
    assert_held("mutations")


@pytest.mark.parametrize("sabotage", sorted(mutations.PROOF.sabotages))
def test_a_slip_is_noticed(sabotage):
    assert_refuted("mutations", sabotage)
