"""The guards of `conftest.py` are seen to fail, each on a test that deserves it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

OFFENDERS = """
import logging, subprocess, sys, threading
import pytest

def test_warns():
    logging.getLogger("somewhere").warning("the disk is nearly full")

@pytest.mark.expects_log
def test_warns_and_says_so():
    logging.getLogger("somewhere").warning("the disk is nearly full")

def test_leaves_a_thread():
    threading.Thread(target=threading.Event().wait, args=(20,), daemon=True, name="idler").start()

def test_leaves_a_process():
    child = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read(1)"], stdin=-1)
    globals()["kept"] = child

def test_leaves_a_window():
    from PySide6.QtWidgets import QApplication, QWidget
    globals()["application"] = QApplication.instance() or QApplication([])
    globals()["window"] = QWidget()
    globals()["window"].show()

def test_stops_a_process():
    subprocess.run([sys.executable, "-c", "pass"], check=True)
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("offenders")
    conftest = (Path(__file__).parent / "conftest.py").read_text(encoding="utf-8")
    shorter = conftest.replace("PATIENCE_SECONDS = 3.0", "PATIENCE_SECONDS = 0.3")
    (folder / "conftest.py").write_text(shorter, encoding="utf-8")
    (folder / "test_offenders.py").write_text(OFFENDERS, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers =\n    expects_log\n    outlives\n")
    command = [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", str(folder)]
    environment = {**os.environ, "PYTEST_ADDOPTS": ""}
    run = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    shutil.rmtree(folder)
    return run.stdout


@pytest.mark.parametrize(
    ("offender", "sentence"),
    [
        ("test_warns", "WARNING somewhere: the disk is nearly full"),
        ("test_leaves_a_thread", "left behind: thread idler"),
        ("test_leaves_a_process", "left behind: process"),
        ("test_leaves_a_window", "left behind: window"),
    ],
)
def test_an_offender_is_caught(report: str, offender: str, sentence: str):
    assert f"ERROR test_offenders.py::{offender} - Failed: " in report
    assert sentence in report


@pytest.mark.parametrize("innocent", ["test_warns_and_says_so", "test_stops_a_process"])
def test_an_innocent_test_passes(report: str, innocent: str):
    assert f"PASSED test_offenders.py::{innocent}" in report
    assert f"ERROR test_offenders.py::{innocent}" not in report
