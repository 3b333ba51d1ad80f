"""What lost clients teach."""

from slaeditor.model.learning import LossCause, LossInterview
from slaeditor.model.prices import Promise
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Target
from slaeditor.model.values.money import Money
from slaeditor.model.work import MethodStep, Role
from slaeditor.rules.checks.lessons import lesson_rules
from slaeditor.rules.losses import losses
from slaeditor.rules.passages import sum_words
from tests.rules.checks.check_builders import says

REPLY = Measure(name="First reply")
TARGET = Target(measure=REPLY.id)
STEP = MethodStep(name="Call back")
PROMISE = Promise(name="A named engineer")
FAILED, CUT = LossCause.FAILED_DELIVERY, LossCause.NOT_PREVENTABLE


def lost(name, cause=FAILED, **values):
    """Returns an interview with a lost client."""
    return LossInterview(name=name, cause=cause, **values)


def a_project(*interviews):
    """Returns a project with what may break."""
    return Project().add(REPLY, TARGET, STEP, PROMISE, *interviews)


def said(project):
    """Returns what the rules say where promises are written."""
    return [sentence for rule in lesson_rules() for sentence in says(rule, project)]


def test_interviews_are_counted_by_cause_the_most_frequent_first():
    beyond = LossCause.BEYOND_CAPABILITY
    found = losses(a_project(lost("A", FAILED), lost("B", beyond), lost("C", beyond)))
    assert [(one.cause, len(one.interviews)) for one in found] == [(beyond, 2), (FAILED, 1)]


def test_what_could_not_be_helped_is_counted_apart():
    found = losses(a_project(lost("A", CUT), lost("B", CUT), lost("C", FAILED)))
    assert [one.could_be_helped for one in found] == [True, False]


def test_interviews_without_a_cause_are_counted_too():
    assert [one.cause for one in losses(a_project(lost("A", None)))] == [None]


def test_what_broke_is_named_once():
    rows = (lost("A", broken_target=TARGET.id), lost("B", broken_target=TARGET.id))
    (found,) = losses(a_project(*rows))
    assert [one.id for one in found.broken] == [TARGET.id]


def test_the_worth_of_the_contracts_is_summed():
    rows = (lost("A", worth=Money.parse("2 EUR")), lost("B", worth=Money.parse("3 EUR")))
    assert sum_words(losses(a_project(*rows))[0].worth) == "5.00 EUR"


def test_a_promise_that_broke_before_says_so():
    rows = (lost("Fabrikam", broken_target=TARGET.id), lost("Contoso", broken_target=TARGET.id))
    assert said(a_project(*rows)) == [
        "“First reply” broke before and cost 2 clients: “Fabrikam” and “Contoso”."
    ]


def test_a_step_and_a_sales_promise_that_broke_say_so():
    rows = (lost("A", broken_step=STEP.id), lost("B", broken_promise=PROMISE.id))
    assert len(said(a_project(*rows))) == 2


def test_what_was_to_be_changed_and_by_whom_is_told():
    lead = Role(name="Team lead")
    row = lost("A", broken_step=STEP.id, action="A second call.", action_owner=lead.id)
    (sentence,) = said(a_project(lead, row))
    assert sentence.endswith("To be changed (Team lead): A second call.")


def test_a_promise_that_could_not_be_kept_says_nothing():
    assert said(a_project(lost("A", CUT, broken_target=TARGET.id))) == []


def test_a_promise_that_never_broke_says_nothing():
    assert said(a_project(lost("A"))) == []
