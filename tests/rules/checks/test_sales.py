"""Sales and clients: promises, deals, and what both departments agreed."""

from datetime import date

import pytest

from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.levels import LevelKind, Offer, ServiceLevel
from slaeditor.model.prices import Promise, PromiseClass
from slaeditor.model.project import Project
from slaeditor.model.promises import Strength
from slaeditor.model.scope import ScopeClass, ScopeItem
from slaeditor.model.selling import DissatisfactionLevel, Expectation, Incentive, SalesPart
from slaeditor.model.values.duration import Duration
from slaeditor.rules.checks import sales
from tests.rules.checks.check_builders import BRONZE, RESPONSE, SILVER, a_target, promises, says


def test_a_promise_that_nothing_backs_is_found():
    assert says(sales.promise_not_backed, Project().add(Promise(name="Fast"))) == [
        "Sales may promise “Fast”, but nothing backs it."
    ]


@pytest.mark.parametrize("strength", [Strength.BEST_EFFORT, Strength.NOT_OFFERED])
def test_a_promise_backed_by_nothing_that_binds_is_found(strength):
    target = a_target(RESPONSE, "4 h", strength=strength)
    project = promises(target, Promise(name="Fast", backed_by=target.id))
    assert len(says(sales.promise_not_backed, project)) == 1


def test_a_promise_backed_by_a_target_is_fine():
    target = a_target(RESPONSE, "4 h", strength=Strength.TARGET)
    project = promises(target, Promise(name="Fast", backed_by=target.id))
    assert says(sales.promise_not_backed, project) == []


def test_a_promise_of_what_is_not_supported_is_found():
    scope = ScopeItem(name="Fax", kind=ScopeClass.NOT_SUPPORTED)
    project = Project().add(scope, Promise(name="Fax help", backed_by_scope=scope.id))
    assert says(sales.promise_not_backed, project) == [
        "Sales may promise “Fax help”, but “Fax” is not supported."
    ]


def test_a_promise_that_is_forbidden_needs_no_backing():
    project = Project().add(Promise(name="Miracles", kind=PromiseClass.FORBIDDEN))
    assert says(sales.promise_not_backed, project) == []


def test_a_promise_that_nobody_approves_is_found():
    project = Project().add(Promise(name="Fast", kind=PromiseClass.NEEDS_APPROVAL))
    assert len(says(sales.promise_without_approver, project)) == 1


def test_a_promise_that_somebody_approves_is_fine():
    row = Promise(name="Fast", kind=PromiseClass.NEEDS_APPROVAL, approver="somebody")
    assert says(sales.promise_without_approver, Project().add(row)) == []


TOLD = {"service_informed_on": date(2026, 5, 1), "acknowledged_on": date(2026, 5, 2)}


def a_deal(**values):
    usual = {"name": "Rebate", "status": DealStatus.APPROVED}
    return Project().add(SpecialDeal(**{**usual, **values}))


def test_a_deal_that_ran_out_is_found():
    assert says(sales.deal_expired, a_deal(valid_to=date(2026, 5, 31))) == [
        "“Rebate” ran out on 2026-05-31."
    ]


def test_a_deal_that_runs_out_today_is_fine():
    assert says(sales.deal_expired, a_deal(valid_to=date(2026, 6, 1))) == []


def test_a_deal_that_was_ended_may_run_out():
    project = a_deal(valid_to=date(2026, 5, 31), status=DealStatus.ENDED)
    assert says(sales.deal_expired, project) == []


def test_a_deal_that_service_does_not_know_is_found():
    assert says(sales.deal_unknown_to_service, a_deal()) == [
        "Service has not been told of “Rebate”."
    ]


def test_a_deal_that_service_has_not_acknowledged_is_found():
    project = a_deal(service_informed_on=date(2026, 5, 1))
    assert says(sales.deal_unknown_to_service, project) == [
        "Service has not acknowledged “Rebate”."
    ]


def test_a_deal_that_service_acknowledged_is_fine():
    assert says(sales.deal_unknown_to_service, a_deal(**TOLD)) == []


def test_a_deal_nobody_granted_is_found():
    assert len(says(sales.deal_without_approver, a_deal())) == 2


