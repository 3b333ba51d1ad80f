"""The starters: named, told in a sentence, loaded afresh."""

from __future__ import annotations

import pytest

from slaeditor.exchange import starters as module
from slaeditor.exchange.starters import starter, starters, untouched_titles
from slaeditor.model.document import Document


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "bundled", lambda *_: tmp_path)
    return tmp_path


def test_the_remarks_at_the_top_say_what_a_starter_is(folder):
    (folder / "desk.yaml").write_text(
        "# Help desk\n# For a small team.\n# icon: headset\n\n# Not this.\nformat: 1\n"
    )
    [one] = starters()
    assert (one.key, one.name, one.sentence, one.icon) == (
        "desk",
        "Help desk",
        "For a small team.",
        "headset",
    )


def test_a_starter_without_remarks_is_named_after_its_file(folder):
    (folder / "help-desk.yaml").write_text("format: 1\n")
    [one] = starters()
    assert (one.name, one.sentence, one.icon) == ("Help desk", "", "book-open")


def test_a_starter_wears_the_colour_of_its_document(folder):
    (folder / "desk.yaml").write_text("format: 1\ndocument:\n  accent: '#112233'\n")
    assert starters()[0].colour == "#112233"


def test_the_blank_one_comes_last(folder):
    for name in ("blank", "blank-german", "agency", "zoo"):
        (folder / f"{name}.yaml").write_text("format: 1\n")
    assert [one.key for one in starters()] == ["agency", "zoo", "blank", "blank-german"]


def test_without_starters_there_are_none(monkeypatch):
    def missing(*_):
        raise FileNotFoundError

    monkeypatch.setattr(module, "bundled", missing)
    assert starters() == ()


@pytest.mark.parametrize("key", [one.key for one in starters()])
def test_every_starter_that_comes_with_the_program_loads(key):
    assert starter(key).project().count > 0


@pytest.mark.parametrize("one", starters(), ids=lambda one: one.key)
def test_every_starter_has_a_name_a_sentence_and_an_icon(one):
    from slaeditor.bundled import bundled

    assert one.name
    assert 20 < len(one.sentence) < 240
    assert bundled("icons", f"{one.icon}.svg").exists()


def test_an_unknown_key_is_refused():
    with pytest.raises(KeyError):
        starter("no such starter")


def test_the_titles_of_blank_projects_are_those_nobody_typed():
    blank = {starter(key).project().the(Document).name for key in ("blank", "blank-german")}
    assert untouched_titles() == blank | {""}
