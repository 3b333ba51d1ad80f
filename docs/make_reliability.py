"""Writes the figures of the proofs into docs/reliability.md, from the ledgers of their runs."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[1]
PAGE = REPOSITORY / "docs" / "reliability.md"
LEDGERS = REPOSITORY / "build" / "proofs"
_START, _END = "<!-- figures -->\n", "<!-- end of figures -->\n"
_HEAD = (
    "| Proof | Tried | Went wrong | What would have been wrong | At worst | Minutes | Last run |\n"
    "|---|---|---|---|---|---|---|\n"
)


def page(words: str, table: str) -> str:
    """Return the page with another table of figures in place of the one between the marks."""
    before, _, rest = words.partition(_START)
    return f"{before}{_START}{table}{_END}{rest.partition(_END)[2]}"


def table(ledgers: Path) -> str:
    """Return the figures of all proofs that have a ledger, one line each."""
    from tests.proofs.all_proofs import NAMES

    found = [ledgers / f"{name}.json" for name in NAMES]
    lines = [_line(path.stem, json.loads(path.read_bytes())) for path in found if path.exists()]
    return _HEAD + "".join(lines)


def _line(name: str, told: dict[str, Any]) -> str:
    runs = told["runs"]
    count = sum(run["count"] for run in runs)
    failures = sum(len(run["failures"]) for run in runs)
    minutes = sum(run["seconds"] for run in runs) / 60
    return (
        f"| `{name}` | {count:,} {told['unit']} | **{failures}** | {told['counted']} "
        f"| {_worst(runs[-1]['worst'])} | {minutes:,.0f} | {runs[-1]['ended'][:10]} |\n"
    )


def _worst(measures: dict[str, float]) -> str:
    """Return the worst measures of the last run in words."""
    return ", ".join(f"{value:.3g} {name}" for name, value in measures.items())


if __name__ == "__main__":
    sys.path.insert(0, str(REPOSITORY))
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), table(LEDGERS)), encoding="utf-8")
