"""Credits and rewards: bands without gap, in order, within limits."""

from decimal import Decimal

from slaeditor.model.compensation import Compensation, Direction, Method
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PricePlan
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.values.price import Price
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.checks import compensations, fees
from tests.rules.checks.check_builders import says
from tests.rules.compensation_builders import (
    a_compensation,
    availability,
    banded,
    call_centre,
    closed_bands,
    compute,
    hours_late,
    money,
    share,
    stepped,
)


def test_a_credit_for_what_nobody_promised_is_found():
    measure = availability()
    project = Project().add(measure, Compensation(name="Credit", measure=measure.id))
    assert says(compensations.credit_without_target, project) == [
        "Nothing is promised that “Credit” could be owed for."
    ]


def test_a_credit_for_a_promise_is_fine():
    assert says(compensations.credit_without_target, compute()[0]) == []


def test_two_answers_for_one_result_are_found():
    bands = (("99.0", "99.9", "10 %"), ("95.0", "99.0", "25 %"))
    project, _ = banded("99.95 %", *bands, closed=True)
    assert says(compensations.band_overlap, project) == ["“Credit” has two answers for 99 %."]


def test_half_open_bands_have_one_answer():
    assert says(compensations.band_overlap, compute()[0]) == []


def test_a_band_that_holds_nothing_is_found():
    project, _ = banded("99.95 %", ("99", "95", "10 %"))
    assert says(compensations.band_overlap, project) == [
        "A band of “Credit” holds no result: from 99 to below 95."
    ]


def test_a_gap_between_bands_is_found():
    assert says(compensations.band_gap, closed_bands()[0]) == [
        "“Credit” has no answer for results above 94.99 to below 95 %.",
        "“Credit” has no answer for results above 98.99 to below 99 %.",
        "“Credit” has no answer for results above 99.94 to below 99.95 %.",
    ]


def test_bands_from_the_target_downwards_have_no_gap():
    assert says(compensations.band_gap, compute()[0]) == []


def test_bands_of_hours_have_no_gap():
    assert says(compensations.band_gap, hours_late()[0]) == []


def test_a_bonus_leaves_out_what_is_below_it():
    assert says(compensations.band_gap, call_centre()[0]) == []


def test_a_worse_result_owed_less_is_found():
    project, _ = banded("99.9 %", ("99", "99.9", "20 %"), (None, "99", "10 %"))
    assert says(compensations.bands_not_monotone, project) == [
        "“Credit” owes 10 % below 99, but 20 % from 99 to below 99.9, which is a lesser miss."
    ]


def test_a_worse_result_owed_the_same_is_fine():
    project, _ = banded("99.9 %", ("99", "99.9", "10 %"), (None, "99", "10 %"))
    assert says(compensations.bands_not_monotone, project) == []


def test_hours_that_cost_more_the_later_are_in_order():
    assert says(compensations.bands_not_monotone, hours_late()[0]) == []


def test_a_reward_that_falls_with_the_result_is_found():
    bands = (("95", "97", "3 %"), ("97", None, "2 %"))
    project, _ = banded("95 %", *bands, direction=Direction.REWARD)
    assert len(says(compensations.bands_not_monotone, project)) == 1


def test_a_credit_for_a_promise_kept_is_found():
    project, _ = banded("99.9 %", ("99", "99.95", "10 %"))
    assert says(compensations.reward_for_a_miss, project) == [
        (
            "“Credit” gives 10 % for results from 99 to below 99.95, although such a result keeps "
            "99.9 %."
        )
    ]


def test_a_credit_below_the_promise_is_fine():
    assert says(compensations.reward_for_a_miss, compute()[0]) == []


def test_a_credit_at_the_promise_itself_is_found():
    project, _ = banded("99.9 %", ("99", "99.9", "10 %"), closed=True)
    assert len(says(compensations.reward_for_a_miss, project)) == 1


def test_a_reward_for_a_miss_is_found():
    project, _ = banded("95 %", ("94", None, "10 %"), direction=Direction.REWARD)
    assert len(says(compensations.reward_for_a_miss, project)) == 1


def test_a_bonus_from_the_promise_on_is_fine():
    assert says(compensations.reward_for_a_miss, call_centre()[0]) == []


def test_a_limit_below_the_first_band_is_found():
    project, _ = banded("99.9 %", ("99", "99.9", "10 %"), cap_share=share("9 %"))
    assert says(compensations.cap_and_bands, project) == [
        "“Credit” owes at most 9 %, less than its smallest band of 10 %."
    ]


def test_a_limit_at_the_first_band_is_fine():
    project, _ = banded("99.9 %", ("99", "99.9", "10 %"), cap_share=share("10 %"))
    assert says(compensations.cap_and_bands, project) == []


def test_a_limit_that_no_band_reaches_is_found():
    project, _ = banded("99.9 %", ("99", "99.9", "10 %"), cap_share=share("11 %"))
    assert "is never reached" in says(compensations.cap_and_bands, project)[0]


def test_two_limits_over_the_same_time_are_found():
    project, _ = stepped(
        cap_share=share("8 %"),
        cap_period="month",
        second_cap_share=share("10 %"),
        second_cap_period="Month",
    )
    assert says(compensations.second_cap, project) == [
        "“Credit” is limited to 8 % per month and also to 10 % per Month."
    ]


