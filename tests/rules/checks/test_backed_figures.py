"""An availability that is promised, and the one that is owed to us."""

from slaeditor.model.backing import Dependency, SupportAgreement
from slaeditor.model.levels import Service
from slaeditor.model.promises import Better, Measure, MeasureKind, Strength
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.checks import backed_figures
from slaeditor.rules.checks.checking import run
from slaeditor.rules.checks.rule import ERROR, WARNING
from tests.rules.checks.check_builders import BRONZE, SILVER, TODAY, a_target, promises, says

UPTIME = Measure(name="Availability", kind=MeasureKind.AVAILABILITY, better=Better.HIGHER)
FAILURES = Measure(name="Failed bookings", kind=MeasureKind.RATIO, better=Better.LOWER)
BASIC = a_target(UPTIME, "99.5 %", level=BRONZE)
BEST = a_target(UPTIME, "99.95 %", level=SILVER)


def owed(words, measure=UPTIME, **values):
    return SupportAgreement(
        name="Data centre", measure=measure.id, value=TargetValue.parse(words), **values
    )


def told(*rows, more=()):
    project = promises(*rows, more=(UPTIME, FAILURES, *more))
    return says(backed_figures.agreement_below_promise, project)


def severities(*rows):
    project = promises(*rows, more=(UPTIME,))
    rule = backed_figures.agreement_below_promise
    return [one.severity for one in run(rule, project, project.table(SupportAgreement), TODAY)]


def test_an_availability_above_what_the_data_centre_owes_is_found():
    assert told(BASIC, BEST, owed("99.9 %")) == [
        "“Data centre” owes 99.9 %, but “Availability · Silver” promises 99.95 %."
    ]


def test_an_availability_as_high_as_what_is_owed_is_backed():
    assert told(BASIC, BEST, owed("99.95 %")) == []


def test_several_promises_above_it_are_counted():
    assert told(BASIC, BEST, owed("99 %")) == [
        "“Data centre” owes 99 %, but “Availability · Bronze” promises 99.5 % and 1 more promise."
    ]


def test_of_failures_fewer_are_the_greater_promise():
    assert told(a_target(FAILURES, "1 %"), owed("2 %", FAILURES))
    assert not told(a_target(FAILURES, "2 %"), owed("1 %", FAILURES))


def test_what_is_only_best_effort_may_be_above_it():
    assert told(BEST.but(strength=Strength.BEST_EFFORT), owed("99.9 %")) == []


def test_an_agreement_for_another_service_is_not_held_against_it():
    hosting, support = Service(name="Hosting"), Service(name="Support")
    agreement = owed("99.9 %", services=(support.id,))
    assert told(BEST.but(service=hosting.id), agreement, more=(hosting, support)) == []


def test_a_promise_that_is_said_to_rest_on_it_is_an_error():
    agreement = owed("99.9 %")
    assert severities(BEST, agreement) == [WARNING]
    rests = Dependency(target=BEST.id, agreement=agreement.id)
    assert severities(BEST, agreement, rests) == [ERROR]


def test_where_one_promise_rests_on_it_the_others_are_not_meant():
    agreement = owed("99.9 %")
    rests = Dependency(target=BASIC.id, agreement=agreement.id)
    assert told(BASIC, BEST, agreement, rests) == []
