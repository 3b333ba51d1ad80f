"""A second start hands its files to the first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from slaeditor.ui.program import is_taken_over, meeting_name
from slaeditor.ui.single_instance import Listener, asked_paths
from slaeditor.ui.window import windows

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def listener(qtbot):
    made = Listener(meeting_name())
    yield made
    made.close()


def start(*paths):
    """Start the program a second time, as far as the hand-over."""
    words = "import sys; from pathlib import Path; from slaeditor.ui.program import is_taken_over;"
    words += "sys.exit(0 if is_taken_over([Path(one) for one in sys.argv[1:]]) else 3)"
    return subprocess.Popen([sys.executable, "-c", words, *map(str, paths)], cwd=REPOSITORY)


def test_files_reach_the_program_that_runs(qtbot, listener, tmp_path):
    with qtbot.waitSignal(listener.asked, timeout=20_000) as told:
        second = start(tmp_path / "Gold.sla")
    assert told.args[0] == [tmp_path / "Gold.sla"]
    assert second.wait(20) == 0


def test_without_a_program_the_start_goes_on(qapp):
    assert not is_taken_over([])


def test_what_is_no_message_of_ours_is_ignored(qtbot, listener):
    heard: list[object] = []
    listener.asked.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(meeting_name())
    assert socket.waitForConnected(2000)
    socket.write(b"not json at all\n")
    socket.flush()
    qtbot.wait(100)
    assert heard == []
    socket.disconnectFromServer()


@pytest.mark.parametrize("words", [b"{}", b"[1]", b"\xff", b'"a"'])
def test_only_lists_of_paths_are_understood(words):
    assert asked_paths(words) is None


def test_a_socket_that_a_crash_left_is_taken_over(qtbot):
    import tempfile

    left = Path(tempfile.gettempdir(), meeting_name())
    left.touch()
    listener = Listener(meeting_name())
    assert listener.listening
    listener.close()


def test_the_running_program_opens_the_file(program, window, gold, qtbot):
    program.listen()
    second = start(gold)
    qtbot.waitUntil(lambda: window.name == "Gold.sla", timeout=20_000)
    assert len(windows()) == 1
    assert second.wait(20) == 0
