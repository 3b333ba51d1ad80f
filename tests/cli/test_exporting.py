"""export: whole files, named by handbook and reader, with progress for whoever waits."""

from __future__ import annotations

import io
from pathlib import Path

from slaeditor.cli.progress import ProgressLine
from slaeditor.exchange.revisions import frozen
from slaeditor.model.document import Document, Revision
from slaeditor.model.levels import Service
from slaeditor.model.project import Project
from slaeditor.publish.printing import Progress
from slaeditor.storage.document_file import save_file
from slaeditor.storage.meta import Meta

MARKED = '<tr class="changed'


def test_one_handbook_is_made_under_the_name_given(run, tmp_path: Path):
    answer = run("export", "support.yaml", "--edition", "client", "-o", "handbook.pdf")
    assert answer.status == 0
    assert (tmp_path / "handbook.pdf").read_bytes().startswith(b"%PDF-")
    assert answer.out == f"{tmp_path / 'handbook.pdf'}\n"


def test_every_client_gets_a_web_page_of_its_own(run, tmp_path: Path):
    answer = run("export", "support.yaml", "--all-clients", "--format", "html", "-o", "out")
    (page,) = (tmp_path / "out").iterdir()
    assert (answer.status, page.name) == (0, "support-handbook-client-acme-ltd.html")
    assert "Acme Ltd" in page.read_text(encoding="utf-8")


def test_several_handbooks_do_not_go_into_one_file(run, tmp_path: Path):
    answer = run("export", "support.yaml", "-o", "all.pdf")
    assert (answer.status, "give a folder" in answer.err) == (2, True)
    assert not (tmp_path / "all.pdf").exists()


def test_a_client_s_handbook_is_no_staff_edition(run):
    assert run("export", "support.yaml", "--edition", "staff", "--client", "acme").status == 2


def test_an_unknown_client_is_told_with_those_there_are(run):
    answer = run("export", "support.yaml", "--client", "nobody")
    assert (answer.status, "“Acme Ltd”" in answer.err) == (2, True)


def test_a_folder_that_cannot_be_made_is_one_sentence(run, tmp_path: Path):
    (tmp_path / "file").write_text("")
    answer = run("export", "support.yaml", "--edition", "client", "-o", "file/inside")
    assert (answer.status, len(answer.err.splitlines())) == (2, 2)


def test_a_client_who_may_not_read_its_own_entry_gets_no_handbook(run, tmp_path: Path):
    text = (tmp_path / "support.yaml").read_text(encoding="utf-8")
    closed = text.replace("level: gold, readers: everyone", "level: gold, readers: staff")
    (tmp_path / "closed.yaml").write_text(closed, encoding="utf-8")
    answer = run("export", "closed.yaml", "--client", "acme")
    assert (answer.status, "may not read its own entry" in answer.err) == (2, True)


def test_changes_since_another_file_are_marked(run, tmp_path: Path):
    text = (tmp_path / "support.yaml").read_text(encoding="utf-8")
    older = tmp_path / "older.yaml"
    older.write_text(text, encoding="utf-8")
    export = ("export", "support.yaml", "--edition", "staff", "--format", "html", "-o")
    assert run(*export, "same.html", "--since", "older.yaml").status == 0
    assert MARKED not in (tmp_path / "same.html").read_text(encoding="utf-8")
    older.write_text(text.replace("p2: 8 service h", "p2: 9 service h"), encoding="utf-8")
    assert run(*export, "marked.html", "--since", "older.yaml").status == 0
    assert MARKED in (tmp_path / "marked.html").read_text(encoding="utf-8")


def test_a_revision_that_is_not_frozen_is_told(run):
    answer = run("export", "support.yaml", "--since", "2.0")
    assert answer.status == 2


class Terminal(io.StringIO):
    """Somebody who looks on."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


def test_on_a_terminal_one_line_is_rewritten():
    screen = Terminal()
    with ProgressLine(screen, "handbook") as line:
        line.show(Progress("Laying out", 3))
    assert "handbook: page 3" in screen.getvalue()
    assert "\n" not in screen.getvalue()


def test_in_a_file_there_are_few_plain_lines():
    log = io.StringIO()
    with ProgressLine(log, "handbook") as line:
        for page in range(60):
            line.show(Progress("Laying out", page))
    assert log.getvalue().splitlines() == [
        *("handbook: being made", "handbook: page 25", "handbook: page 50")
    ]


def test_laid_out_pages_are_kept_and_can_be_forgotten(run, tmp_path: Path):
    run("export", "support.yaml", "--edition", "client", "-o", "one.pdf")
    kept = list((tmp_path / "state" / "pieces").iterdir())
    assert len(kept) > 3
    answer = run("clear-pages")
    assert (answer.status, answer.out) == (0, f"{len(kept)} kept pieces removed.\n")
    assert list((tmp_path / "state" / "pieces").iterdir()) == []


def test_the_plain_way_keeps_nothing(run, tmp_path: Path):
    answer = run("export", "support.yaml", "--edition", "client", "--plain", "-o", "one.pdf")
    assert answer.status == 0
    assert not list((tmp_path / "state" / "pieces").glob("*"))


def test_a_version_that_was_not_raised_is_told(run, tmp_path: Path):
    before = Project().add(Document(name="Handbook", version="1.0"))
    project = before.add(frozen(before, Revision(label="1.0")), Service(name="Repair"))
    save_file(project, tmp_path / "frozen.sla", Meta())
    answer = run("export", "frozen.sla", "--edition", "staff", "--format", "html", "-o", "a.html")
    assert answer.status == 0
    assert "Handbooks made now say version 1.0 as well, but differ from it." in answer.err
