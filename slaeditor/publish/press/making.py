"""One handbook in the making: its pieces asked for, looked up and put together."""

from __future__ import annotations

import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

from slaeditor.publish.document import Edition
from slaeditor.publish.messages import PIECE
from slaeditor.publish.pagination import contents_pages
from slaeditor.publish.press.assembly import assembled, page_numbers
from slaeditor.publish.press.cutting import contents, cut, index_chapter, index_piece
from slaeditor.publish.press.jobs import Cutting, Job, Part
from slaeditor.publish.press.pool import WORKERS
from slaeditor.publish.press.sheaf import Sheaf
from slaeditor.publish.press.trouble import Mismatch
from slaeditor.publish.press.workshop import Asked, Workshop, stopped
from slaeditor.publish.printing import Listener, Progress

_MOST_TURNS = 4


@dataclass
class Making:
    """One handbook in the making, which somebody may have `cancelled`; `timeout` in seconds."""

    workshop: Workshop
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
        once = self.workshop.cuts.once
        return Cutting(cut(edition, once), once)

    def handbook(self, edition: Edition) -> bytes:
        """Return the PDF of an edition; raises PublishTrouble and Mismatch."""
        parts = self.cutting(edition)
        self.total = len(parts.jobs) + 1 + (index_chapter(edition) is not None)
        with self.workshop.waited_for(self.owed):
            feet, before, after = parts.parts(self._all(parts.jobs))
            pages = self.looked_up(edition, before, after)
        return assembled(edition, feet.fragment, pages, self._go_on, self.workshop.store.recalled)

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
            index = index_piece(edition, chapter, numbers, self.workshop.cuts.once)
        except KeyError as error:
            raise Mismatch(f"The part {error} is nowhere.") from error
        job = self.workshop.cuts.once("job", (index,), partial(Job, index.piece))
        return [(self.fragment(job), index.numbers)]

    def _contents(self, edition: Edition, before: list[Part], after: list[Part]) -> Part:
        """Return the table of contents; its own length moves the numbers in it."""
        length = contents_pages(edition)
        for _ in range(_MOST_TURNS):
            try:
                numbers = _numbers(edition, before, after, length)
                listed = contents(edition, numbers, self.workshop.cuts.once)
            except KeyError as error:
                raise Mismatch(f"The part {error} is nowhere.") from error
            job = self.workshop.cuts.once("job", (listed,), partial(Job, listed.piece))
            made = self.fragment(job)
            if len(made.fragment.leaves) == length:
                return made, listed.numbers
            length = len(made.fragment.leaves)
        raise Mismatch("The length of the contents does not settle.")

    def fragment(self, job: Job) -> Sheaf:
        """Return the fragment of a piece, from the store or laid out now."""
        with self.workshop.alone(job.key, self._unwanted):
            content = self.workshop.store.get(job.key)
            found = content is not None
            if content is None:
                content = self._laid_out(job)
                self.workshop.store.put(job.key, content)
        self.workshop.tally(laid_out=not found, found=found)
        if self.left is not None:
            self.left.discard(job.key)
        try:
            made = self.workshop.store.sheaves.of(job.key, content)
        except (ValueError, TypeError, KeyError) as error:
            raise Mismatch("A kept piece cannot be read.") from error
        self._tell(job, made)
        return made

    def _laid_out(self, job: Job) -> bytes:
        with self.workshop.pool.worker() as worker:
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
        store = self.workshop.store
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
