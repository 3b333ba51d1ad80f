"""One case followed through the clock."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from slaeditor.model.calendars import Calendar
from slaeditor.model.document import Document
from slaeditor.model.escalation import EscalationPolicy, EscalationStep, Trigger
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity, Target
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week
from slaeditor.model.work import Role
from slaeditor.rules.explanation import Circumstances, explain
from slaeditor.rules.explanation_words import sentences
from tests.builders import a_level, open_to_all

BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = open_to_all(
    Calendar, name="Office", hours=Week.parse("Mon–Fri 09:00–17:00"), time_zone="Europe/Berlin"
)
GOLD = a_level("Gold", calendar=OFFICE.id)
FIX = open_to_all(Measure, name="Fix")
WORST = open_to_all(Severity, name="Severity 1")
LEAD = open_to_all(Role, name="Team lead")
POLICY = open_to_all(EscalationPolicy, name="Ladder", measure=FIX.id)
FRIDAY = datetime(2026, 11, 20, 15, 0, tzinfo=BERLIN)


def step(trigger: Trigger, after: str = "", **values) -> EscalationStep:
    wait = Duration.parse(after) if after else None
    return EscalationStep(
        policy=POLICY.id, trigger=trigger, after=wait, to_roles=(LEAD.id,), **values
    )


def explained(*steps, promise: str = "4 service h", at=FRIDAY, pauses=(), case=None):
    target = Target(level=GOLD.id, measure=FIX.id, value=TargetValue.parse(promise))
    project = Project().add(
        open_to_all(Document, name="Handbook"), OFFICE, GOLD, FIX, WORST, LEAD, POLICY, target
    )
    return explain(project.add(*steps), case or Circumstances(GOLD, WORST), at, pauses)


def fired(*steps, **more) -> list[datetime | None]:
    return [one.at for one in explained(*steps, **more).firings]


def by_measure(explanation):
    """The first due time of each measure, by the measure's id."""
    return {one.measure.id: one for one in reversed(explanation.due_times)}


def test_a_promise_is_due_when_the_service_clock_says() -> None:
    assert by_measure(explained())[FIX.id].due == datetime(2026, 11, 23, 11, 0, tzinfo=BERLIN)


def test_a_moment_without_a_zone_is_local_time_of_the_service() -> None:
    assert explained(at=datetime(2026, 11, 20, 15, 0)).start == FRIDAY


def test_a_case_outside_the_hours_counts_from_the_opening() -> None:
    found = explained(at=datetime(2026, 11, 21, 12, 0, tzinfo=BERLIN))
    assert found.counted_from == datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN)


def test_a_case_answered_round_the_clock_does_not_wait_for_the_hours_of_its_level() -> None:
    always = open_to_all(Calendar, name="Always", hours=Week.parse("24x7"))
    target = Target(
        level=GOLD.id, measure=FIX.id, value=TargetValue.parse("15 service min"), calendar=always.id
    )
    project = Project().add(open_to_all(Document), OFFICE, GOLD, FIX, always, target)
    saturday = datetime(2026, 11, 21, 23, 40, tzinfo=BERLIN)
    found = explain(project, Circumstances(GOLD), saturday)
    assert found.counted_from == saturday
    assert not any("service clock starts" in one for one in sentences(project, found))


def test_a_time_on_the_clock_does_not_wait_for_the_hours_of_its_level() -> None:
    saturday = datetime(2026, 11, 21, 23, 40, tzinfo=BERLIN)
    assert explained(promise="15 min", at=saturday).counted_from == saturday


def test_without_a_time_a_case_counts_from_the_opening() -> None:
    found = explained(promise="best effort", at=datetime(2026, 11, 21, 12, 0, tzinfo=BERLIN))
    assert found.counted_from == datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN)


def test_a_pause_puts_the_due_time_off() -> None:
    pause = (datetime(2026, 11, 20, 16, 0), datetime(2026, 11, 20, 17, 0))
    assert by_measure(explained(pauses=[pause]))[FIX.id].due == datetime(
        2026, 11, 23, 12, 0, tzinfo=BERLIN
    )


def test_a_promise_without_a_time_has_no_due_time() -> None:
    assert by_measure(explained(promise="best effort"))[FIX.id].due is None


def test_a_promise_counted_from_another_event_has_no_due_time() -> None:
    target = Target(
        level=GOLD.id,
        measure=FIX.id,
        value=TargetValue.parse("4 h"),
        counted_from="the ticket is created",
    )
    project = Project().add(open_to_all(Document, name="Handbook"), OFFICE, GOLD, FIX, target)
    found = explain(project, Circumstances(GOLD), FRIDAY)
    assert sentences(project, found)[1] == "Fix: 4 h, counted from: the ticket is created."


def test_a_step_fires_after_the_start() -> None:
    assert fired(step(Trigger.AFTER_START, "1 service h")) == [
        datetime(2026, 11, 20, 16, 0, tzinfo=BERLIN)
    ]


