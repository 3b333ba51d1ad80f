"""What every test runs under: no screen, our own fonts, a home of its own, and nothing left behind.

A test fails that lets a warning reach the log, or leaves a child process, a thread or a visible
window behind. `@pytest.mark.expects_log` and `@pytest.mark.outlives` say that it is meant.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts" / "fonts.conf"
PATIENCE_SECONDS = 3.0
# Python's own servants of multiprocessing live until the interpreter ends.
SERVANTS = (b"multiprocessing.resource_tracker", b"multiprocessing.forkserver")

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")
if FONTS.exists():
    os.environ["FONTCONFIG_FILE"] = str(FONTS)

settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("search", deadline=None, print_blob=True, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session", autouse=True)
def a_home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Points every per-user folder at a temporary one, so that no test sees the user's own."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield home


class Overheard(logging.Handler):
    """Keeps the sentences of every record at warning level or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.sentences: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.sentences.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def a_quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test during which a warning was logged that it did not announce."""
    overheard = Overheard()
    logging.getLogger().addHandler(overheard)
    yield
    logging.getLogger().removeHandler(overheard)
    if overheard.sentences and not request.node.get_closest_marker("expects_log"):
        pytest.fail("unexpected in the log:\n  " + "\n  ".join(overheard.sentences), pytrace=False)


@pytest.fixture(autouse=True)
def garbage_ends_in_this_thread() -> Iterator[None]:
    """Collects after a test what may hold widgets, which die in no other thread without harm.

    The program does the same in `slaeditor.ui.garbage`; a later test that works with threads would
    else collect the widgets of an earlier one.
    """
    yield
    if "PySide6.QtWidgets" in sys.modules:
        gc.disable()
        gc.collect(1)


@pytest.fixture(autouse=True, scope="module")
def garbage_of_a_module_ends_with_it() -> Iterator[None]:
    """Collects everything after the tests of one file, and looks at the rest never again."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves a child process, a thread or a visible window behind."""
    before = leftovers()
    yield
    if request.node.get_closest_marker("outlives"):
        return
    remaining = settled(lambda: leftovers() - before)
    if remaining:
        pytest.fail("left behind: " + ", ".join(sorted(remaining)), pytrace=False)


def settled(remaining: Callable[[], set[str]]) -> set[str]:
    """Returns what still remains when everything that is about to end has had time to."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while (found := remaining()) and time.monotonic() < give_up:
        threading.Event().wait(0.02)
    return found


def leftovers() -> set[str]:
    """Returns a name for every thread, child process and visible window there is now."""
    return running_threads() | child_processes() | visible_windows()


def running_threads() -> set[str]:
    """Returns the Python threads; those that Qt started only pass through Python."""
    dummy = getattr(threading, "_DummyThread", ())
    alive = (thread for thread in threading.enumerate() if not isinstance(thread, dummy))
    return {f"thread {thread.name} ({thread.ident})" for thread in alive}


def child_processes() -> set[str]:
    """Returns the children that still run, as Linux lists them; elsewhere an empty set."""
    listings = Path("/proc/self/task").glob("*/children")
    children = {pid for listing in listings for pid in read(listing).decode().split()}
    return {f"process {pid} {words}" for pid in children if (words := command_line(pid))}


def command_line(pid: str) -> str:
    """Returns the words a process was started with; empty when it ended or serves Python."""
    words = b""
    while not words and is_running(pid):  # the words appear a moment after the process
        words = read(Path("/proc", pid, "cmdline"))
    if any(servant in words for servant in SERVANTS):
        return ""
    return words.replace(b"\0", b" ").decode(errors="replace").strip()


def is_running(pid: str) -> bool:
    """Says whether a process exists and is more than an exit status waiting to be fetched."""
    state = read(Path("/proc", pid, "stat")).rpartition(b")")[2].split()
    return bool(state) and state[0] not in b"ZX"


def read(path: Path) -> bytes:
    """Returns what a file of a process says, nothing once the process or thread is gone."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def visible_windows() -> set[str]:
    """Returns the top-level widgets on the (offscreen) screen, if Qt is in use at all."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return set()
    windows = widgets.QApplication.topLevelWidgets()
    return {f"window {window!r}" for window in windows if window.isVisible()}
