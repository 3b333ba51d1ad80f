"""A saved project comes back, and nobody's version is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from slaeditor.model.document import Document
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.storage.builder import build
from slaeditor.storage.digest import content_digest
from slaeditor.storage.document_file import open_file, save_file, write_made
from slaeditor.storage.loader import load
from slaeditor.storage.meta import Meta
from slaeditor.storage.trouble import Conflict, NotFound, NotStorable, Refused
from tests.projects import every_grammar_has_words, made_project, projects

META = Meta("0b6e1c2e-0c6f-4f5e-9d52-0c1f8d1f3a77")


def gold() -> Project:
    return Project().add(Document(name="Handbook"), ServiceLevel(name="Gold"))


def renamed(project: Project, name: str) -> Project:
    return project.put(project.the(Document).but(name=name))


def test_every_kind_of_field_has_words_in_the_random_projects():
    assert every_grammar_has_words()


@pytest.mark.parametrize("seed", range(5))
def test_a_project_with_every_kind_of_record_comes_back(seed: int, tmp_path: Path):
    project = made_project(seed)
    save_file(project, tmp_path / "a.sla", META)
    assert open_file(tmp_path / "a.sla").project == project


@given(projects())
@settings(max_examples=60)
def test_any_project_comes_back(project: Project):
    assert load(build(project, META).content).project == project


@given(projects())
@settings(max_examples=30)
def test_the_same_project_gives_the_same_bytes(project: Project):
    first = build(project, META).content
    assert build(load(first).project, META).content == first


def test_saving_again_changes_nothing_but_the_ancestors(tmp_path: Path):
    path = tmp_path / "a.sla"
    saved = save_file(gold(), path, META)
    opened = open_file(path)
    again = save_file(opened.project, path, opened.meta, base=opened.base)
    assert again.base.digest == saved.base.digest
    assert again.meta == Meta(META.document, (saved.base.digest,))


def test_an_opened_file_is_not_modified(tmp_path: Path):
    save_file(made_project(3), tmp_path / "a.sla", META)
    opened = open_file(tmp_path / "a.sla")
    assert content_digest(opened.project) == opened.base.digest


def test_the_file_of_a_missing_name_is_not_found(tmp_path: Path):
    with pytest.raises(NotFound, match="there is no such file"):
        open_file(tmp_path / "none.sla")


def test_a_name_in_use_is_refused(tmp_path: Path):
    save_file(gold(), tmp_path / "a.sla", META)
    with pytest.raises(Refused, match="is a file “a"):
        save_file(gold(), tmp_path / "a.sla", META)


def test_a_name_in_use_is_replaced_when_asked(tmp_path: Path):
    save_file(gold(), tmp_path / "a.sla", META)
    save_file(renamed(gold(), "Other"), tmp_path / "a.sla", META, replace=True)
    assert open_file(tmp_path / "a.sla").project.the(Document).name == "Other"


def test_what_somebody_else_saved_is_a_conflict(tmp_path: Path):
    path = tmp_path / "a.sla"
    base = save_file(gold(), path, META).base
    save_file(renamed(gold(), "Theirs"), path, META, base=base)
    with pytest.raises(Conflict):
        save_file(renamed(gold(), "Ours"), path, META, base=base)
    assert open_file(path).project.the(Document).name == "Theirs"
    assert [one.name for one in tmp_path.iterdir()] == ["a.sla"]


def test_a_file_that_vanished_is_saved_anew(tmp_path: Path):
    path = tmp_path / "a.sla"
    base = save_file(gold(), path, META).base
    path.unlink()
    saved = save_file(gold(), path, META, base=base)
    assert saved.notices == ("The file had been moved or deleted; it was saved anew.",)
    assert path.exists()


def test_a_share_copy_never_replaces_the_whole_document(tmp_path: Path):
    path = tmp_path / "a.sla"
    save_file(gold(), path, META)
    share = Meta(META.document, edition=Reader.CLIENT)
    with pytest.raises(Refused, match="the whole document"):
        save_file(gold(), path, share, replace=True)


def test_a_share_copy_says_so_when_opened(tmp_path: Path):
    save_file(gold(), tmp_path / "a.sla", Meta(META.document, edition=Reader.SALES))
    opened = open_file(tmp_path / "a.sla")
    assert opened.meta.edition is Reader.SALES
    assert "copy for sales" in opened.notices[0]


def test_a_value_that_cannot_be_stored_is_named(tmp_path: Path):
    project = Project().add(ServiceLevel(name="Gold\x00"))
    with pytest.raises(NotStorable, match=r"Service level “Gold.*Name: There is a character"):
        save_file(project, tmp_path / "a.sla", META)
    assert not (tmp_path / "a.sla").exists()


def test_a_dangling_reference_does_not_prevent_opening(tmp_path: Path):
    project = Project().add(ServiceLevel(name="Gold", adds_to=(META.document,)))
    save_file(project, tmp_path / "a.sla", META)
    assert open_file(tmp_path / "a.sla").project == project


def test_an_interrupted_save_is_told_of(tmp_path: Path):
    save_file(gold(), tmp_path / "a.sla", META)
    (tmp_path / ".sla-0123abcd.tmp").write_bytes(b"half a file")
    notices = open_file(tmp_path / "a.sla").notices
    assert notices == ("An interrupted save left “.sla-0123abcd.tmp” here.",)


def test_journals_beside_the_file_are_told_of(tmp_path: Path):
    save_file(gold(), tmp_path / "a.sla", META)
    (tmp_path / "a.sla-journal").write_bytes(b"left by a crash")
    opened = open_file(tmp_path / "a.sla")
    assert opened.notices == (
        "Another program left “a.sla-journal” beside the file; it was not used.",
    )


def test_what_is_made_of_a_project_goes_in_the_place_of_an_earlier_one(tmp_path: Path):
    for content in (b"%PDF-1.7 one", b"%PDF-1.7 two"):
        write_made(tmp_path / "a.pdf", content)
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-1.7 two"


@pytest.mark.parametrize("cut", [None, -4096], ids=["whole", "damaged"])
def test_what_is_made_of_a_project_does_not_go_in_the_place_of_one(tmp_path: Path, cut: int | None):
    save_file(Project(), tmp_path / "a.sla", Meta())
    content = (tmp_path / "a.sla").read_bytes()[:cut]
    (tmp_path / "a.sla").write_bytes(content)
    with pytest.raises(Refused, match="is a project"):
        write_made(tmp_path / "a.sla", b"%PDF-1.7")
    assert (tmp_path / "a.sla").read_bytes() == content
