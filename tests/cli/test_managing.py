"""staffing and exposure."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import TEXT

TEAM = """
teams:
  support:
    {name: Support, positions: 2, hours per week: 40, shrinkage: 30 %, cost per hour: 50 EUR}
work streams:
  mail: {name: Mail, team: support, volume: 168, per: 1 week, handling: 30 min}
"""


def a_department(folder: Path) -> str:
    """A text with a team and its work."""
    (folder / "team.yaml").write_text(TEXT + TEAM, encoding="utf-8")
    return "team.yaml"


def test_the_case_for_staff_is_told_step_by_step(run, tmp_path: Path):
    answer = run("staffing", a_department(tmp_path))
    assert answer.status == 0, answer.err
    assert "“Support” has 2 positions and needs 3: 1 missing, 8690.48 EUR a month." in answer.out
    assert "Mail           168            84          3" in answer.out


def test_a_project_without_a_team_is_told_what_to_add(run):
    answer = run("staffing", "support.yaml")
    assert (answer.status, answer.err) == (
        2,
        ("The project has no team; add one with its positions and the work streams it does.\n"),
    )


def test_the_case_for_staff_is_made_as_a_document(run, tmp_path: Path):
    answer = run("staffing", a_department(tmp_path), "--format", "pdf", "-o", "case.pdf")
    assert answer.status == 0, answer.err
    assert (tmp_path / "case.pdf").read_bytes().startswith(b"%PDF-")


CREDIT = ("exposure", "sold.yaml")
FLAT = "plans: [{name: Flat, model: flat, price: 1000 USD per month}]"


def sold(folder: Path) -> None:
    """A text whose level has a flat price."""
    first, _, rest = TEXT.partition("    plans:\n      - {name: By usage")
    rest = rest.partition("roles:")[2]
    (folder / "sold.yaml").write_text(f"{first}    {FLAT}\nroles:{rest}", encoding="utf-8")


def test_a_months_credits_are_told_for_a_result(run, tmp_path: Path):
    sold(tmp_path)
    answer = run(*CREDIT, "--level", "gold", "--result", "uptime=98")
    assert answer.status == 0, answer.err
    row = next(line for line in answer.out.splitlines() if line.startswith("  Gold "))
    assert row.split() == [
        "Gold",
        "1",
        "1000.00",
        "USD",
        "250.00",
        "USD",
        "nothing",
        "250.00",
        "USD",
    ]


def test_a_measure_that_is_unknown_is_told(run, tmp_path: Path):
    sold(tmp_path)
    answer = run(*CREDIT, "--result", "speed=1")
    assert (answer.status, "There is no measure “speed”" in answer.err) == (2, True)
