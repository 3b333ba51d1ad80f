"""A program killed at any instant of a save or an edit loses nothing it had acknowledged."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.storage.document_file import open_file, save_file
from slaeditor.storage.meta import Meta
from slaeditor.storage.recovery import discard, restore, unfinished
from slaeditor.storage.state import State

SAVER = """
import sys
from pathlib import Path
from slaeditor.model.document import Document
from slaeditor.storage.document_file import open_file, save_file
path = Path(sys.argv[1])
while True:
    opened = open_file(path)
    document = opened.project.the(Document)
    number = int(document.name) + 1
    project = opened.project.put(document.but(name=str(number)))
    save_file(project, path, opened.meta, base=opened.base)
    print(number, flush=True)
"""
EDITOR = """
import sys
from pathlib import Path
from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.rules.history import History
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import state
from slaeditor.storage.working_copy import WorkingCopy
history = History(Project().add(Document(name="0")))
copy = WorkingCopy.begin(state(), history, None, Meta())
print(0, flush=True)
for number in range(1, 1_000_000):
    document = history.project.the(Document)
    history = history.edit(history.project.put(document.but(name=str(number))), "Count").seal()
    copy.keep(history)
    print(number, flush=True)
"""


def killed(program: str, *arguments: str, acknowledged: int, source: random.Random) -> int:
    """Run a program, kill it some time after it acknowledged so much, return what it did last."""
    command = [sys.executable, "-c", program, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for _ in range(acknowledged):
            child.stdout.readline()
        spin(source.randrange(60_000))
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read().split()
    return int(rest[-1]) if rest else 0


def spin(turns: int) -> None:
    for _ in range(turns):
        pass


@pytest.mark.slow
def test_an_acknowledged_save_survives_kills(tmp_path: Path):
    path = tmp_path / "a.sla"
    save_file(Project().add(Document(name="0")), path, Meta())
    source = random.Random(1)
    for _ in range(12):
        last = killed(SAVER, str(path), acknowledged=source.randint(1, 4), source=source)
        assert int(open_file(path).project.the(Document).name) >= last
    assert int(open_file(path).project.the(Document).name) >= 12


@pytest.mark.slow
def test_a_finished_edit_survives_kills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path))
    source = random.Random(2)
    for _ in range(8):
        last = killed(EDITOR, acknowledged=source.randint(1, 40), source=source)
        (session,) = unfinished(State(tmp_path))
        recovered = restore(session)
        assert recovered.losses == ()
        assert int(recovered.history.project.the(Document).name) >= last
        assert len(recovered.history.done) >= last
        discard(session, State(tmp_path))
