"""A hostile machine: no room, odd clocks, thousands of backups, loops in the content."""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from slaeditor.model.escalation import EscalationPolicy
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.model.work import Role
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.printing import pdf
from slaeditor.publish.trouble import WorkerLost
from slaeditor.rules.checks.checking import check
from slaeditor.rules.history import History
from slaeditor.storage.backups import SAVES, Backups
from slaeditor.storage.document_file import open_file, save_file
from slaeditor.storage.files import FileSystem
from slaeditor.storage.meta import Meta
from slaeditor.storage.recovery import restore, unfinished
from slaeditor.storage.state import State, state
from slaeditor.storage.trouble import CannotWrite, StorageTrouble
from slaeditor.storage.working_copy import WorkingCopy
from tests.builders import a_level, open_to_all
from tests.storage.crashes import crashed

META = Meta("0b6e1c2e-0c6f-4f5e-9d52-0c1f8d1f3a77")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> State:
    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path / "state"))
    return state()


def test_levels_that_are_based_on_each_other_are_checked_and_printed(tmp_path: Path):
    gold, silver = a_level("Gold"), a_level("Silver")
    gold = gold.but(based_on=silver.id, adds_to=(gold.id, silver.id))
    project = Project().add(gold, silver.but(based_on=gold.id, adds_to=(gold.id,)))
    save_file(project, tmp_path / "a.sla", Meta())
    found = open_file(tmp_path / "a.sla").project
    assert check(found, date(2026, 11, 22))
    assert edition(found, Reader.CLIENT, on=date(2026, 11, 22)).chapters


def test_a_ladder_that_leads_back_to_itself_is_checked_and_printed():
    role = open_to_all(Role, name="Lead")
    role = role.but(**{name: role.id for name in ("reports_to", "deputy") if hasattr(role, name)})
    first, second = (open_to_all(EscalationPolicy, name=name) for name in "AB")
    project = Project().add(role, first, second)
    check(project, date(2026, 11, 22))
    assert edition(project, Reader.STAFF, on=date(2026, 11, 22)).front


def test_a_home_that_cannot_be_written_is_said(monkeypatch, tmp_path: Path):
    class Closed(FileSystem):
        def make_private_folder(self, folder: Path) -> None:
            raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setenv("SLAEDITOR_STATE", str(tmp_path / "state"))
    with pytest.raises(CannotWrite, match="you may not write there"):
        state(Closed())


def test_a_full_folder_for_temporary_files_is_said(monkeypatch):
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", full)
    with pytest.raises(WorkerLost, match="could not be started: No space left") as told:
        pdf(edition(Project().add(a_level("Gold")), Reader.CLIENT))
    assert "Free some room" in told.value.remedy


def test_ten_thousand_backups_are_thinned_in_a_moment(here: State):
    folder = here.backups / META.document
    folder.mkdir(parents=True)
    start = datetime(2020, 1, 1, tzinfo=UTC)
    for number in range(1, 10_001):
        moment = (start + timedelta(hours=number)).strftime("%Y-%m-%dT%H%M%SZ")
        (folder / f"{number:06}-{moment}-{number:08x}.sla").touch()
    begun = time.process_time()
    Backups(here, META.document).keep(b"the newest")
    assert time.process_time() - begun < 4
    left = Backups(here, META.document).versions()
    assert left[0].number == 10_001
    assert SAVES < len(left) < 60


@pytest.mark.parametrize("years", [-20, 20])
def test_a_clock_that_jumps_by_years_loses_nothing(here: State, monkeypatch, years: int):
    history = History(Project().add(a_level("Gold")))
    copy = WorkingCopy.begin(here, history, None, META)
    later = time.time() + years * 365 * 86_400
    for module in ("working_copy", "recovery", "backups"):
        monkeypatch.setattr(f"slaeditor.storage.{module}.datetime", _moved(later))
    history = history.edit(history.project.add(a_level("Silver")), "Add")
    copy.keep(history)
    first = Backups(here, META.document).keep(b"one")
    crashed(copy)
    (left,) = unfinished(here)
    assert len(restore(left).history.project.service_levels) == 2
    monkeypatch.undo()
    assert Backups(here, META.document).keep(b"two").number == first.number + 1


