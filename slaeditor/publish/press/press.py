"""The fast way to a handbook: only what changed is laid out, by processes that stay warm.

The plain way is the reference and the fallback: where pieces do not fit together, or a process is
lost, it makes the handbook.
"""

from __future__ import annotations

import time

from slaeditor.publish import printing
from slaeditor.publish.document import Edition
from slaeditor.publish.document_json import edition_json
from slaeditor.publish.messages import DRAFT
from slaeditor.publish.press.cutting import only_shown
from slaeditor.publish.press.making import Making
from slaeditor.publish.press.sheaf import Sheaf
from slaeditor.publish.press.trouble import Mismatch
from slaeditor.publish.press.workshop import Asked, Workshop, never
from slaeditor.publish.printing import TIMEOUT, Listener
from slaeditor.publish.trouble import NotApart, WorkerLost

PATIENCE = 1.5
"""Seconds for which a draft that nobody wants any more may still be made."""


def patient(cancelled: Asked) -> Asked:
    """Return a question that tells of being cancelled only after work that takes little time."""
    begun = time.monotonic()
    return lambda: time.monotonic() - begun > PATIENCE and cancelled()


class Press(Workshop):
    """Makes handbooks and drafts of single parts; usable from any thread."""

    def draft(self, edition: Edition, cancelled: Asked = never, timeout: float = TIMEOUT) -> bytes:
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
            return Making(self, on_progress, cancelled or never, timeout).handbook(edition)
        except (Mismatch, NotApart, WorkerLost):
            self.count.plain += 1
            return printing.pdf(edition, on_progress, cancelled, timeout)

    def keep(self, edition: Edition, over: Asked = never, ended: Asked = never) -> None:
        """Lay out the pieces of an edition that are missing, one after the other, for later.

        Returns between two pieces when it is `over`; stops at once when it is `ended`. Raises
        PublishTrouble and Mismatch.
        """
        making = Making(self, None, ended, TIMEOUT)
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
