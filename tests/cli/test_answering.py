"""check, explain, price and credit."""

from __future__ import annotations

import json
from pathlib import Path

from slaeditor.exchange.text_form import dump, load
from slaeditor.model.document import Waiver
from tests.cli.conftest import TEXT

CASE = ("explain", "support.yaml", "--level", "gold", "--severity")
CREDIT = ("credit", "support.yaml", "--level", "gold", "--measure")


def test_a_case_is_followed_through_the_clock(run):
    answer = run(
        *[
            "explain",
            "support.yaml",
            "--level",
            "gold",
            "--severity",
            "P1",
            "--at",
            "2026-12-24T15:30",
        ]
    )
    assert answer.status == 0
    assert "First reply: 2 service h, due on Friday 25 December 2026, 09:30 (CET)." in answer.out
    assert "Warn: on Friday 25 December 2026, 09:00 (CET), to Team leader." in answer.out


def test_what_stands_behind_a_promise_is_told_with_the_case(run, tmp_path: Path):
    backed = TEXT.replace(
        "severity: p1, value: 2 service h}",
        "severity: p1, value: 2 service h, dependencies: [{name: Diagnosis, takes: 3 service h}]}",
    )
    (tmp_path / "backed.yaml").write_text(backed, encoding="utf-8")
    words = ("explain", "backed.yaml", "--level", "gold", "--severity", "P1")
    answer = run(*words, "--at", "2026-12-22T10:00")
    assert answer.status == 0, answer.err
    assert "too long, most of it “Diagnosis” (our own work, 12.6 h)." in answer.out


def conditional(run, folder: Path, *words: str):
    """Ask about a level with a promise for a condition."""
    more = "{measure: reply, severity: p1, applies when: all are hit, value: 1 service h}"
    text = TEXT.replace(
        "{measure: uptime, value: 99 %}]", f"{more}, {{measure: uptime, value: 99 %}}]"
    )
    (folder / "conditional.yaml").write_text(text, encoding="utf-8")
    case = ("explain", "conditional.yaml", "--level", "gold", "--severity", "P1")
    return run(*case, "--at", "2026-12-22T10:00", *words)


def test_the_condition_of_another_promise_is_told(run, tmp_path: Path):
    answer = conditional(run, tmp_path)
    assert "First reply: 2 service h, due" in answer.out
    assert "Another promise holds when: all are hit." in answer.out


def test_a_condition_that_is_met_has_its_promise(run, tmp_path: Path):
    answer = conditional(run, tmp_path, "--when", "All are hit")
    assert "First reply: 1 service h, due" in answer.out
    assert "Another promise" not in answer.out


def test_a_condition_of_no_promise_is_refused(run, tmp_path: Path):
    answer = conditional(run, tmp_path, "--when", "it rains")
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "all are hit" in answer.err


def test_a_pause_moves_the_due_time(run):
    words = [
        "explain",
        "support.yaml",
        "--level",
        "gold",
        "--severity",
        "p1",
        "--at",
        "2026-12-22T10:00",
    ]
    answer = run(*words, "--pause", "2026-12-22T11:00/2026-12-22T12:00")
    assert "due on Tuesday 22 December 2026, 13:00" in answer.out


def test_a_moment_that_is_none_is_refused(run):
    answer = run("explain", "support.yaml", "--level", "gold", "--at", "tomorrow")
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "“tomorrow” is no moment" in answer.err


def test_a_price_is_told_step_by_step(run):
    answer = run("price", "support.yaml", "--level", "Gold", "--amount", "20000")
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert lines[0].startswith("10 % of 10000.00 USD")
    assert lines[-1].split() == ["Total", "1700.00", "USD", "per", "month"]


def test_a_missing_quantity_is_named(run):
    answer = run("price", "support.yaml", "--level", "silver")
    assert (answer.status, "quantity" in answer.err.lower()) == (2, True)


def test_an_unknown_level_is_told_with_those_there_are(run):
    answer = run("price", "support.yaml", "--level", "platinum")
    assert answer.status == 2
    assert "Known are “Silver” or “Gold”." in answer.err


def test_a_credit_is_told_step_by_step(run):
    answer = run(*CREDIT, "uptime", "--result", "98.7", "--base", "1000 USD")
    assert answer.status == 0
    assert answer.out.splitlines()[-1] == "  Owed: 250.00 USD"


def test_a_credit_without_a_base_is_a_share(run):
    answer = run(
        *["credit", "support.yaml", "--level", "gold", "--measure", "uptime", "--result", "98.7"]
    )
    assert answer.out.splitlines()[-1] == "  Owed: 25 %"


def test_a_result_without_consequence_owes_nothing(run):
    answer = run(
        *["credit", "support.yaml", "--level", "gold", "--measure", "uptime", "--result", "99.9"]
    )
    assert answer.out.splitlines()[-1] == "  Owed: nothing"


def test_a_measure_without_credit_is_told(run):
    answer = run(
        *["credit", "support.yaml", "--level", "gold", "--measure", "reply", "--result", "1"]
    )
    assert (answer.status, "has no credit" in answer.err) == (2, True)


def unbacked(folder: Path) -> str:
    """A text with a credit for something that is not promised."""
    text = TEXT.replace(", {measure: uptime, value: 99 %}", "")
    (folder / "bad.yaml").write_text(text, encoding="utf-8")
    return "bad.yaml"


def test_findings_that_are_errors_end_with_one(run, tmp_path: Path):
    answer = run("check", unbacked(tmp_path))
    assert answer.status == 1
    assert answer.out.startswith("error: Nothing is promised that “Uptime credit” could be owed")
    assert answer.out.splitlines()[-1].startswith("1 error, ")


def test_findings_are_data_for_programs(run, tmp_path: Path):
    found = json.loads(run("check", unbacked(tmp_path), "--json").out)
    assert found[0]["about"] == "Uptime credit"
    assert {"rule", "severity", "sentence", "remedy", "table", "row"} <= set(found[0])


def test_what_is_accepted_is_no_error(run, tmp_path: Path):
    found = json.loads(run("check", unbacked(tmp_path), "--json").out)[0]
    text = run("dump", "bad.yaml").out
    project = load(text)
    row = next(iter(project.compensations))
    waiver = Waiver(rule=found["rule"], subject=row.id, reason="Sold as it is.")
    (tmp_path / "ok.yaml").write_text(dump(project.add(waiver)), encoding="utf-8")
    assert run("check", "ok.yaml").status == 0
    assert "(accepted: Sold as it is.)" in run("check", "ok.yaml", "--all").out


def test_without_errors_a_check_is_fine(run):
    answer = run("check", "support.yaml")
    assert (answer.status, "0 errors" in answer.out) == (0, True)


def test_words_that_fit_two_names_are_refused(run, tmp_path: Path):
    text = TEXT.replace("name: Gold", "name: Gold extra").replace("name: Silver", "name: Gold plus")
    (tmp_path / "two.yaml").write_text(text.replace("level: gold", "level: Gold extra"))
    answer = run("price", "two.yaml", "--level", "gold")
    assert (answer.status, "names more than one service level" in answer.err) == (2, True)


def test_an_amount_without_currency_needs_one_currency(run, tmp_path: Path):
    answer = run("price", "support.yaml", "--level", "gold", "--amount", "many")
    assert answer.status == 2
    plain = TEXT.replace("minimum: 100 USD,", "")
    (tmp_path / "plain.yaml").write_text(plain, encoding="utf-8")
    answer = run("price", "plain.yaml", "--level", "gold", "--amount", "5000")
    assert (answer.status, "with its currency" in answer.err) == (2, True)
