"""A step of the methodology and the promise it is counted by."""

import pytest

from slaeditor.exchange.starters import starter
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity
from slaeditor.model.values.duration import Duration
from slaeditor.model.work import MethodStep, Phase
from slaeditor.rules.checks.step_times import step_beyond_promise
from tests.rules.checks.check_builders import a_target, says

SILVER, GOLD = ServiceLevel(name="Silver"), ServiceLevel(name="Gold")
WORST, MINOR = Severity(name="Standstill"), Severity(name="Minor")
REMOTE = Measure(name="Remote diagnosis")
PROMISED = (
    a_target(REMOTE, "1 h", WORST, SILVER),
    a_target(REMOTE, "30 min", WORST, GOLD),
    a_target(REMOTE, "4 h", MINOR, GOLD),
)
PHASE = Phase(name="A device stands still")


def told(within: str, phase: Phase = PHASE, **values) -> list[str]:
    """Returns what is said of a step that is counted by the remote diagnosis."""
    step = MethodStep(
        name="Look from afar",
        phase=phase.id,
        clock=values.pop("clock", REMOTE.id),
        within=Duration.parse(within) if within else None,
        **values,
    )
    project = Project().add(SILVER, GOLD, WORST, MINOR, REMOTE, phase, *PROMISED, step)
    found: list[str] = says(step_beyond_promise, project)
    return found


def test_a_step_longer_than_a_promise_is_found_with_the_tightest_of_them():
    (found,) = told("2 h")
    assert found == (
        "“Look from afar” may take 2 h, longer than “Remote diagnosis · Standstill · Gold” with "
        "30 min and 1 more promise."
    )


def test_a_step_as_long_as_the_tightest_promise_is_fine():
    assert told("30 min") == []


def test_only_the_levels_of_the_step_count():
    assert told("1 h", levels=(SILVER.id,)) == []
    assert len(told("1 h", levels=(GOLD.id,))) == 1


def test_only_the_levels_of_its_phase_count():
    assert told("1 h", phase=PHASE.but(levels=(SILVER.id,))) == []


def test_only_the_severities_of_the_step_count():
    assert told("4 h", severities=(MINOR.id,)) == []


@pytest.mark.parametrize("values", [{"within": ""}, {"within": "9 h", "clock": ""}])
def test_a_step_without_a_time_or_a_measure_says_nothing(values):
    assert told(**values) == []


@pytest.mark.parametrize("name", ["agency", "it-support"])
def test_the_starters_keep_what_they_promise(name):
    assert says(step_beyond_promise, starter(name).project()) == []
