"""Handbooks made the fast way beside the plain way: three editions of one project.

Each round runs the plain way and the fast way one after the other, in turn first, each in a whole
process of its own. Wall clock, processor time and the largest process come from `os.wait4`, so
that a busy machine can be told from slow work; counters say how much was laid out, which no clock
can blur. The ratios of each round are what counts. With `--whole` the growth with pages and with
clients is measured too, and the other benchmarks run after it, so that all that is to be reached
stands in one table with what they say below it.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.growth import clients, growth
from slaeditor.exchange.starters import starter
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish import printing
from slaeditor.publish.document import Edition, Paragraph
from slaeditor.publish.document_json import edition_from_json, edition_json
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.press.foresight import Foresight
from slaeditor.publish.press.press import Press
from slaeditor.publish.press.store import FragmentStore

ON = date(2026, 11, 22)
SENTENCE = "One more sentence, which stands here so that this page is laid out again. "
AIM = {"first": 4.0, "chosen": 4.0, "nothing": 60.0, "edit": 60.0, "shift": 13.0, "next day": 30.0}
"""How many times as fast as the plain way by the clock, three editions each."""
FLOOR = {"first": 3.0, "chosen": 3.0, "nothing": 60.0, "edit": 25.0, "shift": 5.0, "next day": 15.0}
"""Below this the program ends with status 1."""
CALLED = {
    "first": "first time, processes begun with it",
    "chosen": "first time, from the dialog: processes stand",
    "nothing": "nothing changed, or the preview has caught up",
    "edit": "after one paragraph more",
    "shift": "after thirty more, which move all later pages",
    "next day": "next day, from the disk",
}
CHOOSING = 4.0
"""Seconds between the moment at which the dialog is open and the choice."""
OTHERS = ("preview", "checks", "files", "editors", "window")
GROWN, CLIENTS = 3, 30
READERS = "SLAEDITOR_BENCHMARK_READERS"
STARTER = "SLAEDITOR_BENCHMARK_STARTER"
_KILOBYTES = 1024 if sys.platform != "darwin" else 1024 * 1024


def editions(project: Project) -> list[Edition]:
    """Return the handbooks for the readers that are asked for, all three if none is."""
    asked = os.environ.get(READERS, "").split()
    return [edition(project, one, "", ON) for one in Reader if not asked or one in asked]


def edited(whole: Edition, sentences: int) -> Edition:
    """Return a handbook with so many sentences more in its ninth chapter."""
    chapters = list(whole.chapters)
    more = tuple(Paragraph(SENTENCE * 3) for _ in range(sentences))
    chapters[8] = replace(chapters[8], blocks=(*more, *chapters[8].blocks))
    return replace(whole, chapters=tuple(chapters))


def made(press: Press, handbooks: list[Edition]) -> list[bytes]:
    """Return handbooks as an export makes them: the next is laid out where a process is free."""
    foresight = Foresight(press, [partial(_same, one) for one in handbooks[1:]])
    try:
        return [press.pdf(one) for one in handbooks]
    finally:
        foresight.close()


def _same(one: Edition) -> Edition:
    return one


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that some work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def busy(press: Press | None = None) -> float:
    """Return the processor seconds of this process, of those it had, and of a press's."""
    own = sum(os.times()[:4])
    if press is None or not Path("/proc").is_dir():
        return own
    ticks = os.sysconf("SC_CLK_TCK")
    for process in press.pool.waiting:
        words = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2]
        own += sum(int(each) for each in words.split()[11:13]) / ticks
    return own


def plain() -> dict[str, object]:
    """Make the three handbooks the plain way; return the seconds."""
    whole = editions(starter(os.environ.get(STARTER, "agency")).project())
    before = busy()
    took = timed(lambda: [printing.pdf(one) for one in whole])
    return {"first": took, "first, busy": busy() - before}


def fast(folder: Path) -> dict[str, object]:
    """Make them the fast way, again, and after edits; return the seconds and what was laid out."""
    press = Press(FragmentStore(folder / "pieces"), warm=2)
    found: dict[str, object] = {}
    whole = editions(starter(os.environ.get(STARTER, "agency")).project())
    for number, one in enumerate(whole):
        (folder / f"{number}.json").write_bytes(edition_json(one))
    scenarios = {
        "first": whole,
        "nothing": whole,
        "edit": [edited(one, 1) for one in whole],
        "shift": [edited(one, 30) for one in whole],
    }
    for name, handbooks in scenarios.items():
        before, used = press.count.laid_out, busy(press)
        found[name] = timed(lambda: made(press, handbooks))  # noqa: B023 - at once
        found[f"{name}, busy"] = busy(press) - used
        found[f"{name}, laid out"] = press.count.laid_out - before
    found["plain"] = press.count.plain
    press.close()
    return found


def chosen(folder: Path) -> dict[str, object]:
    """Make them for the first time after the dialog has begun the processes."""
    press = Press(FragmentStore(folder / "chosen"), warm=2)
    whole = editions(starter(os.environ.get(STARTER, "agency")).project())
    press.warm_up()
    time.sleep(CHOOSING)
    before = busy(press)
    found: dict[str, object] = {"chosen": timed(lambda: made(press, whole))}
    found["chosen, busy"] = busy(press) - before
    found["chosen, laid out"] = press.count.laid_out
    press.close()
    return found


