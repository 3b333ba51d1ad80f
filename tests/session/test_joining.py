"""A colleague's file and the work in a window, from the version both began with."""

from __future__ import annotations

import pytest

from slaeditor.model.levels import Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import EVERYONE, Reader
from slaeditor.rules.visible import visible
from slaeditor.session.joining import CopyInWindow, joined
from slaeditor.session.lineage import Work
from slaeditor.storage.backups import Backups
from slaeditor.storage.digest import content_digest
from slaeditor.storage.document_file import open_file, save_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import state

GOLD = ServiceLevel(name="Gold", readers=EVERYONE)
HOSTING = Service(name="Hosting")
START = Project().add(GOLD, HOSTING)
META = Meta()


@pytest.fixture
def theirs(tmp_path):
    """What saves their file, edited from what they began with, and returns its path."""

    def save(project, start=START, meta=META):
        first = save_file(start, tmp_path / "Theirs.sla", meta, replace=True)
        return save_file(project, first.path, first.meta, base=first.base).path

    return save


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path / "state"))
    return state()


def keep_version(kept, project, tmp_path):
    path = save_file(project, tmp_path / "Version.sla", META, replace=True).path
    Backups(kept, META.document).keep(path.read_bytes())


def later(*projects):
    """What a file says that was made from these, one after the other."""
    meta = META
    for one in projects:
        meta = meta.after(content_digest(one))
    return meta


def test_what_both_changed_elsewhere_comes_together(theirs):
    ours = START.put(HOSTING.but(name="Hosting and mail"))
    path = theirs(START.put(GOLD.but(name="Golden")))
    made = joined(path, Work(ours, META, START), None)
    assert made.project.service_levels[GOLD.id].name == "Golden"
    assert made.project.services[HOSTING.id].name == "Hosting and mail"
    assert made.conflicts == ()
    assert [one.table for one in made.brings] == ["service_levels"]


def test_both_began_from_the_version_their_file_was_made_from(theirs, kept, tmp_path):
    keep_version(kept, START, tmp_path)
    now = START.put(HOSTING.but(name="Hosting and mail"))
    path = theirs(START.put(GOLD.but(name="Golden")))
    made = joined(path, Work(now, later(START), now), kept)
    assert made.start.since is not None
    assert made.start.project == START
    assert made.conflicts == ()


def test_without_a_common_version_every_difference_is_a_conflict(theirs):
    path = theirs(START.put(GOLD.but(name="Golden")), meta=Meta())
    made = joined(path, Work(START, META, START), None)
    assert not made.start.known
    assert [one.row for one in made.conflicts] == [GOLD.id]


def test_a_whole_copy_changed_and_saved_on_this_computer_brings_its_edits(theirs, kept, tmp_path):
    keep_version(kept, START, tmp_path)
    edited = START.put(GOLD.but(name="Golden"))
    path = theirs(edited)
    Backups(kept, META.document).keep(path.read_bytes())
    now = START.put(HOSTING.but(name="Hosting and mail"))
    made = joined(path, Work(now, later(START), now), kept)
    assert made.start.project == START
    assert made.project.service_levels[GOLD.id].name == "Golden"


def test_a_version_only_they_were_made_from_is_no_common_start(theirs, kept, tmp_path):
    halfway = START.put(GOLD.but(name="Golden"))
    keep_version(kept, halfway, tmp_path)
    path = theirs(halfway.put(HOSTING.but(name="Mail")), halfway)
    made = joined(path, Work(START, META, START), kept)
    assert not made.start.known
    assert {one.row for one in made.conflicts} == {GOLD.id, HOSTING.id}


def test_what_was_added_here_since_their_copy_is_not_taken_for_removed_by_them(theirs):
    silver = ServiceLevel(name="Silver")
    now = START.add(silver)
    path = theirs(START.put(GOLD.but(name="Golden")))
    made = joined(path, Work(now, later(START), now), None)
    assert silver.id in made.project.service_levels


def test_every_difference_is_shown_when_asked_for_though_a_start_is_known(theirs):
    path = theirs(START)
    now = START.put(GOLD.but(name="Golden"))
    work = Work(now, META, START)
    assert joined(path, work, None).is_empty
    made = joined(path, work, None, from_nothing=True)
    assert [(one.ours, one.theirs) for one in made.conflicts] == [("Golden", "Gold")]


def test_what_only_ours_says_is_a_difference_without_a_common_start(theirs):
    now = START.put(GOLD.but(for_whom="Hotels"))
    made = joined(theirs(START), Work(now, META, START), None, from_nothing=True)
    assert [(one.ours, one.theirs) for one in made.conflicts] == [("Hotels", "")]


def test_a_file_that_holds_the_same_is_told_from_one_that_only_brings_nothing(theirs):
    assert joined(theirs(START), Work(START, META, START), None).is_same
    now = START.put(GOLD.but(name="Golden"))
    assert not joined(theirs(START), Work(now, META, START), None).is_same


def test_what_a_reader_could_not_see_is_no_edit_of_theirs(theirs):
    copy = visible(START, Reader.CLIENT)
    assert HOSTING.id not in copy.services
    edited = copy.put(copy.service_levels[GOLD.id].but(name="Golden"))
    path = theirs(edited, copy, Meta(META.document, edition=Reader.CLIENT))
    made = joined(path, Work(START, META, START), None)
    assert made.reader is Reader.CLIENT
    assert HOSTING.id in made.project.services
    assert made.project.service_levels[GOLD.id].name == "Golden"


def test_a_copy_for_a_reader_merged_before_is_where_both_began(theirs, kept, tmp_path):
    meta = Meta(META.document, edition=Reader.CLIENT)
    copy = visible(START, Reader.CLIENT)
    once = copy.put(copy.service_levels[GOLD.id].but(name="Golden"))
    path = theirs(once, copy, meta)
    Backups(kept, META.document).keep(path.read_bytes(), edition=Reader.CLIENT)
    now = START.put(GOLD.but(name="Golden", for_whom="Hotels"))
    again = open_file(path)
    later_on = once.put(once.service_levels[GOLD.id].but(name="Platinum"))
    save_file(later_on, path, again.meta, base=again.base)
    made = joined(path, Work(now, later(START, once), now), kept)
    assert made.start.edition is Reader.CLIENT
    assert made.conflicts == ()
    assert made.project.service_levels[GOLD.id].name == "Platinum"
    assert HOSTING.id in made.project.services


def test_a_copy_changed_on_this_computer_is_not_what_both_began_from(theirs, kept, tmp_path):
    meta = Meta(META.document, edition=Reader.CLIENT)
    copy = visible(START, Reader.CLIENT)
    path = theirs(copy.put(copy.service_levels[GOLD.id].but(name="Golden")), copy, meta)
    keep_version(kept, START, tmp_path)
    Backups(kept, META.document).keep(path.read_bytes())
    made = joined(path, Work(START, META, START), kept)
    assert [one.table for one in made.brings] == ["service_levels"]
    assert made.project.service_levels[GOLD.id].name == "Golden"


def test_a_copy_in_the_window_takes_no_whole_document(theirs):
    path = theirs(START)
    with pytest.raises(CopyInWindow, match="only a copy for sales"):
        joined(path, Work(START, Meta(META.document, edition=Reader.SALES), START), None)


def test_a_version_that_cannot_be_read_is_passed_over(theirs, kept, tmp_path):
    keep_version(kept, START, tmp_path)
    [version] = Backups(kept, META.document).versions()
    version.path.write_bytes(b"torn")
    made = joined(theirs(START), Work(START, later(START)), kept)
    assert not made.start.known
