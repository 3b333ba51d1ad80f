"""Documents in windows: opened, saved, closed and recovered as a person would."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.storage.document_file import open_file, save_file
from slaeditor.storage.files import FileSystem
from slaeditor.storage.locks import Lock, lock_path
from slaeditor.storage.meta import Meta
from slaeditor.storage.recovery import unfinished
from slaeditor.ui import asking
from slaeditor.ui.document_parts import MOMENT
from slaeditor.ui.start_page import StartPage
from slaeditor.ui.window import windows
from tests.builders import a_level
from tests.storage.newer import A_GOAL, ANOTHER_TABLE, newer_file

REPOSITORY = Path(__file__).resolve().parents[2]
CTRL = Qt.KeyboardModifier.ControlModifier


def add_level(window, name="Silver"):
    window.session.edit(window.session.project.add(a_level(name)), f"Add {name}")


def names(project):
    return [level.name for level in project.table(ServiceLevel)]


def in_file(path):
    return names(open_file(path).project)


def rewrite(path, name="Theirs"):
    there = open_file(path)
    save_file(there.project.add(a_level(name)), path, there.meta, base=there.base)


@pytest.fixture
def goes_to(monkeypatch):
    def answered(path):
        monkeypatch.setattr(asking, "path_to_save", lambda *_: str(path))

    return answered


def page_of(window):
    page = window.findChild(StartPage)
    assert isinstance(page, StartPage)
    return page


def test_a_file_opens_in_the_free_window(opened, gold):
    assert opened.windowTitle() == "Gold.sla[*] — SLA Editor"
    assert names(opened.session.project) == ["Gold"]


def test_a_file_that_is_open_is_not_opened_twice(program, opened, gold, qtbot):
    program.documents.open(opened, gold)
    qtbot.wait(100)
    assert len(windows()) == 1


def test_another_file_opens_in_a_window_of_its_own(program, opened, gold, qtbot):
    other = gold.with_name("Silver.sla")
    other.write_bytes(gold.read_bytes())
    program.documents.open(opened, other)
    qtbot.waitUntil(lambda: len(windows()) == 2)
    assert {one.name for one in windows()} == {"Gold.sla", "Silver.sla"}


def test_a_starter_begins_a_project_without_a_name(program, window, qtbot):
    program.documents.begin(window, "agency")
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    assert window.name == "Untitled"
    assert not window.isWindowModified()
    assert window.session.project.count > 10


def test_an_untouched_project_gives_way_to_a_file(program, window, gold, qtbot):
    program.documents.begin(window, "agency")
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    program.documents.open(window, gold)
    qtbot.waitUntil(lambda: window.name == "Gold.sla")
    assert len(windows()) == 1


def test_what_is_no_project_is_told_in_a_sentence(program, window, tmp_path, question, answer):
    letter = tmp_path / "letter.sla"
    letter.write_text("Dear Sir or Madam, " * 100)
    program.documents.open(window, letter)
    assert "letter.sla" in question().text()
    answer("Close")
    assert window.session is None


def test_a_file_that_is_dropped_opens(window, gold, qtbot):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(gold))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    qtbot.waitUntil(lambda: window.name == "Gold.sla")


def test_ctrl_s_saves_and_takes_the_mark_away(opened, gold, qtbot):
    add_level(opened)
    assert opened.isWindowModified()
    qtbot.keyClick(opened, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not opened.isWindowModified())
    assert in_file(gold) == ["Gold", "Silver"]


def test_saving_keeps_the_steps_that_can_be_undone(opened, qtbot):
    add_level(opened)
    qtbot.keyClick(opened, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not opened.isWindowModified())
    opened.session.undo()
    assert opened.isWindowModified()


def test_saving_under_another_name_adds_the_suffix(program, opened, gold, goes_to, qtbot):
    add_level(opened)
    goes_to(gold.with_name("Version 2.0"))
    program.documents.filing.save_as(opened)
    qtbot.waitUntil(lambda: opened.name == "Version 2.0.sla")
    assert in_file(gold.with_name("Version 2.0.sla")) == ["Gold", "Silver"]
    assert in_file(gold) == ["Gold"]


def test_a_copy_leaves_the_window_where_it_is(program, opened, gold, goes_to, qtbot):
    copy = gold.with_name("Copy.sla")
    goes_to(copy)
    program.documents.filing.save_copy(opened)
    qtbot.waitUntil(copy.exists)
    qtbot.waitUntil(lambda: "Copy.sla" in opened.statusBar().currentMessage())
    assert opened.name == "Gold.sla"


def test_reverting_can_be_undone(program, opened, qtbot):
    add_level(opened)
    program.documents.filing.revert(opened)
    qtbot.waitUntil(lambda: not opened.isWindowModified())
    assert names(opened.session.project) == ["Gold"]
    opened.session.undo()
    assert names(opened.session.project) == ["Gold", "Silver"]


def test_closing_with_unsaved_work_asks_and_names_the_file(opened, question, answer):
    add_level(opened)
    opened.close()
    assert "Gold.sla" in question().text()
    answer("Cancel")
    assert opened.isVisible()


def test_escape_means_cancel(opened, question, qtbot):
    add_level(opened)
    opened.close()
    qtbot.keyClick(question(), Qt.Key.Key_Escape)
    qtbot.wait(50)
    assert opened.isVisible()
    assert opened.isWindowModified()


def test_enter_means_save(opened, gold, question, qtbot):
    add_level(opened)
    opened.close()
    qtbot.keyClick(question(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not windows())
    assert in_file(gold) == ["Gold", "Silver"]


def test_closing_without_saving_leaves_the_file_alone(opened, gold, answer, kept, qtbot):
    add_level(opened)
    opened.close()
    answer("Don’t save")
    qtbot.waitUntil(lambda: not windows())
    assert in_file(gold) == ["Gold"]
    assert unfinished(kept) == []


def test_a_window_stays_open_when_saving_fails(opened, gold, answer, question, qtbot):
    add_level(opened)
    rewrite(gold)
    opened.close()
    answer("Save")
    qtbot.waitUntil(lambda: "somebody else" in question().text())
    assert opened.isVisible()
    answer("Keep working")
    assert in_file(gold) == ["Gold", "Theirs"]


def test_closing_saved_work_asks_nothing(opened, qtbot):
    opened.close()
    qtbot.waitUntil(lambda: not windows())


def test_somebody_elses_version_is_taken_over_while_nothing_is_unsaved(opened, gold, qtbot):
    rewrite(gold)
    qtbot.waitUntil(lambda: names(opened.session.project) == ["Gold", "Theirs"], timeout=10_000)
    assert "Somebody else changed" in opened.messages.words
    assert not opened.isWindowModified()


def test_somebody_elses_version_waits_while_work_is_unsaved(opened, gold, qtbot):
    add_level(opened)
    rewrite(gold)
    qtbot.waitUntil(lambda: "Somebody else changed" in opened.messages.words, timeout=10_000)
    assert names(opened.session.project) == ["Gold", "Silver"]


def test_both_versions_can_be_merged(program, opened, gold, qtbot):
    add_level(opened)
    rewrite(gold)
    program.documents.filing.merge(opened)
    qtbot.waitUntil(lambda: "Theirs" in names(opened.session.project))
    assert set(names(opened.session.project)) == {"Gold", "Silver", "Theirs"}
    qtbot.keyClick(opened, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not opened.isWindowModified())
    assert set(in_file(gold)) == {"Gold", "Silver", "Theirs"}


def test_what_both_changed_is_told_after_a_merge(program, opened, gold, question, answer):
    level = next(iter(opened.session.project.service_levels))
    there = open_file(gold)
    theirs = there.project.put(level.but(name="Golden"))
    opened.session.edit(opened.session.project.put(level.but(name="Gold plus")), "Rename")
    save_file(theirs, gold, there.meta, base=there.base)
    program.documents.filing.merge(opened)
    assert "both had changed the same" in question().text()
    answer("Close")
    assert names(opened.session.project) == ["Gold plus"]


def test_a_home_on_a_network_drive_is_told_with_where_work_is_kept(
    program, window, gold, tmp_path, monkeypatch, qtbot
):
    monkeypatch.delenv("SLAEDITOR_STATE")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("slaeditor.storage.state._KEPT_OVER_BOOTS", tmp_path / "here")
    monkeypatch.setattr(FileSystem, "is_remote", lambda *_: True)
    program.documents.open(window, gold)
    qtbot.waitUntil(lambda: window.session is not None)
    assert "Your own folder is on a network drive" in window.messages.words
    window.session.finish_writing()
    assert list((tmp_path / "here").rglob("work.db"))


def clear_out(path):
    there = open_file(path)
    save_file(Project().add(a_level("Theirs")), path, there.meta, base=there.base)


@pytest.fixture
def ten_levels(program, window, tmp_path, qtbot):
    path = tmp_path / "Ten.sla"
    save_file(Project().add(*(a_level(name) for name in "abcdefghij")), path, Meta())
    program.documents.open(window, path)
    qtbot.waitUntil(lambda: window.session is not None)
    return path


def test_a_merge_that_takes_much_away_asks_first(program, window, ten_levels, question, answer):
    clear_out(ten_levels)
    program.documents.filing.merge(window)
    assert question().text() == "Merging would take 10 of your 10 records away."
    answer("Keep working")
    assert names(window.session.project) == [*"abcdefghij"]


def test_a_merge_that_takes_much_away_goes_on_when_told_to(
    program, window, ten_levels, answer, qtbot
):
    clear_out(ten_levels)
    program.documents.filing.merge(window)
    answer("Merge all the same")
    qtbot.waitUntil(lambda: names(window.session.project) == ["Theirs"])


def test_a_file_somebody_else_has_open_can_be_opened_to_read(
    program, window, gold, answer, goes_to, qtbot
):
    theirs = Lock.take(gold)
    program.documents.open(window, gold)
    answer("Open to read")
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.name == "Gold.sla (read-only)"
    goes_to(gold.with_name("Mine.sla"))
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: window.name == "Mine.sla")
    theirs.release()


def test_a_file_somebody_else_has_open_can_be_taken_over(program, window, gold, answer, qtbot):
    theirs = Lock.take(gold)
    program.documents.open(window, gold)
    answer("Take over")
    qtbot.waitUntil(lambda: window.name == "Gold.sla")
    assert not theirs.is_ours


def test_a_file_somebody_else_has_open_can_be_left_alone(program, window, gold, answer, qtbot):
    theirs = Lock.take(gold)
    program.documents.open(window, gold)
    answer("Cancel")
    qtbot.wait(50)
    assert window.session is None
    theirs.release()


def recent_menu(window):
    menus = window.menuBar().findChildren(QMenu)
    return next(menu for menu in menus if menu.title() == "Open &recent")


def test_the_menu_lists_recent_files_and_greys_missing_ones(program, opened, gold, tmp_path):
    program.documents.recent.add(tmp_path / "gone.sla")
    menu = recent_menu(opened)
    menu.aboutToShow.emit()
    told = {action.text().split("  ")[0]: action.isEnabled() for action in menu.actions()}
    assert told == {"&1 gone.sla": False, "&2 Gold.sla": True, "&Clear list": True}


def test_the_list_of_recent_files_can_be_cleared(program, opened):
    opened.refresh()
    opened.actions_of.by_id["file.clear_recent"].trigger()
    menu = recent_menu(opened)
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["&Clear list"]


CRASH = """
    import sys
    from PySide6.QtCore import QCoreApplication
    from pathlib import Path
    from slaeditor.session.document import Document
    from slaeditor.session.opening import opened
    from slaeditor.storage.state import state
    from tests.builders import a_level
    application = QCoreApplication([])
    document = Document(opened(Path(sys.argv[1]), state()), state())
    document.session.edit(document.session.project.add(a_level("Silver")), "Add Silver")
    document.session.finish_writing()
    print("ready", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def crashed(kept, gold):
    """Work on a file in another process that is killed in the middle of it."""
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(CRASH), str(gold)],
        cwd=REPOSITORY,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        worker.send_signal(signal.SIGKILL)
    return gold


