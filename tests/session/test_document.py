"""An open document: saved, kept through a crash, told of what others do to its file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.session.document import Document
from slaeditor.session.joining import joined
from slaeditor.session.lineage import Work
from slaeditor.session.opening import as_copy, fresh, locked, opened, recovered, to_read
from slaeditor.storage.backups import Backups
from slaeditor.storage.document_file import open_file, save_file
from slaeditor.storage.locks import Lock, lock_path
from slaeditor.storage.meta import Meta
from slaeditor.storage.recovery import unfinished
from slaeditor.storage.state import State, state
from slaeditor.storage.trouble import Conflict, NotASlaFile, StorageTrouble
from tests.builders import a_level
from tests.storage.newer import A_GOAL, ANOTHER_TABLE, newer_file

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def kept(tmp_path, monkeypatch) -> State:
    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path / "state"))
    return state()


@pytest.fixture
def begin(qtbot, kept):
    made: list[Document] = []

    def begun(opening=None):
        document = Document(opening or fresh(Project()), kept)
        made.append(document)
        return document

    yield begun
    for document in made:
        document.close()


@pytest.fixture
def gold(tmp_path) -> Path:
    path: Path = tmp_path / "Gold.sla"
    save_file(Project().add(a_level("Gold")), path, Meta())
    return path


def add_level(document, name="Silver"):
    document.session.edit(document.session.project.add(a_level(name)), f"Add {name}")


def names(project):
    return [level.name for level in project.table(ServiceLevel)]


def rewrite(path, name="Theirs"):
    there = open_file(path)
    save_file(there.project.add(a_level(name)), path, there.meta, base=there.base)


def saved(qtbot, document, path=None):
    with qtbot.waitSignal(document.saved, timeout=10_000):
        document.save_as(path) if path else document.save()


def test_a_new_document_has_no_name_and_is_untouched(begin):
    document = begin()
    assert (document.name, document.modified, document.untouched) == ("Untitled", False, True)


def test_saving_under_a_name_writes_the_file(qtbot, begin, tmp_path):
    document = begin()
    add_level(document)
    saved(qtbot, document, tmp_path / "New.sla")
    assert names(open_file(tmp_path / "New.sla").project) == ["Silver"]
    assert (document.name, document.modified) == ("New.sla", False)


def test_saving_again_keeps_the_document(qtbot, begin, gold):
    document = begin(opened(gold))
    before = document.meta.document
    add_level(document)
    saved(qtbot, document)
    assert open_file(gold).meta.document == before
    assert names(open_file(gold).project) == ["Gold", "Silver"]


def test_undoing_to_what_was_saved_takes_the_mark_away(begin, gold):
    document = begin(opened(gold))
    add_level(document)
    assert document.modified
    document.session.undo()
    assert not document.modified


def test_work_done_while_saving_stays_unsaved(qtbot, begin, gold):
    document = begin(opened(gold))
    add_level(document)
    with qtbot.waitSignal(document.saved):
        document.save()
        add_level(document, "Bronze")
    assert document.modified
    assert names(open_file(gold).project) == ["Gold", "Silver"]


def test_a_copy_leaves_the_document_where_it_is(qtbot, begin, gold, tmp_path):
    document = begin(opened(gold))
    add_level(document)
    with qtbot.waitSignal(document.saved):
        document.save_copy(tmp_path / "Copy.sla")
    assert document.path == gold
    assert document.modified
    assert names(open_file(tmp_path / "Copy.sla").project) == ["Gold", "Silver"]


@pytest.mark.parametrize("as_copy", [True, False], ids=["save a copy", "save as"])
def test_a_copy_changed_on_the_same_computer_brings_its_edits_back(
    qtbot, begin, gold, tmp_path, kept, as_copy
):
    """What was written to a copy comes back, and what was written here since stays."""
    document = begin(opened(gold, kept))
    add_level(document, "Unsaved")
    copy = tmp_path / "Copy.sla"
    if as_copy:
        with qtbot.waitSignal(document.saved):
            document.save_copy(copy)
    else:
        saved(qtbot, document, copy)
        document = begin(opened(gold, kept))
    other = begin(opened(copy, kept))
    for name in ("Theirs", "Theirs too"):
        add_level(other, name)
        saved(qtbot, other)
    for name in ("Ours", "Ours too"):
        add_level(document, name)
        saved(qtbot, document)
    work = Work(document.session.project, document.meta, document.in_file)
    made = joined(copy, work, kept)
    assert made.start.known
    assert made.conflicts == ()
    assert {"Theirs", "Theirs too", "Ours", "Ours too", "Unsaved"} < set(names(made.project))


@pytest.fixture
def their_copy(begin, gold, tmp_path):
    """A copy of Gold in somebody's hands, and what saves it with a level called otherwise."""
    there = open_file(gold)
    copy = tmp_path / "Copy.sla"
    save_file(there.project, copy, there.made_from)

    def call(name: str) -> Path:
        now = open_file(copy)
        (level,) = now.project.service_levels
        renamed = now.project.put(level.but(name=name))
        return save_file(renamed, copy, now.meta, base=now.base).path

    return call


