"""Real agreements fit without being bent: every fact has its field and its place on paper."""

import shlex
from pathlib import Path

import pytest

from slaeditor.cli.command_line import main
from slaeditor.exchange.text_form import dump, load
from slaeditor.rules.checks.checking import check
from slaeditor.rules.names import readable_keys
from tests.cases import agreements
from tests.cases.agreements import NAMES, Fact


def _marks(fact: Fact) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=fact.missing, strict=True)] if fact.missing else []


ORACLES = [
    pytest.param(name, oracle, id=f"{name}: {oracle['command']}")
    for name in NAMES
    for oracle in agreements.oracles(name)
]
FACTS = [
    pytest.param(name, fact, id=f"{name}: {fact}", marks=_marks(fact))
    for name in NAMES
    for fact in agreements.facts(name)
]


@pytest.mark.parametrize(("name", "fact"), FACTS)
def test_a_fact_stands_in_a_field_of_its_own(name: str, fact: Fact) -> None:
    held = agreements.held(agreements.project(name), fact.at)
    assert " ".join(held.split()) == " ".join(fact.value.split())


@pytest.mark.parametrize(("name", "fact"), FACTS)
def test_a_fact_is_printed_where_it_belongs(name: str, fact: Fact) -> None:
    assert agreements.even(fact.printed) in agreements.printed(name)[fact.edition]


@pytest.mark.parametrize("name", NAMES)
def test_the_program_finds_what_a_reviewer_found(name: str) -> None:
    project = agreements.project(name)
    keys = readable_keys(project)
    found = {
        (finding.rule, f"{finding.table}/{keys.get(finding.row, finding.row)}")
        for finding in check(project, agreements.ON)
    }
    assert found == agreements.expected_findings(name)


@pytest.mark.parametrize("name", NAMES)
def test_an_agreement_survives_the_text_form(name: str) -> None:
    project = agreements.project(name)
    assert load(dump(project)) == project


@pytest.mark.parametrize(("name", "oracle"), ORACLES)
def test_the_arithmetic_of_the_source_is_reproduced(
    name: str, oracle: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "agreement.sla"
    assert main(["load", str(agreements.FOLDER / f"{name}.yaml"), "-o", str(file)]) == 0
    capsys.readouterr()
    verb, *words = shlex.split(oracle["command"])
    assert main([verb, str(file), *words]) == 0
    assert agreements.even(oracle["says"]) in agreements.even(capsys.readouterr().out)
