"""Power cuts of a real file system, where this machine lets us make one."""

from __future__ import annotations

import pytest

from tests.proofs import medium
from tests.proofs.running import assert_held, assert_refuted

pytestmark = pytest.mark.skipif(
    not medium.can_run(), reason="only the administrator of a Linux machine may mount an image"
)


def test_it_holds():
    assert_held("medium", "--runs", "5")


@pytest.mark.parametrize("sabotage", sorted(medium.PROOF.sabotages))
def test_a_slip_is_noticed(sabotage):
    assert_refuted("medium", sabotage, "--runs", "40")