def _moved(now: float) -> type[datetime]:
    class Moved(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.fromtimestamp(now, tz)

    return Moved


FULL = """
import resource, signal, sys
from pathlib import Path
from slaeditor.rules.history import History
from slaeditor.model.project import Project
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import state
from slaeditor.storage.trouble import CannotWrite
from slaeditor.storage.working_copy import WorkingCopy
from tests.builders import a_level
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
history = History(Project())
copy = WorkingCopy.begin(state(), history, None, Meta())
resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000))
for number in range(2000):
    more = history.project.add(a_level(f"Level {number}", description="x" * 900))
    history = history.edit(more, "Add").seal()
    try:
        copy.keep(history)
    except CannotWrite as refused:
        print(number, refused.sentence, flush=True)
        break
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="the limit is one of POSIX")
def test_a_disk_that_is_full_while_one_edits_is_said_and_costs_no_finished_edit(here: State):
    done = subprocess.run(
        [sys.executable, "-c", FULL.replace("description", "promise")],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    number, _, sentence = done.stdout.partition(" ")
    assert sentence.startswith("Your last edit could not be kept on this computer’s disk")
    (left,) = unfinished(here)
    recovered = restore(left)
    assert recovered.losses == ()
    assert len(recovered.history.project.service_levels) in {int(number), int(number) + 1}


def _can_mount() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0


@pytest.fixture
def small_disk(tmp_path: Path):
    """A real file system with room for little."""
    if not _can_mount():
        pytest.skip("only the administrator may make a small disk")
    folder = tmp_path / "small"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", str(folder)]
    if subprocess.run(words, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody make a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_without_room_keeps_the_earlier_file(small_disk: Path):
    path = small_disk / "a.sla"
    saved = save_file(Project().add(a_level("Gold")), path, META)
    large = Project().add(*(ServiceLevel(name=f"{n}", promise="x" * 9000) for n in range(80)))
    with pytest.raises(StorageTrouble, match="the disk is full"):
        save_file(large, path, saved.meta, base=saved.base)
    assert open_file(path).base == saved.base
    assert [one.name for one in small_disk.iterdir()] == ["a.sla"]


def test_the_program_speaks_the_same_in_every_locale(tmp_path: Path):
    words = (
        "import locale, sys; locale.setlocale(locale.LC_ALL, '');"
        "from pathlib import Path; from tests.builders import a_level;"
        "from slaeditor.model.project import Project; from slaeditor.storage.meta import Meta;"
        "from slaeditor.storage.document_file import open_file, save_file;"
        "save_file(Project().add(a_level('İI ıi ß')), Path(sys.argv[1]), Meta());"
        "print(next(iter(open_file(Path(sys.argv[1])).project.service_levels)).name)"
    )
    for language in ("tr_TR.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8", "C"):
        environment = {**os.environ, "LC_ALL": language, "PYTHONIOENCODING": "utf-8"}
        known = subprocess.run(
            [sys.executable, "-c", "import locale; locale.setlocale(locale.LC_ALL, '')"],
            env=environment,
            capture_output=True,
            check=False,
        )
        if known.returncode:
            continue
        path = tmp_path / f"{language}.sla"
        done = subprocess.run(
            [sys.executable, "-c", words, str(path)],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            cwd=Path(__file__).resolve().parents[2],
        )
        assert done.stdout.strip() == "İI ıi ß"


SLEEPER = """
import signal, sys
from slaeditor.model.project import Project
from slaeditor.rules.history import History
from slaeditor.storage.meta import Meta
from slaeditor.storage.state import state
from slaeditor.storage.working_copy import WorkingCopy
from tests.builders import a_level
history = History(Project())
copy = WorkingCopy.begin(state(), history, None, Meta())
print("asleep", flush=True)
sys.stdin.readline()
copy.keep(history.edit(history.project.add(a_level("Gold")), "Add"))
print("awake", flush=True)
sys.stdin.readline()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="the signal is one of POSIX")
def test_a_program_that_was_stopped_and_woken_goes_on(here: State):
    with subprocess.Popen(
        [sys.executable, "-c", SLEEPER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    ) as sleeper:
        assert sleeper.stdin is not None
        assert sleeper.stdout is not None
        assert sleeper.stdout.readline() == "asleep\n"
        sleeper.send_signal(signal.SIGSTOP)
        assert unfinished(here) == []  # it sleeps, and has not crashed
        sleeper.send_signal(signal.SIGCONT)
        sleeper.stdin.write("\n")
        sleeper.stdin.flush()
        assert sleeper.stdout.readline() == "awake\n"
        sleeper.kill()
    (left,) = unfinished(here)
    assert len(restore(left).history.project.service_levels) == 1
