"""Fragments kept in memory and in a folder."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from slaeditor.publish.document import Edition
from slaeditor.publish.document_json import value_json
from slaeditor.publish.press.cutting import cut
from slaeditor.publish.press.store import FragmentStore, key_of_message
from tests.publish import editions

KEY, OTHER = "a" * 64, "b" * 64


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "pieces"


def test_what_is_put_is_found(folder):
    store = FragmentStore(folder)
    store.put(KEY, b"pages")
    assert store.get(KEY) == b"pages"
    assert KEY in store


def test_it_is_found_by_another_program_later(folder):
    FragmentStore(folder).put(KEY, b"pages")
    assert FragmentStore(folder).get(KEY) == b"pages"


def test_without_a_folder_it_is_kept_in_memory_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    store = FragmentStore()
    store.put(KEY, b"pages")
    assert store.get(KEY) == b"pages"
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_kept_is_not_found(folder):
    assert FragmentStore(folder).get(KEY) is None
    assert KEY not in FragmentStore(folder)


@pytest.mark.parametrize("damage", ["cut", "turned", "emptied"])
def test_a_damaged_file_is_as_if_it_were_not_there(folder, damage):
    FragmentStore(folder).put(KEY, b"pages " * 50)
    [path] = folder.iterdir()
    content = path.read_bytes()
    damaged = {"cut": content[:-3], "turned": content[:40] + b"x" + content[41:], "emptied": b""}
    path.write_bytes(damaged[damage])
    assert FragmentStore(folder).get(KEY) is None


def test_a_file_under_the_key_of_another_is_not_taken(folder):
    store = FragmentStore(folder)
    store.put(KEY, b"pages")
    store._path(KEY).rename(store._path(OTHER))
    assert FragmentStore(folder).get(OTHER) is None


def test_nobody_else_may_look_into_the_folder(folder):
    FragmentStore(folder).put(KEY, b"pages")
    assert folder.stat().st_mode & 0o077 == 0


def test_memory_is_bounded_and_the_oldest_goes_first():
    store = FragmentStore(memory=10)
    for at in range(4):
        store.put(str(at), b"12345")
    assert [store.get(str(at)) for at in range(4)] == [None, None, b"12345", b"12345"]


def test_the_folder_is_bounded_and_what_was_used_longest_ago_goes_first(folder):
    store = FragmentStore(folder)
    for at, key in enumerate((KEY, OTHER)):
        store.put(key, os.urandom(400))
        os.utime(store._path(key), (at, at))
    FragmentStore(folder, disk=600).trim()
    assert (KEY in FragmentStore(folder), OTHER in FragmentStore(folder)) == (False, True)


def test_clearing_leaves_nothing(folder):
    store = FragmentStore(folder)
    store.put(KEY, b"pages")
    assert store.clear() == 1
    assert store.get(KEY) is None
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "file").write_text("in the way")
    store = FragmentStore(tmp_path / "file" / "pieces")
    store.put(KEY, b"pages")
    assert store.get(KEY) == b"pages"


def keys(edition: Edition) -> set[str]:
    """The keys of the pieces that follow the beginning of a handbook."""
    return {key_of_message(value_json(made.piece)) for made in cut(edition).after}


def test_equal_pieces_of_two_readers_have_one_key():
    one = editions.every_block()
    other = replace(one, cover=replace(one.cover, reader="staff", edition_name="Staff edition"))
    mine, yours = keys(one), keys(other)
    bars = [made for made in cut(one).after if b'"changed":true' in value_json(made.piece)]
    assert 0 < len(bars) < len(mine)  # change bars have the reader's colour
    assert len(mine & yours) == len(mine) - len(bars)


def test_a_piece_that_says_something_else_has_another_key():
    one = editions.every_block()
    last = replace(one.chapters[-1], title="Otherwise")
    other = replace(one, chapters=(*one.chapters[:-1], last))
    assert keys(one) != keys(other)


def counted(made: list[bytes]) -> bytes:
    made.append(b"work")
    return made[-1]


def test_what_was_made_is_recalled_by_another_program_later(folder):
    made: list[bytes] = []
    answers = {FragmentStore(folder).recalled("fonts", lambda: counted(made)) for _ in range(3)}
    assert (answers, made) == ({b"work"}, [b"work"])


def test_other_words_recall_nothing(folder):
    FragmentStore(folder).recalled("fonts", lambda: b"one")
    assert FragmentStore(folder).recalled("other fonts", lambda: b"two") == b"two"


def test_what_is_damaged_is_made_again(folder):
    FragmentStore(folder).recalled("fonts", lambda: b"one")
    [path] = folder.iterdir()
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert FragmentStore(folder).recalled("fonts", lambda: b"one") == b"one"
    assert FragmentStore(folder).recalled("fonts", lambda: b"two") == b"one"


def test_without_a_folder_it_is_made_each_time():
    made: list[bytes] = []
    store = FragmentStore()
    for _ in range(2):
        store.recalled("fonts", lambda: counted(made))
    assert len(made) == 2
