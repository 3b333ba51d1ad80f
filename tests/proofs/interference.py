"""What a reader may not see changes nothing of what they get: equal editions, equal copies.

The project, the reader and up to twelve changes that the reader may not see come from the seed.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from slaeditor.model.project import Project
from slaeditor.publish.document import Edition
from slaeditor.rules import visible
from slaeditor.rules.visible import View
from slaeditor.storage.builder import build
from slaeditor.storage.meta import Meta
from tests.proofs.command import end
from tests.proofs.proof import Outcome, Proof
from tests.publish.invisible import a_case, changed_unseen, made

MOST_CHANGES = 12
EACH = 10
"""Changed projects of one trial, all compared with the same one."""
META = Meta("0b6e1c2e-0c6f-4f5e-9d52-0c1f8d1f3a77")


def trial(seed: int, folder: Path) -> Outcome:
    """Compare editions, and copies to share, with those of before some changes."""
    del folder
    source, project, view = a_case(seed)
    before = given(project, view)
    failures = []
    for turn in range(EACH):
        other, told = changed_unseen(source, project, view, 1 + (seed + turn) % MOST_CHANGES)
        if given(other, view) != before:
            failures.append(f"what {view.reader} gets tells of {', '.join(told)}")
    return Outcome(EACH, tuple(failures))


def given(project: Project, view: View) -> tuple[Edition, bytes]:
    """Return what a reader gets: the edition of the handbook, and the bytes of a copy.

    Who else of those who see no more may read a record is told in a copy on purpose, so that it can
    be passed on to them; here it is left out, since the changes drawn touch it.
    """
    copy = visible.visible(project, view.reader, view.client, view.on)
    rows = [row.but(readers=view.reader.alone) for _, _, table in copy.tables() for row in table]
    return made(project, view), build(copy.put(*rows), META).content


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
    unit="editions and copies to share",
    short=1_000,
    long=50_000,
    trial=trial,
    sabotages={"hidden fields": showing_hidden_fields, "hidden records": showing_hidden_records},
    code=("rules/visible.py", "publish/edition"),
)

if __name__ == "__main__":
    end(PROOF)
