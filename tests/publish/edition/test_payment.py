"""What a client reads of prices in its own handbook, and what it pays."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from slaeditor.model.clients import DealStatus, SpecialDeal
from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.readers import STAFF, Reader
from slaeditor.model.values.money import Money
from slaeditor.model.values.price import Price
from slaeditor.publish.document import Chapter, Facts
from slaeditor.publish.edition.strings import strings
from slaeditor.publish.figures import Curve
from tests.builders import a_level, open_to_all
from tests.publish.edition.sample import (
    BRONZE,
    CONTOSO,
    PLAN,
    SILVER,
    STAIRS,
    blocks,
    chapter,
    department,
    made,
    table,
)


def plan(level: str, words: str, **values: Any) -> PricePlan:
    row: PricePlan = open_to_all(
        PricePlan, level=level, model=PriceModel.PER_UNIT, price=Price.parse(words), **values
    )
    return row


OWN = plan(SILVER.id, "92 GBP per server per month", name="Silver per server")
BASE = plan(BRONZE.id, "49 GBP per server per month", name="Bronze per server")


def sold_by(*plans: PricePlan, quantity: int | None = None) -> Project:
    """The sample, sold by these plans instead; Contoso has Silver and takes a quantity."""
    counted = Decimal(quantity) if quantity is not None else None
    project = department().drop(PLAN).drop(STAIRS).add(*plans)
    return project.put(project.clients[CONTOSO.id].but(quantity=counted))


def prices(project: Project) -> Chapter:
    """The chapter about prices that Contoso reads."""
    return chapter(made(Reader.CLIENT, project, client=CONTOSO.id), "Prices")


def paid(project: Project) -> list[str]:
    return [
        words
        for block in blocks(prices(project))
        if isinstance(block, Facts)
        for label, words in block.pairs
        if label == "What you pay"
    ]


def test_a_client_reads_the_prices_of_its_own_level_only() -> None:
    (_, *rows) = table(prices(sold_by(BASE, OWN)), "Prices")
    assert [row[0] for row in rows] == ["Silver per server"]


def test_nothing_of_the_other_levels_price_is_left_over() -> None:
    found = made(Reader.CLIENT, sold_by(BASE, OWN), client=CONTOSO.id)
    assert "£49" not in " ".join(strings(found))


def test_an_inherited_price_goes_by_the_name_of_the_clients_level() -> None:
    (_, *rows) = table(prices(sold_by(BASE)), "Prices")
    assert [row[:2] for row in rows] == [["Silver", "£49 per server per month"]]


def test_the_general_client_edition_names_a_price_by_its_own_level() -> None:
    (_, *rows) = table(chapter(made(Reader.CLIENT, sold_by(BASE)), "Prices"), "Prices")
    assert rows[0][0] == "Bronze per server"


def test_what_is_paid_is_the_quantity_times_the_price() -> None:
    assert paid(sold_by(BASE, OWN, quantity=12)) == [
        "12 × £92 per server per month = £1,104 per month"
    ]


def test_what_is_paid_heeds_a_special_deal() -> None:
    deal = open_to_all(
        SpecialDeal,
        client=CONTOSO.id,
        name="Cheaper",
        plan=OWN.id,
        agreed_price=Price.parse("80 GBP per server per month"),
        status=DealStatus.APPROVED,
    )
    assert paid(sold_by(OWN, quantity=10).add(deal)) == [
        "10 × £80 per server per month = £800 per month"
    ]


def test_a_sum_that_is_no_product_names_the_quantity() -> None:
    least = OWN.but(minimum=Price.parse("500 GBP").money)
    assert paid(sold_by(least, quantity=2)) == ["£500 per month, for 2 servers"]


def test_without_a_quantity_no_sum_is_told() -> None:
    assert paid(sold_by(OWN)) == []


def test_a_price_on_request_gives_no_sum() -> None:
    quoted = OWN.but(model=PriceModel.QUOTED, price=None)
    assert paid(sold_by(quoted, quantity=3)) == []


def test_a_level_of_no_base_of_the_client_stays_unpriced() -> None:
    gold = a_level("Gold")
    dear = plan(gold.id, "900 GBP per month")
    found = made(Reader.CLIENT, sold_by(OWN, dear).add(gold), client=CONTOSO.id)
    assert "£900" not in " ".join(strings(found))


def test_no_sum_is_told_of_another_level_than_the_clients() -> None:
    closed = sold_by(BASE, OWN, quantity=12).put(SILVER.but(readers=STAFF))
    assert paid(closed) == []


def test_the_chapter_speaks_of_the_clients_level() -> None:
    assert prices(sold_by(OWN)).lead.startswith("What your level costs")


def test_the_general_client_edition_speaks_of_every_level() -> None:
    found = chapter(made(Reader.CLIENT, sold_by(BASE)), "Prices")
    assert found.lead.startswith("What each level costs")


def by_volume(quantity: int) -> str:
    """What Contoso reads when Silver costs less for each of many users."""
    stairs = open_to_all(PricePlan, level=SILVER.id, model=PriceModel.VOLUME, unit_name="user")
    steps = (
        open_to_all(
            PriceBracket, plan=stairs.id, above=low, up_to=high, unit_price=Money.parse(each)
        )
        for low, high, each in ((Decimal(0), Decimal(10), "9 GBP"), (Decimal(10), None, "7 GBP"))
    )
    project = sold_by(stairs, quantity=quantity).add(*steps)
    return " ".join(strings(made(Reader.CLIENT, project, client=CONTOSO.id).chapters[0]))


def test_a_client_in_brackets_reads_the_price_of_its_quantity() -> None:
    assert "£9 per user per month" in by_volume(8)
    assert "£7 per user per month" in by_volume(12)
    assert "from £" not in by_volume(8)


def test_a_fee_of_nothing_is_not_told_beside_what_is_paid() -> None:
    free = OWN.but(set_up=Money.parse("0 GBP"))
    [told] = paid(sold_by(free, quantity=3))
    assert "£276" in told
    assert "once" not in told


def test_an_agreed_price_stands_alone_without_the_brackets_it_takes_the_place_of() -> None:
    listed = open_to_all(PricePlan, level=SILVER.id, model=PriceModel.VOLUME, unit_name="server")
    brackets = [
        open_to_all(PriceBracket, plan=listed.id, unit_price=Money.parse("12 GBP")).but(
            up_to=Decimal(50)
        ),
        open_to_all(
            PriceBracket, plan=listed.id, above=Decimal(50), unit_price=Money.parse("11 GBP")
        ),
    ]
    deal = open_to_all(
        SpecialDeal,
        client=CONTOSO.id,
        name="One price",
        plan=listed.id,
        agreed_price=Price.parse("8 GBP per server per month"),
        status=DealStatus.APPROVED,
    )
    project = sold_by(listed, quantity=60).add(*brackets, deal)
    found = " ".join(strings(made(Reader.CLIENT, project, client=CONTOSO.id)))
    assert "£8 per server per month" in found
    assert "60 × £8 per server per month = £480 per month" in found
    assert "£11" not in found
    assert "from £8" not in found


def test_the_curve_is_called_like_the_table_of_its_brackets() -> None:
    listed = open_to_all(
        PricePlan, level=SILVER.id, name="Silver per server", model=PriceModel.GRADUATED
    )
    steps = [
        open_to_all(PriceBracket, plan=listed.id, unit_price=Money.parse(price)).but(
            above=Decimal(above), up_to=Decimal(above + 50)
        )
        for above, price in ((0, "12 GBP"), (50, "11 GBP"))
    ]
    found = blocks(prices(sold_by(listed).add(*steps)))
    captions = [one.caption for one in found if isinstance(one, Curve)]
    assert captions == ["Silver per server: price by quantity"]


def test_what_comes_on_top_does_not_read_like_another_price() -> None:
    extra = plan(SILVER.id, "9 GBP per old server per month", name="Age", on_top=True)
    found = made(Reader.STAFF, sold_by(OWN, extra))
    assert "£92 per server per month; plus £9 per old server per month" in " ".join(strings(found))


@pytest.mark.parametrize(("listed", "told"), [(True, False), (False, True)])
def test_staff_read_which_price_clients_are_not_told(*, listed: bool, told: bool) -> None:
    found = strings(chapter(made(Reader.STAFF, sold_by(OWN.but(listed=listed))), "Prices"))
    assert any("Clients read “on request”." in one for one in found) is told
    assert not any("Printed for clients" in one for one in found)


def test_a_set_up_fee_of_each_unit_says_so_in_the_table() -> None:
    fee = Money.parse("950 GBP")
    found = prices(sold_by(OWN.but(set_up=fee, set_up_each=True, unit_name="server")))
    assert "£950 per server" in " ".join(strings(found))
    assert "Set-up for each unit" not in " ".join(strings(found))
