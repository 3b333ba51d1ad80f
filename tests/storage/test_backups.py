"""Earlier versions are kept by count, by day, by week and by month."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.readers import Reader
from slaeditor.storage import backups
from slaeditor.storage.backups import Backup, Backups, kept
from slaeditor.storage.state import State

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def here(tmp_path: Path) -> State:
    (tmp_path / "backups").mkdir()
    return State(tmp_path)


def series(count: int, apart: timedelta) -> list[Backup]:
    return [
        Backup(Path(str(n)), n, NOW - apart * (count - n), f"{n:08x}", 1000)
        for n in range(1, count + 1)
    ]


def test_the_last_twenty_saves_stay():
    assert [one.number for one in kept(series(25, timedelta(minutes=1)))[:20]] == list(
        range(25, 5, -1)
    )


def test_one_a_day_stays_for_twelve_days():
    hourly = series(24 * 30, timedelta(hours=1))
    days = {one.saved_at.date() for one in kept(hourly)}
    assert all((NOW - timedelta(days=ago)).date() in days for ago in range(1, 13))


def test_a_year_of_daily_saves_shrinks_to_what_was_promised():
    daily = series(800, timedelta(days=1))
    assert len(kept(daily)) == 20 + 12 + 10 + 9


def test_thinning_every_day_keeps_as_much_as_thinning_once():
    stay: list[Backup] = []
    for made in series(800, timedelta(days=1)):
        stay = kept([*stay, made])
    assert len(stay) == 20 + 12 + 10 + 9


@given(st.lists(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2050, 1, 1))))
def test_a_clock_that_jumps_never_costs_the_last_saves(times: list[datetime]):
    made = [Backup(Path(str(n)), n, at, "", 1) for n, at in enumerate(times)]
    newest = sorted((one.number for one in made), reverse=True)[:20]
    assert [one.number for one in kept(made)[:20]] == newest


def test_a_version_is_kept_with_its_number(here: State):
    made = Backups(here, "document").keep(b"first", NOW)
    assert made.path.name.startswith("000001-2026-11-22T120000Z-")
    assert made.path.read_bytes() == b"first"


def test_a_copy_for_a_reader_is_known_as_one(here: State):
    earlier = Backups(here, "document")
    earlier.keep(b"whole", NOW)
    earlier.keep(b"copy", NOW, edition=Reader.SALES)
    assert [one.edition for one in earlier.versions()] == [Reader.SALES, None]


def test_the_newest_version_stands_first(here: State):
    earlier = Backups(here, "document")
    earlier.keep(b"first", NOW)
    earlier.keep(b"second", NOW - timedelta(days=900))
    assert [one.path.read_bytes() for one in earlier.versions()] == [b"second", b"first"]


def test_the_same_content_is_kept_once(here: State):
    earlier = Backups(here, "document")
    earlier.keep(b"first", NOW)
    earlier.keep(b"first", NOW + timedelta(days=1))
    assert len(earlier.versions()) == 1


def test_what_is_not_to_be_kept_is_removed(here: State):
    earlier = Backups(here, "document")
    for number in range(40):
        earlier.keep(b"%d" % number, NOW + timedelta(seconds=number))
    assert len(earlier.versions()) == 20


def test_the_whole_stays_below_the_limit(here: State, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(backups, "MOST_BYTES", 250)
    earlier = Backups(here, "document")
    for number in range(5):
        earlier.keep(b"%d" % number * 100, NOW + timedelta(hours=number))
    assert [one.number for one in earlier.versions()] == [5, 4]


def test_the_newest_version_of_each_document_stays(here: State, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(backups, "MOST_BYTES", 10)
    Backups(here, "one").keep(b"x" * 100, NOW)
    Backups(here, "two").keep(b"y" * 100, NOW)
    assert len(Backups(here, "one").versions()) == 1


def test_other_files_in_the_folder_are_left_alone(here: State):
    earlier = Backups(here, "document")
    earlier.keep(b"first", NOW)
    (here.backups / "document" / "notes.txt").write_text("mine")
    earlier.keep(b"second", NOW)
    assert (here.backups / "document" / "notes.txt").exists()


def test_the_folder_is_closed_to_others(here: State):
    Backups(here, "document").keep(b"first", NOW)
    assert (here.backups / "document").stat().st_mode & 0o777 == 0o700