def merge_in(qtbot, document, path, kept):
    """Merge a file into a document, as its dialog does; returns what it was."""
    work = Work(document.session.project, document.meta_now, document.in_file)
    made = joined(path, work, kept)
    document.bring(made.project, "Merge", made.brought)
    qtbot.waitUntil(lambda: any(holds(one.path, path) for one in kept_versions(document, kept)))
    return made


def kept_versions(document, kept):
    return Backups(kept, document.meta.document).versions()


def holds(version: Path, path: Path) -> bool:
    return version.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("is_saved", [True, False])
def test_a_copy_merged_twice_brings_what_it_changed_since(
    qtbot, begin, gold, kept, their_copy, is_saved
):
    document = begin(opened(gold, kept))
    assert merge_in(qtbot, document, their_copy("Golden"), kept).conflicts == ()
    if is_saved:
        saved(qtbot, document)
    made = merge_in(qtbot, document, their_copy("Platinum"), kept)
    assert made.conflicts == ()
    assert names(document.session.project) == ["Platinum"]


def test_a_merge_that_was_undone_is_no_start_of_another(qtbot, begin, gold, kept, their_copy):
    document = begin(opened(gold, kept))
    merge_in(qtbot, document, their_copy("Golden"), kept)
    saved(qtbot, document)
    document.session.undo()
    saved(qtbot, document)
    assert names(merge_in(qtbot, document, their_copy("Golden"), kept).project) == ["Golden"]


def test_what_was_declined_in_a_merge_is_not_offered_again(qtbot, begin, gold, kept, their_copy):
    document = begin(opened(gold, kept))
    (level,) = document.session.project.service_levels
    document.session.edit(document.session.project.put(level.but(name="Ours")), "Name")
    saved(qtbot, document)
    assert len(merge_in(qtbot, document, their_copy("Golden"), kept).conflicts) == 1
    saved(qtbot, document)
    copy = their_copy("Golden")
    now = open_file(copy)
    save_file(now.project.add(a_level("New")), copy, now.meta, base=now.base)
    made = merge_in(qtbot, document, copy, kept)
    assert made.conflicts == ()
    assert names(document.session.project) == ["Ours", "New"]


def test_a_save_over_somebody_elses_work_is_refused(qtbot, begin, gold):
    document = begin(opened(gold))
    add_level(document)
    rewrite(gold)
    with qtbot.waitSignal(document.troubled) as told:
        document.save()
    assert isinstance(told.args[0], Conflict)
    assert names(open_file(gold).project) == ["Gold", "Theirs"]
    assert document.modified


def test_another_way_to_the_same_file_overwrites_nobody(qtbot, begin, gold, tmp_path):
    document = begin(opened(gold))
    add_level(document)
    rewrite(gold)
    (tmp_path / "link.sla").symlink_to(gold)
    with qtbot.waitSignal(document.troubled) as told:
        document.save_as(tmp_path / "link.sla")
    assert isinstance(told.args[0], Conflict)
    assert names(open_file(gold).project) == ["Gold", "Theirs"]


@pytest.fixture
def newer(tmp_path) -> Path:
    path: Path = tmp_path / "Newer.sla"
    path.write_bytes(newer_file(Project().add(a_level("Gold")), ANOTHER_TABLE, A_GOAL))
    return path


