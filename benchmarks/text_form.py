"""Writing and reading 10,000 records as text, beside what the YAML library alone takes.

Reading (every value by its grammar, every reference found) stands beside the library's loading of
the same text into dictionaries; writing stands beside the library's dump of those.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from slaeditor.exchange.text_form import dump, load
from tests.projects import made_project

EACH = 120
ROUNDS = 5
REACH = {"reading": 1.5, "writing": 1.0}


def main() -> int:
    """Prints the medians and ratios; returns 1 when a ratio is missed."""
    project = made_project(3, each=EACH)
    text = dump(project)
    words = plainly(text)
    print(f"{project.count:,} records, {len(text) / 1e6:.1f} MB of text")
    reading = compared(lambda: load(text), lambda: plainly(text))
    writing = compared(lambda: dump(project), lambda: yaml.dump(words, Dumper=yaml.CSafeDumper))
    met = [told("reading", *reading), told("writing", *writing)]
    return 0 if all(met) else 1


def plainly(text: str) -> object:
    """Returns what the library makes of a text by itself, with its compiled parser."""
    return yaml.load(text, Loader=yaml.CSafeLoader)


def compared(ours: Callable[[], object], plain: Callable[[], object]) -> tuple[float, float]:
    """Returns the median processor seconds of both, run in turn."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for times, work in zip(taken, (ours, plain), strict=True):
            gc.collect()
            began = time.process_time()
            work()
            times.append(time.process_time() - began)
    return statistics.median(taken[0]), statistics.median(taken[1])


def told(name: str, ours: float, plain: float) -> bool:
    """Prints one comparison and returns whether its ratio is reached."""
    ratio = ours / plain
    print(f"{name}: {ours:.2f} s, plain {plain:.2f} s, ratio {ratio:.1f} (at most {REACH[name]})")
    return ratio <= REACH[name]


if __name__ == "__main__":
    sys.exit(main())
