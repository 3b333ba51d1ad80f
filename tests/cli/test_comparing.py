"""diff, merge, share and left-out."""

from __future__ import annotations

from pathlib import Path

from slaeditor.exchange.revisions import frozen
from slaeditor.model.document import Revision
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.rules.visible import visible
from slaeditor.storage.document_file import open_file, save_file


def test_a_difference_is_told_promise_by_promise(run, tmp_path: Path):
    text = (tmp_path / "support.yaml").read_text(encoding="utf-8")
    (tmp_path / "new.yaml").write_text(text.replace("2 service h", "1 service h"), encoding="utf-8")
    answer = run("diff", "support.yaml", "new.yaml")
    assert answer.out == (
        "Target First reply · Critical · Gold: promise changed from 2 service h to 1 service h.\n"
    )


def test_no_difference_is_said(run):
    assert run("diff", "support.yaml", "support.yaml").out == "Nothing has changed.\n"


def changed(path: Path, name: str, **values: str) -> None:
    """Change the first level in a file and save it under another name."""
    opened = open_file(path)
    level = next(iter(opened.project.service_levels))
    save_file(opened.project.put(level.but(**values)), path.with_name(name), opened.meta)


def test_edits_of_two_people_are_merged(run, tmp_path: Path):
    run("load", "support.yaml", "-o", "base.sla")
    changed(tmp_path / "base.sla", "ours.sla", promise="P")
    changed(tmp_path / "base.sla", "theirs.sla", for_whom="W")
    answer = run("merge", "base.sla", "ours.sla", "theirs.sla", "-o", "both.sla")
    level = next(iter(open_file(tmp_path / "both.sla").project.service_levels))
    assert (answer.status, level.promise, level.for_whom) == (0, "P", "W")


def test_what_both_changed_ends_with_one_and_a_list(run, tmp_path: Path):
    run("load", "support.yaml", "-o", "base.sla")
    changed(tmp_path / "base.sla", "ours.sla", promise="P")
    changed(tmp_path / "base.sla", "theirs.sla", promise="Q")
    answer = run("merge", "base.sla", "ours.sla", "theirs.sla", "-o", "both.sla")
    assert answer.status == 1
    assert "ours “P” stands, theirs is “Q”" in answer.err


def test_a_copy_holds_nothing_that_its_reader_may_not_see(run, tmp_path: Path):
    run("load", "support.yaml", "-o", "whole.sla")
    answer = run("share", "whole.sla", "--reader", "client", "-o", "copy.sla")
    assert answer.status == 0
    assert b"two years" in (tmp_path / "whole.sla").read_bytes()
    assert b"two years" not in (tmp_path / "copy.sla").read_bytes()
    copy = open_file(tmp_path / "copy.sla")
    assert copy.meta.edition is Reader.CLIENT
    assert copy.project == visible(open_file(tmp_path / "whole.sla").project, Reader.CLIENT)


def test_a_copy_is_not_blamed_for_what_was_left_out(run):
    run("load", "support.yaml", "-o", "whole.sla")
    run("share", "whole.sla", "--reader", "client", "-o", "copy.sla")
    whole = set(run("check", "whole.sla", "--all").out.splitlines())
    assert set(run("check", "copy.sla", "--all").out.splitlines()[:-1]) <= whole


def test_a_copy_never_replaces_the_whole_document(run):
    run("load", "support.yaml", "-o", "whole.sla")
    answer = run("share", "whole.sla", "--reader", "sales", "-o", "whole.sla", "--replace")
    assert (answer.status, "whole document" in answer.err) == (2, True)


def test_a_copy_that_comes_back_brings_only_its_edits(run, tmp_path: Path):
    run("load", "support.yaml", "-o", "whole.sla")
    run("share", "whole.sla", "--reader", "client", "-o", "copy.sla")
    changed(tmp_path / "copy.sla", "back.sla", promise="P")
    run("merge", "whole.sla", "whole.sla", "back.sla", "-o", "both.sla")
    answer = run("diff", "whole.sla", "both.sla")
    assert answer.out == "Service level Silver: what the client gets is now P.\n"


def test_a_copy_is_not_merged_into_as_if_it_were_whole(run):
    run("load", "support.yaml", "-o", "whole.sla")
    run("share", "whole.sla", "--reader", "client", "-o", "copy.sla")
    answer = run("merge", "whole.sla", "copy.sla", "whole.sla", "-o", "both.sla")
    assert (answer.status, "only a copy" in answer.err) == (2, True)


def test_a_difference_names_the_clients_whom_it_concerns(run, tmp_path: Path):
    text = (tmp_path / "support.yaml").read_text(encoding="utf-8")
    (tmp_path / "new.yaml").write_text(text.replace("2 service h", "1 service h"), encoding="utf-8")
    assert run("diff", "support.yaml", "new.yaml", "--clients").out == (
        "Acme Ltd: 1 record reads otherwise.\n"
    )
    assert run("diff", "support.yaml", "support.yaml", "--clients").out == (
        "No client's handbook reads otherwise.\n"
    )


def test_a_bulletin_is_a_pdf_for_a_reader(run, tmp_path: Path):
    text = (tmp_path / "support.yaml").read_text(encoding="utf-8")
    (tmp_path / "new.yaml").write_text(text.replace("2 service h", "1 service h"), encoding="utf-8")
    answer = run("bulletin", "support.yaml", "new.yaml", "-o", "news.pdf")
    assert answer.status == 0
    assert (tmp_path / "news.pdf").read_bytes().startswith(b"%PDF")


def test_a_bulletin_without_news_is_no_file(run, tmp_path: Path):
    answer = run("bulletin", "support.yaml", "support.yaml", "-o", "news.pdf")
    assert answer.out == "Nothing that this reader may read has changed.\n"
    assert not (tmp_path / "news.pdf").exists()


def test_a_merge_that_takes_much_away_is_told(run, tmp_path: Path):
    run("load", "support.yaml", "-o", "base.sla")
    opened = open_file(tmp_path / "base.sla")
    save_file(Project(), tmp_path / "theirs.sla", opened.meta)
    answer = run("merge", "base.sla", "base.sla", "theirs.sla", "-o", "both.sla")
    assert answer.status == 1
    assert "records of base.sla are not in it: THEIRS no longer has them." in answer.err


def test_a_frozen_revision_is_an_older_state(run, tmp_path: Path):
    run("load", "support.yaml", "-o", "now.sla")
    here = open_file(tmp_path / "now.sla")
    old = here.project.add(frozen(here.project, Revision(label="1.0")))
    level = next(iter(old.service_levels))
    save_file(old.put(level.but(promise="P")), tmp_path / "later.sla", here.meta)
    assert "what the client gets is now P" in run("diff", "1.0", "later.sla").out


def test_an_older_file_that_is_not_there_is_told(run):
    answer = run("diff", "gone.sla", "support.yaml")
    assert answer.status == 2
    assert "gone.sla" in answer.err


def test_what_an_edition_leaves_out_is_listed_with_the_reason(run):
    answer = run("left-out", "support.yaml")
    assert answer.status == 0
    assert "Client “Acme Ltd”: It is another client.\n" in answer.out
    assert "Service level “Gold”: Shown without “How to sell it”" in answer.out
    assert answer.out.splitlines()[-1].startswith("Shown: ")


def test_a_client_is_not_left_out_of_its_own_handbook(run):
    answer = run("left-out", "support.yaml", "--client", "acme")
    assert "It is another client" not in answer.out