def test_a_step_fires_before_it_is_due() -> None:
    assert fired(step(Trigger.BEFORE_DUE, "3 service h")) == [
        datetime(2026, 11, 20, 16, 0, tzinfo=BERLIN)
    ]


def test_a_step_never_fires_before_the_start() -> None:
    assert fired(step(Trigger.BEFORE_DUE, "30 service h")) == [FRIDAY]


def test_a_step_fires_at_a_share_of_the_time() -> None:
    half = step(Trigger.AT_SHARE, share=Percentage.parse("50 %"))
    assert fired(half) == [datetime(2026, 11, 20, 17, 0, tzinfo=BERLIN)]


def test_a_step_fires_after_it_was_due() -> None:
    assert fired(step(Trigger.AFTER_DUE, "1 service h")) == [
        datetime(2026, 11, 23, 12, 0, tzinfo=BERLIN)
    ]


def test_a_step_fires_when_nobody_acknowledges_the_one_before() -> None:
    first = step(Trigger.AFTER_START, acknowledge_within=Duration.parse("10 min"))
    second = step(Trigger.NO_ACKNOWLEDGEMENT)
    third = step(Trigger.AFTER_PREVIOUS, "5 min")
    assert [moment and moment.minute for moment in fired(first, second, third)] == [0, 10, 15]


def test_a_step_that_waits_for_an_event_has_no_moment() -> None:
    assert fired(step(Trigger.EVENT, event="The client calls")) == [None]


def test_a_step_by_the_due_time_has_no_moment_without_one() -> None:
    assert fired(step(Trigger.AFTER_DUE, "1 h"), promise="best effort") == [None]


def test_a_step_for_another_severity_is_left_out() -> None:
    other = open_to_all(Severity, name="Severity 2")
    assert fired(step(Trigger.AFTER_START, severities=(other.id,))) == []


def test_the_sentences_name_the_moments_and_the_roles() -> None:
    steps = (step(Trigger.AFTER_DUE, name="Call the lead"), step(Trigger.EVENT, event="a call"))
    found = explained(*steps, at=datetime(2026, 11, 21, 12, 0, tzinfo=BERLIN))
    project = Project().add(FIX, LEAD, POLICY)
    assert sentences(project, found) == (
        "The case starts on Saturday 21 November 2026, 12:00 (CET).",
        "The service clock starts on Monday 23 November 2026, 09:00 (CET).",
        "Fix: 4 service h, due on Monday 23 November 2026, 13:00 (CET).",
        "Ladder, Call the lead: on Monday 23 November 2026, 13:00 (CET), to Team lead.",
        "Ladder, An event: when: a call, to Team lead.",
    )


def test_an_add_on_makes_a_case_due_earlier() -> None:
    night = a_level("Night")
    sooner = Target(level=night.id, measure=FIX.id, value=TargetValue.parse("1 h"))
    usual = Target(level=GOLD.id, measure=FIX.id, value=TargetValue.parse("4 service h"))
    project = Project().add(OFFICE, GOLD, night, FIX, WORST, usual, sooner)
    found = explain(project, Circumstances(GOLD, WORST, add_ons=(night,)), FRIDAY)
    assert by_measure(found)[FIX.id].due == datetime(2026, 11, 20, 16, 0, tzinfo=BERLIN)


def staged(
    look_follows: str = "", fix_follows: str = "look"
) -> tuple[Project, list[datetime | None]]:
    """A measure that begins with the end of another, and when both are due."""
    look = open_to_all(Measure, name="Look")
    keys = {"look": look.id, "fix": FIX.id, "": ""}
    look = replace(look, follows=keys[look_follows])
    fix = replace(FIX, follows=keys[fix_follows])
    promises = (
        Target(level=GOLD.id, measure=look.id, value=TargetValue.parse("1 service h")),
        Target(level=GOLD.id, measure=FIX.id, value=TargetValue.parse("4 service h")),
    )
    half = step(Trigger.AT_SHARE, share=Percentage.parse("50 %"))
    project = Project().add(OFFICE, GOLD, fix, look, LEAD, POLICY, *promises, half)
    found = explain(project, Circumstances(GOLD), FRIDAY)
    return project, [*(one.due for one in found.due_times), *(one.at for one in found.firings)]


def test_a_stage_begins_when_the_one_before_is_due() -> None:
    assert staged()[1][:2] == [
        datetime(2026, 11, 23, 12, 0, tzinfo=BERLIN),
        datetime(2026, 11, 20, 16, 0, tzinfo=BERLIN),
    ]


def test_a_share_of_a_stage_counts_from_its_own_beginning() -> None:
    assert staged()[1][2] == datetime(2026, 11, 23, 10, 0, tzinfo=BERLIN)


def test_stages_that_wait_for_each_other_have_no_moments() -> None:
    assert staged(look_follows="fix")[1] == [None, None, None]


def test_the_sentence_says_which_stage_comes_before() -> None:
    project, _ = staged()
    found = explain(project, Circumstances(GOLD), FRIDAY)
    assert sentences(project, found)[1].endswith(", if “Look” takes all its time.")
