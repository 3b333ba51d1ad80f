"""What is owed for a result: by bands, steps and cases, within the caps."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.compensation import Combine, Compensation, Direction, Method, StepRounding
from slaeditor.model.levels import Service, Variant
from slaeditor.model.project import Project
from slaeditor.model.promises import Target
from slaeditor.model.values.target_value import TargetValue
from slaeditor.rules.compensation import NotDecidable, Occurrence, value_of
from slaeditor.rules.credits import credit, owed
from tests.builders import a_level
from tests.rules.compensation_builders import (
    a_band,
    a_compensation,
    availability,
    banded,
    call_centre,
    closed_bands,
    come_to,
    compute,
    hours_late,
    money,
    share,
    stepped,
)


@pytest.mark.parametrize(
    ("result", "percent"),
    [("99.98", "10 %"), ("99", "10 %"), ("98.99", "30 %"), ("95", "30 %"), ("94.999", "100 %")],
)
def test_the_band_that_holds_the_result_says_the_share(result, percent):
    assert come_to(compute(), result).share == share(percent)


def test_a_band_in_words_is_owed_in_words():
    project, row = banded("60 %")
    told = a_band(row, None, "60", words="a deduction")
    assert come_to((project.add(told), row), "59.9").words == "a deduction"


def test_a_share_is_taken_of_the_base():
    assert come_to(compute(), "98", "1000 USD").money == money("300 USD")


def test_a_share_of_odd_cents_is_told_before_it_is_rounded():
    assert come_to(compute(), "98", "0.75 USD").lines[-2:] == (
        "30 % of 0.75 USD = 0.225 USD",
        "Rounded to 0.23 USD",
    )


def test_nothing_is_owed_when_the_promise_is_kept():
    assert come_to(compute(), "99.99", "1000 USD").is_nothing


def test_a_kept_promise_is_the_reason():
    assert come_to(compute(), "100").reason.startswith("100 % keeps the promise of 99.99 %")


def test_a_result_in_a_gap_is_owed_nothing():
    assert come_to(closed_bands(), "99.945", "1000 EUR").is_nothing


def test_a_result_in_a_gap_is_said_to_be_in_one():
    flaw = come_to(closed_bands(), "99.945").flaw
    assert flaw == "99.945 % misses 99.95 % and yet lies in no band."


def test_of_two_bands_the_first_counts():
    made = banded("99.9 %", ("99", None, "10 %"), ("98", "99.5", "20 %"))
    assert come_to(made, "99.2").share == share("10 %")


def test_a_result_in_two_bands_is_said_to_be_in_two():
    made = banded("99.9 %", ("99", None, "10 %"), ("98", "99.5", "20 %"))
    assert come_to(made, "99.2").flaw == "99.2 % lies in 2 bands; the first one counts."


@pytest.mark.parametrize(
    ("hours", "percent"),
    [("4.1", "10 %"), ("4", "0 %"), ("2", "0 %"), ("1.9", "-10 %"), ("0.1", "-10 %")],
)
def test_a_function_of_hours_gives_penalty_nothing_and_reward(hours, percent):
    assert come_to(hours_late(), hours).share == share(percent)


def test_a_bonus_is_owed_when_both_tests_pass():
    project, bonus, lost = call_centre()
    found = owed(project, bonus, Occurrence(Decimal(80), others={lost.id: Decimal(5)}))
    assert found.share == share("2 %")


def test_a_bonus_is_not_owed_when_the_further_test_fails():
    project, bonus, lost = call_centre()
    found = owed(project, bonus, Occurrence(Decimal(80), others={lost.id: Decimal("5.1")}))
    assert found.reason == "“Abandoned” is not at most 5 %, so nothing is owed."


def test_the_result_of_a_further_test_is_asked_for():
    project, bonus, _ = call_centre()
    with pytest.raises(NotDecidable, match="Give the result of “Abandoned”"):
        owed(project, bonus, Occurrence(Decimal(80)))


def test_nothing_is_owed_in_the_neutral_zone():
    project, bonus, lost = call_centre()
    assert owed(project, bonus, Occurrence(Decimal(70), others={lost.id: Decimal(1)})).is_nothing


@pytest.mark.parametrize(
    ("rounding", "percent"),
    [
        (StepRounding.WHOLE_ONLY, "10 %"),
        (StepRounding.PART_COUNTS_WHOLE, "15 %"),
        (StepRounding.PRO_RATA, "12.5 %"),
    ],
)
def test_two_and_a_half_steps_count_by_the_rounding(rounding, percent):
    assert come_to(stepped(step_rounding=rounding), "92.5").share == share(percent)


@pytest.mark.parametrize(
    ("rounding", "result", "line"),
    [
        (StepRounding.PART_COUNTS_WHOLE, "92.5", "2.5 / 1 = 2.5, which counts as 3 steps"),
        (StepRounding.WHOLE_ONLY, "93.5", "1.5 / 1 = 1.5, which counts as 1 step"),
        (StepRounding.PRO_RATA, "92.5", "2.5 / 1 = 2.5 steps"),
        (StepRounding.WHOLE_ONLY, "94", "1 / 1 = 1 step"),
    ],
)
def test_a_line_says_how_many_steps_there_are_and_how_many_count(rounding, result, line):
    assert line in come_to(stepped(step_rounding=rounding), result).lines


def test_steps_count_from_a_baseline_of_their_own():
    assert come_to(stepped(baseline=Decimal(90)), "87").share == share("15 %")


def test_a_tolerance_is_taken_off_before_steps_are_counted():
    assert come_to(stepped(dead_band=Decimal(2)), "92").share == share("5 %")


def test_nothing_is_owed_within_the_tolerance():
    assert come_to(stepped(dead_band=Decimal(2)), "93").is_nothing


def test_steps_of_a_time_count_upwards():
    made = stepped("4 h", measure=None)
    assert come_to(made, "6").share == share("10 %")


def test_a_reward_counts_steps_above_the_promise():
    assert come_to(stepped(direction=Direction.REWARD), "97").share == share("10 %")


def test_a_reward_is_not_owed_below_the_promise():
    assert come_to(stepped(direction=Direction.REWARD), "90").is_nothing


def test_steps_in_money_add_up():
    made = stepped(step_share=None, step_money=money("50 EUR"))
    assert come_to(made, "92").money == money("150 EUR")


def test_steps_without_a_start_are_asked_for():
    with pytest.raises(NotDecidable, match="Say from where the steps"):
        come_to(stepped(None), "92")


def test_ten_hourly_rates_are_owed_for_each_bad_day():
    made = a_compensation("99.99 %", method=Method.PER_CASE, case_factor=Decimal(10))
    found = come_to(made, "99.9", "12 USD", cases=Decimal(2))
    assert found.money == money("240 USD")
    assert found.lines[-1] == "20 × 12.00 USD = 240.00 USD"


def test_cases_do_not_count_while_the_promise_is_kept():
    made = a_compensation("99.99 %", method=Method.PER_CASE, case_money=money("5 EUR"))
    assert come_to(made, "99.995", cases=Decimal(2)).is_nothing


def test_the_number_of_cases_is_asked_for():
    made = a_compensation(method=Method.PER_CASE, per_case="late case", case_money=money("5 EUR"))
    with pytest.raises(NotDecidable, match="it is owed per late case"):
        come_to(made)


def test_a_formula_is_given_in_its_words():
    made = a_compensation(method=Method.FORMULA, formula="As the arbiter says.")
    assert come_to(made).reason == "As the arbiter says."


def test_a_cap_limits_the_share():
    found = come_to(stepped(cap_share=share("8 %")), "90", "1000 EUR")
    assert (found.share, found.money) == (share("8 %"), money("80 EUR"))
    assert found.lines[-1] == "At most 8 %"


def test_a_cap_limits_the_money():
    assert come_to(stepped(cap_money=money("60 EUR")), "90", "1000 EUR").money == money("60 EUR")


def test_what_was_given_before_counts_towards_the_cap():
    made = stepped(cap_money=money("60 EUR"))
    found = come_to(made, "90", "1000 EUR", given=money("45 EUR"))
    assert found.money == money("15 EUR")


def capped_twice():
    return stepped(
        cap_share=share("8 %"),
        cap_period="month",
        second_cap_money=money("100 EUR"),
        second_cap_period="year",
    )


def test_a_second_cap_limits_what_the_first_leaves():
    found = come_to(capped_twice(), "90", "2000 EUR")
    assert (found.money, found.lines[-1]) == (money("100 EUR"), "At most 100.00 EUR per year")


def test_what_was_given_in_the_time_of_the_second_cap_counts_there():
    found = come_to(capped_twice(), "90", "1000 EUR", given_in_second=money("70 EUR"))
    assert found.money == money("30 EUR")


def test_what_was_given_in_the_time_of_the_first_cap_does_not_count_for_the_second():
    found = come_to(capped_twice(), "90", "1000 EUR", given=money("30 EUR"))
    assert found.money == money("50 EUR")


def test_a_negative_amount_is_capped_as_well():
    project, row = hours_late()
    row = row.but(cap_share=share("4 %"))
    assert come_to((project.put(row), row), "1").share == share("-4 %")


def test_too_small_an_amount_is_not_paid():
    assert come_to(stepped(smallest=money("5 EUR")), "94", "99 EUR").is_nothing


def test_the_smallest_amount_is_paid():
    assert come_to(stepped(smallest=money("5 EUR")), "94", "100 EUR").money == money("5 EUR")


def test_money_is_rounded_at_the_end():
    assert come_to(compute(), "99.5", "99.99 USD").money == money("10 USD")


def test_a_weight_scales_the_share():
    project, row = compute()
    row = row.but(weight=share("40 %"))
    assert come_to((project.put(row), row), "98").share == share("12 %")


def test_hours_can_be_given():
    project, row = a_compensation("99.9 %")
    project = project.add(a_band(row, None, "99.9", hours=Decimal(3)))
    assert come_to((project, row), "99").hours == Decimal(3)


def test_a_missing_result_is_asked_for():
    with pytest.raises(NotDecidable, match="Give the result of “Availability”"):
        come_to(compute())


def two_credits(**values):
    """Returns a project, level and measure with credits of 10 % and 30 % for the same result."""
    level, measure = a_level(), availability()
    project, small = banded("99.9 %", (None, "99.9", "10 %"), measure=measure, **values)
    large = small.but(id=a_level().id, name="Larger")
    project = project.add(level, large, a_band(large, None, "99.9", "30 %"))
    return project, level, measure


def test_all_credits_of_a_measure_are_found():
    project, level, measure = two_credits()
    found = credit(project, level, measure, Occurrence(Decimal(99)))
    assert [str(one.share) for _, one in found] == ["10 %", "30 %"]


def test_only_the_highest_is_owed_where_it_says_so():
    project, level, measure = two_credits(combine=Combine.HIGHEST)
    found = credit(project, level, measure, Occurrence(Decimal(99)))
    assert [one.is_nothing for _, one in found] == [True, False]


def test_a_credit_of_another_level_does_not_apply():
    project, level, measure = two_credits(levels=("another",))
    with pytest.raises(NotDecidable, match="“Gold” has no credit or reward"):
        credit(project, level, measure, Occurrence(Decimal(99)))


def test_a_credit_of_the_base_level_applies():
    base = a_level("Base")
    project, _, measure = two_credits(levels=(base.id,))
    heir = a_level("Heir", based_on=base.id)
    found = credit(project.add(base, heir), heir, measure, Occurrence(Decimal(99)))
    assert len(found) == 2


RESULTS = st.decimals(0, 100, places=3, allow_nan=False)


@given(RESULTS, RESULTS)
def test_a_worse_result_is_never_owed_less(one, other):
    worse, better = sorted((one, other))
    made = stepped(cap_share=share("30 %"))
    worst, least = come_to(made, worse).share, come_to(made, better).share
    assert (least.value if least else 0) <= (worst.value if worst else 0)


@given(RESULTS)
def test_whole_steps_are_never_more_and_begun_steps_never_less_than_in_proportion(result):
    shares = [
        found.share.value if (found := come_to(stepped(step_rounding=one), result)).share else 0
        for one in (StepRounding.WHOLE_ONLY, StepRounding.PRO_RATA, StepRounding.PART_COUNTS_WHOLE)
    ]
    assert shares == sorted(shares)


def test_charges_in_another_currency_than_the_fixed_amounts_cannot_be_decided():
    with pytest.raises(NotDecidable, match=r"EUR and USD|USD and EUR"):
        come_to(stepped(step_money=money("5 EUR")), "90", "5000 USD")


def test_only_the_credit_for_where_it_happened_is_owed():
    level, here, there = a_level("Gold"), Service(name="Here"), Service(name="There")
    project, row = banded("99.9 %")
    project = project.add(level, here, there).put(row.but(services=(here.id,)))
    for place, count in ((here, 1), (there, 0)):
        happened = Occurrence(Decimal(98), money("100 EUR"), service=place.id)
        assert count_of(project, level, project.measures, happened) == count


def count_of(project, level, measures, happened):
    """Returns how many credits are worked out; none when the level has none for the place."""
    try:
        return len(credit(project, level, next(iter(measures)), happened))
    except NotDecidable:
        return 0


def test_the_promise_of_a_credit_is_that_of_its_variant():
    measure = availability()
    data, control = (Variant(dimension="Plane", name=name) for name in ("Data", "Control"))
    promises = [
        Target(measure=measure.id, variants=(plane.id,), value=TargetValue.parse(words))
        for plane, words in ((data, "99.99 %"), (control, "99.9 %"))
    ]
    row = Compensation(name="Credit", measure=measure.id, variants=(control.id,))
    project = Project().add(measure, data, control, row, *promises)
    assert str(value_of(project, row)) == "99.9 %"


def test_a_credit_without_name_and_measure_is_told_as_such():
    project = Project().add(Compensation())
    (row,) = project.compensations
    with pytest.raises(NotDecidable, match="which measure “Credit or reward without a name” is"):
        owed(project, row, Occurrence())
