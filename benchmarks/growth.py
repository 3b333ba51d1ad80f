"""How handbooks grow: many pages, many clients, an edit in the midst, stopping, memory given back.

One handbook is made the plain way and the fast way in the same run, then again after one paragraph
more, after many that move all pages behind them, and after nothing. Processor time is counted, that
of the processes that lay out included, so that what others do on the computer counts little. With
`--clients` so many clients get a handbook of their own, of which some are judged by the gate;
`--brief` gives them those of about twenty pages, without the chapters that only the agency has.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import sys
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pypdfium2

from benchmarks.grown import grown
from slaeditor.exchange.starters import starter
from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish import printing
from slaeditor.publish.document import Edition, Paragraph
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.edition.kept import Kept
from slaeditor.publish.gate.gate import Gate
from slaeditor.publish.press.press import Press
from slaeditor.publish.trouble import Cancelled
from slaeditor.rules.visible import View

ON = date(2026, 11, 22)
SENTENCE = "One more sentence, which stands here so that this page is laid out again. "
MANY = 24
"""Paragraphs that surely move what stands behind them by a page."""
_MEGABYTE = 1e6
_KILOBYTES = 1024 if sys.platform != "darwin" else 1024 * 1024
_STOPS = 5
_LONG_CHAPTERS = "methodology, promises, escalation, scope, talking, glossary, index"
"""Chapters that are left out of brief handbooks."""
_JUDGED = 20
"""Handbooks of clients that are judged by the gate too."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What some work took: seconds on the clock, seconds of processors, pieces laid out."""

    clock: float
    busy: float
    pieces: int = 0

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.clock:.2f} s, processor {self.busy:.2f} s, {self.pieces} pieces laid out"


def busy(press: Press | None = None) -> float:
    """Return the processor seconds of this process, of those it had, and of a press's."""
    own, ticks = sum(os.times()[:4]), os.sysconf("SC_CLK_TCK")
    for each in press.pool.waiting if press else ():
        words = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        own += sum(int(one) for one in words[11:13]) / ticks
    return own


def largest(press: Press) -> float:
    """Return the most memory that a process of a press has had, in megabytes."""
    found = [0.0]
    for each in press.pool.waiting:
        lines = Path(f"/proc/{each}/status").read_text().splitlines()
        told = next(line for line in lines if line.startswith("VmHWM"))
        found.append(int(told.split()[1]) * 1024 / _MEGABYTE)
    return max(found)


def spent(press: Press | None, work: Callable[[], object]) -> Spent:
    """Return what some work takes."""
    before, used = press.count.laid_out if press else 0, busy(press)
    begun = time.perf_counter()
    work()
    took = time.perf_counter() - begun
    pieces = press.count.laid_out - before if press else 0
    return Spent(took, busy(press) - used, pieces)


@dataclass(frozen=True, slots=True)
class Grown:
    """What a handbook of so many pages took: the first time, and after one paragraph more."""

    pages: int
    first: Spent
    edit: Spent


def edited(whole: Edition, paragraphs: int) -> Edition:
    """Return a handbook with so many paragraphs more in a section in its midst."""
    at = max(range(len(whole.chapters)), key=lambda one: len(whole.chapters[one].sections))
    chapter = whole.chapters[at]
    middle = len(chapter.sections) // 2
    more = tuple(Paragraph(SENTENCE * 3) for _ in range(paragraphs))
    section = chapter.sections[middle]
    section = replace(section, blocks=(*more, *section.blocks))
    sections = (*chapter.sections[:middle], section, *chapter.sections[middle + 1 :])
    chapters = list(whole.chapters)
    chapters[at] = replace(chapter, sections=sections)
    return replace(whole, chapters=tuple(chapters))


def growth(times: int, *, plainly: bool) -> Grown:
    """Measure one handbook of a project grown so many times, print and return what is found."""
    whole = edition(grown(times), Reader.CLIENT, "", ON)
    press = Press(warm=2)
    made: list[bytes] = []
    first = spent(press, lambda: made.append(press.pdf(whole)))
    pages = len(pypdfium2.PdfDocument(BytesIO(made[0])))
    print(f"{pages} pages, first time: {first}", flush=True)
    plain = spent(None, lambda: printing.pdf(whole)) if plainly else None
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _KILOBYTES / _MEGABYTE
    if plain:
        print(f"plain way: {plain}; first time {_ratio(plain, first)}", flush=True)
    handbooks = {
        "one paragraph more": edited(whole, 1),
        "all pages behind move": edited(whole, MANY),
        "nothing changed": whole,
    }
    found = {name: spent(press, partial(press.pdf, other)) for name, other in handbooks.items()}
    for name, took in found.items():
        print(f"{name}: {took}; {_ratio(plain, took) if plain else ''}")
    most = largest(press)
    beside = f", plain {memory:.0f} MB: {most / memory:.2f} of it (at most 0.5)" if plain else ""
    print(f"largest process: {most:.0f} MB{beside}")
    print(f"handbooks that went the plain way: {press.count.plain}")
    press.close()
    print(f"processes that are left: {len(press.pool.waiting)}", flush=True)
    return Grown(pages, first, found["one paragraph more"])


def _ratio(plain: Spent, took: Spent) -> str:
    return (
        f"{plain.clock / took.clock:.1f} times as fast, "
        f"{plain.busy / took.busy:.1f} times less processor time"
    )


