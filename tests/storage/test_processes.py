"""A process is known to run, or to have ended, on this machine."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from slaeditor.storage.processes import Process


def test_this_process_runs_here():
    assert Process.this().runs
    assert Process.this().is_here


def test_a_process_that_ended_does_not_run():
    with subprocess.Popen([sys.executable, "-c", "pass"]) as child:
        child.wait()
    assert not replace(Process.this(), pid=child.pid, started="").runs


@pytest.mark.parametrize("pid", [0, -1, 2**22 + 1, 2**70])
def test_a_number_that_is_none_does_not_run(pid: int):
    assert not replace(Process.this(), pid=pid, started="1").runs


def test_another_machine_is_not_here():
    assert not replace(Process.this(), host="PC-7").is_here


def test_a_process_comes_back_from_its_entries():
    assert Process.told(Process.this().entries) == Process.this()


@pytest.mark.parametrize("entries", [{}, {"host": "a", "boot": "b"}, {"pid": None}])
def test_entries_that_name_none_are_refused(entries: dict[str, object]):
    with pytest.raises(ValueError, match="which process owns it"):
        Process.told(entries)
