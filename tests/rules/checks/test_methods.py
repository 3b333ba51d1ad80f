"""How we work: steps, hand-offs, scope, and what nobody owns."""

from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.model.promises import Strength
from slaeditor.model.scope import ScopeClass, ScopeItem
from slaeditor.model.values.duration import Duration
from slaeditor.model.work import GreyArea, HandOff, MethodStep, Role
from slaeditor.rules.checks import methods
from tests.rules.checks.check_builders import RESPONSE, a_target, promises, says


def test_a_step_without_who_and_why_is_found():
    assert says(methods.step_without_why_or_who, Project().add(MethodStep(name="Call"))) == [
        "“Call” does not say who does it.",
        "“Call” does not say why.",
    ]


def test_a_step_with_who_and_why_is_fine():
    row = MethodStep(name="Call", who="somebody", why="It helps.")
    assert says(methods.step_without_why_or_who, Project().add(row)) == []


def test_a_step_without_when_is_found():
    assert len(says(methods.step_without_when, Project().add(MethodStep(name="Call")))) == 1


def test_a_step_within_a_time_is_fine():
    row = MethodStep(name="Call", within=Duration.parse("1 h"))
    assert says(methods.step_without_when, Project().add(row)) == []


HANDBOOK = Document(name="Handbook")


def with_step(**values):
    return promises(a_target(RESPONSE, "4 h"), MethodStep(name="Call", **values), HANDBOOK)


def test_a_promise_that_no_step_serves_is_found():
    assert says(methods.measure_without_step, with_step()) == [
        "No step of the methodology serves “First response”."
    ]


def test_a_promise_whose_measure_a_step_names_is_fine():
    assert says(methods.measure_without_step, with_step(clock=RESPONSE.id)) == []


def test_a_promise_that_a_step_serves_is_fine():
    target = a_target(RESPONSE, "4 h")
    project = promises(target, MethodStep(name="Call", targets=(target.id,)), HANDBOOK)
    assert says(methods.measure_without_step, project) == []


def test_best_effort_needs_no_step():
    target = a_target(RESPONSE, "4 h", strength=Strength.BEST_EFFORT)
    project = promises(target, MethodStep(name="Call"), HANDBOOK)
    assert says(methods.measure_without_step, project) == []


DESK = Role(name="Desk")


def handed(**values):
    usual = {
        "from_role": DESK.id,
        "to_role": "another",
        "owner_until_accepted": DESK.id,
        "accept_within": Duration.parse("1 h"),
    }
    return Project().add(DESK, HandOff(name="Over", **{**usual, **values}))


def test_a_hand_off_to_itself_is_found():
    assert says(methods.hand_off_to_itself, handed(to_role=DESK.id)) == [
        "“Over” goes from “Desk” to itself."
    ]


def test_a_hand_off_without_time_or_owner_is_found():
    project = handed(accept_within=None, owner_until_accepted="")
    assert len(says(methods.hand_off_to_itself, project)) == 2


def test_a_hand_off_to_another_in_time_is_fine():
    assert says(methods.hand_off_to_itself, handed()) == []


def test_a_grey_area_nobody_owns_is_found():
    assert says(methods.grey_area_open, Project().add(GreyArea(name="Printers"))) == [
        "Nobody owns “Printers” meanwhile.",
        "Nobody is to decide on “Printers”.",
    ]


def test_a_grey_area_without_deadline_is_found():
    row = GreyArea(name="Printers", default_owner="a", decider="b")
    assert len(says(methods.grey_area_open, Project().add(row))) == 1


def test_a_grey_area_that_is_decided_is_fine():
    row = GreyArea(name="Printers", decision="The desk.")
    assert says(methods.grey_area_open, Project().add(row)) == []


def test_no_without_a_way_out_is_found():
    row = ScopeItem(name="Fax", kind=ScopeClass.NOT_SUPPORTED)
    assert len(says(methods.not_supported_without_way_out, Project().add(row))) == 1


def test_no_with_a_way_out_is_fine():
    row = ScopeItem(name="Fax", kind=ScopeClass.NOT_SUPPORTED, workaround="Scan it.")
    assert says(methods.not_supported_without_way_out, Project().add(row)) == []


def test_a_charge_that_is_not_said_is_found():
    row = ScopeItem(name="Move", kind=ScopeClass.CHARGEABLE)
    assert len(says(methods.not_supported_without_way_out, Project().add(row))) == 1


def test_roles_that_report_to_each_other_are_found():
    one, other = Role(name="One"), Role(name="Other")
    project = Project().add(one.but(reports_to=other.id), other.but(reports_to=one.id))
    assert len(says(methods.reports_to_itself, project)) == 2


def test_a_role_that_reports_upwards_is_fine():
    boss = Role(name="Boss")
    project = Project().add(boss, Role(name="Desk", reports_to=boss.id))
    assert says(methods.reports_to_itself, project) == []


def test_a_role_that_stands_in_for_itself_is_found():
    project = Project().add(DESK.but(stands_in=DESK.id))
    assert says(methods.reports_to_itself, project) == ["“Desk” is its own stand-in."]
