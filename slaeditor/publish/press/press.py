"""The fast way to a handbook: only what changed is laid out, by processes that stay warm.

The plain way is the reference and the fallback: where pieces do not fit together, or a process is
lost, it makes the handbook.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from slaeditor.publish import printing
from slaeditor.publish.document import Edition
from slaeditor.publish.document_json import edition_json
from slaeditor.publish.messages import DRAFT, PIECE
from slaeditor.publish.once import Memory
from slaeditor.publish.pagination import contents_pages
from slaeditor.publish.press.assembly import assembled, page_numbers
from slaeditor.publish.press.cutting import (
    contents,
    cut,
    index_chapter,
    index_piece,
    only_shown,
)
from slaeditor.publish.press.jobs import Cutting, Job, Part
from slaeditor.publish.press.pool import WORKERS, Pool
from slaeditor.publish.press.sheaf import Sheaf
from slaeditor.publish.press.store import FragmentStore
from slaeditor.publish.press.trouble import Mismatch
from slaeditor.publish.printing import TIMEOUT, Listener, Progress
from slaeditor.publish.trouble import Cancelled, NotApart, WorkerLost

PATIENCE = 1.5
"""Seconds for which a draft that nobody wants any more may still be made."""
_MOST_TURNS = 4
_LOOK = 0.02
_CUTS = 1024
"""Answers of the cutting of handbooks that are kept: some forty for each of the last ones."""

Asked = Callable[[], bool]


def _never() -> bool:
    return False


def stopped() -> Cancelled:
    """Return what says that an export was stopped."""
    return Cancelled("The export was stopped.", "")


def patient(cancelled: Asked) -> Asked:
    """Return a question that tells of being cancelled only after work that takes little time."""
    begun = time.monotonic()
    return lambda: time.monotonic() - begun > PATIENCE and cancelled()


@dataclass
class Count:
    """What was done: pieces laid out, pieces found, handbooks that went the plain way."""

    laid_out: int = 0
    found: int = 0
    plain: int = 0


class Press:
    """Makes handbooks and drafts of single parts; usable from any thread."""

    def __init__(
        self, store: FragmentStore | None = None, warm: int = 0, *, quiet: bool = False
    ) -> None:
        """Begin without a process; the first work starts one.

        Of those that nobody needs for a while, `warm` are kept. The processes of a `quiet` press
        let all others go first.
        """
        self.store = store or FragmentStore()
        self.pool = Pool(warm, quiet=quiet)
        self.count = Count()
        self.cuts = Memory(_CUTS)
        self._turn = threading.Lock()
        self._front: list[Callable[[], int]] = []
        self._keys: dict[str, threading.Lock] = {}

    @property
    def in_front(self) -> bool:
        """Whether handbooks that somebody waits for have work for all processes."""
        return sum(owed() for owed in self._front) >= WORKERS

    def draft(self, edition: Edition, cancelled: Asked = _never, timeout: float = TIMEOUT) -> bytes:
        """Return the shown parts of an edition as PDF to be looked at; raises PublishTrouble.

        One that is cancelled is still finished if that takes little time: a warm process is worth
        more than the moment.
        """
        until = time.monotonic() + timeout
        message = edition_json(only_shown(edition))
        with self.pool.worker() as worker:
            return worker.ask(DRAFT, message, patient(cancelled), until)

    def pdf(
        self,
        edition: Edition,
        on_progress: Listener | None = None,
        cancelled: Asked | None = None,
        timeout: float = TIMEOUT,
    ) -> bytes:
        """Return the PDF of an edition as `printing.pdf` does; raises PublishTrouble."""
        if edition.shown:
            return printing.pdf(edition, on_progress, cancelled, timeout)
        try:
            return _Making(self, on_progress, cancelled or _never, timeout).handbook(edition)
        except (Mismatch, NotApart, WorkerLost):
            self.count.plain += 1
            return printing.pdf(edition, on_progress, cancelled, timeout)

    def keep(self, edition: Edition, over: Asked = _never, ended: Asked = _never) -> None:
        """Lay out the pieces of an edition that are missing, one after the other, for later.

        Returns between two pieces when it is `over`; stops at once when it is `ended`. Raises
        PublishTrouble and Mismatch.
        """
        making = _Making(self, None, ended, TIMEOUT)
        made: dict[str, Sheaf] = {}
        parts = making.cutting(edition)
        for job in parts.jobs:
            if over():
                return
            made[job.key] = making.fragment(job)
        _, before, after = parts.parts(made)
        making.looked_up(edition, before, after)

    def made(
        self,
        edition: Edition,
        form: str,
        on_progress: Listener | None = None,
        cancelled: Asked | None = None,
    ) -> bytes:
        """Return an edition in the form of a key as `printing.made` does; raises PublishTrouble."""
        if form == "pdf":
            return self.pdf(edition, on_progress, cancelled)
        return printing.made(edition, form, on_progress, cancelled)

    @contextmanager
    def waited_for(self, owed: Callable[[], int]) -> Iterator[None]:
        """Let what is laid out for later wait while a handbook owes pieces for all processes."""
        with self._turn:
            self._front.append(owed)
        try:
            yield
        finally:
            with self._turn:
                self._front = [one for one in self._front if one is not owed]

    @contextmanager
    def alone(self, key: str, unwanted: Asked) -> Iterator[None]:
        """Let nobody else lay out the piece of a key meanwhile; raises Cancelled."""
        with self._turn:
            lock = self._keys.setdefault(key, threading.Lock())
        while not lock.acquire(timeout=_LOOK):
            if unwanted():
                raise stopped()
        try:
            yield
        finally:
            lock.release()

    def tally(self, laid_out: int = 0, found: int = 0) -> None:
        """Count pieces that were laid out and pieces that were found."""
        with self._turn:
            self.count.laid_out += laid_out
            self.count.found += found

    def warm_up(self) -> None:
        """Begin the processes that are missing, for what is likely to be asked in a moment.

        They end as all do that nobody needs for a while.
        """
        self.pool.prepare()

    def close(self) -> None:
        """End all processes that nobody uses; none is kept afterwards."""
        self.pool.close()
        self.cuts.forget()

    def rest(self) -> None:
        """End the processes that wait but for those that are kept warm."""
        self.pool.rest()


@dataclass
class _Making:
    """One handbook in the making."""

    press: Press
    on_progress: Listener | None
    cancelled: Asked
    timeout: float
    begun: float = field(default_factory=time.monotonic)
    stopped: bool = False
    left: set[str] | None = None
    """The keys of pieces that are still to be laid out, once they are known."""
    done: int = 0
    total: int = 0
    pages: int = 0

    def owed(self) -> int:
        """How many pieces are still to be laid out; as long as nobody knows, more than enough."""
        return WORKERS if self.left is None else len(self.left)

    def cutting(self, edition: Edition) -> Cutting:
        """Return the pieces of an edition as jobs; what stays as it was is not cut again."""
        once = self.press.cuts.once
        return Cutting(cut(edition, once), once)

    def handbook(self, edition: Edition) -> bytes:
        parts = self.cutting(edition)
        self.total = len(parts.jobs) + 1 + (index_chapter(edition) is not None)
        with self.press.waited_for(self.owed):
            feet, before, after = parts.parts(self._all(parts.jobs))
            pages = self.looked_up(edition, before, after)
        return assembled(edition, feet.fragment, pages, self._go_on, self.press.store.recalled)

    def looked_up(self, edition: Edition, before: list[Part], after: list[Part]) -> list[Part]:
        """Return all pages, with the contents between these and the index behind them.

        Both are laid out at a time, the index for contents as long as they are told to be.
        """
        told = contents_pages(edition)
        with ThreadPoolExecutor(1) as thread:
            early = thread.submit(self._index, edition, _numbers(edition, before, after, told))
            try:
                middle = self._contents(edition, before, after)
            except BaseException:
                self.stopped = True
                raise
        pages = [*before, middle, *after]
        if len(middle[0].fragment.leaves) == told and early.exception() is None:
            return [*pages, *early.result()]
        numbers = page_numbers([one.fragment for one, _ in pages])
        return [*pages, *self._index(edition, numbers)]

    def _index(self, edition: Edition, numbers: dict[str, int]) -> list[Part]:
        """Return the pages of the index, which follow all others; none without an index."""
        chapter = index_chapter(edition)
        if chapter is None:
            return []
        try:
            index = index_piece(edition, chapter, numbers, self.press.cuts.once)
        except KeyError as error:
            raise Mismatch(f"The part {error} is nowhere.") from error
        job = self.press.cuts.once("job", (index,), partial(Job, index.piece))
        return [(self.fragment(job), index.numbers)]

    def _contents(self, edition: Edition, before: list[Part], after: list[Part]) -> Part:
        """Return the table of contents; its own length moves the numbers in it."""
        length = contents_pages(edition)
        for _ in range(_MOST_TURNS):
            try:
                numbers = _numbers(edition, before, after, length)
                listed = contents(edition, numbers, self.press.cuts.once)
            except KeyError as error:
                raise Mismatch(f"The part {error} is nowhere.") from error
            job = self.press.cuts.once("job", (listed,), partial(Job, listed.piece))
            made = self.fragment(job)
            if len(made.fragment.leaves) == length:
                return made, listed.numbers
            length = len(made.fragment.leaves)
        raise Mismatch("The length of the contents does not settle.")

    def fragment(self, job: Job) -> Sheaf:
        """Return the fragment of a piece, from the store or laid out now."""
        with self.press.alone(job.key, self._unwanted):
            content = self.press.store.get(job.key)
            found = content is not None
            if content is None:
                content = self._laid_out(job)
                self.press.store.put(job.key, content)
        self.press.tally(laid_out=not found, found=found)
        if self.left is not None:
            self.left.discard(job.key)
        try:
            made = self.press.store.sheaves.of(job.key, content)
        except (ValueError, TypeError, KeyError) as error:
            raise Mismatch("A kept piece cannot be read.") from error
        self._tell(job, made)
        return made

    def _laid_out(self, job: Job) -> bytes:
        with self.press.pool.worker() as worker:
            worker.on_step = self._hear
            return worker.ask(PIECE, job.message, self._unwanted, self.begun + self.timeout)

    def _go_on(self) -> None:
        if self._unwanted():
            raise stopped()

    def _unwanted(self) -> bool:
        return self.stopped or self.cancelled()

    def _all(self, jobs: Iterable[Job]) -> dict[str, Sheaf]:
        """Return the fragments of pieces by key; the longest are laid out first.

        While as many are laid out as there are processes, one more is asked for or read.
        """
        wanted = sorted({job.key: job for job in jobs}.values(), key=lambda job: -len(job.message))
        store = self.press.store
        self.left = {job.key for job in wanted if job.key not in store}
        at_hand = {job.key for job in wanted if store.is_at_hand(job.key)}
        with ThreadPoolExecutor(WORKERS + 1) as threads:
            others = [job for job in wanted if job.key not in at_hand]
            answers = {job.key: threads.submit(self.fragment, job) for job in others}
            try:
                made = {job.key: self.fragment(job) for job in wanted if job.key in at_hand}
                return made | {key: answer.result() for key, answer in answers.items()}
            except BaseException:
                self.stopped = True
                threads.shutdown(wait=False, cancel_futures=True)
                raise

    def _hear(self, step: str) -> None:
        """Tell of the page that is laid out."""
        if self.on_progress is not None and "Page " in step:
            self.on_progress(Progress(step, self.pages + 1, self.done, self.total))

    def _tell(self, job: Job, made: Sheaf) -> None:
        """Tell that a piece is done."""
        self.done += 1
        self.pages += len(made.fragment.leaves)
        if self.on_progress is not None:
            self.on_progress(Progress(job.title, self.pages, self.done, self.total))


def _numbers(
    edition: Edition, before: list[Part], after: list[Part], length: int
) -> dict[str, int]:
    """Return the page of each place of a handbook whose contents have so many pages."""
    numbers = page_numbers([one.fragment for one, _ in (*before, *after)])
    shift, pages = _pages(before), _pages((*before, *after))
    chapter = index_chapter(edition)
    last = {chapter.id: length + pages + 1} if chapter is not None else {}
    return {key: at + length * (at > shift) for key, at in numbers.items()} | last


def _pages(parts: Iterable[Part]) -> int:
    return sum(len(one.fragment.leaves) for one, _ in parts)