def test_a_deal_that_was_granted_and_approved_is_fine():
    assert says(sales.deal_without_approver, a_deal(granted_by="a", approved_by="b")) == []


def test_a_deal_without_end_is_found():
    assert says(sales.deal_without_end, a_deal()) == ["“Rebate” has no end."]


def test_a_deal_with_an_end_is_fine():
    assert says(sales.deal_without_end, a_deal(valid_to=date(2027, 1, 1))) == []


def a_client(level, *more, **values):
    return Project().add(level, *more, Client(name="Ash", level=level.id, **values))


def test_a_client_without_level_is_found():
    assert says(sales.client_without_level, Project().add(Client(name="Ash"))) == [
        "“Ash” has no service level."
    ]


@pytest.mark.parametrize("values", [{"kind": LevelKind.BASE}, {"offer": Offer.NOT_AVAILABLE}])
def test_a_client_with_a_level_that_cannot_be_bought_is_found(values):
    project = a_client(ServiceLevel(name="Odd", **values))
    assert len(says(sales.client_without_level, project)) == 1


def test_a_client_with_a_legacy_level_is_fine():
    project = a_client(ServiceLevel(name="Old", offer=Offer.LEGACY))
    assert says(sales.client_without_level, project) == []


def test_an_add_on_that_does_not_fit_is_found():
    add_on = ServiceLevel(name="Night", kind=LevelKind.ADD_ON, adds_to=(SILVER.id,))
    project = a_client(BRONZE, SILVER, add_on, add_ons=(add_on.id,))
    assert says(sales.client_without_level, project) == [
        "“Ash” has the add-on “Night”, which does not fit “Bronze”."
    ]


def test_an_add_on_that_fits_is_fine():
    add_on = ServiceLevel(name="Night", kind=LevelKind.ADD_ON, adds_to=(BRONZE.id,))
    project = a_client(BRONZE, add_on, add_ons=(add_on.id,))
    assert says(sales.client_without_level, project) == []


def test_a_contract_that_ended_is_found():
    project = a_client(BRONZE, contract_until=date(2026, 5, 31))
    assert says(sales.contract_ended, project) == ["The contract of “Ash” ended on 2026-05-31."]


def test_a_contract_that_ends_today_is_fine():
    assert says(sales.contract_ended, a_client(BRONZE, contract_until=date(2026, 6, 1))) == []


def test_an_incentive_for_the_sale_alone_is_found():
    assert len(says(sales.incentive_without_retention, Project().add(Incentive(name="Fee")))) == 1


def test_an_incentive_held_back_is_fine():
    row = Incentive(name="Fee", held_back_for=Duration.parse("1 year"))
    assert says(sales.incentive_without_retention, Project().add(row)) == []


def test_a_question_without_agreed_answer_is_found():
    assert len(says(sales.expectation_not_agreed, Project().add(Expectation(name="Who?")))) == 1


def test_an_answer_that_sales_does_not_know_is_found():
    row = Expectation(name="Who?", agreed="We.", known_to_service=True)
    assert says(sales.expectation_not_agreed, Project().add(row)) == [
        "Sales does not know what was agreed on “Who?”."
    ]


def test_an_answer_both_know_is_fine():
    row = Expectation(name="Who?", agreed="We.", known_to_service=True, known_to_sales=True)
    assert says(sales.expectation_not_agreed, Project().add(row)) == []


def test_a_mood_at_which_nobody_is_warned_is_found():
    row = DissatisfactionLevel(name="Angry", sales_part=SalesPart.JOINS)
    assert says(sales.mood_without_warning, Project().add(row)) == ["Nobody is warned at “Angry”."]


def test_a_mood_without_time_is_found():
    row = DissatisfactionLevel(name="Angry", sales_part=SalesPart.JOINS, warn="somebody")
    assert len(says(sales.mood_without_warning, Project().add(row))) == 1


def test_a_mood_that_service_handles_needs_no_warning():
    row = DissatisfactionLevel(name="Annoyed", sales_part=SalesPart.NONE)
    assert says(sales.mood_without_warning, Project().add(row)) == []
