"""The checks every change must pass: lint, format, types, import contracts and tests."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

WORKERS = "2"


@dataclass(frozen=True)
class Stage:
    """One check: its name and the words that run it; a quiet one speaks only when it fails."""

    name: str
    command: tuple[str, ...]
    quiet: bool = True


@dataclass(frozen=True)
class Result:
    """How one stage went."""

    stage: Stage
    status: int
    seconds: float

    def __str__(self) -> str:
        """Returns the one line that reports the stage."""
        verdict = "passed" if self.status == 0 else f"FAILED with status {self.status}"
        return f"{self.stage.name:<12}{self.seconds:8.1f} s  {verdict}"


def main(root: Path, pytest_words: Sequence[str]) -> int:
    """Runs every check in a checkout and returns the first bad status, or 0."""
    return report(stages(pytest_words), root)


def report(planned: Sequence[Stage], root: Path) -> int:
    """Runs all the stages, prints one line for each, returns the first bad status, or 0."""
    results = []
    for stage in planned:
        results.append(run(stage, root))
        print(results[-1], flush=True)
    bad = [result for result in results if result.status]
    print("All checks passed." if not bad else f"{len(bad)} of {len(results)} checks failed.")
    return bad[0].status if bad else 0


def stages(pytest_words: Sequence[str]) -> list[Stage]:
    """Returns the stages, quickest first; the words go to pytest alone."""
    python = (sys.executable, "-m")
    contracts = str(Path(sys.executable).with_name("lint-imports"))
    tests = (*python, "pytest", "-q", "-n", WORKERS, "--dist", "loadfile", *pytest_words)
    return [
        Stage("lint", (*python, "ruff", "check", ".")),
        Stage("format", (*python, "ruff", "format", "--check", ".")),
        Stage("contracts", (contracts,)),
        Stage("types", (*python, "mypy")),
        Stage("tests", tests, quiet=False),
    ]


def run(stage: Stage, root: Path) -> Result:
    """Runs one stage and returns how it went; a quiet stage's words are shown if it failed."""
    started = time.perf_counter()
    output = subprocess.PIPE if stage.quiet else None
    done = subprocess.run(
        stage.command,
        cwd=root,
        stdout=output,
        stderr=output and subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode and done.stdout:
        print(done.stdout, flush=True)
    return Result(stage, done.returncode, time.perf_counter() - started)