def button_named(page, name):
    from PySide6.QtWidgets import QPushButton

    found = [one for one in page.findChildren(QPushButton) if one.accessibleName() == name]
    return found[0] if found else None


def test_work_left_by_a_crash_is_offered_and_recovered(crashed, window, qtbot):
    page = page_of(window)
    qtbot.waitUntil(lambda: button_named(page, "Recover Gold.sla") is not None, timeout=10_000)
    qtbot.mouseClick(button_named(page, "Recover Gold.sla"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session is not None, timeout=10_000)
    assert names(window.session.project) == ["Gold", "Silver"]
    assert window.isWindowModified()
    qtbot.keyClick(window, Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert in_file(crashed) == ["Gold", "Silver"]


def test_work_left_by_a_crash_can_be_set_aside(crashed, window, answer, kept, qtbot):
    page = page_of(window)
    qtbot.waitUntil(lambda: button_named(page, "Discard Gold.sla") is not None, timeout=10_000)
    qtbot.mouseClick(button_named(page, "Discard Gold.sla"), Qt.MouseButton.LeftButton)
    answer("Discard")
    qtbot.waitUntil(lambda: unfinished(kept) == [])
    assert len(list(kept.quarantine.iterdir())) == 1
    lock_path(crashed).unlink()


def test_ending_the_program_leaves_unsaved_work_to_be_recovered(program, opened, kept):
    add_level(opened)
    program.close_down()
    opened.document = None
    assert len(list(kept.sessions.iterdir())) == 1


def test_a_program_that_ends_at_once_looks_for_no_left_work(program, window, qtbot):
    looked: list[object] = []
    program.documents.left_work_found.connect(looked.append)
    program.close_down()
    qtbot.wait(2 * MOMENT)
    assert not looked


def test_a_newer_file_is_shown_to_be_read(program, window, tmp_path, qtbot):
    path = tmp_path / "Newer.sla"
    path.write_bytes(newer_file(Project().add(a_level("Gold")), ANOTHER_TABLE, A_GOAL))
    program.documents.open(window, path)
    qtbot.waitUntil(lambda: window.session is not None, timeout=10_000)
    assert window.windowTitle() == "Newer.sla (read-only)[*] — SLA Editor"
    assert "“sustainability goals”" in window.messages.words
    assert not lock_path(path).exists()


def test_a_copy_of_what_is_open_to_be_read_may_get_its_name(
    program, window, tmp_path, qtbot, goes_to, question
):
    path = tmp_path / "Newer.sla"
    path.write_bytes(newer_file(Project().add(a_level("Gold"))))
    program.documents.open(window, path)
    qtbot.waitUntil(lambda: window.session is not None, timeout=10_000)
    goes_to(path)
    window.actions_of.by_id["file.save_copy"].trigger()
    assert "newer version" in question().text()


def test_a_copy_is_known_to_be_one(program, window, tmp_path, qtbot):
    path = tmp_path / "Gold for sales.sla"
    save_file(Project().add(a_level("Gold")), path, Meta(edition=Reader.SALES))
    program.documents.open(window, path)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session.reader is Reader.SALES
