"""Running a proof as a person does, for the tests of its short form and of its sabotages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


def status_of(name: str, *words: str) -> tuple[int, str]:
    """Return the exit status of a proof and what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.proofs.{name}", "--minutes", "4", *words],
        cwd=REPOSITORY,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def assert_held(name: str, *words: str) -> None:
    """Fail unless a proof holds."""
    status, told = status_of(name, *words)
    assert status == 0, told


def assert_refuted(name: str, sabotage: str, *words: str) -> None:
    """Fail unless a proof notices a sabotage."""
    status, told = status_of(name, "--sabotage", sabotage, *words)
    assert (status, told.partition(":")[0]) == (1, name), told
    assert "seed" in told.partition("\n")[2]
