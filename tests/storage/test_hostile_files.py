"""Whatever a file holds: one sentence, within two seconds, and nothing changed."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import NOBODY
from slaeditor.storage.builder import build
from slaeditor.storage.document_file import open_file
from slaeditor.storage.files import FileSystem
from slaeditor.storage.header import LARGEST_FILE
from slaeditor.storage.loader import load
from slaeditor.storage.newer_files import understood
from slaeditor.storage.trouble import (
    CannotRead,
    DamagedFile,
    FileInUse,
    FileTooLarge,
    NewerFile,
    NotASlaFile,
    NotFound,
    ScribusFile,
    StorageTrouble,
)
from tests.storage import hostile
from tests.storage.hostile import BROKEN, CELLS, FOREIGN, GOOD, META, SQL

SECONDS = 2.0


@contextmanager
def refusal(
    sort: type[StorageTrouble] | tuple[type[StorageTrouble], ...] = StorageTrouble,
) -> Iterator[pytest.ExceptionInfo]:
    """Expect a sentence that names the file, within two seconds of the processor."""
    begun = time.process_time()
    with pytest.raises(sort) as refused:
        yield refused
    assert time.process_time() - begun < SECONDS
    assert refused.value.sentence.startswith("“a.sla” ")
    assert refused.value.sentence.endswith(".")
    assert "\n" not in refused.value.sentence
    assert refused.value.remedy


def test_the_good_file_opens():
    assert load(GOOD).meta == META


@pytest.mark.parametrize("name", FOREIGN)
def test_what_is_none_of_ours_is_refused(name: str):
    with refusal() as refused:
        load(FOREIGN[name], "a.sla")
    assert isinstance(refused.value, (NotASlaFile, NewerFile, DamagedFile))


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_refused(name: str):
    with refusal(DamagedFile):
        load(BROKEN[name], "a.sla")


@pytest.mark.parametrize("name", [*SQL, *CELLS])
def test_a_newer_number_excuses_nothing(name: str):
    content = (SQL | CELLS)[name]()
    newer = content[:60] + (2).to_bytes(4, "big") + content[64:]
    with refusal((NewerFile, DamagedFile)):
        understood(newer, "a.sla")


@pytest.mark.parametrize("name", SQL)
def test_foreign_sql_is_refused(name: str):
    content = SQL[name]()
    with refusal(DamagedFile):
        load(content, "a.sla")


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_that_is_no_value_is_refused(name: str):
    content = CELLS[name]()
    with refusal(DamagedFile):
        load(content, "a.sla")


def test_too_many_records_are_refused():
    content = many_rows()
    with refusal(DamagedFile):
        load(content, "a.sla")


def many_rows() -> bytes:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(GOOD)
    columns = [row[1:4] for row in connection.execute("PRAGMA table_info(comments)")][3:]
    blank = [None if not needed else 0 if sort == "INTEGER" else "" for _, sort, needed in columns]
    connection.execute("BEGIN")
    connection.executemany(
        f"INSERT INTO comments VALUES (?, 0, 'staff'{', ?' * len(blank)})",
        ((f"00000000-0000-4000-8000-{n:012}", *blank) for n in range(300_000)),
    )
    connection.execute("COMMIT")
    content = connection.serialize()
    connection.close()
    return content


def test_a_scribus_file_is_said_to_be_one():
    with pytest.raises(ScribusFile, match="made with Scribus"):
        load(FOREIGN["Scribus"])


def test_a_newer_file_names_both_formats():
    with pytest.raises(NewerFile, match="has file format 9999; this version of SLA Editor knows 1"):
        load(FOREIGN["future"])


def test_a_damaged_cell_is_named():
    with pytest.raises(DamagedFile, match=r"in Service levels, record 1, Name: There is a charac"):
        load(CELLS["NUL in text"]())


def test_a_record_without_readers_is_the_managers_own():
    content = hostile.cells("readers", "''")()
    assert {level.readers for level in load(content).project.service_levels} == {NOBODY}


def test_records_that_refer_to_themselves_open():
    one = ServiceLevel(name="Gold")
    project = Project().add(one.but(adds_to=(one.id,)))
    assert load(build(project, META).content).project == project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.sla"


def test_a_folder_is_refused(path: Path):
    path.mkdir()
    with refusal(NotASlaFile):
        open_file(path)


def test_a_pipe_is_refused_without_waiting(path: Path):
    os.mkfifo(path)
    with refusal(NotASlaFile):
        open_file(path)


def test_a_device_is_refused(path: Path):
    path.symlink_to("/dev/zero")
    with refusal(NotASlaFile):
        open_file(path)


def test_a_link_to_itself_is_refused(path: Path):
    path.symlink_to(path)
    with refusal(NotASlaFile):
        open_file(path)


def test_a_link_to_nowhere_is_not_found(path: Path):
    path.symlink_to(path.with_name("nowhere"))
    with refusal(NotFound):
        open_file(path)


def test_a_sparse_file_of_two_gigabytes_is_not_read(path: Path):
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)
    with refusal(FileTooLarge):
        open_file(path)


def test_the_largest_file_is_256_megabytes():
    assert LARGEST_FILE == 256 * 1024 * 1024


def test_a_file_that_may_not_be_read_says_so(path: Path):
    class Closed(FileSystem):
        def open_to_read(self, path: Path) -> int:
            raise PermissionError(13, "Permission denied")

    with refusal(CannotRead):
        open_file(path, Closed())


def test_a_file_that_changes_while_it_is_read_is_read_again(path: Path):
    class Busy(FileSystem):
        left = 1

        def open_to_read(self, path: Path) -> int:
            descriptor = super().open_to_read(path)
            if self.left:
                self.left -= 1
                path.write_bytes(GOOD)
                os.utime(path, ns=(0, self.left))
            return descriptor

    path.write_bytes(GOOD[:4096])
    assert open_file(path, Busy()).meta == META


def test_a_file_that_never_rests_is_in_use(path: Path):
    class Restless(FileSystem):
        ticks = 0

        def status_of(self, descriptor: int) -> os.stat_result:
            self.ticks += 1
            os.utime(path, ns=(0, self.ticks))
            return super().status_of(descriptor)

    path.write_bytes(GOOD)
    with refusal(FileInUse):
        open_file(path, Restless())


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_a_stale_journal_changes_nothing(path: Path, ending: str):
    path.write_bytes(GOOD)
    path.with_name("a.sla" + ending).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    assert open_file(path).project == load(GOOD).project
    assert path.read_bytes() == GOOD


def test_opening_changes_nothing(path: Path):
    path.write_bytes(GOOD)
    before = path.stat()
    open_file(path)
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert list(path.parent.iterdir()) == [path]


def test_the_good_file_is_good():
    assert hostile.is_good()
