"""A proof counts what it tries, stops where it is told to and adds up in its ledger."""

from __future__ import annotations

import json
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.proofs.command import HELD, REFUTED, main
from tests.proofs.ledger import Ledger, runs_of
from tests.proofs.proof import Bounds, Figure, Outcome, Proof, run

BROKEN: list[int] = []


@contextmanager
def breaking():
    BROKEN.append(3)
    yield
    BROKEN.clear()


def trial(seed: int, folder: Path) -> Outcome:
    assert list(folder.iterdir()) == []
    failures = ("it broke",) if seed in BROKEN else ()
    return Outcome(10, failures, {"seconds": float(seed)})


A_PROOF = Proof(
    name="example",
    counted="things lost",
    unit="things",
    short=40,
    long=1000,
    trial=trial,
    sabotages={"third": breaking},
    code=("storage/saving.py",),
)


def test_it_stops_once_enough_were_tried():
    figure = run(A_PROOF, 1, Bounds(25, 60))
    assert (figure.first, figure.after, figure.count) == (1, 4, 30)


def test_it_stops_when_time_is_up():
    assert run(A_PROOF, 1, Bounds(10**9, 0.05)).count < 10**9


def test_it_stops_after_so_many_failures():
    figure = run(A_PROOF, 1, Bounds(1000, 60, 1), "third")
    assert figure.failures == ("seed 3: it broke",)
    assert figure.after == 4


def test_the_worst_measure_is_kept():
    assert run(A_PROOF, 1, Bounds(50, 60)).worst == {"seconds": 5.0}


def test_the_status_tells_whether_it_held(capsys):
    assert main(A_PROOF, []) == HELD
    assert "example: 0 of 40 things (things lost); seeds 1 to 4" in capsys.readouterr().out
    assert main(A_PROOF, ["--sabotage", "third"]) == REFUTED
    assert "seed 3: it broke" in capsys.readouterr().out


def test_a_sabotage_ends_with_its_run():
    main(A_PROOF, ["--sabotage", "third"])
    assert main(A_PROOF, []) == HELD


def test_runs_add_up_and_go_on_with_seeds_of_their_own(tmp_path):
    for _ in range(2):
        main(A_PROOF, ["--resume", str(tmp_path)])
    ledger = Ledger(tmp_path, A_PROOF)
    assert (ledger.count, ledger.next_seed) == (80, 9)


def test_a_run_that_is_cut_off_is_in_the_ledger_all_the_same(tmp_path):
    ledger = Ledger(tmp_path, A_PROOF)
    ledger.note(Figure(1, 3, 20))
    assert Ledger(tmp_path, A_PROOF).count == 20
    ledger.write(Figure(1, 5, 40))
    assert Ledger(tmp_path, A_PROOF).count == 40


def test_a_ledger_tells_of_which_code_it_speaks(tmp_path):
    main(A_PROOF, ["--resume", str(tmp_path)])
    (entry,) = runs_of(tmp_path / "example.json")
    assert len(entry["code"]) == 12
    told = json.loads((tmp_path / "example.json").read_text())
    assert (told["unit"], told["counted"]) == ("things", "things lost")


def test_a_sabotage_nobody_knows_is_refused():
    with pytest.raises(SystemExit):
        main(A_PROOF, ["--sabotage", "none"])
