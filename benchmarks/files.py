"""Saving and opening 10,000 records, beside the bare work of the disk and of SQLite.

A save (built, proved by the strict reader, written, read back, exchanged, what it displaced looked
at) stands beside writing the same bytes, fsync, rename and fsync of the folder. Opening (all
checks, every cell read as a value) stands beside reading all rows as tuples.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from slaeditor.model.document import Document
from slaeditor.model.table import Table
from slaeditor.storage.document_file import Base, open_file, save_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.schema import FORMAT, schema
from tests.projects import made_project

TABLES = (
    *("document", "services", "service_levels", "entitlements", "level_entitlements", "variants"),
    *("calendars", "holidays", "channels", "severities", "priority_rules", "measures", "targets"),
    *("price_plans", "price_brackets", "compensations", "roles", "activities", "assignments"),
    *("method_steps", "escalation_steps", "clients", "questions", "people", "comments"),
)
RECORDS = 10_000
GAPS = 0.6
ROUNDS = 15
REACH = {
    "save after an edit": ("bare write", 6.0),
    "save of new tables": ("bare write", 0.0),
    "open": ("plain read", 3.0),
}


def bare_write(path: Path, content: bytes) -> None:
    """Write bytes beside a name, force them to the medium, rename, force the folder."""
    fresh = path.with_suffix(".bare")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.write(descriptor, content)
    os.fsync(descriptor)
    os.close(descriptor)
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def plain_read(path: Path) -> int:
    """Read all rows of a file as tuples and return how many there are."""
    connection = sqlite3.connect(path)
    queries = [f'SELECT * FROM "{name}"' for name in schema(FORMAT)]  # noqa: S608 - own names
    tables = [connection.execute(query).fetchall() for query in queries]
    connection.close()
    return sum(map(len, tables))


class Bench:
    """A file of many records and the ways to save and open it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "a.sla"
        self.bare = folder / "bare"
        self.project = made_project(1, RECORDS // (len(TABLES) - 1), TABLES, GAPS)
        self.meta = Meta()
        self.content = b""
        self.base: Base | None = None
        self.save()

    def save(self) -> None:
        """Save after an edit of one record."""
        name = f"Edit {time.perf_counter()}"
        self.project = self.project.put(self.project.the(Document).but(name=name))
        saved = save_file(self.project, self.path, self.meta, base=self.base)
        self.base, self.content = saved.base, saved.content

    def save_new_tables(self) -> None:
        """Save a project of which no table was saved before."""
        for name, _, table in self.project.tables():
            self.project = self.project.with_table(name, Table(table))
        self.save()

    def ways(self) -> dict[str, Callable[[], object]]:
        """Return what is measured, by name."""
        return {
            "bare write": lambda: bare_write(self.bare, self.content),
            "save after an edit": self.save,
            "save of new tables": self.save_new_tables,
            "plain read": lambda: plain_read(self.path),
            "open": lambda: open_file(self.path),
        }


def medians(bench: Bench) -> dict[str, float]:
    """Return the median seconds of every way, each of which begins a round in turn."""
    times: dict[str, list[float]] = {name: [] for name in bench.ways()}
    for turn in range(ROUNDS):
        ways = list(bench.ways().items())
        for name, way in ways[turn % len(ways) :] + ways[: turn % len(ways)]:
            gc.collect()
            begun = time.perf_counter()
            way()
            times[name].append(time.perf_counter() - begun)
    return {name: statistics.median(found) for name, found in times.items()}


def main() -> int:
    """Print the medians and ratios; return 1 when a ratio is missed."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        found = medians(bench)
        print(f"{bench.project.count:,} records, {len(bench.content) / 1e6:.1f} MB")
    for name, seconds in found.items():
        print(f"{name:20} {seconds * 1000:8.1f} ms")
    missed = 0
    for name, (beside, reach) in REACH.items():
        ratio = found[name] / found[beside]
        missed += bool(reach) and ratio > reach
        told = f", to reach: {reach:.0f} ×" if reach else ""
        print(f"{name} is {ratio:.1f} × {beside}{told}")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
