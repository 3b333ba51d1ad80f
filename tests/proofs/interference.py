"""What a reader may not see changes nothing of what they get: equal editions.

The project, the reader and up to twelve changes that the reader may not see come from the seed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from slaeditor.rules import visible
from slaeditor.rules.visible import View
from tests.proofs.command import end
from tests.proofs.proof import Outcome, Proof
from tests.publish.invisible import made, prints_differ

MOST_CHANGES = 12


def trial(seed: int, folder: Path) -> Outcome:
    """Compare one edition before and after some changes."""
    del folder
    told = prints_differ(seed, 1 + seed % MOST_CHANGES, made)
    return Outcome(1, (f"the edition tells of {told}",) if told else ())


@contextmanager
def showing_hidden_fields() -> Iterator[None]:
    """Sabotage: fields are not emptied for a reader they are not declared for."""
    with mock.patch.object(visible, "_hidden_defaults", return_value={}):
        yield


@contextmanager
def showing_hidden_records() -> Iterator[None]:
    """Sabotage: records are shown to readers they are closed to."""

    def always(row: object, view: View) -> bool:
        del row, view
        return True

    with mock.patch.object(visible, "_open", always):
        yield


PROOF = Proof(
    name="interference",
    counted="tell of something hidden",
    unit="editions",
    short=1_000,
    long=50_000,
    trial=trial,
    sabotages={"hidden fields": showing_hidden_fields, "hidden records": showing_hidden_records},
    code=("rules/visible.py", "publish/edition"),
)

if __name__ == "__main__":
    end(PROOF)
