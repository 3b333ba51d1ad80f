"""How many a client has of what its plans count."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from slaeditor.model.clients import Client
from slaeditor.model.document import Document, Language
from slaeditor.model.levels import LevelKind
from slaeditor.model.prices import PriceModel
from slaeditor.model.project import Project
from slaeditor.rules.client_quantities import counted_otherwise, quantity_of
from slaeditor.rules.pricing import quote
from slaeditor.rules.quotes import Order
from tests.rules.price_builders import a_level, a_plan, money

LEVEL = a_level()
SCANNERS = a_plan(LEVEL, PriceModel.PER_UNIT, "240 EUR per month", unit_name="MRT | MRTs")
GERMAN = Project().put(Document(language=Language.GERMAN))


def has(words: str, quantity: int | None = 6) -> Client:
    count = Decimal(quantity) if quantity is not None else None
    return Client(name="Ash", level=LEVEL.id, quantity=count, counted_otherwise=words)


@pytest.mark.parametrize("words", ["3 MRT", "3 mrts", "2 Geräte, 3 MRTs", "2 Geräte;3 MRT"])
def test_what_is_counted_otherwise_is_found_by_its_unit(words):
    assert quantity_of(GERMAN, has(words), SCANNERS) == 3


@pytest.mark.parametrize("words", ["", "3 CT", "MRT"])
def test_the_quantity_counts_where_nothing_else_is_said(words):
    assert quantity_of(GERMAN, has(words), SCANNERS) == 6


def test_without_either_nothing_is_known():
    assert quantity_of(GERMAN, has("", None), SCANNERS) is None


def test_none_of_them_is_an_answer():
    assert quantity_of(GERMAN, has("0 MRT"), SCANNERS) == 0


@given(st.lists(st.integers(0, 9999), min_size=1, max_size=5))
def test_every_number_is_found_in_its_order(counts):
    words = ", ".join(f"{count} unit{place}" for place, count in enumerate(counts))
    assert [int(one.number) for one in counted_otherwise(has(words))] == counts


def test_an_add_on_is_charged_for_what_it_counts():
    add_on = a_level("Helium", kind=LevelKind.ADD_ON)
    base = a_plan(LEVEL, PriceModel.PER_UNIT, "1000 EUR per month", unit_name="Gerät | Geräte")
    helium = SCANNERS.but(level=add_on.id)
    client = has("3 MRT").but(add_ons=(add_on.id,))
    project = GERMAN.add(LEVEL, add_on, base, helium, client)
    made = quote(project, LEVEL, Order(client=client.id))
    assert [line.money for line in made.lines] == [money("6000 EUR"), money("720 EUR")]


def test_a_quantity_that_is_tried_leaves_what_is_counted_otherwise():
    base = a_plan(LEVEL, PriceModel.PER_UNIT, "1000 EUR per month", unit_name="Gerät | Geräte")
    on_top = SCANNERS.but(on_top=True)
    client = has("3 MRT")
    project = GERMAN.add(LEVEL, base, on_top, client)
    made = quote(project, LEVEL, Order(quantity=Decimal(10), client=client.id))
    assert [line.money for line in made.lines] == [money("10000 EUR"), money("720 EUR")]
