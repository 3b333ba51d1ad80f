"""Cells that say nothing, and offers that cannot be had."""

from slaeditor.model.levels import Entitlement, LevelEntitlement, LevelKind, Offer, ServiceLevel
from slaeditor.model.prices import PricePlan
from slaeditor.model.values.grant import Grant
from slaeditor.model.values.price import Price
from slaeditor.rules.checks import matrices
from tests.rules.checks.check_builders import (
    BRONZE,
    CRITICAL,
    MINOR,
    RESPONSE,
    SILVER,
    a_target,
    promises,
    says,
)


def test_a_cell_that_another_level_fills_is_missed():
    project = promises(
        a_target(RESPONSE, "4 h", CRITICAL, BRONZE),
        a_target(RESPONSE, "8 h", MINOR, BRONZE),
        a_target(RESPONSE, "2 h", CRITICAL, SILVER),
    )
    assert says(matrices.blank_cell, project) == [
        "“Silver” says nothing on “First response” for “Minor”."
    ]


def test_not_offered_is_an_answer():
    project = promises(
        a_target(RESPONSE, "4 h", CRITICAL, BRONZE),
        a_target(RESPONSE, "not offered", CRITICAL, SILVER),
    )
    assert says(matrices.blank_cell, project) == []


def test_an_inherited_cell_is_an_answer():
    heir = ServiceLevel(name="Heir", based_on=BRONZE.id)
    project = promises(
        a_target(RESPONSE, "4 h", CRITICAL, BRONZE),
        a_target(RESPONSE, "4 h", CRITICAL, SILVER),
        more=(heir,),
    )
    assert says(matrices.blank_cell, project) == []


def test_a_promise_for_every_level_answers_for_all():
    assert says(matrices.blank_cell, promises(a_target(RESPONSE, "4 h", CRITICAL))) == []


def test_a_severity_that_a_level_does_not_have_is_not_missed():
    mine = MINOR.but(levels=(BRONZE.id,))
    project = promises(
        a_target(RESPONSE, "4 h", MINOR, BRONZE),
    ).put(mine)
    assert says(matrices.blank_cell, project) == []


def test_a_level_of_another_ladder_is_not_missed():
    cover = ServiceLevel(name="Cover", ladder="Coverage")
    project = promises(
        a_target(RESPONSE, "4 h", CRITICAL, BRONZE),
        a_target(RESPONSE, "4 h", CRITICAL, SILVER),
        more=(cover,),
    )
    assert says(matrices.blank_cell, project) == []


def test_an_empty_target_is_found():
    assert says(matrices.blank_target, promises(a_target(RESPONSE, None))) == [
        "“First response” is empty."
    ]


def test_a_target_without_number_is_no_empty_one():
    assert says(matrices.blank_target, promises(a_target(RESPONSE, "no target"))) == []


def entitled(silver):
    """Returns a project in which Bronze has a review and Silver says what is given."""
    review = Entitlement(name="Review")
    cells = [
        LevelEntitlement(level=level.id, entitlement=review.id, value=value)
        for level, value in ((BRONZE, Grant.parse("yes")), (SILVER, silver))
    ]
    return promises(more=(review, *cells))


def test_an_entitlement_that_another_level_has_is_missed():
    assert says(matrices.blank_entitlement, entitled(None)) == [
        "“Silver” does not say whether it includes “Review”."
    ]


def test_no_is_an_answer_to_an_entitlement():
    assert says(matrices.blank_entitlement, entitled(Grant.parse("no"))) == []


def unavailable(**plan):
    gone = ServiceLevel(name="Gone", offer=Offer.NOT_AVAILABLE)
    return promises(more=(gone, PricePlan(level=gone.id, **plan)))


def test_a_price_of_a_level_that_cannot_be_had_is_found():
    assert says(matrices.level_not_available, unavailable()) == [
        "“Gone” is not available, yet it has a price."
    ]


def test_a_price_that_cannot_be_had_either_is_fine():
    assert says(matrices.level_not_available, unavailable(offer=Offer.NOT_AVAILABLE)) == []


def a_price():
    return PricePlan(level=BRONZE.id, price=Price.parse("49 EUR per month"))


def test_a_level_without_price_is_found():
    project = promises(more=(a_price(),))
    assert says(matrices.level_without_price, project) == ["“Silver” is offered without a price."]


def test_a_level_whose_only_plan_is_empty_is_found():
    project = promises(more=(a_price(), PricePlan(level=SILVER.id)))
    assert says(matrices.level_without_price, project) == ["“Silver” is offered without a price."]


def test_a_level_priced_by_a_base_that_is_not_sold_is_fine():
    heir = SILVER.but(based_on=BRONZE.id)
    base = BRONZE.but(kind=LevelKind.BASE)
    project = promises(more=(a_price(),)).put(heir, base)
    assert says(matrices.level_without_price, project) == []


def test_a_level_sold_at_the_price_of_another_one_says_so():
    heir = SILVER.but(based_on=BRONZE.id)
    project = promises(more=(a_price(), PricePlan(level=SILVER.id))).put(heir)
    assert says(matrices.level_without_price, project) == [
        "“Silver” has no price of its own; it is sold at that of “Bronze”."
    ]


def test_levels_based_on_each_other_are_found():
    project = promises().put(BRONZE.but(based_on=SILVER.id), SILVER.but(based_on=BRONZE.id))
    assert len(says(matrices.level_circle, project)) == 2


def test_a_level_based_on_another_is_fine():
    project = promises().put(SILVER.but(based_on=BRONZE.id, kind=LevelKind.LEVEL))
    assert says(matrices.level_circle, project) == []
