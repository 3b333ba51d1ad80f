"""What stands behind the promises."""

from datetime import date

from slaeditor.model.backing import Dependency, Supplier, SupportAgreement
from slaeditor.model.clients import Client, SpecialDeal
from slaeditor.model.document import Document
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.work import HandOff, Role
from slaeditor.rules.checks import backings
from tests.rules.checks.check_builders import (
    CRITICAL,
    RESOLUTION,
    TODAY,
    a_target,
    office,
    promises,
    says,
)


def a_chain(promise, *parts, hours=None):
    """Returns a project with a promise and the times that stand behind it, with their places."""
    target = a_target(RESOLUTION, promise, calendar=hours.id if hours else "")
    rows = [
        Dependency(target=target.id, name=words, takes=Duration.parse(words), order=order)
        for words, order in parts
    ]
    return promises(target, *rows, more=(hours,) if hours else ())


def test_a_chain_longer_than_the_promise_is_found():
    project = a_chain("4 h", ("3 h", 1), ("90 min", 2))
    (sentence,) = says(backings.no_slack, project)
    assert sentence == (
        "What stands behind “Resolution” takes about 4.5 h, but only 4 h is promised: "
        "30 min too long, most of it “3 h” (our own work, 3 h)."
    )


def test_a_chain_as_long_as_the_promise_is_fine():
    assert says(backings.no_slack, a_chain("4 h", ("3 h", 1), ("1 h", 2))) == []


def test_of_parts_side_by_side_the_longest_counts():
    assert says(backings.no_slack, a_chain("4 h", ("3 h", 1), ("2 h", 1))) == []


def test_a_chain_is_measured_in_comparable_time():
    project = a_chain("8 service h", ("24 h", 1), hours=office())
    assert says(backings.no_slack, project) == []


def backed_by(words, **values):
    """Returns a promise of 4 h that rests on a supplier's promise."""
    target = a_target(RESOLUTION, "4 h")
    agreement = SupportAgreement(
        name="Line", value=TargetValue.parse(words) if words else None, **values
    )
    part = Dependency(target=target.id, agreement=agreement.id)
    return promises(target, agreement, part)


def test_a_supplier_with_more_time_than_we_have_is_found():
    assert len(says(backings.no_slack, backed_by("8 h"))) == 1


def test_a_supplier_with_as_much_time_as_we_have_is_fine():
    assert says(backings.no_slack, backed_by("4 h")) == []


def test_a_hole_names_whose_it_is_and_who_owns_the_case_meanwhile():
    acme, desk = Supplier(name="Acme"), Role(name="Service desk")
    project = backed_by("8 h", supplier=acme.id, owner_in_dispute=desk.id).add(acme, desk)
    (sentence,) = says(backings.no_slack, project)
    assert "4 h too long, most of it “Line” (Acme, 8 h)." in sentence
    assert sentence.endswith("While they dispute, Service desk owns the case.")


def test_a_start_after_which_the_chain_is_too_long_is_found():
    (sentence,) = says(
        backings.slack_depends_on_start, a_chain("8 service h", ("24 h", 1), hours=office())
    )
    assert "begins on Monday at 00:00 is due on Monday at 17:00" not in sentence
    assert "begins on Monday at 09:00 is due on Monday at 17:00" in sentence
    assert sentence.endswith("until Tuesday at 09:00: 16 h too long.")


def test_a_chain_that_fits_at_every_start_is_fine():
    assert says(backings.slack_depends_on_start, a_chain("8 h", ("8 h", 1))) == []


def a_deal(agreed, **values):
    """Returns a promise of 8 h with 4 h behind it, and a deal for one client."""
    project = a_chain("8 h", ("4 h", 1))
    target, client = next(iter(project.targets)), Client(name="Contoso")
    deal = SpecialDeal(
        client=client.id,
        name="Faster",
        target=target.id,
        agreed_target=TargetValue.parse(agreed),
        **values,
    )
    return project.add(client, deal)


def test_a_deal_beyond_what_stands_behind_the_promise_is_found():
    (sentence,) = says(backings.deal_not_backed, a_deal("1 h"))
    assert sentence == (
        "“Contoso” was promised 1 h instead of 8 h in “Faster”, but what stands behind it takes "
        "about 4 h: 3 h too long, most of it “4 h” (our own work, 4 h)."
    )


def test_a_deal_within_what_stands_behind_the_promise_is_fine():
    assert says(backings.deal_not_backed, a_deal("4 h")) == []


def test_a_deal_that_is_over_is_not_looked_at():
    assert says(backings.deal_not_backed, a_deal("1 h", valid_to=date(2026, 5, 31))) == []


