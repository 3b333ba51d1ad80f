"""When the session ends the program ends, asks nothing, and the work is there afterwards."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from slaeditor.storage.document_file import open_file
from slaeditor.storage.locks import lock_path
from slaeditor.storage.recovery import restore, unfinished
from slaeditor.ui.session_end import ENDS
from tests.builders import a_level

REPOSITORY = Path(__file__).resolve().parents[2]
WORK = """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from slaeditor.app import prepared
    from slaeditor.ui.program import Program
    from slaeditor.ui.window import windows
    from tests.builders import a_level
    application = prepared([])
    program = Program(application)
    program.open_window()
    program.open_files([Path(sys.argv[1])])
    program.listen()
    def type_on():
        session = windows()[0].session
        if session is None:
            return
        watch.stop()
        session.edit(session.project.add(a_level("Silver")), "Add Silver", key="typing")
        print("ready", flush=True)
    watch = QTimer()
    watch.timeout.connect(type_on)
    watch.start(20)
    sys.exit(application.exec())
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_polite_kill_ends_the_program_and_keeps_what_was_typed(kept, gold, number):
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(WORK), str(gold)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        try:
            program.send_signal(number)
            assert program.wait(30) == 0
        finally:
            program.kill()
    (left,) = unfinished(kept)
    assert {level.name for level in restore(left).history.project.service_levels} == {
        "Gold",
        "Silver",
    }
    assert len(open_file(gold).project.service_levels) == 1
    assert not lock_path(gold).exists()


def test_what_was_typed_stands_on_the_disk_when_the_system_is_about_to_end(program, opened, kept):
    program.listen()
    opened.session.edit(opened.session.project.add(a_level("Silver")), "Add Silver", key="typing")
    assert program._end is not None
    program._end.commit(None)  # what Qt calls; nothing but Qt can make its argument
    folder = next(kept.sessions.iterdir())
    assert b"Silver" in (folder / "work.db-wal").read_bytes()


def test_signals_are_given_back(program):
    before = [signal.getsignal(number) for number in ENDS]
    program.listen()
    assert [signal.getsignal(number) for number in ENDS] != before
    program.close_down()
    assert [signal.getsignal(number) for number in ENDS] == before
