"""Promises beside each other, and what stands behind them."""

from decimal import Decimal

from slaeditor.model.backing import WorkStream
from slaeditor.model.compensation import Compensation
from slaeditor.model.levels import LevelKind, Offer, Service, ServiceLevel
from slaeditor.model.project import Project
from slaeditor.model.promises import Measure, MeasureKind
from slaeditor.model.values.duration import Duration
from slaeditor.rules.checks import targets
from tests.rules.checks.check_builders import (
    BRONZE,
    CRITICAL,
    GUARANTEED,
    MINOR,
    RESOLUTION,
    RESPONSE,
    RESTORE,
    SILVER,
    a_target,
    office,
    promises,
    says,
)


def test_a_response_longer_than_the_resolution_is_found():
    project = promises(a_target(RESPONSE, "8 h"), a_target(RESOLUTION, "4 h"))
    assert says(targets.response_before_resolution, project) == [
        "“First response” takes 8 h, longer than “Resolution” with 4 h."
    ]


def test_a_response_as_long_as_the_resolution_is_fine():
    project = promises(a_target(RESPONSE, "4 h"), a_target(RESOLUTION, "4 h"))
    assert says(targets.response_before_resolution, project) == []


def test_restoring_after_the_resolution_is_found():
    project = promises(a_target(RESTORE, "5 h"), a_target(RESOLUTION, "4 h"))
    assert len(says(targets.response_before_resolution, project)) == 1


def test_stages_are_compared_in_comparable_clocks():
    hours = office()
    project = promises(
        a_target(RESPONSE, "20 h"),
        a_target(RESOLUTION, "8 service h", calendar=hours.id),
        more=(hours,),
    )
    assert says(targets.response_before_resolution, project) == []


def test_a_resolution_inherited_from_the_base_is_compared():
    heir = ServiceLevel(name="Heir", based_on=BRONZE.id)
    project = promises(
        a_target(RESPONSE, "8 h", level=heir),
        a_target(RESOLUTION, "4 h", level=BRONZE),
        more=(heir,),
    )
    assert len(says(targets.response_before_resolution, project)) == 1


def test_a_lighter_severity_served_faster_is_found():
    project = promises(a_target(RESPONSE, "4 h", CRITICAL), a_target(RESPONSE, "2 h", MINOR))
    assert says(targets.severity_ladder, project) == [
        "“First response · Minor” promises 2 h, better than the 4 h of the severer “Critical”."
    ]


def test_severities_served_alike_are_fine():
    project = promises(a_target(RESPONSE, "4 h", CRITICAL), a_target(RESPONSE, "4 h", MINOR))
    assert says(targets.severity_ladder, project) == []


def test_best_effort_for_the_severer_is_found():
    project = promises(
        a_target(RESPONSE, "best effort", CRITICAL), a_target(RESPONSE, "2 h", MINOR)
    )
    assert len(says(targets.severity_ladder, project)) == 1


def test_a_higher_share_within_the_same_time_is_better():
    project = promises(
        a_target(RESPONSE, "90 % within 4 h", CRITICAL),
        a_target(RESPONSE, "95 % within 4 h", MINOR),
    )
    assert len(says(targets.severity_ladder, project)) == 1


def test_a_higher_share_within_a_longer_time_cannot_be_ranked():
    project = promises(
        a_target(RESPONSE, "90 % within 2 h", CRITICAL),
        a_target(RESPONSE, "95 % within 4 h", MINOR),
    )
    assert says(targets.severity_ladder, project) == []


def test_a_higher_level_promising_less_is_found():
    project = promises(
        a_target(RESPONSE, "4 h", level=BRONZE), a_target(RESPONSE, "8 h", level=SILVER)
    )
    assert says(targets.level_ladder, project) == [
        "For “First response”, “Silver” promises 8 h, less than the 4 h of “Bronze”."
    ]


def test_a_higher_level_promising_the_same_is_fine():
    project = promises(
        a_target(RESPONSE, "4 h", level=BRONZE), a_target(RESPONSE, "4 h", level=SILVER)
    )
    assert says(targets.level_ladder, project) == []


def by_another_clock(words):
    """Returns a project whose higher level counts in office hours."""
    hours = office()
    return promises(
        a_target(RESPONSE, "24 h", level=BRONZE),
        a_target(RESPONSE, words, level=SILVER, calendar=hours.id),
        more=(hours,),
    )


def test_more_service_hours_than_a_day_has_are_longer_than_24_hours():
    assert len(says(targets.level_ladder, by_another_clock("10 service h"))) == 1


def test_few_service_hours_are_not_always_longer_than_24_hours():
    assert says(targets.level_ladder, by_another_clock("4 service h")) == []


def test_a_lower_availability_of_a_higher_level_is_found():
    up = Measure(name="Availability")
    project = promises(
        a_target(up, "99.95 %", level=BRONZE), a_target(up, "99.9 %", level=SILVER), more=(up,)
    )
    assert len(says(targets.level_ladder, project)) == 1


