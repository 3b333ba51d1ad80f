"""What a proof is: trials drawn from seeds, counted until enough were made or time is up.

A proof also brings sabotages: deliberate faults under which it has to fail. A proof that cannot
fail proves nothing, so a test lets each of them fail.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

MOST_FAILURES = 20
QUICK = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""Where folders for trials are made: in memory where that is possible."""


@dataclass(frozen=True)
class Outcome:
    """What one trial came to: how many units it tried, what broke, and the worst measures."""

    count: int
    failures: tuple[str, ...] = ()
    worst: Mapping[str, float] = field(default_factory=dict)


Trial = Callable[[int, Path], Outcome]
Sabotage = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True)
class Proof:
    """A promise with the trial that could refute it.

    `counted` is what a failure would be, `unit` what is counted, `short` and `long` how many. The
    trial gets a seed and an empty folder. `code` names the modules the proof is about.
    """

    name: str
    counted: str
    unit: str
    short: int
    long: int
    trial: Trial
    sabotages: Mapping[str, Sabotage]
    code: tuple[str, ...] = ("storage",)


@dataclass(frozen=True)
class Figure:
    """How a run went: seeds from `first` up to but not including `after`, and what they showed."""

    first: int
    after: int
    count: int = 0
    failures: tuple[str, ...] = ()
    worst: Mapping[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    def with_outcome(self, seed: int, outcome: Outcome) -> Figure:
        """Return the figure with one more trial."""
        told = tuple(f"seed {seed}: {failure}" for failure in outcome.failures)
        names = {*self.worst, *outcome.worst}
        worst = {n: max(self.worst.get(n, 0.0), outcome.worst.get(n, 0.0)) for n in names}
        return replace(
            self,
            after=seed + 1,
            count=self.count + outcome.count,
            failures=(*self.failures, *told)[:MOST_FAILURES],
            worst=worst,
        )


@dataclass(frozen=True)
class Bounds:
    """How long a run may go on: units, seconds, failures."""

    runs: int
    seconds: float
    failures: int = MOST_FAILURES


def run(
    proof: Proof,
    first: int,
    bounds: Bounds,
    sabotage: str = "",
    each: Callable[[Figure], None] = lambda _: None,
) -> Figure:
    """Make trials from the seed `first` on and return their figure; `each` hears of every trial."""
    begun = time.monotonic()
    figure = Figure(first, first)
    with proof.sabotages[sabotage]() if sabotage else nullcontext():
        while _goes_on(figure, bounds):
            figure = replace(
                figure.with_outcome(figure.after, _outcome(proof, figure.after)),
                seconds=time.monotonic() - begun,
            )
            each(figure)
    return figure


def _goes_on(figure: Figure, bounds: Bounds) -> bool:
    return (
        figure.count < bounds.runs
        and figure.seconds < bounds.seconds
        and len(figure.failures) < bounds.failures
    )


def _outcome(proof: Proof, seed: int) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="proof-", dir=QUICK) as folder:
        return proof.trial(seed, Path(folder))
