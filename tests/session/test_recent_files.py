"""The files opened last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from slaeditor.session.recent_files import MOST, RecentFiles


@pytest.fixture
def kept(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def recent(kept, qapp):
    return RecentFiles(kept)


def paths(recent):
    return [one.path for one in recent.files()]


def test_there_are_none_at_first(recent):
    assert recent.files() == []


def test_the_newest_comes_first(recent):
    for name in ("a", "b", "c"):
        recent.add(Path("/letters", name))
    assert paths(recent) == [Path("/letters/c"), Path("/letters/b"), Path("/letters/a")]


def test_a_file_opened_again_moves_to_the_front(recent):
    for name in ("a", "b", "a"):
        recent.add(Path("/letters", name))
    assert paths(recent) == [Path("/letters/a"), Path("/letters/b")]


def test_at_most_ten_are_kept(recent):
    for number in range(15):
        recent.add(Path("/letters", str(number)))
    assert len(recent.files()) == MOST


def test_the_list_lives_longer_than_the_program(recent, kept, tmp_path):
    recent.add(Path("/letters/with, comma; and = sign.sla"))
    kept.sync()
    again = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    [one] = RecentFiles(again).files()
    assert one.path == Path("/letters/with, comma; and = sign.sla")
    assert one.opened is not None


def test_a_file_can_be_forgotten(recent):
    recent.add(Path("/letters/a"))
    recent.forget(Path("/letters/a"))
    assert recent.files() == []


def test_the_list_can_be_cleared(recent, qtbot):
    recent.add(Path("/letters/a"))
    with qtbot.waitSignal(recent.changed):
        recent.clear()
    assert recent.files() == []


def test_a_file_that_is_gone_is_missing(recent, tmp_path):
    there = tmp_path / "there.sla"
    there.touch()
    recent.add(tmp_path / "gone.sla")
    recent.add(there)
    assert [one.missing for one in recent.files()] == [False, True]


def test_dialogs_begin_in_the_folder_used_last(recent, tmp_path):
    recent.add(tmp_path / "Gold.sla")
    assert recent.folder == tmp_path


def test_dialogs_begin_at_home_when_that_folder_is_gone(recent, tmp_path):
    recent.add(tmp_path / "folder" / "Gold.sla")
    assert recent.folder == Path.home()
