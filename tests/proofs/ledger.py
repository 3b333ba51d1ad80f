"""The ledger of a proof: one small JSON file to which every run is added."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from slaeditor.storage.saving import write_file
from tests.proofs.proof import Figure, Proof

PACKAGE = Path(__file__).resolve().parents[2] / "slaeditor"
SECONDS_BETWEEN_WRITES = 10.0


class Ledger:
    """What a proof has shown so far; a run that is cut off loses ten seconds of counting."""

    def __init__(self, folder: Path, proof: Proof) -> None:
        """Read the ledger of a proof in a folder, or begin one."""
        self._path = folder / f"{proof.name}.json"
        self._proof = proof
        self._written = 0.0
        self._runs: list[dict[str, Any]] = runs_of(self._path)

    @property
    def next_seed(self) -> int:
        """The first seed that no run has used."""
        return max((run["after"] for run in self._runs), default=1)

    @property
    def count(self) -> int:
        """How many units all runs made together."""
        return sum(run["count"] for run in self._runs)

    def note(self, figure: Figure) -> None:
        """Write the run under way down, every ten seconds at most."""
        if time.monotonic() - self._written > SECONDS_BETWEEN_WRITES:
            self.write(figure)

    def write(self, figure: Figure) -> None:
        """Write the ledger with a run, which stands in place of what was noted of it before."""
        self._written = time.monotonic()
        ended = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
        run = {**asdict(figure), "ended": ended, "code": code_of(self._proof)}
        told = {
            "counted": self._proof.counted,
            "unit": self._proof.unit,
            "runs": [*self._runs, run],
        }
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_file(self._path, json.dumps(told, indent=1, ensure_ascii=False).encode())


def runs_of(path: Path) -> list[dict[str, Any]]:
    """Return the runs a ledger tells of; none where there is no ledger."""
    if not path.exists():
        return []
    runs: list[dict[str, Any]] = json.loads(path.read_bytes())["runs"]
    return runs


def code_of(proof: Proof) -> str:
    """Return a short hash of the modules a proof is about."""
    told = hashlib.sha256()
    for name in proof.code:
        found = PACKAGE / name
        for path in sorted(found.rglob("*.py")) if found.is_dir() else [found]:
            told.update(path.read_bytes())
    return told.hexdigest()[:12]
