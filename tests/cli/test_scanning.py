"""scan: an old file against what is confidential today; export: what does not pass is not saved."""

from __future__ import annotations

from pathlib import Path

SECRET = "Ask for two years."


def forbidding(text: str, words: str) -> str:
    """The project with a word that no client may read."""
    return text.replace(
        "document: {name: Support handbook}",
        f"document: {{name: Support handbook, never for clients: {words}}}",
    )


def page(folder: Path, words: str) -> None:
    (folder / "old.html").write_text(f"<!doctype html><p>{words}</p>", encoding="utf-8")


def test_confidential_words_in_an_old_file_are_told_with_their_field(run, tmp_path: Path):
    page(tmp_path, SECRET)
    answer = run("scan", "old.html", "support.yaml")
    assert answer.status == 1
    assert answer.out == (
        "The page holds “ask for two years”, which stands in service level “Gold” "
        "(How to sell it).\n"
    )


def test_the_same_words_are_no_secret_to_sales(run, tmp_path: Path):
    page(tmp_path, SECRET)
    answer = run("scan", "old.html", "support.yaml", "--reader", "sales")
    assert (answer.status, answer.out) == (0, "old.html holds nothing that sales may not read.\n")


def test_a_client_s_name_is_no_secret_in_its_own_handbook(run, tmp_path: Path):
    page(tmp_path, "As we agreed with Acme Ltd")
    assert run("scan", "old.html", "support.yaml").status == 1
    assert run("scan", "old.html", "support.yaml", "--client", "acme").status == 0


def test_a_cover_says_for_whom_the_file_is(run, tmp_path: Path):
    page(tmp_path, "For Acme Ltd")
    answer = run("scan", "old.html", "support.yaml")
    assert answer.out == "old.html holds nothing that Acme Ltd may not read.\n"


def test_a_file_of_another_kind_is_one_sentence(run, tmp_path: Path):
    (tmp_path / "old.txt").write_text("x")
    answer = run("scan", "old.txt", "support.yaml")
    assert (answer.status, "is no handbook" in answer.err) == (2, True)


def test_a_file_that_is_not_there_is_one_sentence(run):
    answer = run("scan", "gone.pdf", "support.yaml")
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)


def test_what_is_no_pdf_is_one_sentence(run, tmp_path: Path):
    (tmp_path / "old.pdf").write_bytes(b"nothing")
    answer = run("scan", "old.pdf", "support.yaml")
    assert (answer.status, "no PDF that can be read" in answer.err) == (2, True)


def test_a_handbook_with_a_forbidden_word_is_not_saved(run, tmp_path: Path):
    project = tmp_path / "support.yaml"
    project.write_text(forbidding(project.read_text(encoding="utf-8"), "silver"), encoding="utf-8")
    words = ("--edition", "client", "--format", "html", "-o", "handbook.html")
    answer = run("export", "support.yaml", *words)
    assert answer.status == 2
    assert "holds “silver”, one of the words no client may read." in answer.err
    assert not (tmp_path / "handbook.html").exists()


def test_a_handbook_that_was_there_stays_when_the_new_one_does_not_pass(run, tmp_path: Path):
    (tmp_path / "handbook.html").write_text("the old one")
    project = tmp_path / "support.yaml"
    project.write_text(forbidding(project.read_text(encoding="utf-8"), "silver"), encoding="utf-8")
    run("export", "support.yaml", "--edition", "client", "--format", "html", "-o", "handbook.html")
    assert (tmp_path / "handbook.html").read_text() == "the old one"


def test_an_export_says_of_how_much_it_is_independent(run):
    answer = run(
        "export", "support.yaml", "--edition", "client", "--format", "html", "-o", "x.html"
    )
    assert "Independent of 2 confidential items." in answer.err
