"""Short forms of the proofs about content, and the slips under which each of them fails."""

from __future__ import annotations

import pytest

from tests.proofs.all_proofs import proof
from tests.proofs.running import assert_held, assert_refuted

PROOFS = ("races", "histories", "merges", "exports")


@pytest.mark.slow
@pytest.mark.parametrize("name", PROOFS)
def test_it_holds(name):
    assert_held(name)


@pytest.mark.parametrize(
    ("name", "sabotage"), [(name, one) for name in PROOFS for one in sorted(proof(name).sabotages)]
)
def test_a_slip_is_noticed(name, sabotage):
    assert_refuted(name, sabotage)


@pytest.mark.parametrize(
    ("name", "sabotage"),
    [
        *(("interference", "hidden fields"), ("interference", "hidden records")),
        ("interference_pdf", "hidden records"),
    ],
)
def test_a_handbook_that_tells_of_what_is_hidden_is_noticed(name, sabotage):
    assert_refuted(name, sabotage)


def test_editions_of_other_seeds_than_in_the_tests_of_the_gate_tell_nothing():
    assert_held("interference", "--seed", "10001", "--runs", "600")
