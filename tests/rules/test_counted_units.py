"""What is counted stands in the plural where the word is a plain English one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from slaeditor.model.document import Document, Language
from slaeditor.model.levels import ServiceLevel
from slaeditor.model.prices import PriceBracket, PriceModel, PricePlan
from slaeditor.model.project import Project
from slaeditor.model.readers import EVERYONE, Reader
from slaeditor.model.values.money import Money
from slaeditor.model.values.price import Price
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.edition.strings import strings
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


@pytest.mark.parametrize(("count", "word"), [(1, "Maschine"), (40, "Maschinen"), (0, "Maschinen")])
def test_both_words_that_were_typed_are_used(count, word):
    german = Project().add(Document(name="Handbuch", language=Language.GERMAN))
    assert counted_unit(german, "Maschine | Maschinen", Decimal(count)) == word


def test_typed_words_come_before_a_plain_plural():
    assert counted_unit(Project(), "person | people", Decimal(3)) == "people"


def test_american_words_have_a_plural_as_well():
    american = Project().add(Document(language=Language.AMERICAN))
    assert counted_unit(american, "user", Decimal(40)) == "users"


def test_a_price_of_a_unit_with_two_words_counts_by_either():
    plan = PricePlan(
        model=PriceModel.PER_UNIT,
        price=Price.parse("25 EUR per month"),
        unit_name="Maschine | Maschinen",
    )
    (line,) = plan_lines(Project().add(plan), plan, Order(Decimal(40)))
    assert line.words == "40 Maschinen × 25.00 EUR"


def test_a_handbook_never_prints_both_words():
    level = ServiceLevel(name="Gold", readers=EVERYONE)
    plan = PricePlan(
        level=level.id,
        name="Maschinen",
        model=PriceModel.GRADUATED,
        unit_name="Maschine | Maschinen",
        readers=EVERYONE,
    )
    brackets = [
        PriceBracket(plan=plan.id, above=above, up_to=up_to, unit_price=Money.parse(price))
        for above, up_to, price in (
            (Decimal(0), Decimal(10), "30 EUR"),
            (Decimal(10), None, "20 EUR"),
        )
    ]
    document = Document(name="Handbuch", language=Language.GERMAN, readers=EVERYONE)
    project = Project().add(document, level, plan, *brackets)
    words = list(strings(edition(project, Reader.CLIENT, "", date(2027, 1, 4))))
    assert "Menge, Maschinen" in words
    assert any("je Maschine" in one for one in words)
    assert not any("|" in one for one in words)
