"""The session: one broadcast an edit, merging of typing, saved state, writer, checks."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.rules.history import History
from slaeditor.session.session import Session, differs


@pytest.fixture
def session(qtbot):
    made = Session(Project().add(ServiceLevel(name="Gold")))
    yield made
    made.close()


def gold(session: Session) -> ServiceLevel:
    return next(iter(session.project.service_levels))


def rename(session: Session, name: str, key: object = None) -> None:
    session.edit(session.project.put(gold(session).but(name=name)), "Rename", key)


def test_an_edit_is_told_once_with_what_differs(session):
    told: list[Any] = []
    session.changed.connect(told.append)
    rename(session, "Silver")
    assert [[change.row.name for change in changes] for changes in told] == [["Silver"]]


def test_an_edit_that_changes_nothing_is_not_told(session):
    told: list[Any] = []
    session.changed.connect(told.append)
    rename(session, "Gold")
    assert told == []
    assert not session.history.done


def test_typing_is_one_step_and_leaving_ends_it(session):
    for name in ("S", "Si", "Sil"):
        rename(session, name, key="name")
    session.seal()
    rename(session, "Silv", key="name")
    assert [step.label for step in session.history.done] == ["Rename", "Rename"]


def test_a_pause_ends_typing(session, qtbot):
    rename(session, "S", key="name")
    qtbot.waitUntil(lambda: session.history.sealed, timeout=3000)


def test_undo_and_redo_are_the_same_broadcast(session):
    rename(session, "Silver")
    told: list[Any] = []
    session.changed.connect(told.append)
    session.undo()
    session.redo()
    assert [changes.changes[0].after.name for changes in told] == ["Gold", "Silver"]


def test_going_to_a_step_is_one_broadcast(session):
    for name in ("A", "B", "C"):
        rename(session, name)
    told: list[Any] = []
    session.changed.connect(told.append)
    session.go_to(1)
    assert (gold(session).name, len(told)) == ("A", 1)
    session.go_to(3)
    assert gold(session).name == "C"


def test_undoing_back_to_the_saved_state_is_not_modified(session):
    assert not session.modified
    rename(session, "Silver")
    assert session.modified
    session.undo()
    assert not session.modified


def test_equal_content_by_another_way_is_not_modified(session):
    rename(session, "Silver")
    rename(session, "Gold")
    assert not session.modified


def test_saving_keeps_what_was_done_and_clears_the_mark(session):
    rename(session, "Silver")
    session.mark_saved(session.project)
    assert not session.modified
    assert session.history.done
    session.undo()
    assert session.modified


def test_work_that_no_file_holds_is_modified(qtbot):
    session = Session(Project(), saved=False)
    assert session.modified
    session.close()


def test_another_history_takes_the_place_of_this_one(session):
    rename(session, "Silver")
    session.replace(History(Project()), saved=Project())
    assert session.project.count == 0
    assert not session.modified


class Recorder:
    """A writer that remembers what it was given, and on which thread."""

    def __init__(self):
        self.kept = []
        self.threads = set()
        self.closed = False

    def keep(self, history):
        self.kept.append(history)
        self.threads.add(threading.current_thread().name)

    def close(self):
        self.closed = True


def test_a_finished_edit_is_written_at_once_on_another_thread(session, qtbot):
    writer = Recorder()
    session.keep_with(writer)
    rename(session, "Silver")
    qtbot.waitUntil(lambda: bool(writer.kept) and writer.kept[-1].project is session.project)
    assert writer.threads == {"working copy"}


def test_typing_is_written_after_a_quiet_moment(session, qtbot):
    writer = Recorder()
    session.keep_with(writer)
    qtbot.waitUntil(lambda: len(writer.kept) == 1)
    rename(session, "S", key="name")
    rename(session, "Si", key="name")
    assert len(writer.kept) == 1
    qtbot.waitUntil(lambda: writer.kept[-1].project is session.project, timeout=2000)


def test_leaving_a_field_writes_it(session, qtbot):
    writer = Recorder()
    session.keep_with(writer)
    rename(session, "S", key="name")
    session.seal()
    qtbot.waitUntil(
        lambda: bool(writer.kept) and writer.kept[-1].project is session.project, timeout=400
    )


def test_closing_writes_what_is_left_and_closes_the_writer(qtbot):
    session = Session(Project().add(ServiceLevel(name="Gold")))
    writer = Recorder()
    session.keep_with(writer)
    rename(session, "S", key="name")
    session.close()
    assert writer.kept[-1].project is session.project
    assert writer.closed


class Full:
    """A writer for which the disk is full."""

    def keep(self, history):
        raise DiskFull

    def close(self):
        pass


class DiskFull(Exception):
    sentence = "The disk is full."
    remedy = "Delete something."


def test_trouble_of_the_writer_is_told(session, qtbot):
    with qtbot.waitSignal(session.troubled) as told:
        session.keep_with(Full())
    assert told.args[0].sentence == "The disk is full."


def test_findings_follow_an_edit(session, qtbot):
    qtbot.waitSignal(session.checked, timeout=5000).wait()
    with qtbot.waitSignal(session.checked, timeout=5000):
        rename(session, "")
    assert any(f.row == gold(session).id and f.field == "name" for f in session.findings)


@given(some.lists(some.sampled_from(["Gold", "Silver", "Bronze"]), max_size=6))
def test_projects_differ_exactly_when_their_rows_do(names):
    project = Project()
    other = Project()
    for name in names:
        level = ServiceLevel(name=name)
        project = project.put(level)
        other = other.put(level.but(name=name))
    assert not differs(project, other)
    assert differs(project, other.put(ServiceLevel(name="Gold")))
