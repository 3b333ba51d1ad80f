"""Short form of the proof that every handbook is made and valid, and a slip that it notices."""

from __future__ import annotations

import pytest

from tests.proofs.running import assert_held, assert_refuted
from tests.publish import verapdf

pytestmark = pytest.mark.skipif(bool(verapdf.absent()), reason=verapdf.absent() or "all there")


@pytest.mark.slow
def test_handbooks_of_the_smallest_project_are_made_and_valid():
    assert_held("validity")


def test_a_handbook_without_structure_is_noticed():
    assert_refuted("validity", "no structure", "--runs", "1")