def test_a_hand_off_takes_its_time():
    target = a_target(RESOLUTION, "4 h")
    given = HandOff(name="Over", accept_within=Duration.parse("5 h"))
    project = promises(target, given, Dependency(target=target.id, hand_off=given.id))
    assert len(says(backings.no_slack, project)) == 1


def test_a_supplier_who_promises_no_time_is_found():
    assert says(backings.backing_without_time, backed_by("best effort")) == [
        "“Line” owes only “best effort”, yet “Resolution” promises 4 h on it."
    ]


def test_a_supplier_who_promises_a_time_is_fine():
    assert says(backings.backing_without_time, backed_by("4 h")) == []


def lasting_until(expires):
    document = Document(name="Handbook", effective_to=date(2026, 12, 31))
    return backed_by("4 h", expires=date.fromisoformat(expires)).add(document)


def test_an_agreement_that_expired_is_found():
    assert says(backings.agreement_expires, lasting_until("2026-05-31")) == [
        "“Line” expired on 2026-05-31."
    ]


def test_an_agreement_that_expires_before_the_document_is_found():
    assert len(says(backings.agreement_expires, lasting_until("2026-12-30"))) == 1


def test_an_agreement_that_lasts_as_long_as_the_document_is_fine():
    assert says(backings.agreement_expires, lasting_until("2026-12-31")) == []


def test_an_agreement_may_end_today():
    project = Project().add(SupportAgreement(name="Line", expires=TODAY))
    assert says(backings.agreement_expires, project) == []


def test_an_agreement_without_owner_in_dispute_is_found():
    assert len(says(backings.dispute_without_owner, backed_by("4 h"))) == 1


def test_an_agreement_with_owner_in_dispute_is_fine():
    project = backed_by("4 h", owner_in_dispute="somebody")
    assert says(backings.dispute_without_owner, project) == []


def beside(words, promise="4 h", **values):
    """Returns a promise for the worst severity, and an agreement that no dependency names."""
    target = a_target(RESOLUTION, promise, CRITICAL)
    agreement = SupportAgreement(name="Hands", value=TargetValue.parse(words), **values)
    return promises(target, agreement)


def test_an_agreement_longer_than_a_promise_it_fits_is_found_without_a_dependency():
    (sentence,) = says(backings.agreement_not_relied_on, beside("6 h", measure=RESOLUTION.id))
    assert sentence == (
        "“Hands” owes 6 h, longer than “Resolution · Critical” with 4 h; nothing says whether the "
        "promise depends on it."
    )


def test_an_agreement_is_counted_in_its_own_calendar():
    hours = office()
    project = beside("6 h", measure=RESOLUTION.id, calendar=hours.id).put(hours)
    (sentence,) = says(backings.agreement_not_relied_on, project)
    assert sentence.startswith("“Hands” owes 6 h (about 25.2 h elapsed), longer than")


def test_an_agreement_that_nothing_rests_on_is_a_hint():
    project = beside("2 h", measure=RESOLUTION.id, severities=(CRITICAL.id,))
    assert says(backings.agreement_not_relied_on, project) == [
        "No promise is said to depend on “Hands”, which owes 2 h; “Resolution · Critical” may."
    ]


def test_an_agreement_for_other_severities_is_fine():
    project = beside("6 h", measure=RESOLUTION.id, severities=("another",))
    assert says(backings.agreement_not_relied_on, project) == []


def test_an_agreement_for_no_measure_is_fine():
    assert says(backings.agreement_not_relied_on, beside("6 h")) == []


def test_an_agreement_with_its_dependency_is_judged_by_the_chain_alone():
    assert says(backings.agreement_not_relied_on, backed_by("8 h", measure=RESOLUTION.id)) == []


def elsewhere(words):
    """Returns an agreement beside a promise of its measure, named by a promise of another one."""
    other = Measure(name="Availability")
    target = a_target(other, "99 %", CRITICAL)
    project = beside(words, measure=RESOLUTION.id)
    (agreement,) = project.support_agreements
    return project.add(other, target, Dependency(target=target.id, agreement=agreement.id))


def test_a_promise_of_another_measure_does_not_answer_for_those_of_its_own():
    (sentence,) = says(backings.agreement_not_relied_on, elsewhere("6 h"))
    assert sentence.startswith("“Hands” owes 6 h, longer than “Resolution · Critical” with 4 h")


def test_an_agreement_that_any_promise_depends_on_is_not_said_to_be_idle():
    assert says(backings.agreement_not_relied_on, elsewhere("2 h")) == []