def test_what_a_higher_level_inherits_is_compared():
    base = ServiceLevel(name="Base", kind=LevelKind.BASE)
    gold = ServiceLevel(name="Gold", based_on=base.id, position=3)
    project = promises(
        a_target(RESPONSE, "8 h", level=base),
        a_target(RESPONSE, "4 h", level=SILVER),
        more=(base, gold),
    )
    assert len(says(targets.level_ladder, project)) == 1


def test_levels_of_another_ladder_are_not_compared():
    cover = ServiceLevel(name="Cover", ladder="Coverage", position=3)
    project = promises(
        a_target(RESPONSE, "4 h", level=SILVER),
        a_target(RESPONSE, "8 h", level=cover),
        more=(cover,),
    )
    assert says(targets.level_ladder, project) == []


def test_an_unordered_level_is_not_compared():
    other = ServiceLevel(name="Other", ordered=False, position=3)
    project = promises(
        a_target(RESPONSE, "4 h", level=SILVER),
        a_target(RESPONSE, "8 h", level=other),
        more=(other,),
    )
    assert says(targets.level_ladder, project) == []


def test_a_level_that_cannot_be_had_is_not_compared():
    gone = ServiceLevel(name="Gone", offer=Offer.NOT_AVAILABLE, position=3)
    project = promises(
        a_target(RESPONSE, "4 h", level=SILVER),
        a_target(RESPONSE, "8 h", level=gone),
        more=(gone,),
    )
    assert says(targets.level_ladder, project) == []


def test_a_guarantee_without_credit_is_found():
    project = promises(a_target(RESPONSE, "4 h", strength=GUARANTEED))
    assert says(targets.guaranteed_without_remedy, project) == [
        "“First response” is guaranteed, but nothing is owed when it is missed."
    ]


def test_a_guarantee_with_a_credit_for_its_measure_is_fine():
    credit = Compensation(name="Late", measure=RESPONSE.id)
    project = promises(a_target(RESPONSE, "4 h", strength=GUARANTEED), more=(credit,))
    assert says(targets.guaranteed_without_remedy, project) == []


def test_a_credit_of_another_level_does_not_cover_a_guarantee():
    credit = Compensation(name="Late", measure=RESPONSE.id, levels=(BRONZE.id,))
    project = promises(a_target(RESPONSE, "4 h", level=SILVER, strength=GUARANTEED), more=(credit,))
    assert len(says(targets.guaranteed_without_remedy, project)) == 1


def test_a_credit_for_one_service_is_no_remedy_for_another():
    mail, web = Service(name="Mail"), Service(name="Web")
    credit = Compensation(name="Credit", measure=RESPONSE.id, services=(mail.id,))
    rows = [a_target(RESPONSE, "4 h", strength=GUARANTEED, service=one.id) for one in (mail, web)]
    project = promises(*rows, more=(credit, mail, web))
    assert len(says(targets.guaranteed_without_remedy, project)) == 1


def test_a_guarantee_without_source_of_figures_is_found():
    project = promises(a_target(RESPONSE, "4 h", strength=GUARANTEED))
    assert len(says(targets.guaranteed_without_means, project)) == 1


def test_a_guarantee_with_a_source_of_figures_is_fine():
    measured = RESPONSE.but(source_of_figures="The ticket system")
    project = promises(a_target(RESPONSE, "4 h", strength=GUARANTEED)).put(measured)
    assert says(targets.guaranteed_without_means, project) == []


def few_cases(volume, **values):
    """Returns a project with 95 % within 4 h and so many cases a month."""
    target = a_target(RESPONSE, "95 % within 4 h", **values)
    stream = WorkStream(
        name="Mail", target=target.id, volume=Decimal(volume), per=Duration.parse("1 month")
    )
    return promises(target, more=(stream,))


def test_a_share_of_nineteen_cases_allows_no_miss():
    assert says(targets.share_of_few_cases, few_cases(19)) == [
        (
            "95 % of about 19 cases a month allows no miss in “First response”; from 20 cases "
            "on one may be late."
        )
    ]


def test_a_share_of_twenty_cases_is_fine():
    assert says(targets.share_of_few_cases, few_cases(20)) == []


def test_a_promise_from_more_cases_than_expected_is_found():
    found = says(targets.share_of_few_cases, few_cases(20, least_cases=Decimal(21)))
    assert found[0].endswith("it never applies.")


def test_a_credit_for_a_mere_target_is_found():
    target = a_target(RESPONSE, "4 h")
    credit = Compensation(name="Late", measure=RESPONSE.id, targets=(target.id,))
    assert says(targets.credit_for_mere_target, promises(target, more=(credit,))) == [
        "“Late” is owed for “First response”, which is only “target”."
    ]


def test_a_credit_for_a_guarantee_is_fine():
    target = a_target(RESPONSE, "4 h", strength=GUARANTEED)
    credit = Compensation(name="Late", measure=RESPONSE.id, targets=(target.id,))
    assert says(targets.credit_for_mere_target, promises(target, more=(credit,))) == []


def test_availability_better_the_lower_it_is_is_found():
    uptime = Measure(name="Uptime", kind=MeasureKind.AVAILABILITY, aggregation=None)
    assert says(targets.measure_contradicts_its_kind, Project().add(uptime)) == [
        "“Uptime” says “Lower is better”, but availability is better the higher it is."
    ]