def with_clients(count: int, seed: int = 1, *, brief: bool = False) -> Project:
    """Return the starter with so many clients, each like one of its own under another name.

    In `brief` handbooks clients read the shorter chapters only.
    """
    project, source = starter("agency").project(), Random(seed)  # noqa: S311 - no secret
    if brief:
        project = project.put(project.the(Document).but(client_left_out=_LONG_CHAPTERS))
    models = list(project.clients)
    for at in range(count):
        key = str(uuid.UUID(int=source.getrandbits(128), version=4))
        model = models[at % len(models)]
        place = (at + 10) * 1024
        project = project.put(model.but(id=key, name=f"Client Number {at}", position=place))
    return project


def clients(count: int, *, brief: bool = False) -> None:
    """Measure a handbook for each of so many clients and print what is found.

    They are made one after the other and not kept, as an export writes them. What they cost
    beside the layout of their pieces is the work of this process, the layout that of the others.
    """
    project, kept = with_clients(count, brief=brief), Kept()
    own = [one.id for one in project.clients][-count:]
    press = Press(warm=2)

    def made(client: str) -> tuple[Edition, bytes]:
        whole = edition(project, Reader.CLIENT, client, ON, kept=kept)
        return whole, press.pdf(whole)

    before, used = sum(os.times()[:2]), busy(press)
    some = [made(one) for one in own[:_JUDGED]]
    pages = sum(len(pypdfium2.PdfDocument(BytesIO(one))) for _, one in some) / len(some)
    laid = spent(press, lambda: deque(map(made, own[_JUDGED:]), maxlen=0))
    beside, whole = sum(os.times()[:2]) - before, busy(press) - used
    print(f"{count} clients, {pages:.0f} pages each: processor {whole:.1f} s, ", end="")
    print(f"{whole / (whole - beside):.2f} times that of their fragments (at most 1.3)")
    rest = max(1, count - _JUDGED)
    print(f"  without the first {_JUDGED}: {laid}; a handbook: processor {laid.busy / rest:.2f} s")
    again = spent(press, lambda: made(own[0]))
    print(f"  made again: {again.busy:.2f} s", flush=True)
    _editions(project, own[:_JUDGED])
    _judged(project, some, own)
    print(
        f"  largest process: {largest(press):.0f} MB; handbooks the plain way: {press.count.plain}"
    )
    press.close()


def _editions(project: Project, own: list[str]) -> None:
    """Print what an edition costs, with what is kept of other clients' and without."""
    kept = Kept()
    edition(project, Reader.CLIENT, own[0], ON, kept=kept)
    told = [
        spent(None, partial(_each_edition, project, own, one)).busy / len(own)
        for one in (kept, None)
    ]
    print(f"  of it the edition: {told[0]:.3f} s; without what is kept {told[1]:.3f} s")


def _each_edition(project: Project, own: list[str], kept: Kept | None) -> None:
    for client in own:
        edition(project, Reader.CLIENT, client, ON, kept=kept)


def _judged(project: Project, some: list[tuple[Edition, bytes]], own: list[str]) -> None:
    """Print what the gate costs for a handbook, by one gate for all and by one for each."""
    gate = Gate(project)
    ways: tuple[Callable[[], Gate], ...] = (lambda: gate, lambda: Gate(project))
    told = [spent(None, partial(_each_judged, some, own, way)).busy / len(some) for way in ways]
    print(f"  gate, processor a handbook: {told[0]:.2f} s; one for each {told[1]:.2f} s")


def _each_judged(
    some: list[tuple[Edition, bytes]], own: list[str], way: Callable[[], Gate]
) -> None:
    for (one, content), client in zip(some, own, strict=False):
        way().passed(content, "pdf", one, View(Reader.CLIENT, client, ON))


def stops() -> None:
    """Measure how long it takes from stopping an export until it has ended."""
    whole = edition(starter("agency").project(), Reader.CLIENT, "", ON)
    found = []
    for _ in range(_STOPS):
        press = Press()
        asked: list[float] = []
        begun = threading.Event()

        def cancelled() -> bool:
            if begun.is_set() and not asked:  # noqa: B023 - called within the round
                asked.append(time.monotonic())  # noqa: B023 - called within the round
            return begun.is_set()  # noqa: B023 - called within the round

        try:
            press.pdf(whole, lambda _: begun.set(), cancelled)  # noqa: B023 - called within the round
        except Cancelled:
            found.append(time.monotonic() - asked[0])
        press.close()
    print(f"stopped within {statistics.median(found):.2f} s, at most {max(found):.2f} s")


def main() -> int:
    """Measure what is asked for."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--times", type=int, nargs="*", default=[1], help="how often grown")
    words.add_argument("--no-plain", action="store_true", help="leave the plain way out")
    words.add_argument("--clients", type=int, default=0)
    words.add_argument("--brief", action="store_true", help="clients read about twenty pages")
    words.add_argument("--stops", action="store_true")
    asked = words.parse_args()
    for times in asked.times:
        growth(times, plainly=not asked.no_plain)
    if asked.clients:
        clients(asked.clients, brief=asked.brief)
    if asked.stops:
        stops()
    return 0


if __name__ == "__main__":
    sys.exit(main())
