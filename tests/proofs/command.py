"""The command line that all proofs share."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.proofs.ledger import Ledger
from tests.proofs.proof import Bounds, Figure, Proof, run

HELD, REFUTED = 0, 1


def main(proof: Proof, words: Sequence[str] | None = None) -> int:
    """Run a proof as asked on the command line, print its figure and return the exit status."""
    asked = _grammar(proof).parse_args(words)
    ledger = Ledger(asked.resume, proof) if asked.resume else None
    first = asked.seed or (ledger.next_seed if ledger else 1)
    failures = 1 if asked.sabotage else 20
    bounds = Bounds(asked.runs or proof.short, asked.minutes * 60, failures)
    each = ledger.note if ledger else _ignore
    gc.freeze()  # what is loaded stays; the collector need not go through it all day
    figure = run(proof, first, bounds, asked.sabotage, each)
    if ledger:
        ledger.write(figure)
    print(sentence(proof, figure), flush=True)
    for failure in figure.failures:
        print(f"  {failure}", flush=True)
    return REFUTED if figure.failures else HELD


def sentence(proof: Proof, figure: Figure) -> str:
    """Return the figure in words."""
    worst = "".join(f", {name} at most {value:.2f}" for name, value in figure.worst.items())
    seeds = f"seeds {figure.first} to {figure.after - 1}"
    return (
        f"{proof.name}: {len(figure.failures)} of {figure.count:,} {proof.unit} "
        f"({proof.counted}); {seeds}, {figure.seconds:.1f} s{worst}"
    )


def _ignore(_: Figure) -> None:
    """Keep no ledger."""


def _grammar(proof: Proof) -> argparse.ArgumentParser:
    grammar = argparse.ArgumentParser(f"python -m tests.proofs.{proof.name}", description=__doc__)
    grammar.add_argument(
        "--runs", type=int, default=0, help=f"{proof.unit}; {proof.short} unless told"
    )
    grammar.add_argument("--minutes", type=float, default=10.0, help="no longer than this")
    grammar.add_argument("--seed", type=int, default=0, help="first seed; else the next unused")
    grammar.add_argument("--resume", type=Path, metavar="FOLDER", help="add to the ledger there")
    grammar.add_argument("--sabotage", choices=sorted(proof.sabotages), default="")
    return grammar


def end(proof: Proof) -> None:
    """Run a proof and leave the process with its status."""
    sys.exit(main(proof))