def test_a_newer_file_is_not_saved_over_under_its_own_name(qtbot, begin, newer):
    document, before = begin(opened(newer)), newer.read_bytes()
    with qtbot.waitSignal(document.troubled) as told:
        document.save_as(newer)
    assert "newer version" in told.args[0].sentence
    assert newer.read_bytes() == before


@pytest.mark.parametrize("taken_over", ["merged", "reloaded"])
def test_what_a_newer_version_saved_meanwhile_is_not_saved_over(
    qtbot, begin, gold, newer, taken_over
):
    document = begin(opened(gold))
    add_level(document)
    newer.replace(gold)
    before = gold.read_bytes()
    with qtbot.waitSignal(getattr(document, taken_over)):
        document.merge() if taken_over == "merged" else document.reload("Take over")
    add_level(document, "Bronze")
    with qtbot.waitSignal(document.troubled) as told:
        document.save()
    assert "newer version" in told.args[0].sentence
    assert gold.read_bytes() == before


def test_a_copy_of_what_is_open_to_be_read_may_have_its_name(qtbot, begin, gold):
    document = begin(to_read(opened(gold)))
    add_level(document)
    with qtbot.waitSignal(document.saved):
        document.save_copy(gold)
    assert names(open_file(gold).project) == ["Gold", "Silver"]


def test_a_save_that_fails_can_be_tried_again(qtbot, begin, gold, tmp_path):
    document = begin(opened(gold))
    add_level(document)
    with qtbot.waitSignal(document.troubled) as told:
        document.save_as(tmp_path / "no such folder" / "New.sla")
    assert isinstance(told.args[0], StorageTrouble)
    saved(qtbot, document)
    assert not document.modified


def test_somebody_elses_save_is_noticed(qtbot, begin, gold):
    document = begin(opened(gold))
    with qtbot.waitSignal(document.changed_outside):
        rewrite(gold)


def test_our_own_save_is_no_change_by_somebody_else(qtbot, begin, gold):
    document = begin(opened(gold))
    told: list[Any] = []
    document.changed_outside.connect(lambda: told.append(True))
    add_level(document)
    saved(qtbot, document)
    document.look()
    qtbot.wait(500)
    assert told == []


def test_a_file_that_is_moved_away_is_noticed(qtbot, begin, gold):
    document = begin(opened(gold))
    with qtbot.waitSignal(document.gone):
        gold.rename(gold.with_name("Elsewhere.sla"))


def test_taking_over_the_file_can_be_undone(qtbot, begin, gold):
    document = begin(opened(gold))
    add_level(document, "Mine")
    rewrite(gold)
    with qtbot.waitSignal(document.reloaded):
        document.reload("Revert to saved")
    assert names(document.session.project) == ["Gold", "Theirs"]
    assert not document.modified
    document.session.undo()
    assert names(document.session.project) == ["Gold", "Mine"]


def test_the_file_is_locked_while_it_is_open(qtbot, kept, gold):
    document = Document(opened(gold), kept)
    assert lock_path(gold).exists()
    document.close()
    assert not lock_path(gold).exists()


def test_a_lock_of_somebody_else_is_told(gold):
    mine = Lock.take(gold)
    opening = opened(gold)
    assert opening.lock is None
    assert "has this file open" in opening.held
    mine.release()


def test_a_lock_can_be_taken_over(qtbot, begin, gold):
    Lock.take(gold)
    opening = locked(opened(gold), over=True)
    assert opening.lock is not None
    begin(opening)


def test_the_lock_follows_the_document_to_its_new_name(qtbot, begin, gold, tmp_path):
    document = begin(opened(gold))
    saved(qtbot, document, tmp_path / "Silver.sla")
    assert not lock_path(gold).exists()
    assert lock_path(tmp_path / "Silver.sla").exists()


def test_losing_the_lock_is_told(qtbot, begin, gold):
    document = begin(opened(gold))
    Lock.take(gold, over=True)
    with qtbot.waitSignal(document.lock_lost):
        document._lock.beat()
    lock_path(gold).unlink()


def test_a_copy_of_a_locked_file_belongs_to_no_file(gold):
    copy = as_copy(opened(gold, lock=False))
    assert (copy.path, copy.base, copy.saved) == (None, None, None)
    assert names(copy.history.project) == ["Gold"]


