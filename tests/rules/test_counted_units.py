"""What is counted stands in the plural where the word is a plain English one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from slaeditor.model.document import Document, Language
from slaeditor.model.prices import PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.values.price import Price
from slaeditor.rules.counted_units import counted_unit
from slaeditor.rules.plan_prices import plan_lines
from slaeditor.rules.quotes import Order


@pytest.mark.parametrize(
    ("unit", "many"),
    [
        ("user", "users"),
        ("enquiry", "enquiries"),
        ("day", "days"),
        ("branch", "branches"),
        ("seats", "seats"),
        ("GB", "GB"),
        ("h", "h"),
        ("managed device", "managed device"),
        ("", ""),
    ],
)
def test_a_plain_word_has_a_plural(unit, many):
    assert counted_unit(Project(), unit, Decimal(40)) == many


def test_one_of_a_unit_stays_singular():
    assert counted_unit(Project(), "user", Decimal(1)) == "user"


def test_a_german_word_stays_as_it_was_typed():
    german = Project().add(Document(name="Handbuch", language=Language.GERMAN))
    assert counted_unit(german, "Nutzer", Decimal(40)) == "Nutzer"


def test_a_price_counts_users():
    plan = PricePlan(model=PriceModel.PER_UNIT, price=Price.parse("25 EUR per user per month"))
    (line,) = plan_lines(Project().add(plan), plan, Order(Decimal(40)))
    assert line.words == "40 users × 25.00 EUR"
