"""A state is frozen into a revision and comes back as it was."""

import random
import zlib
from datetime import date

import pytest

from slaeditor.exchange.revisions import NotFrozen, frozen, latest, thawed
from slaeditor.model.document import Picture, Revision
from slaeditor.model.levels import Service
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.visible import visible
from tests.projects import made_project

FIRST = Revision(label="1.0")


def label_of(revision: Revision | None) -> str:
    """What a revision is called."""
    return revision.label if revision is not None else ""


def test_a_project_comes_back_as_it_was():
    project = made_project(7)
    plain = project.put(*(one.but(frozen=b"", format="") for one in project.revisions))
    assert thawed(frozen(project, FIRST)) == plain


def test_states_are_not_packed_into_each_other():
    project = Project().add(frozen(made_project(7), FIRST))
    assert not thawed(frozen(project, Revision(label="2.0"))).revisions[FIRST.id].frozen


def test_the_latest_is_that_of_the_latest_date():
    project = Project().add(Service(name="Hosting"))
    old = frozen(project, Revision(label="1.0", made_on=date(2026, 1, 1)))
    new = frozen(project, Revision(label="2.0", made_on=date(2026, 2, 1)))
    assert label_of(latest(Project().add(new, old, Revision(label="3.0")))) == "2.0"


def test_of_one_date_the_last_is_the_latest():
    first, second = (frozen(Project(), Revision(label=one)) for one in ("1.0", "1.1"))
    assert label_of(latest(Project().add(first, second))) == "1.1"


def test_no_state_is_no_latest():
    assert latest(Project().add(FIRST.but(format="1"))) is None


@pytest.mark.parametrize(
    "content", [b"", b"no zlib", zlib.compress(b"format: 9"), zlib.compress(b"format: 1")[:-3]]
)
def test_a_damaged_state_is_said_to_be_one(content):
    with pytest.raises(NotFrozen, match=r"“1\.0”"):
        thawed(FIRST.but(frozen=content))


def test_a_state_larger_than_a_field_is_refused():
    noise = Picture(name="Noise", picture=random.Random(1).randbytes(9_900_000))
    more = Picture(name="More", picture=random.Random(2).randbytes(2_000_000))
    with pytest.raises(NotFrozen, match="too large to be frozen"):
        frozen(Project().add(noise, more), FIRST)


def test_no_reader_is_given_a_frozen_state():
    project = Project().add(frozen(Project(), FIRST))
    assert not any(one.frozen for one in visible(project, Reader.STAFF).revisions)