def test_a_file_that_cannot_be_written_is_read_only(begin, gold):
    if os.geteuid() == 0:
        pytest.skip("the superuser may write everywhere")
    gold.chmod(0o400)
    document = begin(opened(gold))
    assert document.read_only


def test_every_save_leaves_a_backup(qtbot, begin, gold, kept):
    document = begin(opened(gold, kept))
    add_level(document)
    saved(qtbot, document)
    assert len(Backups(kept, document.meta.document).versions()) == 2


def test_what_is_no_project_is_refused_with_a_sentence(tmp_path):
    letter = tmp_path / "letter.sla"
    letter.write_text("Dear Sir or Madam, " * 100)
    with pytest.raises(NotASlaFile, match=r"letter\.sla"):
        opened(letter)


def test_closing_leaves_nothing_to_recover(qtbot, kept, gold):
    document = Document(opened(gold), kept)
    add_level(document)
    document.session.finish_writing()
    document.close()
    assert list(kept.sessions.iterdir()) == []


CRASH = """
    import os, sys
    from PySide6.QtCore import QCoreApplication
    from pathlib import Path
    from slaeditor.session.document import Document
    from slaeditor.session.opening import opened, fresh
    from slaeditor.model.project import Project
    from slaeditor.storage.state import state
    from tests.builders import a_level
    application = QCoreApplication([])
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    document = Document(opened(path, state()) if path else fresh(Project()), state())
    for name in ("Silver", "Bronze"):
        document.session.edit(document.session.project.add(a_level(name)), f"Add {name}")
    document.session.undo()
    document.session.finish_writing()
    print("ready", flush=True)
    sys.stdin.read()
"""


def crash(*words):
    """Work in another process and end it without a word."""
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(CRASH), *words],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        worker.send_signal(signal.SIGKILL)


def test_work_survives_the_end_of_its_process(begin, kept, gold):
    crash(str(gold))
    [left] = unfinished(kept)
    document = begin(recovered(left, kept))
    assert names(document.session.project) == ["Gold", "Silver"]
    assert document.path == gold
    assert document.modified


def test_recovered_work_can_be_undone_and_redone(begin, kept, gold):
    crash(str(gold))
    document = begin(recovered(unfinished(kept)[0], kept))
    document.session.redo()
    assert names(document.session.project) == ["Gold", "Silver", "Bronze"]
    document.session.undo()
    document.session.undo()
    assert names(document.session.project) == ["Gold"]
    assert not document.modified


def test_recovered_work_is_saved_to_its_file(qtbot, begin, kept, gold):
    crash(str(gold))
    document = begin(recovered(unfinished(kept)[0], kept))
    saved(qtbot, document)
    assert names(open_file(gold).project) == ["Gold", "Silver"]
    assert unfinished(kept) == []


def test_recovered_work_does_not_overwrite_a_file_that_changed(qtbot, begin, kept, gold):
    crash(str(gold))
    lock_path(gold).unlink()
    rewrite(gold)
    opening = recovered(unfinished(kept)[0], kept)
    assert "changed since" in " ".join(opening.notices)
    document = begin(opening)
    with qtbot.waitSignal(document.troubled) as told:
        document.save()
    assert isinstance(told.args[0], Conflict)


def test_recovered_work_is_merged_with_a_file_that_changed(qtbot, begin, kept, gold):
    crash(str(gold))
    lock_path(gold).unlink()
    rewrite(gold)
    document = begin(recovered(unfinished(kept)[0], kept))
    with qtbot.waitSignal(document.merged) as told:
        document.merge()
    assert told.args[0] == ()
    saved(qtbot, document)
    assert set(names(open_file(gold).project)) == {"Gold", "Silver", "Theirs"}


def test_work_that_was_never_saved_survives_too(begin, kept):
    crash()
    document = begin(recovered(unfinished(kept)[0], kept))
    assert document.name == "Untitled"
    assert names(document.session.project) == ["Silver"]


def test_work_that_is_recovered_is_safe_again(kept, begin, gold):
    crash(str(gold))
    document = begin(recovered(unfinished(kept)[0], kept))
    document.session.finish_writing()
    document.close(leave_behind=True)
    assert len(list(kept.sessions.iterdir())) == 1
