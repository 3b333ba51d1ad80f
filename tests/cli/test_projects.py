"""new, dump and load."""

from __future__ import annotations

from pathlib import Path

from slaeditor.exchange.text_form import load


def test_a_new_project_is_a_file(run, tmp_path: Path):
    assert run("new", "fresh.sla").status == 0
    assert (tmp_path / "fresh.sla").read_bytes().startswith(b"SQLite format 3\0")


def test_a_file_that_is_there_is_not_overwritten(run, tmp_path: Path):
    (tmp_path / "mine.sla").write_bytes(b"mine")
    answer = run("new", "mine.sla")
    assert answer.status == 2
    assert "There is a file “mine.sla” already." in answer.err
    assert (tmp_path / "mine.sla").read_bytes() == b"mine"


def test_an_unknown_starter_is_told_with_those_there_are(run):
    answer = run("new", "a.sla", "--template", "nonsense")
    assert (answer.status, "no starter “nonsense”" in answer.err) == (2, True)


def test_new_asks_for_a_file(run):
    assert run("new").status == 2
    assert run("new", "--list-templates").status == 0


def test_text_goes_into_a_file_and_comes_back(run, tmp_path: Path):
    assert run("load", "support.yaml", "-o", "support.sla").status == 0
    assert run("dump", "support.sla", "-o", "again.yaml").status == 0
    assert run("load", "again.yaml", "-o", "again.sla").status == 0
    again = run("dump", "again.sla").out
    assert again == (tmp_path / "again.yaml").read_text(encoding="utf-8")
    assert load(again).count > 10


def test_ids_can_be_left_out(run):
    assert "\nids:\n" not in run("dump", "support.yaml", "--no-ids").out
    assert "\nids:\n" in run("dump", "support.yaml").out


def test_load_replaces_only_when_told(run):
    run("load", "support.yaml", "-o", "a.sla")
    assert run("load", "support.yaml", "-o", "a.sla").status == 2
    assert run("load", "support.yaml", "-o", "a.sla", "--replace").status == 0


def test_a_slip_in_a_text_is_told_with_file_and_line(run, tmp_path: Path):
    (tmp_path / "bad.yaml").write_text("roles:\n  a: {nam: x}\n  b: {reports to: z}\n")
    answer = run("load", "bad.yaml", "-o", "bad.sla")
    assert answer.status == 2
    first, second = answer.err.splitlines()
    assert first.startswith("bad.yaml:2: ")
    assert second.startswith("bad.yaml:3: ")
    assert not (tmp_path / "bad.sla").exists()


def test_a_text_that_is_no_utf_8_is_told_with_the_line(run, tmp_path: Path):
    (tmp_path / "latin.yaml").write_bytes("roles:\n  ä: {}\n".encode("latin-1"))
    assert run("dump", "latin.yaml").err.startswith("latin.yaml:2: This is no UTF-8")


def test_a_missing_file_is_one_sentence(run):
    answer = run("dump", "nothing.sla")
    assert (answer.status, answer.err.count("\n")) == (2, 1)


def test_a_file_of_another_kind_is_one_sentence(run, tmp_path: Path):
    (tmp_path / "odd.sla").write_bytes(b"%PDF-1.7 not ours")
    answer = run("check", "odd.sla")
    assert (answer.status, answer.err.count("\n")) == (2, 1)


def test_a_text_does_not_go_in_the_place_of_a_project(run, tmp_path: Path):
    run("load", "support.yaml", "-o", "a.sla")
    before = (tmp_path / "a.sla").read_bytes()
    answer = run("dump", "a.sla", "-o", "a.sla")
    assert (answer.status, answer.err.startswith("“a.sla” is a project; ")) == (2, True)
    assert (tmp_path / "a.sla").read_bytes() == before
