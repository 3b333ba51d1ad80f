"""Confidential words planted in a finished handbook: the release gate finds every one.

Each place in a PDF is tried with each sort of secret: names, persons, addresses, amounts as they
are written in many countries, dates, passages, keys, forbidden words.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest import mock

from slaeditor.publish import printing
from slaeditor.publish.gate import gate, search
from tests.proofs.command import end
from tests.proofs.proof import Outcome, Proof
from tests.publish.gate.confidential_project import PASSAGE, VIEW
from tests.publish.gate.pdf_leaks import PLANTS
from tests.publish.gate.test_pdf_leaks import EDITION, PROJECT, SECRETS

_ANYWHERE = {"a passage": PASSAGE.replace(".", "")}
_EVERY_SORT = ("plain words", "the description of a picture", "the title")
CASES = (
    *((place, sort, words) for place in PLANTS for sort, words in _ANYWHERE.items()),
    *((place, sort, words) for place in _EVERY_SORT for sort, words in SECRETS.items()),
)


@cache
def _handbook() -> bytes:
    return printing.pdf(EDITION)


def trial(seed: int, folder: Path) -> Outcome:
    """Plant one secret in one place and look whether it is found."""
    del folder
    place, sort, words = CASES[(seed - 1) % len(CASES)]
    planted = PLANTS[place](_handbook(), words)
    if gate.check(planted, "pdf", EDITION, PROJECT, VIEW).hits:
        return Outcome(1)
    return Outcome(1, (f"{sort} as {place} was not found",))


@contextmanager
def looking_away() -> Iterator[None]:
    """Sabotage: words and strings are not looked into."""
    with mock.patch.object(search._Search, "passage", return_value=()):
        yield


PROOF = Proof(
    name="leaks",
    counted="not found",
    unit="planted leaks",
    short=25,
    long=len(CASES),
    trial=trial,
    sabotages={"looking away": looking_away},
    code=("publish/gate",),
)

if __name__ == "__main__":
    end(PROOF)
