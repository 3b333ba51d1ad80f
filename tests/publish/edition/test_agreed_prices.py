"""What a client reads of a discount that was agreed with it."""

from __future__ import annotations

from typing import Any

from slaeditor.model.clients import DealStatus, SpecialDeal
from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.model.values.money import Money
from slaeditor.model.values.percentage import Percentage
from slaeditor.model.values.price import Price
from slaeditor.publish.document_json import edition_json
from tests.builders import open_to_all
from tests.publish.edition.sample import CONTOSO, SILVER, chapter, made, table
from tests.publish.edition.test_payment import OWN, paid, prices, sold_by

SERVERS = open_to_all(
    PricePlan, level=SILVER.id, name="Silver by size", model=PriceModel.VOLUME, unit_name="server"
)
FIRST = open_to_all(PriceBracket, plan=SERVERS.id, unit_price=Money.parse("12 GBP"))


def off(words: str, plan: PricePlan | None = OWN, **values: Any) -> SpecialDeal:
    """A discount agreed with Contoso."""
    deal: SpecialDeal = open_to_all(
        SpecialDeal,
        client=CONTOSO.id,
        name="Loyal",
        plan=plan.id if plan is not None else "",
        agreed_discount=Percentage.parse(words),
        **{"status": DealStatus.APPROVED, **values},
    )
    return deal


def read(project: Project, reader: Reader = Reader.CLIENT) -> str:
    client = CONTOSO.id if reader is Reader.CLIENT else ""
    return edition_json(made(reader, project, client=client)).decode()


def priced(project: Project) -> list[list[str]]:
    (_, *rows) = table(prices(project), "Prices")
    return [row[:2] for row in rows]


def test_the_price_of_a_client_is_worked_out() -> None:
    project = sold_by(OWN, quantity=10).add(off("10 %"))
    assert priced(project) == [["Silver per server", "£82.80 per server per month"]]


def test_a_footnote_tells_the_discount_and_the_usual_price() -> None:
    told = "Agreed with you: 10 % off; usually £92 per server per month."
    assert told in read(sold_by(OWN).add(off("10 %")))


def test_what_is_paid_is_the_quantity_times_the_reduced_price() -> None:
    assert paid(sold_by(OWN, quantity=10).add(off("10 %"))) == [
        "10 × £82.80 per server per month = £828 per month"
    ]


def test_a_discount_off_every_plan_reduces_each_of_them() -> None:
    project = sold_by(OWN).add(off("50 %", plan=None))
    assert priced(project)[0][1].startswith("£46 per server per month")
    assert "every price of the level and its add-ons; no set-up fee" in read(project)


def test_a_discount_off_brackets_is_told_beside_them() -> None:
    project = sold_by(SERVERS, quantity=10).add(FIRST, off("10 %", SERVERS))
    found = read(project)
    assert "less 10 %" in priced(project)[0][1]
    assert "As agreed with you, 10 % is taken off what these prices add up to." in found
    assert paid(project) == ["£108 per month, for 10 servers"]


def test_a_minimum_is_told_with_the_discount_that_is_off_it_too() -> None:
    least = OWN.but(minimum=Money.parse("500 GBP"))
    project = sold_by(least, quantity=2).add(off("10 %"))
    assert priced(project)[0][1].startswith("£92 per server per month, at least £500, less 10 %")
    assert paid(project) == ["£450 per month, for 2 servers"]


def test_the_deal_tells_what_the_plan_costs_then() -> None:
    deals = chapter(
        made(Reader.CLIENT, sold_by(OWN).add(off("10 %")), client=CONTOSO.id),
        "What is agreed with you",
    )
    told = " ".join(str(part.blocks) for part in deals.sections)
    assert "('Costs then', '£82.80 per server per month instead of £92 per server per month')" in (
        told
    )


def test_sales_read_what_was_granted() -> None:
    found = read(sold_by(OWN).add(off("10 %")), Reader.SALES)
    assert "£82.80 per server per month instead of £92 per server per month" in found


def test_another_client_reads_nothing_of_it() -> None:
    deal = off("10 %").but(client="another")
    assert "82.80" not in read(sold_by(OWN).add(deal))


def test_a_discount_that_is_not_approved_changes_no_price() -> None:
    project = sold_by(OWN, quantity=10).add(off("10 %", status=DealStatus.PROPOSED))
    assert paid(project) == ["10 × £92 per server per month = £920 per month"]


def test_a_price_below_a_cent_is_told_exactly() -> None:
    small = OWN.but(price=Price.parse("0.05 GBP per server per month"))
    assert paid(sold_by(small, quantity=1000).add(off("10 %"))) == [
        "1,000 × £0.045 per server per month = £45 per month"
    ]