def next_day(folder: Path) -> dict[str, object]:
    """Make the same again in a fresh process from what is kept on the disk."""
    press = Press(FragmentStore(folder / "pieces"), warm=2)
    whole = [edition_from_json(one.read_bytes()) for one in sorted(folder.glob("*.json"))]
    before = busy(press)
    found: dict[str, object] = {"next day": timed(lambda: made(press, whole))}
    found["next day, busy"] = busy(press) - before
    found["next day, laid out"] = press.count.laid_out
    press.close()
    return found


def child(*words: str) -> dict[str, object]:
    """Run this program with some words; return what it says, its processor time and memory."""
    begun = time.perf_counter()
    command = [sys.executable, __file__, *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        said = process.stdout.read() if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words)} ended with {process.returncode}.")
    told: dict[str, object] = json.loads(said)
    told["process"] = time.perf_counter() - begun
    told["cpu"] = used.ru_utime + used.ru_stime
    told["largest"] = used.ru_maxrss * _KILOBYTES / 1e6
    return told


def a_round(number: int) -> tuple[dict[str, object], dict[str, object]]:
    """Return what the plain way and the fast way say; which goes first changes."""
    with tempfile.TemporaryDirectory() as folder:

        def quick() -> dict[str, object]:
            told = child("fast", folder)
            for part in ("chosen", "next"):
                more = child(part, folder)
                told |= {key: value for key, value in more.items() if part in key}
            return told

        if number % 2:
            told = quick()
            return child("plain", folder), told
        slow = child("plain", folder)
        return slow, quick()


def main() -> int:
    """Measure, print and return 1 when a ratio is missed."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("part", nargs="?", choices=("plain", "fast", "chosen", "next"))
    words.add_argument("folder", nargs="?", type=Path)
    words.add_argument("--rounds", type=int, default=3)
    words.add_argument(
        "--readers", nargs="+", default=[], help="staff, sales, client; all if absent"
    )
    words.add_argument("--starter", default="agency", help="agency or it-support")
    words.add_argument("--whole", action="store_true", help="growth and all other benchmarks too")
    asked = words.parse_args()
    os.environ.setdefault(STARTER, asked.starter)
    os.environ.setdefault(READERS, " ".join(asked.readers))
    if asked.part:
        parts: dict[str, Callable[[], dict[str, object]]] = {
            "plain": plain,
            "fast": partial(fast, asked.folder),
            "chosen": partial(chosen, asked.folder),
            "next": partial(next_day, asked.folder),
        }
        print(json.dumps(parts[asked.part]()))
        return 0
    missed = _told([a_round(number) for number in range(asked.rounds)])
    if asked.whole:
        _grown()
        for name in OTHERS:
            _other(name)
    return missed


def _told(rounds: list[tuple[dict[str, object], dict[str, object]]]) -> int:
    """Print the table; return 1 where a floor is not held."""
    slow = statistics.median(_number(one["first"]) for one, _ in rounds)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"three editions of {os.environ[STARTER]}, plain way: {slow:.1f} s; load {load:.1f}")
    print(_row("", "seconds", "times as fast", "less processor", "pieces", "aim", "floor"))
    missed = 0
    for name, called in CALLED.items():
        took = statistics.median(_number(quick[name]) for _, quick in rounds)
        ratio = statistics.median(_number(one["first"]) / _number(two[name]) for one, two in rounds)
        used = statistics.median(
            _number(one["first, busy"]) / _number(two[f"{name}, busy"]) for one, two in rounds
        )
        pieces = str(rounds[0][1][f"{name}, laid out"])
        aims = (f"{AIM[name]:g}", f"{FLOOR[name]:g}")
        print(_row(called, f"{took:.2f}", f"{ratio:.1f}", f"{used:.1f}", pieces, *aims))
        missed += ratio < FLOOR[name]
    largest = [max(_number(one[at]["largest"]) for one in rounds) for at in (0, 1)]
    print(
        f"largest process: {largest[1]:.0f} MB, plain {largest[0]:.0f} MB: "
        f"{largest[1] / largest[0]:.2f} of it (at most 0.5)"
    )
    print(f"handbooks that went the plain way: {rounds[0][1]['plain']}")
    return int(missed > 0)


def _row(called: str, *figures: str) -> str:
    return f"{called:<48}" + "".join(f"{one:>15}" for one in figures)


def _grown() -> None:
    """Print what an edit costs in a larger handbook, and what handbooks of many clients cost."""
    small, large = growth(1, plainly=False), growth(GROWN, plainly=False)
    print(
        f"an edit in {large.pages} pages: {large.edit.busy / small.edit.busy:.2f} times the "
        f"processor time of one in {small.pages} pages (1 where pages cost nothing)"
    )
    print(
        f"first time, a page of {large.pages}: {large.first.busy / large.pages:.3f} s, "
        f"of {small.pages}: {small.first.busy / small.pages:.3f} s (the same)"
    )
    clients(CLIENTS)


def _other(name: str) -> None:
    """Run another benchmark and print what it says."""
    print(f"--- {name}", flush=True)
    program = Path(__file__).with_name(f"{name}.py")
    subprocess.run([sys.executable, str(program)], check=False)


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


if __name__ == "__main__":
    sys.exit(main())