def test_limits_over_different_times_are_fine():
    project, _ = stepped(
        cap_share=share("8 %"),
        cap_period="month",
        second_cap_share=share("50 %"),
        second_cap_period="year",
    )
    assert says(compensations.second_cap, project) == []


def test_a_second_limit_in_words_is_said_to_limit_nothing():
    project, _ = stepped(cap_share=share("8 %"), second_cap="10 % of the yearly fee")
    (found,) = says(compensations.second_cap, project)
    assert found.startswith("The second limit of “Credit”, “10 % of the yearly fee”, is words only")


def test_one_limit_is_fine():
    assert says(compensations.second_cap, stepped(cap_share=share("8 %"))[0]) == []


def capped_credits(*caps, cost=None, **values):
    """Returns a project with a level at 100 EUR a month and a credit for each cap."""
    level = ServiceLevel(name="Gold", cost_to_serve=cost and money(cost))
    plan = PricePlan(level=level.id, price=Price.parse("100 EUR per month"))
    project = Project().add(level, plan)
    for cap in caps:
        measure = availability()
        row = Compensation(name=cap, measure=measure.id, cap_share=share(cap), **values)
        project = project.add(measure, row)
    return project


def test_limits_above_the_fee_are_found():
    assert says(fees.credits_above_fee, capped_credits("60 %", "50 %")) == [
        "The credits of “Gold” may come to 110 % of the fee together."
    ]


def test_limits_on_different_charges_are_not_added():
    project = capped_credits("60 %", "50 %")
    _, second = project.compensations
    project = project.put(second.but(base="the fee of the add-on"))
    assert says(fees.credits_above_fee, project) == []


def test_limits_over_different_times_are_not_added():
    project = capped_credits("60 %", "50 %")
    _, second = project.compensations
    project = project.put(second.but(cap_period="year"))
    assert says(fees.credits_above_fee, project) == []


def test_limits_on_one_charge_in_words_are_added():
    project = capped_credits("60 %", "50 %", base="The yearly  fee")
    assert says(fees.credits_above_fee, project) == [
        "The credits of “Gold” may come to 110 % of “The yearly  fee” together."
    ]


def test_limits_up_to_the_fee_are_fine():
    assert says(fees.credits_above_fee, capped_credits("50 %", "50 %")) == []


def test_limits_above_the_margin_are_found():
    assert says(fees.credits_above_fee, capped_credits("25 %", cost="80 EUR")) == [
        "The credits of “Gold” may come to 25 % of the fee, more than its margin of 20 %."
    ]


def test_limits_within_the_margin_are_fine():
    assert says(fees.credits_above_fee, capped_credits("20 %", cost="80 EUR")) == []


def test_weights_that_do_not_add_up_are_found():
    project = capped_credits("10 %", "20 %", weight=share("40 %"))
    assert "add up to 80 %" in says(fees.weights_of_a_pool, project)[0]


def test_weights_that_add_up_are_fine():
    project = capped_credits("10 %", "20 %", weight=share("50 %"))
    assert says(fees.weights_of_a_pool, project) == []


def test_a_credit_of_nothing_is_found():
    project, _ = a_compensation(method=Method.STEP, step_size=Decimal(1))
    assert len(says(compensations.compensation_without_amount, project)) == 1


def test_a_credit_of_something_is_fine():
    assert says(compensations.compensation_without_amount, stepped()[0]) == []


BASIC = ServiceLevel(name="Basic")
BUSINESS = ServiceLevel(name="Business", based_on=BASIC.id)
CONTINUOUS = ServiceLevel(name="Continuous", based_on=BUSINESS.id)


def a_ladder(**values):
    """A credit with bands below 99.9 %, three levels, and 99.95 % at the highest of them."""
    project, row = banded("99.9 %", ("99", "99.9", "10 %"), (None, "99", "25 %"), **values)
    best = Target(
        measure=row.measure, level=CONTINUOUS.id, value=TargetValue.parse("at least 99.95 %")
    )
    return project.add(BASIC, BUSINESS, CONTINUOUS, best)


def test_a_hole_below_the_promise_of_one_level_is_found_with_the_level():
    (said,) = says(compensations.band_gap, a_ladder())
    assert said == (
        "“Credit” has no answer for results from 99.9 to below 99.95 %, which miss the promise of "
        "“Continuous”."
    )


def test_a_hole_below_an_inherited_credit_is_found():
    assert len(says(compensations.band_gap, a_ladder(levels=(BASIC.id,)))) == 1


def test_a_hole_below_an_inherited_promise_is_found():
    project = a_ladder()
    heir = ServiceLevel(name="Continuous for banks", based_on=CONTINUOUS.id)
    (said,) = says(compensations.band_gap, project.add(heir))
    assert said.endswith("“Continuous” and “Continuous for banks”.")


def test_a_level_without_the_credit_has_no_hole():
    own = Compensation(name="Own", levels=(CONTINUOUS.id,))
    project = a_ladder(levels=(BASIC.id,))
    own = own.but(measure=next(iter(project.measures)).id)
    assert says(compensations.band_gap, project.add(own)) == []


def test_a_hole_below_every_promise_is_said_of_none():
    project, _ = banded("99.95 %", (None, "99.9", "10 %"))
    assert says(compensations.band_gap, project.add(BASIC, BUSINESS)) == [
        "“Credit” has no answer for results from 99.9 to below 99.95 %."
    ]
