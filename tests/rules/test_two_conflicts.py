"""The two usual conflicts, explained by the program before anybody is unhappy.

Sales promised what service cannot: a supplier has a service day for a part of a promise of four
hours, and one client was even promised two. And a dearer level is worse in one cell, which nobody
sees, because the two cells are counted in different service hours.
"""

from datetime import date

from slaeditor.model.backing import Dependency, Supplier, SupportAgreement
from slaeditor.model.calendars import Calendar
from slaeditor.model.clients import Client, DealStatus, SpecialDeal
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PricePlan, Promise
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, Severity, Target
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.price import Price
from slaeditor.model.values.target_value import TargetValue
from slaeditor.model.values.week import Week
from slaeditor.model.work import Role
from slaeditor.rules.checks.checking import check
from slaeditor.rules.findings import Gravity

TODAY = date(2026, 6, 1)
OFFICE = Calendar(name="Office hours", hours=Week.parse("Mon–Fri 09:00–17:00"), time_zone="UTC")
ALWAYS = Calendar(name="Around the clock", hours=Week.parse("24x7"), time_zone="UTC")
SILVER = ServiceLevel(name="Silver", calendar=ALWAYS.id)
GOLD = ServiceLevel(name="Gold", calendar=OFFICE.id)
RESTORED = Measure(name="Restored", start_event="a case arrives", stop_event="it works again")
CRITICAL, MINOR = Severity(name="Critical"), Severity(name="Minor")
DESK, SELLER = Role(name="Service desk"), Role(name="Account manager")
ACME = Supplier(name="Acme")


def promised(level, severity, words):
    """Returns what a level promises at a severity."""
    return Target(
        level=level.id,
        measure=RESTORED.id,
        severity=severity.id,
        value=TargetValue.parse(words),
    )


FOUR_HOURS = promised(GOLD, CRITICAL, "4 h")
SLOWER = promised(GOLD, MINOR, "2 service days")
FASTER = promised(SILVER, MINOR, "24 h")
LINE = SupportAgreement(
    name="Line",
    supplier=ACME.id,
    value=TargetValue.parse("8 service h"),
    calendar=OFFICE.id,
    owner_in_dispute=DESK.id,
)
SAID = Promise(name="We restore your line within four hours", backed_by=FOUR_HOURS.id)
CONTOSO = Client(name="Contoso", level=GOLD.id)
DEAL = SpecialDeal(
    client=CONTOSO.id,
    name="Restored at once",
    target=FOUR_HOURS.id,
    agreed_target=TargetValue.parse("2 h"),
    granted_by=SELLER.id,
    status=DealStatus.APPROVED,
)


def the_department():
    """Returns the department with both conflicts."""
    return Project().add(
        *(OFFICE, ALWAYS, SILVER, GOLD, RESTORED, CRITICAL, MINOR, DESK, SELLER, ACME),
        PricePlan(level=SILVER.id, price=Price.parse("500 EUR per month")),
        PricePlan(level=GOLD.id, price=Price.parse("900 EUR per month")),
        *(promised(SILVER, CRITICAL, "8 h"), FOUR_HOURS, FASTER, SLOWER, LINE, SAID),
        Dependency(
            target=FOUR_HOURS.id, name="Diagnosis", takes=Duration.parse("30 min"), role=DESK.id
        ),
        Dependency(target=FOUR_HOURS.id, agreement=LINE.id, order=2),
        *(CONTOSO, DEAL),
    )


def finding(rule):
    """Returns the one finding of a rule."""
    (found,) = [one for one in check(the_department(), TODAY) if one.rule == rule]
    return found


def test_the_promise_beyond_the_supplier_is_an_error_with_hole_owner_and_way_out():
    """8 of 40 open hours a week are 33.6 h, and 30 min before it: 34.1 h, 30.1 h too many."""
    found = finding("no-slack")
    assert found.severity is Gravity.ERROR
    assert found.row == FOUR_HOURS.id
    assert found.sentence == (
        "What stands behind “Restored · Critical · Gold” takes about 34.1 h, but only 4 h is "
        "promised: 30.1 h too long, most of it “Line” (Acme, 33.6 h). While they dispute, Service "
        "desk owns the case."
    )
    assert found.remedy == (
        "Promise 34.1 h or more of elapsed time, or bring “Line” of Acme down by 30.1 h."
    )


def test_what_sales_may_say_is_tied_to_the_promise_that_does_not_hold():
    found = finding("sales-promise-beyond-chain")
    assert found.row == SAID.id
    assert FOUR_HOURS.id in found.concerned
    assert "“We restore your line within four hours”" in found.sentence
    assert "30.1 h too long, most of it “Line” (Acme, 33.6 h)" in found.sentence


def test_the_deal_of_one_client_is_found_with_its_own_shortfall():
    found = finding("deal-not-backed")
    assert "“Contoso” was promised 2 h instead of 4 h in “Restored at once”" in found.sentence
    assert "32.1 h too long" in found.sentence
    assert found.remedy.endswith("or bring “Line” of Acme down by 32.1 h.")


def test_the_deal_that_service_does_not_know_of_is_found():
    assert finding("deal-unknown-to-service").row == DEAL.id


def test_the_dearer_level_that_is_worse_in_one_cell_is_found_in_comparable_time():
    """Two days of 8 of 40 open hours are 16 × 168 / 40 = 67.2 h, beside 24 h."""
    found = finding("level-ladder")
    assert found.row == SLOWER.id
    assert found.sentence == (
        "For “Restored · Minor”, “Gold” promises 2 service days, less than the 24 h of “Silver”: "
        "about 67.2 h of elapsed time (counted in “Office hours” beside counted in “Around the "
        "clock”), which is 43.2 h longer."
    )
    assert {GOLD.id, SILVER.id, FASTER.id} == set(found.concerned)
    assert found.remedy.startswith("Promise “Gold” no less than 24 h as it is counted at “Silver”")


def test_once_both_are_cured_nothing_of_it_is_left():
    cured = the_department().put(
        FOUR_HOURS.but(value=TargetValue.parse("48 h")),
        SLOWER.but(value=TargetValue.parse("2 service h")),
        LINE.but(value=TargetValue.parse("2 h"), calendar=ALWAYS.id),
        DEAL.but(
            agreed_target=TargetValue.parse("36 h"),
            service_informed_on=TODAY,
            acknowledged_on=TODAY,
        ),
    )
    rules = {one.rule for one in check(cured, TODAY)}
    assert not rules & {
        *("no-slack", "slack-depends-on-start", "sales-promise-beyond-chain", "deal-not-backed"),
        "deal-unknown-to-service",
    }
