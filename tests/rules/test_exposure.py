"""What the credits of a month cost: figures worked out by hand."""

from decimal import Decimal

import pytest

from slaeditor.model.backing import WorkStream
from slaeditor.model.clients import Client
from slaeditor.model.compensation import Combine, Direction, Method
from slaeditor.model.learning import FailureCost
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import DiscountAuthority, PricePlan
from slaeditor.model.values.duration import Duration
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.rules.checks.floors import discount_and_credits
from slaeditor.rules.exposure import Happening, exposure, tolerance_words, tolerances
from slaeditor.rules.exposure_words import exposure_passages
from slaeditor.rules.passages import sum_words
from tests.rules.checks.check_builders import says
from tests.rules.compensation_builders import a_compensation, banded, compute, stepped

GOLD = ServiceLevel(name="Gold")
NO_RESULTS = Happening()


def sold_at(project, price="1000 EUR per month", clients=2):
    """Returns a project with a level at a price and so many clients."""
    plan = PricePlan(level=GOLD.id, price=Price.parse(price))
    rows = [Client(name=f"Client {number}", level=GOLD.id) for number in range(clients)]
    return project.add(GOLD, plan, *rows)


def measured(project, **results):
    """Returns what happened: results by the name of a measure, its spaces left out."""
    by_name = {one.name.replace(" ", ""): one.id for one in project.measures}
    return Happening({by_name[name]: Decimal(words) for name, words in results.items()})


def the_exposure(made, happening=NO_RESULTS, **values):
    """Returns the exposure of the level."""
    return exposure(sold_at(made[0], **values), GOLD, happening)


def test_at_given_results_each_client_is_owed_its_band():
    """98 % lies in the band of 30 %, for two clients of 1,000 EUR."""
    project, row = compute()
    found = the_exposure((project, row), Happening({row.measure: Decimal(98)}))
    assert sum_words(found.given) == "600.00 EUR"


def test_the_worst_case_is_the_greatest_band():
    assert sum_words(the_exposure(compute()).worst) == "2000.00 EUR"


def test_a_limit_limits_the_worst_case():
    made = banded("99.99 %", (None, "99.99", "50 %"), cap_share=Percentage.parse("8 %"))
    assert sum_words(the_exposure(made).worst) == "160.00 EUR"


def test_steps_without_a_limit_take_a_whole_fee():
    assert sum_words(the_exposure(stepped()).worst) == "2000.00 EUR"


def test_cases_without_a_limit_have_no_worst_case():
    made = a_compensation(method=Method.PER_CASE, case_money=Money.parse("50 EUR"))
    found = the_exposure(made)
    assert found.worst == ()
    assert found.notes == ("“Credit” has no limit, so its worst case cannot be told.",)


def test_a_price_of_a_year_is_spread_over_its_months():
    found = the_exposure(compute(), price="1200 EUR per year", clients=1)
    assert sum_words(found.fees) == "100.00 EUR"


def test_a_reward_of_the_team_costs_no_credit():
    made = banded("99.99 %", (None, "99.99", "50 %"), direction=Direction.REWARD)
    assert the_exposure(made).worst == ()


def test_of_several_only_the_highest_counts_where_so_agreed():
    project, row = compute()
    second = row.but(
        id="other",
        combine=Combine.HIGHEST,
        method=Method.STEP,
        step_size=Decimal(1),
        step_share=Percentage.parse("5 %"),
    )
    found = the_exposure((project.add(second), row))
    assert sum_words(found.worst) == "2000.00 EUR"


def failing(project, times="3", likely="40 %"):
    """Returns a project with the cost of missing its one target."""
    target = next(iter(project.targets))
    return project.add(
        FailureCost(
            name="Outage",
            target=target.id,
            times_a_year=Decimal(times),
            likelihood=Percentage.parse(likely),
        )
    )


def test_the_expected_cost_is_the_chance_times_the_usual_miss():
    """3 / 12 × 40 % = 10 %; the mean of 10, 30 and 100 % of 1,000 EUR is 466.67 EUR."""
    project, row = compute()
    found = the_exposure((failing(project), row), clients=1)
    assert sum_words(found.expected) == "46.67 EUR"


def test_a_miss_is_never_more_than_certain():
    project, row = compute()
    found = the_exposure((failing(project, "600", "100 %"), row), clients=1)
    assert sum_words(found.expected) == "466.67 EUR"


def test_without_a_cost_of_failure_nothing_is_expected():
    assert sum_words(the_exposure(compute()).expected) == "nothing"


def test_clients_that_are_not_entered_cost_as_those_that_are():
    """Two are entered of ten: five times what the two cost."""
    project, _ = compute()
    level = GOLD.but(client_count=Decimal(10))
    found = exposure(sold_at(project).put(level), level, NO_RESULTS)
    assert (found.clients, sum_words(found.worst)) == (10, "10000.00 EUR")


def test_where_no_client_is_entered_one_is_priced_for_all():
    project, _ = compute()
    level = GOLD.but(client_count=Decimal(3))
    found = exposure(sold_at(project, clients=0).put(level), level, NO_RESULTS)
    assert (found.clients, sum_words(found.fees)) == (3, "3000.00 EUR")


def test_a_level_without_clients_costs_nothing():
    project, _ = compute()
    found = exposure(sold_at(project, clients=0), GOLD, NO_RESULTS)
    assert (found.clients, found.fees, found.worst) == (0, (), ())


def test_more_than_the_fee_is_told():
    made = banded("99.99 %", (None, "99.99", "150 %"))
    assert the_exposure(made).is_above_fees
    assert not the_exposure(compute()).is_above_fees


def test_a_price_that_cannot_be_told_is_said():
    project, _ = compute()
    found = exposure(project.add(GOLD, Client(name="C", level=GOLD.id)), GOLD, NO_RESULTS)
    assert "There is no price plan for “Gold”" in found.notes[0]


@pytest.mark.parametrize(("cases", "words"), [("8", "no miss"), ("20", "1 miss"), ("40", "2 mis")])
def test_misses_allowed_follow_from_the_volume(cases, words):
    project, _ = stepped("95 % within 4 h")
    target = next(iter(project.targets))
    stream = WorkStream(
        name="Mail", target=target.id, volume=Decimal(cases), per=Duration.parse("1 month")
    )
    project = project.add(stream)
    (found,) = tolerances(project)
    assert f": 95 % of {cases} cases allows {words}" in tolerance_words(project, found)


def test_all_levels_are_told_together():
    project, _ = compute()
    silver = ServiceLevel(name="Silver")
    sold = sold_at(project).add(silver)
    table = exposure_passages(sold, (GOLD, silver), NO_RESULTS)[0].rows
    assert table[-1] == ("Together", "2", "2000.00 EUR", "nothing", "nothing", "2000.00 EUR")


def discounted(cost):
    """Returns a level of 1,000 EUR with a discount of 20 % and credits of at most 10 %."""
    project, _ = banded("99.99 %", (None, "99.99", "10 %"))
    level = GOLD.but(cost_to_serve=Money.parse(cost))
    return sold_at(project).put(level).add(DiscountAuthority(most=Percentage.parse("20 %")))


def test_a_discount_that_loses_money_with_the_credits_is_found():
    """1,000 less 20 % are 800, less 10 % of that 720 EUR."""
    (sentence,) = says(discount_and_credits, discounted("721 EUR"))
    assert "brings 800.00 EUR a month; with 80.00 EUR of credits" in sentence


def test_a_discount_that_the_credits_leave_enough_of_is_fine():
    assert says(discount_and_credits, discounted("720 EUR")) == []
